import Lexicons

/// A column of numbers in a compiled gazetteer; what lies outside of it is 0, whatever a damaged file asks for.
struct Column {
  let bytes: UnsafeRawBufferPointer

  @inline(__always)
  func u32(_ index: Int) -> UInt32 {
    guard index >= 0, index &* 4 &+ 4 <= bytes.count else { return 0 }
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
  }

  @inline(__always)
  func u64(_ index: Int) -> UInt64 {
    guard index >= 0, index &* 8 &+ 8 <= bytes.count else { return 0 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
  }

  func bytes(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
    guard start >= 0, start <= end, end <= bytes.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }
}

/// Where the sections of a compiled gazetteer lie.
struct GazetteerSections: Sendable {
  private var places: [Range<Int>] = Array(repeating: 0..<0, count: GazetteerSection.allCases.count + 1)
  /// SHA-256 of what it was made from.
  let source: [UInt8]
  /// SHA-256 of the sections.
  let checksum: [UInt8]
  /// Where the first section begins.
  let start: Int

  /// Reads the head; nil if the bytes are no gazetteer of this version, or were cut off.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= GazetteerHead.fixedSize, bytes.starts(with: GazetteerHead.magic) else { return nil }
    let head = Column(bytes: bytes)
    let count = Int(head.u32(3))
    guard head.u32(2) == GazetteerHead.version, count == GazetteerSection.allCases.count,
      head.u64(2) == UInt64(bytes.count), bytes.count >= GazetteerHead.size(sections: count)
    else { return nil }
    source = Array(bytes[24..<56])
    checksum = Array(bytes[56..<88])
    start = GazetteerHead.size(sections: count)
    for entry in 0..<count {
      let row = Column(bytes: head.bytes(GazetteerHead.fixedSize + entry * GazetteerHead.entrySize, start))
      let (offset, length) = (row.u64(1), row.u64(2))
      guard let section = GazetteerSection(rawValue: row.u32(0)), offset <= UInt64(bytes.count),
        length <= UInt64(bytes.count) - offset
      else { return nil }
      places[Int(section.rawValue)] = Int(offset)..<Int(offset + length)
    }
  }

  /// The bytes of a section.
  func column(_ section: GazetteerSection, of bytes: UnsafeRawBufferPointer) -> Column {
    let place = places[Int(section.rawValue)]
    guard place.upperBound <= bytes.count else { return Column(bytes: UnsafeRawBufferPointer(start: nil, count: 0)) }
    return Column(bytes: UnsafeRawBufferPointer(rebasing: bytes[place]))
  }
}
