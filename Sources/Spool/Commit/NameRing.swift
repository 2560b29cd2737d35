/// Names one after the other in one block of memory; the oldest go first.
struct NameRing {
  /// Where a name begins, counted from the first byte that was ever added, and its length.
  struct Place: Equatable {
    let start: UInt64
    let count: UInt32
  }

  let capacity: Int
  private var bytes: [UInt8] = []
  private var start: UInt64 = 0
  private var end: UInt64 = 0

  init(capacity: Int) {
    self.capacity = capacity
    bytes.reserveCapacity(capacity)
  }

  func hasRoom(for name: String) -> Bool { Int(end - start) + name.utf8.count <= capacity }

  /// Adds a name for which there is room.
  mutating func add(_ name: String) -> Place {
    let place = Place(start: end, count: UInt32(name.utf8.count))
    for byte in name.utf8 {
      let index = Int(end % UInt64(capacity))
      if index < bytes.count { bytes[index] = byte } else { bytes.append(byte) }
      end += 1
    }
    return place
  }

  /// A name that has not been removed.
  func text(at place: Place) -> String {
    let name = (0..<UInt64(place.count)).map { bytes[Int((place.start + $0) % UInt64(capacity))] }
    return String(decoding: name, as: UTF8.self)
  }

  /// Removes the name that was added first.
  mutating func removeOldest(_ place: Place) { start = place.start + UInt64(place.count) }
}
