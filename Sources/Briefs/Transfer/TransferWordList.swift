import Reading

/// The words of one language: where the tables have the word that says each sense, and what each word of the full forms may
/// mean. Some bytes a word, since the tables themselves are in memory already.
struct TransferWordList: Sendable {
  /// The place of a row: the file, and where its line begins.
  private struct Place: Sendable {
    var file: Int32 = -1
    var start: Int32 = 0
  }

  private let files: LexiconFiles
  /// For each sense the row of its wording.
  private var wordings: [Place]
  /// For each row of the full forms its group: words of one spelling and kind.
  private var groups: [Int32]
  /// For each group where its senses begin among all.
  private var starts: [Int32] = [0]
  /// The senses of groups; the sign bit says that the word is the sense's wording.
  private var members: [UInt32] = []
  /// The connectives with their senses, in the order of the tables.
  private(set) var connectives: [(lemma: String, sense: Int)] = []

  private static let stems: Set<String> = ["verbs", "nouns", "adjectives", "adverbs", "connectives"]
  private static let wordingBit: UInt32 = 1 << 31

  /// - Parameter forms: the full forms of the language, which were made from the same tables.
  init(
    _ files: LexiconFiles, _ language: String, senses: [Sense], places: [UInt64: Int],
    forms: FormTable
  ) {
    self.files = files
    wordings = [Place](repeating: Place(), count: senses.count)
    groups = [Int32](repeating: -1, count: forms.rowCount)
    var written: Set<UInt64> = []
    for (number, file) in files.files.enumerated() {
      let parts = file.name.split(separator: ".")
      guard parts.count == 3, Self.stems.contains(String(parts[0])), parts[1] == language else { continue }
      LexiconLines.forEach(file.bytes) { start, cells in
        guard let sense = places[Self.hash(cells.first)] else { return }
        if senses[sense].kind == .connective {
          connectives.append((String(decoding: cells.second, as: UTF8.self), sense))
        }
        guard !cells.last.suffix(4).elementsEqual("read".utf8) else { return }
        written.insert(Self.hash(cells.second, UInt64(sense)))
        if wordings[sense].file < 0 {
          wordings[sense] = Place(file: Int32(number), start: Int32(start))
        }
      }
    }
    gather(forms, senses, written)
  }

  /// Puts words of one spelling and kind together.
  private mutating func gather(_ forms: FormTable, _ senses: [Sense], _ written: Set<UInt64>) {
    var rows: [(key: UInt64, row: Int32, member: UInt32)] = []
    rows.reserveCapacity(forms.rowCount)
    forms.forEachWord { row, lemma, sense in
      guard let sense, sense < senses.count else { return }
      let isWording = written.contains(Self.hash(lemma, UInt64(sense)))
      let kind = UInt64(senses[sense].kind.rawValue.utf8.first ?? 0)
      rows.append(
        (
          Self.hash(lemma, kind << 32), Int32(row),
          UInt32(sense) | (isWording ? Self.wordingBit : 0)
        ))
    }
    rows.sort { ($0.key, $0.row) < ($1.key, $1.row) }
    for (index, entry) in rows.enumerated() {
      if index == 0 || entry.key != rows[index - 1].key { starts.append(starts[starts.count - 1]) }
      groups[Int(entry.row)] = Int32(starts.count - 2)
      let begin = Int(starts[starts.count - 2])
      if let same = members[begin...].firstIndex(where: { $0 & ~Self.wordingBit == entry.member & ~Self.wordingBit }) {
        members[same] |= entry.member
      } else {
        members.append(entry.member)
      }
      starts[starts.count - 1] = Int32(members.count)
    }
  }

  /// A number for a word or an id; of some ten thousand no two share one.
  static func hash(_ bytes: some Sequence<UInt8>, _ salt: UInt64 = 0) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (salt &* 0x9E37_79B9_7F4A_7C15)
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  /// What a word of the full forms may mean.
  func candidates(of row: Int) -> [TransferLexicon.Candidate] {
    guard row < groups.count, groups[row] >= 0 else { return [] }
    let group = Int(groups[row])
    return members[Int(starts[group])..<Int(starts[group + 1])].map {
      TransferLexicon.Candidate(sense: Int($0 & ~Self.wordingBit), isWording: $0 & Self.wordingBit != 0)
    }
  }

  /// The word that says a sense.
  func wording(_ sense: Int) -> LexiconWord? {
    guard sense < wordings.count, wordings[sense].file >= 0 else { return nil }
    let file = files.files[Int(wordings[sense].file)]
    let line = file.bytes[Int(wordings[sense].start)...].prefix { $0 != 0x0A && $0 != 0x0D }
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard cells.count > 1 else { return nil }
    return LexiconWord(
      sense: sense, lemma: cells[1], cells: Array(cells.dropFirst(2)), isWording: true, file: file.name, line: 0)
  }
}

/// The lines of a table of words, cut at their tabs.
private enum LexiconLines {
  /// The cells of a line that transfer looks at.
  struct Cells {
    var first: Slice<UnsafeBufferPointer<UInt8>>
    var second: Slice<UnsafeBufferPointer<UInt8>>
    var last: Slice<UnsafeBufferPointer<UInt8>>
  }

  /// Calls with each line of two cells or more, which is not to be kept.
  static func forEach(_ bytes: [UInt8], _ body: (_ start: Int, _ cells: Cells) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        if end > start, bytes[start] != UInt8(ascii: "#"), let cells = cells(of: bytes[start..<end]) {
          body(start, cells)
        }
        start = end + 1
      }
    }
  }

  private static func cells(of line: Slice<UnsafeBufferPointer<UInt8>>) -> Cells? {
    let line = line.last == 0x0D ? line.dropLast() : line
    guard let tab = line.firstIndex(of: 0x09), let last = line.lastIndex(of: 0x09) else {
      return nil
    }
    let rest = line[(tab + 1)...]
    return Cells(first: line[..<tab], second: rest.prefix { $0 != 0x09 }, last: line[(last + 1)...])
  }
}
