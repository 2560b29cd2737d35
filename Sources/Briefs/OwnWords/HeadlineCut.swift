import DocumentModel

/// Cuts a sentence that serves as a headline at the end of a clause that has its verb, else at a word, and then it shows.
struct HeadlineCut {
  let scene: Scene

  /// The most characters of a headline that is cut.
  static let longest = 110
  private static let shortest = 30

  /// The words without their full stop, and no longer than a headline.
  func cut(_ words: String, of sentence: Int) -> String {
    var text = Array(words.utf8)
    // The full stop of "in the U.S." is the abbreviation's own.
    while text.last == UInt8(ascii: "."), text.count < 3 || text[text.count - 3] != UInt8(ascii: ".") {
      text.removeLast()
    }
    // A headline that fits is the rule where a report has a title.
    guard Self.offset(ofCharacter: Self.longest, in: text[...]) != nil else {
      return String(decoding: text, as: UTF8.self)
    }
    if !scene.namesSource(sentence), let verb = verb(of: sentence, in: text) {
      if let clause = clause(of: text[...], behind: verb.upperBound) { return clause }
      // "Intorno alle 21, in corso Cavour, un'auto ha eluso un controllo, …": when and where may stay below.
      if let subject = subject(before: verb.lowerBound, in: text) {
        let rest = text[subject...]
        if Self.offset(ofCharacter: Self.longest, in: rest) == nil {
          return Writing.capitalized(String(decoding: rest, as: UTF8.self))
        }
        if let clause = clause(of: rest, behind: verb.upperBound) { return Writing.capitalized(clause) }
      }
    }
    let room = text[..<(Self.offset(ofCharacter: Self.longest - 2, in: text[...]) ?? text.endIndex)]
    let end = room.lastIndex(of: 0x20) ?? room.endIndex
    return String(decoding: room[..<end], as: UTF8.self) + " …"
  }

  /// Where a character begins, counted from 0; nil where there are fewer.
  private static func offset(ofCharacter position: Int, in text: ArraySlice<UInt8>) -> Int? {
    guard text.count > position else { return nil }
    var count = -1
    for offset in text.indices where text[offset] & 0xC0 != 0x80 {
      count += 1
      if count == position { return offset }
    }
    return nil
  }

  // MARK: - Verb and subject

  /// The first finite verb of a sentence as it stands in the words of a headline.
  private func verb(of sentence: Int, in text: [UInt8]) -> Range<Int>? {
    scene.finiteVerbs(in: sentence).compactMap { Self.find(scene.material.text[$0.range], in: text) }
      .min { $0.lowerBound < $1.lowerBound }
  }

  /// Where words stand as whole words.
  private static func find(_ words: ArraySlice<UInt8>, in text: [UInt8]) -> Range<Int>? {
    guard let first = words.first, text.count >= words.count else { return nil }
    for start in 0...(text.count - words.count) where text[start] == first {
      let end = start + words.count
      guard text[start..<end].elementsEqual(words), start == 0 || !isLetter(text[start - 1]),
        end == text.count || !isLetter(text[end])
      else { continue }
      return start..<end
    }
    return nil
  }

  /// Where the subject begins behind phrases of time and place at the head, each closed by a comma.
  private func subject(before verb: Int, in text: [UInt8]) -> Int? {
    let openers = scene.phrasebook.adjunctOpeners[scene.material.language] ?? []
    var start = 0
    while openers.contains(Self.word(at: start, in: text[...])) {
      guard let comma = text[start..<verb].firstIndex(of: UInt8(ascii: ",")), comma + 2 < verb else { return nil }
      start = comma + 2
    }
    return start > 0 ? start : nil
  }

  // MARK: - Clauses

  /// The words up to the last end of a clause that a headline has room for and that comes behind the verb.
  private func clause(of text: ArraySlice<UInt8>, behind verb: Int) -> String? {
    let room = text[..<(Self.offset(ofCharacter: Self.longest - 2, in: text) ?? text.endIndex)]
    guard let end = clauseEnd(in: room, behind: verb) else { return nil }
    var clause = String(decoding: room[..<end], as: UTF8.self)
    while let last = clause.last, !last.isLetter, !last.isNumber, !")»”\"".contains(last) { clause.removeLast() }
    return clause
  }

  /// Where the last clause ends that ends within the room: at a comma outside quotes and parentheses, or before a word
  /// that opens another one, "who", "che", "after", "dopo".
  private func clauseEnd(in room: ArraySlice<UInt8>, behind verb: Int) -> Int? {
    let openers = scene.phrasebook.clauseOpeners[scene.material.language] ?? []
    var depth = 0
    var end: Int?
    for index in room.indices {
      let isLate = depth == 0 && index >= max(verb + 2, room.startIndex + Self.shortest)
      switch room[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case 0xC2, 0xE2: depth += Self.step(at: index, in: room)
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
        if isLate, index + 1 < room.endIndex, room[index + 1] == 0x20 { end = index }
      case 0x20 where isLate:
        let word = Self.word(at: index + 1, in: room)
        if index + 1 + word.count < room.endIndex, openers.contains(word) { end = index }
      default: break
      }
    }
    return end
  }

  /// The word that begins at an offset, in small letters.
  private static func word(at start: Int, in text: ArraySlice<UInt8>) -> [UInt8] {
    text[min(start, text.endIndex)...].prefix { isLetter($0) }.map { $0 < 0x80 ? $0 | 0x20 : $0 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80
  }

  /// Whether a quotation opens or closes: « and “, » and ”.
  private static func step(at index: Int, in room: ArraySlice<UInt8>) -> Int {
    if room[index...].starts(with: [0xC2, 0xAB]) || room[index...].starts(with: [0xE2, 0x80, 0x9C]) { return 1 }
    if room[index...].starts(with: [0xC2, 0xBB]) || room[index...].starts(with: [0xE2, 0x80, 0x9D]) { return -1 }
    return 0
  }
}
