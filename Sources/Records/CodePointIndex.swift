/// Turns bytes of a UTF-8 text into code points.
///
/// Made once in one pass; a look-up counts at most one block of 64 bytes. Text without a multi-byte character needs no
/// table at all.
struct CodePointIndex {
  private let text: [UInt8]
  /// How many code points begin before each block; empty for ASCII.
  private let blocks: [Int]
  private static let blockSize = 64

  init(_ text: [UInt8]) {
    self.text = text
    blocks = text.withUnsafeBufferPointer { text in
      var all: UInt8 = 0
      for byte in text { all |= byte }
      guard all >= 0x80 else { return [] }
      var blocks: [Int] = []
      blocks.reserveCapacity(text.count / Self.blockSize + 1)
      var count = 0
      for start in stride(from: 0, to: text.count, by: Self.blockSize) {
        blocks.append(count)
        count += Self.codePoints(in: text[start..<min(start + Self.blockSize, text.count)])
      }
      return blocks
    }
  }

  /// How many code points begin before a byte, counted from 0; the text's length is allowed.
  func codePoints(before byte: Int) -> Int {
    precondition(byte >= 0 && byte <= text.count, "a span lies outside its text")
    guard !blocks.isEmpty else { return byte }
    let block = min(byte / Self.blockSize, blocks.count - 1)
    return text.withUnsafeBufferPointer {
      blocks[block] + Self.codePoints(in: $0[(block * Self.blockSize)..<byte])
    }
  }

  private static func codePoints(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    var count = 0
    for byte in bytes { count += byte & 0xC0 != 0x80 ? 1 : 0 }
    return count
  }
}
