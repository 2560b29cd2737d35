import Lexicons

/// The abbreviations of one language, and whether a sentence goes on over their full stop.
///
/// A full stop may be an abbreviation's and a sentence's at once (*He lives in the U.S. Rebels attacked Gao.*), so the
/// class of the abbreviation and the words behind it decide together.
public struct Abbreviations: Sendable {
  /// The classes of a word; a word of two classes stands twice in the list.
  private struct Classes: OptionSet {
    var rawValue: UInt16
    static let always = Classes(rawValue: 1)
    static let title = Classes(rawValue: 2)
    static let number = Classes(rawValue: 4)
    static let hour = Classes(rawValue: 8)
    static let firm = Classes(rawValue: 16)
    static let land = Classes(rawValue: 32)
    static let day = Classes(rawValue: 64)
    static let office = Classes(rawValue: 128)
    static let start = Classes(rawValue: 256)
    static let article = Classes(rawValue: 512)
    static let clock = Classes(rawValue: 1024)

    static let byName: [String: Classes] = [
      "always": .always, "title": .title, "number": .number, "hour": .hour, "firm": .firm, "land": .land, "day": .day,
      "office": .office, "start": .start, "article": .article, "clock": .clock,
    ]
  }

  private var words: [[UInt8]: Classes] = [:]

  /// Makes an empty list.
  public init() {}

  /// Reads a list: one word a line, a tab, and its class. `#` opens a comment; unknown classes count as `always`.
  ///
  /// - `always`: goes on before anything.
  /// - `title`: goes on before a name, `gen. Rossi`.
  /// - `number`: goes on before a figure, `n. 2`.
  /// - `hour`: goes on before a `day`, `2 a.m. Sunday`.
  /// - `firm`: goes on before an `office` and a name of two words, `Acme Inc. Director Ann Lee`.
  /// - `land`: goes on before any name, `U.S. Marines`; but behind an `article` only as a `firm` does.
  /// - `day`, `office`, `start`, `article`: no abbreviations, but words that stand around one; a `start` begins a
  ///   sentence and no name.
  /// - `clock`: no abbreviation, but a word before an hour, whose minutes a typist may part from it: `alle 21. 30`.
  public init(bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"))
      guard let word = cells.first else { continue }
      let name = cells.count > 1 ? String(decoding: cells[1], as: UTF8.self) : ""
      words[Self.lowercased(word), default: []].insert(Classes.byName[name] ?? .always)
    }
  }

  /// Whether a sentence goes on over the full stop that ends at `boundary`, white space skipped.
  ///
  /// - Parameters:
  ///   - stop: the offset of the full stop.
  ///   - next: the offset of the first byte after the white space that follows.
  ///   - first: where the sentence begins.
  func goesOn(over stop: Int, to next: Int, from first: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = stop
    while start > first, isWordByte(text[start - 1]) { start -= 1 }
    guard start < stop, next < text.count else { return false }
    let follower = Follower(at: next, in: text)
    if follower.isDigit, isHour(start..<stop, minutes: next, in: text),
      hasWord(.clock, before: start, from: first, in: text)
    {
      return true
    }
    // A single capital is an initial, "F. Rossi"; but "vitamin C. The doctors …".
    // Nor does a second initial begin a sentence: "Si tratta di N. A., pluripregiudicato".
    if stop - start == 1, text[start] >= 0x41, text[start] <= 0x5A {
      let isInitial =
        next + 1 < text.count && text[next] >= 0x41 && text[next] <= 0x5A && text[next + 1] == UInt8(ascii: ".")
      return isInitial || !has(.start, follower, in: text)
    }
    guard let classes = classes(of: start..<stop, in: text) else { return false }
    if classes.contains(.always) { return true }
    if classes.contains(.number), follower.isFigure { return true }
    // "at 10 a.m. (EDT)", "Acme Inc. (ACM)": what explains a word belongs to it.
    if follower.isParenthesis, !classes.isDisjoint(with: [.hour, .firm, .land]) { return true }
    if classes.contains(.title), !follower.isDigit, !follower.isQuoted {
      // "mar." is a marshal and a Tuesday, "sec." a secretary and a second.
      return !classes.contains(.number) || !has(.start, follower, in: text)
    }
    if classes.contains(.hour) {
      if has(.day, follower, in: text) { return true }
      // "At 7 p.m. Rebels left": three words before the hour are no sentence.
      return spaces(first..<start, in: text) < 3 && !has(.start, follower, in: text)
    }
    guard classes.contains(.firm) || classes.contains(.land) else { return false }
    if follower.isQuoted || has(.start, follower, in: text) { return false }
    if follower.isDigit || has(.office, follower, in: text) { return true }
    if classes.contains(.land), !hasWord(.article, before: start, from: first, in: text) { return true }
    return !follower.isBeforeSmallWord
  }

  /// The classes of a word before a full stop; of initials that no list has, "J.M. Huber" or "F.A.R.C.", by their number.
  private func classes(of word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Classes? {
    let stop = UInt8(ascii: ".")
    if let listed = words[Self.lowercased(text[word]) + [stop]] ?? words[Self.lowercased(text[word])] { return listed }
    guard word.count >= 3, word.count.isMultiple(of: 2) == false else { return nil }
    let isInitials = word.allSatisfy { offset in
      (offset - word.lowerBound).isMultiple(of: 2) ? text[offset] >= 0x41 && text[offset] <= 0x5A : text[offset] == stop
    }
    return isInitials ? (word.count == 3 ? .land : .firm) : nil
  }

  /// What stands behind a full stop: its first word, and how the next one begins.
  private struct Follower {
    /// The letters of the first word.
    var word: Range<Int>
    /// The same up to its apostrophe, and that: "L'" of "L'esercito".
    var elided: Range<Int>?
    var isQuoted = false
    var isParenthesis = false
    var isDigit = false
    /// A number in figures of either kind: "2", "IV".
    var isFigure = false
    /// "Rebels attacked", "Police, who": a capital by itself, as sentences begin and few names.
    var isBeforeSmallWord = false

    init(at next: Int, in text: UnsafeBufferPointer<UInt8>) {
      var start = next
      while start < text.count {
        let (value, length) = scalar(at: start, in: text)
        let found = mark(of: value)
        switch found {
        case .openQuote, .quote, .openParenthesis:
          if found == .openParenthesis { isParenthesis = true }
          isQuoted = true
          start += length
          continue
        case .apostrophe where start == next:
          isQuoted = true
          start += length
          continue
        default: break
        }
        break
      }
      var end = start
      while end < text.count {
        let (value, length) = scalar(at: end, in: text)
        let found = mark(of: value)
        if found == .apostrophe, elided == nil { elided = start..<end }
        guard found == .letter || found == .apostrophe || found == .hyphen else { break }
        end += length
      }
      word = start..<end
      guard start < text.count else { return }
      isDigit = text[start] >= 0x30 && text[start] <= 0x39
      isFigure = isDigit || (word.count > 1 && text[word].allSatisfy { Self.romans.contains($0) })
      if end < text.count, text[end] == UInt8(ascii: ",") {
        isBeforeSmallWord = true
      } else if end + 1 < text.count, text[end] == 0x20 {
        isBeforeSmallWord = Letter.isLower(scalar(at: end + 1, in: text).value)
      }
    }

    private static let romans = Array("IVXLC".utf8)
  }

  private func has(_ wanted: Classes, _ follower: Follower, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if words[Self.lowercased(text[follower.word])]?.contains(wanted) == true { return true }
    guard let elided = follower.elided else { return false }
    return words[Self.lowercased(text[elided]) + [UInt8(ascii: "'")]]?.contains(wanted) == true
  }

  /// Whether the word before is of a class. What follows an article is a noun, "in the U.S.", or makes one, "the U.S.
  /// Army".
  private func hasWord(
    _ wanted: Classes, before start: Int, from first: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start > first, text[start - 1] == 0x20 else { return false }
    var lower = start - 1
    while lower > first, isWordByte(text[lower - 1]) { lower -= 1 }
    return words[Self.lowercased(text[lower..<(start - 1)])]?.contains(wanted) == true
  }

  /// Whether figures on both sides of a full stop may be hours and minutes: "21" and "30".
  private func isHour(_ hour: Range<Int>, minutes: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = text[minutes...].firstIndex { !isDigit($0) } ?? text.endIndex
    guard hour.count <= 2, text[hour].allSatisfy(isDigit), end - minutes == 2 else { return false }
    let value = text[hour].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return value <= 24 && text[minutes] < UInt8(ascii: "6")
  }

  /// How many spaces a range has, as far as three.
  private func spaces(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in text[range] where byte == 0x20 {
      count += 1
      if count == 3 { break }
    }
    return count
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: ".")
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func lowercased(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}
