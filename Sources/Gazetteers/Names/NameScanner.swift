import Lexicons

/// Cuts text into the words that names are made of, folds them and gives them their numbers.
///
/// A word is letters and digits; apostrophes inside are dropped ("Sha’fah" is *shafah*), but for articles that one cuts
/// off ("dell'Isis" is *dell'* and *isis*) and the English "'s". A hyphen parts words, and an Arabic article before it is
/// the same word however it is written ("ad-Dumayr"); a word that a line end cuts in two is whole if that makes a word of
/// the gazetteer ("Timbuk-⏎tu"). Total on any bytes; linear.
struct NameScanner<Numbering: NameNumbering> {
  /// Longer words are in no gazetteer.
  private static var longest: Int { 128 }

  private let spelling: NameSpelling
  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private let scratch: UnsafeMutableBufferPointer<UInt8>
  private var offset: Int
  private let numbering: Numbering
  // The word under way.
  private var count = 0
  private var chunk: UInt64 = 0
  private var head: UInt64 = 0
  private var hash = NameHash()
  private var letters = 0
  private var capitals = 0
  private var isCapitalized = false

  /// Calls `body` with each word of a part of a text, in order.
  static func forEachWord(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, spelling: NameSpelling, numbering: Numbering,
    _ body: (NameWord) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 8) { scratch in
      var scanner = NameScanner(
        spelling: spelling, text: text, end: min(range.upperBound, text.count), scratch: scratch,
        offset: max(range.lowerBound, 0), numbering: numbering)
      scanner.run(body)
    }
  }

  private init(
    spelling: NameSpelling, text: UnsafeBufferPointer<UInt8>, end: Int, scratch: UnsafeMutableBufferPointer<UInt8>,
    offset: Int, numbering: Numbering
  ) {
    self.spelling = spelling
    self.text = text
    self.end = end
    self.scratch = scratch
    self.offset = offset
    self.numbering = numbering
  }

  @inline(__always)
  private func entry(at offset: Int) -> (entry: UInt64, length: Int) {
    let byte = text[offset]
    if byte < 0x80 { return (spelling.letters.entry(UInt32(byte)), 1) }
    let (value, length) = scalar(at: offset, in: text)
    return (spelling.letters.entry(value), min(length, end - offset))
  }

  @inline(__always)
  private static func sort(_ entry: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: entry >> 56) & 0x0F }

  private mutating func run(_ body: (NameWord) -> Void) {
    var gap = NameGap.barrier
    while offset < end {
      let (entry, length) = entry(at: offset)
      switch Self.sort(entry) {
      case NameLetters.Sort.letter.rawValue:
        readWord(gap, body)
        gap = .none
      case NameLetters.Sort.alone.rawValue:
        begin()
        let start = offset
        add(entry)
        offset += length
        if count > 0 {
          body(finished(start, offset, gap))
          gap = .none
        }
      case NameLetters.Sort.space.rawValue:
        offset += length
        if gap == .none { gap = .space } else if gap == .hyphen { gap = .barrier }
      case NameLetters.Sort.nothing.rawValue: offset += length
      case NameLetters.Sort.apostrophe.rawValue:
        if gap == .none, isPossessive(offset + length) {
          readPossessive(length, body)
        } else {
          gap = max(gap, .soft)
          offset += length
        }
      case NameLetters.Sort.hyphen.rawValue:
        offset += length
        if gap == .none {
          gap = .hyphen
          skipLineEnd()
        } else if gap != .soft || !isLetter(offset) {
          // "U.S.-led" goes on; " - " does not.
          gap = .barrier
        }
      case NameLetters.Sort.soft.rawValue:
        gap = max(gap == .hyphen ? .barrier : gap, .soft)
        offset += length
      case NameLetters.Sort.comma.rawValue:
        // "Ky., USA": the full stop of an abbreviation may stand before it.
        gap = gap == .none || gap == .soft ? .comma : .barrier
        offset += length
      default:
        gap = .barrier
        offset += length
      }
    }
  }

  // MARK: - One word

  private mutating func begin() {
    count = 0
    chunk = 0
    head = 0
    hash = NameHash()
    letters = 0
    capitals = 0
    isCapitalized = false
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    guard count < Self.longest else { return }
    scratch[count] = byte
    chunk |= UInt64(byte) << (8 * UInt64(truncatingIfNeeded: count & 7))
    count += 1
    if count & 7 == 0 {
      if count == 8 { head = chunk }
      hash.add(chunk)
      chunk = 0
    }
  }

  @inline(__always)
  private mutating func add(_ entry: UInt64) {
    let length = Int(truncatingIfNeeded: entry >> 48 & 7)
    let isUpper = entry & NameLetters.upper != 0
    if isUpper || entry & NameLetters.lower != 0 {
      if letters == 0, count == 0, isUpper { isCapitalized = true }
      letters += 1
      if isUpper { capitals += 1 }
    }
    if length == 1 {
      append(UInt8(truncatingIfNeeded: entry))
    } else {
      for position in 0..<length { append(UInt8(truncatingIfNeeded: entry >> (8 * UInt64(position)))) }
    }
  }

  /// The hash of the word under way.
  @inline(__always)
  private func wholeHash() -> UInt64 {
    var whole = hash
    if count & 7 != 0 { whole.add(chunk) }
    return whole.finished(count: count)
  }

  @inline(__always)
  private func number(_ hash: UInt64) -> Int32 {
    guard count < Self.longest else { return -1 }
    return numbering.number(
      head: count < 8 ? chunk : head, hash: hash, word: UnsafeBufferPointer(rebasing: scratch[..<count]),
      isSmall: letters > 0 && !isCapitalized)
  }

  private mutating func finished(_ start: Int, _ end: Int, _ gap: NameGap) -> NameWord {
    let hash = wholeHash()
    return NameWord(
      hash: hash, start: Int32(start), end: Int32(end), number: number(hash), gap: gap, isCapitalized: isCapitalized,
      isAllCapitals: letters >= 2 && capitals == letters)
  }

  private mutating func readWord(_ gap: NameGap, _ body: (NameWord) -> Void) {
    begin()
    let start = offset
    readLetters()
    var gap = gap
    var first = start
    // "N'Djamena", "Sha'fah": what follows the apostrophe belongs to the word, but for what one cuts off.
    while offset < end {
      let (entry, length) = entry(at: offset)
      guard Self.sort(entry) == NameLetters.Sort.apostrophe.rawValue, isLetter(offset + length) else { break }
      if isPossessive(offset + length) { break }
      if count <= 8, spelling.elisions.contains(count < 8 ? chunk : head) {
        append(UInt8(ascii: "'"))
        // Whoever looks it up later would not see what follows the apostrophe.
        letters = 0
        offset += length
        body(finished(first, offset, gap))
        gap = .none
        first = offset
        begin()
      } else {
        offset += length
      }
      readLetters()
    }
    guard count > 0 else { return }
    if offset < end, isHyphen(offset) { readHyphen(first) }
    body(finished(first, offset, gap))
  }

  /// Letters and digits of ASCII from the offset on: nearly all of a text. Kept in registers.
  @inline(__always)
  private mutating func readPlainLetters() {
    var (offset, count, chunk, hash, head) = (offset, count, chunk, hash, head)
    var (letters, capitals) = (letters, capitals)
    while offset < end, count < Self.longest {
      let byte = text[offset]
      let lower = byte | 0x20
      var folded = byte
      if lower &- 0x61 < 26 {
        if byte != lower {
          if count == 0, letters == 0 { isCapitalized = true }
          capitals += 1
        }
        letters += 1
        folded = lower
      } else if byte &- 0x30 >= 10 {
        break
      }
      scratch[count] = folded
      chunk |= UInt64(folded) << (8 * UInt64(truncatingIfNeeded: count & 7))
      count += 1
      offset += 1
      if count & 7 == 0 {
        if count == 8 { head = chunk }
        hash.add(chunk)
        chunk = 0
      }
    }
    (self.offset, self.count, self.chunk, self.hash, self.head) = (offset, count, chunk, hash, head)
    (self.letters, self.capitals) = (letters, capitals)
  }

  /// Letters and digits from the offset on.
  @inline(__always)
  private mutating func readLetters() {
    while offset < end {
      if text[offset] < 0x80 {
        let start = offset
        readPlainLetters()
        if offset == start {
          guard count >= Self.longest, isLetter(offset) else { return }
          offset += 1
        }
        continue
      }
      let (entry, length) = entry(at: offset)
      let sort = Self.sort(entry)
      if sort == NameLetters.Sort.letter.rawValue {
        add(entry)
        offset += length
      } else if sort == NameLetters.Sort.nothing.rawValue, isLetter(offset + length) {
        // A joiner inside of a word is nothing; a mark of direction behind one is not of the word.
        offset += length
      } else {
        return
      }
    }
  }

  /// Before a hyphen: an Arabic article, or the first half of a word that a line end cuts.
  private mutating func readHyphen(_ first: Int) {
    let (_, length) = entry(at: offset)
    let next = offset + length
    guard next < end else { return }
    if isLetter(next) {
      // "An-26" is an aircraft.
      guard count <= 4, !(text[next] >= 0x30 && text[next] <= 0x39), spelling.articles.contains(chunk) else { return }
      let isCapitalized = isCapitalized
      begin()
      for byte in NameSpelling.article { append(byte) }
      self.isCapitalized = isCapitalized
    } else if text[next] == 0x0A || text[next] == 0x0D {
      joinHalves(next)
    }
  }

  /// "Timbuk-⏎tu" is one word if the gazetteer knows it so.
  private mutating func joinHalves(_ lineEnd: Int) {
    var next = lineEnd
    while next < end, next < lineEnd + 16, text[next] == 0x0A || text[next] == 0x0D || text[next] == 0x20 { next += 1 }
    guard next < end, text[next] >= 0x61, text[next] <= 0x7A else { return }
    let kept = self
    offset = next
    readLetters()
    // The second half lies in the scratch behind the first, where nothing reads it.
    if number(wholeHash()) == -1 { self = kept }
  }

  /// After a hyphen at a line's end nothing but the next line follows: it parts no more than a hyphen.
  private mutating func skipLineEnd() {
    var next = offset
    while next < end, next < offset + 16, text[next] == 0x0A || text[next] == 0x0D { next += 1 }
    if next > offset, next < end, isLetter(next) { offset = next }
  }

  // MARK: - What follows

  private func isLetter(_ offset: Int) -> Bool {
    guard offset < end else { return false }
    let sort = Self.sort(entry(at: offset).entry)
    return sort == NameLetters.Sort.letter.rawValue
  }

  private func isHyphen(_ offset: Int) -> Bool {
    let byte = text[offset]
    if byte < 0x80 { return byte == UInt8(ascii: "-") }
    return Self.sort(entry(at: offset).entry) == NameLetters.Sort.hyphen.rawValue
  }

  /// Whether "s" stands alone at the offset.
  private func isPossessive(_ offset: Int) -> Bool {
    guard offset < end, text[offset] | 0x20 == UInt8(ascii: "s") else { return false }
    return offset + 1 >= end || !isLetter(offset + 1)
  }

  private mutating func readPossessive(_ length: Int, _ body: (NameWord) -> Void) {
    begin()
    let start = offset
    append(UInt8(ascii: "'"))
    append(UInt8(ascii: "s"))
    offset += length + 1
    body(finished(start, offset, .none))
  }
}
