/// The word lists of all languages as one table: which languages know a word, an ending, a beginning, a group of letters.
///
/// Everything is counted in whole numbers, so that every machine comes to the same confidence.
struct WordVotes: Sendable {
  /// The languages that have a list, sorted; bit `n` of a mask stands for `codes[n]`.
  let codes: [String]

  private var words: [UInt64: UInt32] = [:]
  private var endings: [UInt64: UInt32] = [:]
  private var beginnings: [UInt64: UInt32] = [:]
  private var groups: [UInt64: UInt32] = [:]
  private var triples: LetterTriples

  /// The letters outside of ASCII that the lists of a language use: by letter, which languages.
  private var alphabet: [UInt16: UInt32] = [:]
  private var longestEnding = 0
  private var longestBeginning = 0
  private var longestGroup = 0

  /// What an entry is worth by how many languages share it.
  private static let worth = [0, 100, 55, 32, 18, 10, 5, 2]

  /// At most 32 languages; what comes after them in the order of codes has no vote.
  init(_ lists: [String: [String]]) {
    codes = Array(lists.keys.sorted().prefix(32))
    triples = LetterTriples(languages: codes.count)
    for (index, code) in codes.enumerated() {
      let bit = UInt32(1) << UInt32(index)
      for entry in lists[code] ?? [] { add(Array(entry.utf8), bit) }
    }
    triples.weigh()
  }

  private mutating func add(_ entry: [UInt8], _ bit: UInt32) {
    Self.forEachAccented(entry) { alphabet[$0, default: 0] |= bit }
    let dash = UInt8(ascii: "-")
    switch (entry.first == dash, entry.last == dash) {
    case (true, true) where entry.count > 2:
      let group = entry[1..<(entry.count - 1)]
      groups[Self.hash(group), default: 0] |= bit
      longestGroup = max(longestGroup, group.count)
    case (true, false):
      endings[Self.hash(entry.dropFirst().reversed()), default: 0] |= bit
      longestEnding = max(longestEnding, entry.count - 1)
    case (false, true):
      beginnings[Self.hash(entry.dropLast()), default: 0] |= bit
      longestBeginning = max(longestBeginning, entry.count - 1)
    default:
      words[Self.hash(entry), default: 0] |= bit
      triples.learn(entry, language: bit.trailingZeroBitCount)
    }
  }

  /// What the words say: points for each language, a hundred for a word that no other language knows.
  ///
  /// `known` counts the listed words of three letters and more; names contain the shorter ones (*al*, *de*).
  func points(of text: Words) -> (points: [Int], known: Int) {
    var points = [Int](repeating: 0, count: codes.count)
    var guessed = points
    var known = 0
    var listed = 0
    for word in text.words {
      if let mask = words[Self.hash(word.letters)] {
        listed += 1
        if word.letters.count > 2 { known += 1 }
        give(Self.worth(mask), mask, &points)
      } else if word.letters.count > 2 {
        vote(word, &guessed)
      }
    }
    // Six words of a language hold one that is listed. Where they do not, the language is another one, and the parts
    // of its words only happen to look like these.
    let trust = text.words.count < 6 ? 100 : min(100, 20 + listed * 600 / text.words.count)
    for index in points.indices { points[index] += guessed[index] * trust / 100 }
    return (points, known)
  }

  /// The word is in no list: its parts and letters speak. A capital within a sentence may mean a name, which says less.
  private func vote(_ word: Word, _ points: inout [Int]) {
    var own = [Int](repeating: 0, count: codes.count)
    take(longest(endings, word.letters.reversed(), longestEnding, word.letters.count), 45, &own)
    take(longest(beginnings, word.letters, longestBeginning, word.letters.count), 25, &own)
    for start in word.letters.indices {
      var hash = Self.seed
      for length in 1...max(longestGroup, 1) where start + length <= word.letters.count {
        Self.add(word.letters[start + length - 1], to: &hash)
        if let mask = groups[hash] { give(Self.worth(mask) * 22 / 100, mask, &own) }
      }
    }
    triples.vote(word.letters, &own)
    // A letter that a language never writes speaks against it, but for names, which keep theirs everywhere.
    if !word.isCapitalized {
      Self.forEachAccented(word.letters) { give(-60, ~(alphabet[$0] ?? 0), &own) }
    }
    let isName = word.isCapitalized && !word.isFirst
    for index in points.indices { points[index] += isName ? own[index] / 2 : own[index] }
  }

  /// For each language the longest part that it knows: its mask by length.
  private func longest(
    _ table: [UInt64: UInt32], _ letters: some Sequence<UInt8>, _ limit: Int, _ count: Int
  ) -> [(mask: UInt32, length: Int)] {
    var found: [(mask: UInt32, length: Int)] = []
    var hash = Self.seed
    for (index, letter) in letters.prefix(min(limit, count - 1)).enumerated() {
      Self.add(letter, to: &hash)
      if let mask = table[hash] { found.append((mask, index + 1)) }
    }
    return found
  }

  private func take(_ found: [(mask: UInt32, length: Int)], _ percent: Int, _ points: inout [Int]) {
    var served: UInt32 = 0
    for (mask, length) in found.reversed() {
      let fresh = mask & ~served
      give(Self.worth(mask) * percent * (2 + min(length, 5)) / 500, fresh, &points)
      served |= mask
    }
  }

  private func give(_ amount: Int, _ mask: UInt32, _ points: inout [Int]) {
    for index in points.indices where mask & (1 << UInt32(index)) != 0 { points[index] += amount }
  }

  /// The letters of two bytes in UTF-8: all of the accented ones that European languages write.
  private static func forEachAccented(_ letters: [UInt8], _ body: (UInt16) -> Void) {
    for (at, lead) in letters.enumerated() where lead >= 0xC3 && lead < 0xE0 && at + 1 < letters.count {
      body(UInt16(lead) << 8 | UInt16(letters[at + 1]))
    }
  }

  private static func worth(_ mask: UInt32) -> Int { worth[min(mask.nonzeroBitCount, worth.count - 1)] }

  // FNV-1a over 64 bits: the same on every machine and in every process, unlike the standard library's hash.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func add(_ byte: UInt8, to hash: inout UInt64) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { add(byte, to: &hash) }
    return hash
  }
}
