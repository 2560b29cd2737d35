/// Where the bytes of an extracted text stand in the text that was given: extraction may drop marks and mend letters.
struct TextAlignment {
  /// For each byte of the extracted text its place in the given one, or -1; nil where both are the same.
  private let places: [Int32]?

  /// Aligns from left to right: what differs is passed over, up to some thousand bytes at a time.
  init(extracted: [UInt8], given: [UInt8], from first: Int = 0) {
    if first == 0, extracted == given {
      places = nil
      return
    }
    var places = [Int32](repeating: -1, count: extracted.count)
    var (left, right) = (0, first)
    while left < extracted.count, right < given.count {
      if extracted[left] == given[right] {
        places[left] = Int32(right)
        left += 1
        right += 1
        continue
      }
      guard let skip = Self.skip(extracted[left...], given[right...]) else {
        left += 1
        continue
      }
      left += skip.left
      right += skip.right
    }
    self.places = places
  }

  /// The place of a stretch; nil where its ends have none.
  func range(_ range: Range<Int>) -> Range<Int>? {
    guard let places else { return range }
    guard !range.isEmpty, range.upperBound <= places.count else { return nil }
    let (first, last) = (Int(places[range.lowerBound]), Int(places[range.upperBound - 1]))
    return first >= 0 && last >= first ? first..<(last + 1) : nil
  }

  /// The stretch of the extracted text that a stretch of the given one has become; nil where its ends have no counterpart.
  func extractedRange(_ given: Range<Int>) -> Range<Int>? {
    guard let places else { return given }
    guard !given.isEmpty, let first = places.firstIndex(of: Int32(given.lowerBound)),
      let last = places[first...].firstIndex(of: Int32(given.upperBound - 1))
    else { return nil }
    return first..<(last + 1)
  }

  /// One past the last byte of the given text that has a counterpart.
  func end(given count: Int) -> Int {
    guard let places else { return count }
    return Int(places.last { $0 >= 0 } ?? -1) + 1
  }

  /// How far to go on in each so that both have the same half dozen bytes again.
  private static func skip(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> (left: Int, right: Int)? {
    for total in 1...4096 {
      // A replaced letter first, then what one of them lacks.
      for share in [total / 2, 0, total] where agrees(left.dropFirst(share), right.dropFirst(total - share)) {
        return (share, total - share)
      }
    }
    return nil
  }

  private static func agrees(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    let count = min(6, left.count, right.count)
    return count > 0 && left.prefix(count) == right.prefix(count)
  }
}
