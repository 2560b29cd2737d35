/// A stretch of a text with what stands around it, for a person to read.
enum Context {
  /// `… bombing an area west of [Damascus], with reports …`, in one line.
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let before = bytes[boundary(bytes, range.lowerBound - 32)..<range.lowerBound]
    let after = bytes[range.upperBound..<boundary(bytes, range.upperBound + 32)]
    return line(before) + "[" + line(bytes[range]) + "]" + line(after)
  }

  private static func boundary(_ bytes: [UInt8], _ wanted: Int) -> Int {
    var index = min(max(0, wanted), bytes.count)
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
