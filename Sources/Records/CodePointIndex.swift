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
    guard text.contains(where: { $0 >= 0x80 }) else {
      blocks = []
      return
    }
    var blocks: [Int] = []
    blocks.reserveCapacity(text.count / Self.blockSize + 1)
    var count = 0
    for (position, byte) in text.enumerated() {
      if position.isMultiple(of: Self.blockSize) { blocks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.blocks = blocks
  }

  /// How many code points begin before a byte, counted from 0; the text's length is allowed.
  func codePoints(before byte: Int) -> Int {
    precondition(byte >= 0 && byte <= text.count, "a span lies outside its text")
    guard !blocks.isEmpty else { return byte }
    let block = min(byte / Self.blockSize, blocks.count - 1)
    return text[(block * Self.blockSize)..<byte].reduce(blocks[block]) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
  }
}
