/// The word lists of all languages as one table: which languages know a word, an ending, a beginning, a group of letters.
///
/// Everything is counted in whole numbers, so that every machine comes to the same confidence.
struct WordVotes: Sendable {
  /// The languages that have a list, sorted; bit `n` of a mask stands for `codes[n]`.
  let codes: [String]

  private var words = MaskTable()
  /// Parts of words, and all that they begin with, so that a walk over a word stops where no part goes on.
  private var endings = MaskTable()
  private var beginnings = MaskTable()
  private var groups = MaskTable()
  private var triples: LetterTriples

  /// The letters outside of ASCII that the lists of a language use: by letter, which languages.
  private var alphabet = [UInt32](repeating: 0, count: 0x1D << 6)
  private let everyLanguage: UInt32

  /// What a language must be ahead by: reports come most in the languages with the longest lists, and a word or two of a
  /// rare one are more often a name, as *attacca un hotel* is no Swahili.
  private let handicaps: [Int]
  private static let longList = 600
  private static let handicapPerEntries = 12

  /// What an entry is worth by how many languages share it.
  private static let worth = [0, 100, 55, 32, 18, 10, 5, 2]

  /// At most 32 languages; what comes after them in the order of codes has no vote.
  init(_ lists: [String: [String]]) {
    codes = Array(lists.keys.sorted().prefix(32))
    everyLanguage = codes.count == 32 ? .max : 1 << UInt32(codes.count) - 1
    triples = LetterTriples(languages: codes.count)
    handicaps = codes.map { max(0, Self.longList - (lists[$0]?.count ?? 0)) / Self.handicapPerEntries }
    for (index, code) in codes.enumerated() {
      let bit = UInt32(1) << UInt32(index)
      for entry in lists[code] ?? [] { add(Array(entry.utf8), bit) }
    }
    triples.weigh()
  }

  private mutating func add(_ entry: [UInt8], _ bit: UInt32) {
    Self.forEachAccented(entry[...]) { alphabet[$0] |= bit }
    let dash = UInt8(ascii: "-")
    switch (entry.first == dash, entry.last == dash) {
    case (true, true) where entry.count > 2: Self.add(entry.dropFirst().dropLast(), bit, to: &groups)
    case (true, false): Self.add(entry.dropFirst().reversed(), bit, to: &endings)
    case (false, true): Self.add(entry.dropLast(), bit, to: &beginnings)
    default:
      words.update(WordHash(entry).value) { $0 |= bit }
      triples.learn(entry[...], language: bit.trailingZeroBitCount)
    }
  }

  private static func add(_ part: some Sequence<UInt8>, _ bit: UInt32, to table: inout MaskTable) {
    var hash = WordHash()
    for byte in part {
      hash.add(byte)
      table.update(hash.value) { _ in }
    }
    table.update(hash.value) { $0 |= bit }
  }

  /// What the words say: points for each language, a hundred for a word that no other language knows.
  ///
  /// `known` counts the listed words of three letters and more; names contain the shorter ones (*al*, *de*).
  func points(of text: Words, _ memo: inout LanguageGuesses) -> (points: [Int], known: Int) {
    var points = [Int](repeating: 0, count: codes.count)
    var guessed = points
    var known = 0
    var listed = 0
    for word in text.words {
      if let mask = words.value(word.hash) {
        listed += 1
        if word.range.count > 2 { known += 1 }
        give(Self.worth(mask), mask, &points)
      } else if word.range.count > 2 {
        vote(word, text.letters[word.range], &guessed, &memo)
      }
    }
    // Six words of a language hold one that is listed. Where they do not, the language is another one, and the parts
    // of its words only happen to look like these.
    let trust = text.words.count < 6 ? 100 : min(100, 20 + listed * 600 / text.words.count)
    for index in points.indices {
      points[index] += guessed[index] * trust / 100
      if points[index] > 0 { points[index] = max(0, points[index] - handicaps[index]) }
    }
    return (points, known)
  }

  /// The word is in no list: its parts and letters speak. A capital within a sentence may mean a name, which says less.
  private func vote(_ word: Word, _ letters: ArraySlice<UInt8>, _ points: inout [Int], _ memo: inout LanguageGuesses) {
    let isName = word.isCapitalized && !word.isFirst
    let (row, isNew) = memo.row(of: word.hash, isCapitalized: word.isCapitalized, languages: codes.count)
    if isNew {
      var own = [Int](repeating: 0, count: codes.count)
      guess(letters, isCapitalized: word.isCapitalized, &own)
      memo.fill(with: own)
    }
    memo.add(row, halved: isName, to: &points)
  }

  private func guess(_ letters: ArraySlice<UInt8>, isCapitalized: Bool, _ own: inout [Int]) {
    take(endings, letters.reversed(), letters.count, 45, &own)
    take(beginnings, letters, letters.count, 25, &own)
    for start in letters.indices {
      var hash = WordHash()
      for index in start..<letters.endIndex {
        hash.add(letters[index])
        guard let mask = groups.value(hash.value) else { break }
        if mask != 0 { give(Self.worth(mask) * 22 / 100, mask, &own) }
      }
    }
    triples.vote(letters, &own)
    // A letter that a language never writes speaks against it, but for names, which keep theirs everywhere.
    if !isCapitalized {
      Self.forEachAccented(letters) { give(-60, ~alphabet[$0], &own) }
    }
  }

  /// For each language the longest part that it knows, which is no whole word.
  private func take(
    _ table: MaskTable, _ letters: some Sequence<UInt8>, _ count: Int, _ percent: Int, _ points: inout [Int]
  ) {
    var found = InlineParts()
    var hash = WordHash()
    var length = 0
    for letter in letters {
      length += 1
      guard length < count else { break }
      hash.add(letter)
      guard let mask = table.value(hash.value) else { break }
      if mask != 0 { found.append(mask, length) }
    }
    var served: UInt32 = 0
    while let (mask, length) = found.popLast() {
      give(Self.worth(mask) * percent * (2 + min(length, 5)) / 500, mask & ~served, &points)
      served |= mask
    }
  }

  private func give(_ amount: Int, _ mask: UInt32, _ points: inout [Int]) {
    var rest = mask & everyLanguage
    while rest != 0 {
      points[rest.trailingZeroBitCount] += amount
      rest &= rest - 1
    }
  }

  /// The letters of two bytes in UTF-8, as places in the alphabet: all accented ones that European languages write.
  @inline(__always)
  private static func forEachAccented(_ letters: ArraySlice<UInt8>, _ body: (Int) -> Void) {
    var lead: UInt8 = 0
    for letter in letters {
      if lead >= 0xC3, lead < 0xE0 { body(Int(lead - 0xC3) << 6 | Int(letter & 0x3F)) }
      lead = letter
    }
  }

  private static func worth(_ mask: UInt32) -> Int { worth[min(mask.nonzeroBitCount, worth.count - 1)] }
}

/// The parts found in one word, without an allocation.
private struct InlineParts {
  private var masks = SIMD8<UInt32>()
  private var lengths = SIMD8<UInt32>()
  private var count = 0

  mutating func append(_ mask: UInt32, _ length: Int) {
    // Of more than eight parts the longest count.
    if count == 8 {
      for index in 1..<8 {
        masks[index - 1] = masks[index]
        lengths[index - 1] = lengths[index]
      }
      count = 7
    }
    masks[count] = mask
    lengths[count] = UInt32(length)
    count += 1
  }

  mutating func popLast() -> (mask: UInt32, length: Int)? {
    guard count > 0 else { return nil }
    count -= 1
    return (masks[count], Int(lengths[count]))
  }
}
