/// The spelling by which words are looked up: small letters, one kind of apostrophe. Bytes in, bytes out, without a call
/// into ICU, since nearly every word of a text asks for it.
enum FoldedWord {
  /// Appends the folded bytes of a stretch of UTF-8.
  static func append(_ bytes: some Collection<UInt8>, to folded: inout [UInt8]) {
    for byte in bytes {
      if byte >= 0x41, byte <= 0x5A {
        folded.append(byte | 0x20)
      } else if byte >= 0x80, byte <= 0x9E, byte != 0x97, folded.last == 0xC3 {
        // "À" to "Þ" are the small letters without one bit.
        folded.append(byte | 0x20)
      } else if byte == 0x99 || byte == 0x98, folded.suffix(2).elementsEqual([0xE2, 0x80]) {
        folded.removeLast(2)
        folded.append(UInt8(ascii: "'"))
      } else {
        folded.append(byte)
      }
    }
  }

  /// The folded bytes of a stretch of UTF-8.
  static func of(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    append(bytes, to: &folded)
    return folded
  }

  /// A number for a folded word (FNV-1a, then mixed).
  static func hash(_ word: some Collection<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ hash >> 29
  }
}
