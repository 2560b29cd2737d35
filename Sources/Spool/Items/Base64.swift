/// Base64 with padding (RFC 4648), for names in JSON.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var position = 0
    while position < bytes.count {
      let piece = bytes[position..<min(position + 3, bytes.count)]
      var group: UInt32 = 0
      for offset in 0..<3 { group = group << 8 | UInt32(offset < piece.count ? piece[position + offset] : 0) }
      for offset in 0..<4 {
        let digit = Int(group >> UInt32(18 - 6 * offset) & 63)
        result.append(offset <= piece.count ? alphabet[digit] : 0x3d)
      }
      position += 3
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func bytes(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    var group: UInt32 = 0
    var bits = 0
    for byte in text.utf8 where byte != 0x3d {
      guard let digit = alphabet.firstIndex(of: byte) else { return nil }
      group = group << 6 | UInt32(digit)
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
      }
    }
    return result
  }
}
