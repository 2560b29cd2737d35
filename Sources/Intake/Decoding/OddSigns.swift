internal import ICU

/// The signs that the bytes of UTF-8 become when they are read as a charset of one byte a letter.
struct OddSigns: Sendable {
  /// A character that was misread.
  struct Character {
    var utf8: [UInt8]
    /// The byte behind its signs.
    var end: Int
    /// No text has these signs side by side.
    var isSure = false
    /// It belongs to another script than the signs.
    var isForeign = false
  }

  /// The charset's name.
  let name: String
  /// The byte that a scalar stands for.
  private let bytes: [UInt32: UInt8]

  /// The charsets that files are misread as: of Windows, of old Macs, of DOS.
  static let all = ["windows-1252", "macintosh", "IBM850"].compactMap { OddSigns($0) }

  private init?(_ name: String) {
    var bytes: [UInt32: UInt8] = [:]
    for byte in UInt8(0x80)...0xFF {
      do throws(ICUError) {
        let utf8 = try CharsetConverter.decode([byte], charset: name).utf8
        guard let scalar = String(decoding: utf8, as: UTF8.self).unicodeScalars.first else { continue }
        bytes[scalar.value] = byte
      } catch { return nil }
      // What a charset leaves unassigned goes through as it is, and so does all of ISO 8859-1.
      if name == "windows-1252", byte < 0xA0 { bytes[UInt32(byte)] = byte }
    }
    self.name = name
    self.bytes = bytes
  }

  /// The character whose signs begin at an offset.
  func character(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Character? {
    guard let lead = sign(at: start, in: text), lead.byte >= 0xC2, lead.byte <= 0xF4 else { return nil }
    let needed = lead.byte < 0xE0 ? 2 : lead.byte < 0xF0 ? 3 : 4
    var utf8 = [lead.byte]
    var end = lead.end
    var isOdd = false
    while utf8.count < needed {
      guard let next = sign(at: end, in: text), next.byte & 0xC0 == 0x80 else { return nil }
      isOdd = isOdd || Self.isOdd(next.value)
      utf8.append(next.byte)
      end = next.end
    }
    var decoder = UTF8()
    var iterator = utf8.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator), scalar.value >= 0x80 else { return nil }
    switch scalar.value {
    case 0xC0...0xFF: return Character(utf8: utf8, end: end, isSure: isOdd)
    // "Â°", "Â«", and the Latin letters of other languages follow only where something else is sure.
    case 0x80...0xBF, 0x100...0x17F: return Character(utf8: utf8, end: end)
    case 0x2010...0x203A, 0x20AC, 0x2122: return Character(utf8: utf8, end: end, isSure: true)
    case 0x370...0x6FF: return Character(utf8: utf8, end: end, isForeign: true)
    default: return needed > 2 ? Character(utf8: utf8, end: end) : nil
    }
  }

  /// Two signs that windows-1252 loses on the way: the last of "â€\u{9D}", and the hard space of "Ã\u{A0}".
  func broken(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Character? {
    guard name == "windows-1252", let lead = sign(at: start, in: text) else { return nil }
    if lead.byte == 0xE2, let second = sign(at: lead.end, in: text), second.byte == 0x80 {
      let isMarked = second.end + 2 < text.count && text[second.end] == 0xEF && text[second.end + 1] == 0xBF
      return Character(utf8: [0xE2, 0x80, 0x9D], end: isMarked ? second.end + 3 : second.end)
    }
    guard lead.byte == 0xC3, start > 0, (0x61...0x7A).contains(text[start - 1]) else { return nil }
    guard lead.end < text.count else { return Character(utf8: [0xC3, 0xA0], end: lead.end) }
    guard !Self.isLetter(text[lead.end]) else { return nil }
    // Of "cittÃ  caduta" one space was the letter's own; of "cittÃ caduta" both became one.
    let isOwn = lead.end + 1 < text.count && text[lead.end] == 0x20 && !Self.isLetter(text[lead.end + 1])
    return Character(utf8: [0xC3, 0xA0], end: isOwn ? lead.end + 1 : lead.end)
  }

  /// How many bytes a scalar of well-formed UTF-8 has.
  static func length(of lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  private func sign(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> (byte: UInt8, value: UInt32, end: Int)? {
    guard start < text.count, text[start] >= 0xC2 else { return nil }
    let length = Self.length(of: text[start])
    guard length < 4, start + length <= text.count else { return nil }
    var value = UInt32(text[start]) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[start + offset] & 0x3F) }
    guard let byte = bytes[value] else { return nil }
    return (byte, value, start + length)
  }

  /// A sign that does not stand behind a capital as a quotation mark, a dash or a space does: "IRMÃ»", "PERCHÉ”".
  private static func isOdd(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0, 0xAB, 0xBB, 0x2010...0x203A: false
    default: true
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }
}
