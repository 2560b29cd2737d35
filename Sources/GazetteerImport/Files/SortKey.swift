/// What rows are sorted by: the letters of an id, then its number as a number, then the rest.
///
/// Written so that comparing bytes gives the order: `gn-9` comes before `gn-10`.
enum SortKey {
  /// The key of an id.
  static func bytes(of id: String) -> [UInt8] {
    let utf8 = Array(id.utf8)
    let first = utf8.firstIndex { isDigit($0) } ?? utf8.count
    var last = first
    while last < utf8.count, isDigit(utf8[last]) { last += 1 }
    return bytes(letters: utf8[..<first], digits: utf8[first..<last], rest: utf8[last...])
  }

  /// The key of a number without letters.
  static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
  }

  private static func bytes(letters: ArraySlice<UInt8>, digits: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) -> [UInt8] {
    // A longer number without leading zeros is a larger one.
    let number = digits.drop { $0 == 0x30 }
    return letters + [0, UInt8(truncatingIfNeeded: number.count)] + number + [0] + rest
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
