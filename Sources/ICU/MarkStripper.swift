internal import CICU

/// Takes the accents off words: *perché* becomes *perche*, *Şanlıurfa* becomes *Sanlıurfa*.
///
/// Defined as NFD, without non-spacing marks, NFC. Letters of the Latin blocks come from a table that is built once;
/// other scripts ask ICU. A letter that has no decomposition stays: `ø`, `đ`, `ı`, `ß`.
///
/// Sendable notes: an immutable value; share it among threads.
public struct MarkStripper: Sendable {
  private static let first: ClosedRange<UInt32> = 0x00C0...0x024F
  private static let second: ClosedRange<UInt32> = 0x1E00...0x1EFF

  /// The bare scalar of each in `first`, then of each in `second`.
  private let table: [UInt16]

  /// Builds the table with a few hundred calls of ICU, under a millisecond.
  ///
  /// - Throws: ``ICUError`` if ICU's data is missing.
  public init() throws(ICUError) {
    var table: [UInt16] = []
    table.reserveCapacity(Self.first.count + Self.second.count)
    for value in [Self.first, Self.second].joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bare = try Self.stripByICU(Array(String(scalar).utf8).span)
      let scalars = String(decoding: bare, as: UTF8.self).unicodeScalars
      // One letter each, below U+10000: a test walks the whole table against ICU.
      table.append(UInt16(truncatingIfNeeded: scalars.first?.value ?? value))
    }
    self.table = table
  }

  /// The word without its marks, NFC. Give one word or one name of valid UTF-8.
  ///
  /// Words of Latin letters cost some nanoseconds a byte; ASCII is handed back without a copy.
  ///
  /// - Throws: ``ICUError`` for a text of 512 MiB or more.
  public func strip(_ word: [UInt8]) throws(ICUError) -> [UInt8] {
    guard word.contains(where: { $0 >= 0x80 }) else { return word }
    if let bare = stripByTable(word.span) { return bare }
    return try Self.stripByICU(word.span)
  }

  /// The same for a part of a text.
  public func strip(_ word: ArraySlice<UInt8>) throws(ICUError) -> [UInt8] {
    guard word.contains(where: { $0 >= 0x80 }) else { return [UInt8](word) }
    if let bare = stripByTable(word.span) { return bare }
    return try Self.stripByICU(word.span)
  }

  /// Nil as soon as a scalar stands outside of the table and of what surely stays.
  private func stripByTable(_ word: Span<UInt8>) -> [UInt8]? {
    var bare: [UInt8] = []
    bare.reserveCapacity(word.count)
    var at = 0
    while at < word.count {
      let lead = word[at]
      var value: UInt32
      switch lead {
      case ..<0x80:
        bare.append(lead)
        at += 1
        continue
      case 0xC3..<0xCA where at + 1 < word.count:
        value = UInt32(lead & 0x1F) << 6 | UInt32(word[at + 1] & 0x3F)
        at += 2
      case 0xE1 where at + 2 < word.count:
        value = 0x1000 | UInt32(word[at + 1] & 0x3F) << 6 | UInt32(word[at + 2] & 0x3F)
        at += 3
      case 0xE2 where at + 2 < word.count && word[at + 1] == 0x80 && (0x90...0xA6).contains(word[at + 2]):
        // Dashes, quotation marks, the ellipsis: they stand in words such as "l’Isis" and bear no mark.
        bare.append(contentsOf: [lead, word[at + 1], word[at + 2]])
        at += 3
        continue
      default:
        return nil
      }
      if Self.first.contains(value) {
        value = UInt32(table[Int(value - Self.first.lowerBound)])
      } else if Self.second.contains(value) {
        value = UInt32(table[Self.first.count + Int(value - Self.second.lowerBound)])
      } else {
        return nil
      }
      append(value, to: &bare)
    }
    return bare
  }

  private func append(_ value: UInt32, to bytes: inout [UInt8]) {
    switch value {
    case ..<0x80: bytes.append(UInt8(value))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(value >> 6))
      bytes.append(0x80 | UInt8(value & 0x3F))
    default:
      bytes.append(0xE0 | UInt8(value >> 12))
      bytes.append(0x80 | UInt8(value >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(value & 0x3F))
    }
  }

  /// The definition itself, for any script: some hundred nanoseconds a word.
  static func stripByICU(_ word: Span<UInt8>) throws(ICUError) -> [UInt8] {
    var status: Int32 = 0
    guard let bytes = word.withCBytes({ cicu_strip_marks($0, $1, &status) }) else {
      throw ICUError(
        action: "take the marks off a word", subject: "\(word.count) bytes", status: status, remedy: Remedy.text)
    }
    return takeBytes(bytes)
  }
}
