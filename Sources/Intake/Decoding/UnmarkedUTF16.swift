/// UTF-16 that begins without a byte-order mark.
///
/// Spaces, digits and Latin letters have a zero in the high half of each pair and never in the low one; other letters of
/// a text share one high half, or stand among the Han. A file of numbers or pictures has no such order.
enum UnmarkedUTF16 {
  /// How many bytes are looked at.
  private static let sampleLimit = 64 * 1024

  /// `UTF-16LE`, `UTF-16BE`, or nil for what is neither.
  static func charset(of bytes: [UInt8]) -> String? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2), bytes.contains(0) else { return nil }
    let sample = bytes.prefix(sampleLimit)
    var even = [Int](repeating: 0, count: 256)
    var odd = [Int](repeating: 0, count: 256)
    for at in stride(from: 0, to: sample.count - 1, by: 2) {
      even[Int(sample[at])] += 1
      odd[Int(sample[at + 1])] += 1
    }
    let isLittle = odd[0] > even[0]
    let high = isLittle ? odd : even
    let low = isLittle ? even : odd
    let pairs = sample.count / 2
    guard high[0] * 20 >= pairs, low[0] * 50 <= high[0] else { return nil }
    let script = high.dropFirst().max() ?? 0
    // Small letters of ASCII look like the high halves of Han; real Han has all kinds of low halves.
    let isASCII = low[0x20...0x7E].reduce(0, +) * 10 >= pairs * 7
    let han = isASCII ? 0 : high[0x4E...0x9F].reduce(0, +)
    return (high[0] + max(script, han)) * 10 >= pairs * 7 ? (isLittle ? "UTF-16LE" : "UTF-16BE") : nil
  }
}
