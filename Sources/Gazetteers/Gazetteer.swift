internal import Digest
public import DocumentModel
public import Lexicons

/// All entities of a ruleset and the names they are known by, compiled: the bytes are used as they lie, in memory or
/// mapped from a file, so that opening costs the same for ten names and for ten million.
///
/// Only read; shared by all threads. Any bytes are safe to ask: what a damaged file says is at worst not found.
public struct Gazetteer: Sendable {
  let data: any HeldBytes
  let sections: GazetteerSections
  let spelling: NameSpelling
  let labels: [String]
  /// How many entities there are.
  public let count: Int
  /// How many ways of writing them are known.
  public let nameCount: Int

  /// Opens compiled bytes. Reads the head, the letters and the labels: a hundred kilobytes, whatever the size.
  ///
  /// - Parameter source: what the gazetteer must have been made from; nil for anything.
  /// - Returns: nil if the bytes are no gazetteer of this version, were cut off, or were made from something else.
  public init?(_ data: any HeldBytes, source: [UInt8]? = nil) {
    var opened: (GazetteerSections, NameSpelling, [String], Int, Int)?
    data.withBytes { bytes in
      guard let sections = GazetteerSections(bytes), source == nil || source == sections.source else { return }
      let letters = sections.column(.letters, of: bytes)
      let joints = sections.column(.joints, of: bytes)
      guard let table = NameLetters(entries: (0..<(letters.bytes.count / 8)).map { letters.u64($0) }) else { return }
      let words = (0..<(joints.bytes.count / 8)).map { joints.u64($0) }
      let elisionCount = min(Int(truncatingIfNeeded: words.first ?? 0), max(0, words.count - 1))
      guard elisionCount >= 0 else { return }
      let spelling = NameSpelling(
        letters: table, elisions: Array(words.dropFirst().prefix(elisionCount)),
        articles: Array(words.dropFirst(1 + elisionCount)))
      let labels = String(decoding: sections.column(.labels, of: bytes).bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      opened = (
        sections, spelling, labels, sections.column(.facts, of: bytes).bytes.count / EntityFacts.size,
        sections.column(.meanings, of: bytes).bytes.count / NameMeaning.size
      )
    }
    guard let opened else { return nil }
    self.data = data
    (sections, spelling, labels, count, nameCount) = opened
  }

  /// Whether the sections are those that were written: reads all of them.
  public var isWhole: Bool {
    data.withBytes { bytes in
      var checksum = SHA256Stream()
      let start = (sections.start + 7) / 8 * 8
      guard start <= bytes.count else { return false }
      checksum.update(UnsafeRawBufferPointer(rebasing: bytes[start...]))
      return checksum.digest() == sections.checksum
    }
  }

  // MARK: - Entities

  /// The type of the entity at a position.
  public func type(of position: Int) -> EntityType { fact(position) { Self.type($0.u32(position * 6)) } }

  /// Prominence of the entity at a position, from 1 to 9.
  public func prior(of position: Int) -> Int { fact(position) { Int($0.u32(position * 6) >> 8 & 0xFF) } }

  static func type(_ row: UInt32) -> EntityType {
    let index = Int(row & 0xFF)
    return index < EntityType.allCases.count ? EntityType.allCases[index] : .place
  }

  private func fact<Value>(_ position: Int, _ read: (Column) -> Value) -> Value {
    data.withBytes { read(sections.column(.facts, of: $0)) }
  }

  private func label(_ index: Int) -> String { index < labels.count ? labels[index] : "" }

  /// The entity at a position, read anew from its bytes.
  public subscript(position: Int) -> Entity {
    data.withBytes { bytes in
      let facts = sections.column(.facts, of: bytes)
      let starts = sections.column(.cellStarts, of: bytes)
      let row = facts.u32(position * 6)
      let start = Int(truncatingIfNeeded: starts.u64(position))
      let end = Int(truncatingIfNeeded: starts.u64(position + 1))
      return EntityCells.entity(
        in: sections.column(.cells, of: bytes).bytes(start, end), type: Self.type(row),
        feature: label(Int(row >> 16 & 0xFFFF)), prior: Int(row >> 8 & 0xFF),
        population: Int(facts.u32(position * 6 + 5)))
    }
  }

  /// The position of an entity, by its id.
  public func position(of id: String) -> Int? {
    let wanted = Array(id.utf8)
    return data.withBytes { bytes in
      let slots = sections.column(.identities, of: bytes)
      let starts = sections.column(.cellStarts, of: bytes)
      let cells = sections.column(.cells, of: bytes)
      let count = slots.bytes.count / 4
      guard count > 0, count & (count - 1) == 0 else { return nil }
      var slot = wanted.withUnsafeBufferPointer { Int(truncatingIfNeeded: IdentityTable.hash($0)) } & (count - 1)
      for _ in 0..<count {
        let found = Int(slots.u32(slot)) - 1
        guard found >= 0 else { return nil }
        let start = Int(truncatingIfNeeded: starts.u64(found))
        let end = Int(truncatingIfNeeded: starts.u64(found + 1))
        if EntityCells.id(in: cells.bytes(start, end)).elementsEqual(wanted) { return found }
        slot = (slot + 1) & (count - 1)
      }
      return nil
    }
  }

  /// The entity with an id.
  public func entity(_ id: String) -> Entity? { position(of: id).map { self[$0] } }

  /// The entity of a country, by its ISO code.
  public func country(_ code: String) -> Entity? { entity("country-" + code.lowercased()) }
}
