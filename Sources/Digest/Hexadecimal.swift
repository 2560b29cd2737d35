/// Bytes in hexadecimal digits, two a byte.
public enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Lower-case digits, the high half of each byte first.
  public static func string(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0xF)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension SHA256 {
  /// A digest, or its beginning, in lower-case hexadecimal digits.
  public static func hex(_ digest: some Collection<UInt8>) -> String { Hexadecimal.string(digest) }
}
