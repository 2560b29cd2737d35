public import Lexicons

/// The full forms of a language, compiled: one look-up gives every reading of a word.
///
/// The bytes are used as they lie, in memory or mapped from a file, so that opening costs nothing and processes share
/// them. All numbers are little-endian and of 32 bits unless said otherwise:
///
/// | bytes | what |
/// |---|---|
/// | 8 | `DISPFORM` |
/// | 4 | version, 3 |
/// | 32 | SHA-256 of what the table was made from |
/// | 4 × 5 | numbers of slots (a power of two), forms, readings, words, and bytes of spelling |
/// | 4 × slots | for a hash its form, from 1, in 20 bits, and 12 bits of the hash; 0 is free; the next slot follows |
/// | 8 × (forms + 1) | where each form's spelling and its readings begin |
/// | 8 × readings | the readings, as ``WordReading/bits`` |
/// | 4 × (words + 1) | where each word's lemma begins, behind the spellings of the forms |
/// | 4 × words | each word's sense, from 1; 0 for none |
/// | | the spellings and lemmas, UTF-8 |
public struct FormTable: Sendable {
  private let data: any HeldBytes
  private let slotCount: Int
  private let formCount: Int
  private let wordCount: Int
  private let slots: Int
  private let starts: Int
  private let readings: Int
  private let lemmaStarts: Int
  private let senses: Int
  private let spelling: Int

  private static let magic = Array("DISPFORM".utf8)
  private static let version: UInt32 = 3
  private static let headerSize = 8 + 4 + 32 + 4 * 5

  /// Takes compiled bytes; nil if they are none of this version, were cut off, or were made from something else than
  /// `source` says. Reads the header only.
  public init?(_ data: any HeldBytes, source: [UInt8]) {
    guard data.count >= Self.headerSize else { return nil }
    let header = data.withBytes { Array($0.prefix(Self.headerSize)) }
    func number(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(header[offset + $1]) << (8 * $1) } }
    guard header.starts(with: Self.magic), number(8) == Int(Self.version), header[12..<44].elementsEqual(source) else {
      return nil
    }
    self.data = data
    slotCount = number(44)
    formCount = number(48)
    let readingCount = number(52)
    wordCount = number(56)
    let byteCount = number(60)
    guard slotCount > 0, slotCount & (slotCount - 1) == 0 else { return nil }
    slots = Self.headerSize
    starts = slots + 4 * slotCount
    readings = starts + 8 * (formCount + 1)
    lemmaStarts = readings + 8 * readingCount
    senses = lemmaStarts + 4 * (wordCount + 1)
    spelling = senses + 4 * wordCount
    guard spelling + byteCount == data.count else { return nil }
  }

  /// How many forms it holds.
  public var count: Int { formCount }

  /// Looks words up, as long as the closure runs: the bytes are looked for once and not for each word.
  public func withLookup<Result, Failure: Error>(
    _ body: (Lookup) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // A result carries the typed error out.
    let result: Swift.Result<Result, Failure> = data.withBytes { bytes in
      do throws(Failure) {
        return .success(try body(Lookup(table: self, bytes: bytes)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The look-up into the bytes of a table; not to be kept.
  public struct Lookup {
    fileprivate let table: FormTable
    fileprivate let bytes: UnsafeRawBufferPointer

    private func number(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }

    private func isEqual(_ word: [UInt8], at start: Int) -> Bool {
      word.withUnsafeBytes { word in
        var offset = 0
        while offset + 8 <= word.count {
          let one = word.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          if one != bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self) { return false }
          offset += 8
        }
        while offset < word.count {
          if word[offset] != bytes[start + offset] { return false }
          offset += 1
        }
        return true
      }
    }

    /// The form that a folded word is; nil if the table does not hold it.
    private func form(of word: [UInt8], _ hash: UInt64) -> Int? {
      let mask = table.slotCount - 1
      let tag = FormTable.tag(hash)
      var slot = Int(truncatingIfNeeded: hash) & mask
      for _ in 0..<table.slotCount {
        let bits = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: table.slots + 4 * slot, as: UInt32.self))
        let form = Int(bits & FormTable.formBits)
        guard form > 0, form <= table.formCount else { return nil }
        if bits & ~FormTable.formBits == tag {
          let start = number(table.starts + 8 * (form - 1))
          let end = number(table.starts + 8 * form)
          if end - start == word.count, table.spelling + end <= bytes.count, isEqual(word, at: table.spelling + start) {
            return form
          }
        }
        slot = (slot + 1) & mask
      }
      return nil
    }

    /// Whether the table holds a folded word.
    public func contains(_ word: [UInt8]) -> Bool { form(of: word, FoldedWord.hash(word)) != nil }

    /// The readings of a folded word, appended; false if the table does not hold it.
    public func append(_ word: [UInt8], to found: inout [WordReading]) -> Bool {
      append(word, hash: FoldedWord.hash(word), to: &found)
    }

    /// The same for a word whose hash is known.
    func append(_ word: [UInt8], hash: UInt64, to found: inout [WordReading]) -> Bool {
      guard let form = form(of: word, hash) else { return false }
      let first = number(table.starts + 8 * (form - 1) + 4)
      let last = number(table.starts + 8 * form + 4)
      guard first <= last, table.readings + 8 * last <= table.lemmaStarts else { return false }
      for reading in first..<last {
        let bits = bytes.loadUnaligned(fromByteOffset: table.readings + 8 * reading, as: UInt64.self)
        found.append(WordReading(bits: UInt64(littleEndian: bits)))
      }
      return true
    }
  }

  /// How many words it holds.
  public var rowCount: Int { wordCount }

  /// The dictionary form of a reading's word; nil for one that was guessed.
  public func lemma(of reading: WordReading) -> String? {
    guard let row = reading.row, row < wordCount else { return nil }
    return data.withBytes { bytes in
      let start = Int(bytes.loadUnaligned(fromByteOffset: lemmaStarts + 4 * row, as: UInt32.self))
      let end = Int(bytes.loadUnaligned(fromByteOffset: lemmaStarts + 4 * (row + 1), as: UInt32.self))
      guard start <= end, spelling + end <= bytes.count else { return nil }
      return String(decoding: bytes[(spelling + start)..<(spelling + end)], as: UTF8.self)
    }
  }

  /// Calls `body` with every word: its row, its lemma, which is not to be kept, and the place of its sense among the senses.
  public func forEachWord(
    _ body: (_ row: Int, _ lemma: UnsafeRawBufferPointer, _ sense: Int?) -> Void
  ) {
    data.withBytes { bytes in
      func number(_ offset: Int) -> Int {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      }
      for row in 0..<wordCount {
        let start = number(lemmaStarts + 4 * row)
        let end = number(lemmaStarts + 4 * (row + 1))
        guard start <= end, spelling + end <= bytes.count else { continue }
        let sense = number(senses + 4 * row)
        body(
          row, UnsafeRawBufferPointer(rebasing: bytes[(spelling + start)..<(spelling + end)]),
          sense > 0 ? sense - 1 : nil)
      }
    }
  }

  /// The bits of a slot that tell the form; the others tell the hash.
  private static let formBits: UInt32 = 1 << 20 - 1

  /// What a slot keeps of a hash.
  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) & ~formBits }

  /// Lays a table out, of a million forms at most.
  static func bytes(
    forms: [(key: [UInt8], value: [WordReading])], _ lemmas: [String], _ senses: [UInt32], source: [UInt8]
  ) -> [UInt8] {
    let forms = forms.prefix(Int(formBits))
    // Two thirds of the slots at most are taken: the table stays small, and a look stays within a line of cache or two.
    var slotCount = 16
    while slotCount * 2 < forms.count * 3 { slotCount *= 2 }
    var slots = [UInt32](repeating: 0, count: slotCount)
    var starts: [UInt32] = [0, 0]
    var readings: [UInt64] = []
    var spelling: [UInt8] = []
    for (position, form) in forms.enumerated() {
      let hash = FoldedWord.hash(form.key)
      var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(position + 1) | tag(hash)
      spelling += form.key
      readings += form.value.map(\.bits)
      starts += [UInt32(spelling.count), UInt32(readings.count)]
    }
    var lemmaStarts: [UInt32] = [UInt32(spelling.count)]
    for lemma in lemmas {
      spelling += Array(lemma.utf8)
      lemmaStarts.append(UInt32(spelling.count))
    }
    var bytes = Self.magic
    func append(_ numbers: [UInt32]) {
      for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    }
    append([Self.version])
    bytes += source
    append([
      UInt32(slotCount), UInt32(forms.count), UInt32(readings.count), UInt32(lemmas.count), UInt32(spelling.count),
    ])
    append(slots)
    append(starts)
    for reading in readings { withUnsafeBytes(of: reading.littleEndian) { bytes += $0 } }
    append(lemmaStarts)
    append(senses)
    return bytes + spelling
  }
}
