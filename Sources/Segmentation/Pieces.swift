/// Cuts what no full stop ends.
///
/// How clauses of one sentence hang together takes more than linear time to find out, and no reader of a report meets a
/// sentence of this length: a table that lost its line ends is one, or a list of names.
enum Pieces {
  /// A sentence has at most this many bytes.
  static let longest = 2_400

  /// The range in pieces of at most ``longest`` bytes, cut behind a semicolon, else a comma, else a space, else anywhere
  /// between two characters. Linear.
  static func pieces(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    while range.upperBound - start > longest {
      let end = cut(from: start, in: text)
      pieces.append(start..<end)
      start = end
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  /// Where a piece that begins at `start` ends: in the second half of what it may hold.
  private static func cut(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let earliest = start + longest / 2
    let latest = start + longest
    for mark in [UInt8(ascii: ";"), UInt8(ascii: ","), 0x20] {
      // A comma inside a number parts nothing.
      let found = text[earliest..<latest].indices.last {
        text[$0] == mark && (mark == 0x20 || isSpace(text[$0 + 1]))
      }
      if let found { return found + 1 }
    }
    var end = latest
    while end > earliest, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
