/// Finds entities by their ids: slots of positions plus 1, by the hash of the id.
struct IdentityTable {
  private(set) var slots = [UInt32](repeating: 0, count: 1 << 10)
  private var count = 0

  static func hash(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 { NameHash.of(id).hash }

  /// Adds an entity; false if one of that id is there.
  mutating func insert(_ id: String, _ entity: UInt32, idAt: (UInt32) -> ArraySlice<UInt8>) -> Bool {
    let bytes = Array(id.utf8)
    let hash = bytes.withUnsafeBufferPointer { Self.hash($0) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if idAt(slots[slot] - 1).elementsEqual(bytes) { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = entity + 1
    count += 1
    if count * 2 > slots.count { grow(entity, idAt, bytes) }
    return true
  }

  /// The entity just added has no cells yet, so its id is handed in.
  private mutating func grow(_ newest: UInt32, _ idAt: (UInt32) -> ArraySlice<UInt8>, _ id: [UInt8]) {
    let old = slots
    slots = [UInt32](repeating: 0, count: old.count * 2)
    for entity in old where entity != 0 {
      let hash =
        entity - 1 == newest
        ? id.withUnsafeBufferPointer { Self.hash($0) }
        : idAt(entity - 1).withUnsafeBufferPointer { Self.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entity
    }
  }

  /// The entity of an id; `id` gives the bytes of an entity's id.
  func find(_ id: String, idAt: (UInt32) -> ArraySlice<UInt8>) -> UInt32? {
    let bytes = Array(id.utf8)
    let hash = bytes.withUnsafeBufferPointer { Self.hash($0) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if idAt(slots[slot] - 1).elementsEqual(bytes) { return slots[slot] - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
