internal import Digest
import DocumentModel

/// A compiled gazetteer as pieces of bytes, in order: written one behind the other they are its file.
public struct GazetteerImage: Sendable {
  /// The pieces; the first is the head.
  public let pieces: [[UInt8]]

  /// All in one.
  public var bytes: [UInt8] {
    var whole: [UInt8] = []
    whole.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces { whole += piece }
    return whole
  }
}

extension GazetteerCompiler {
  /// Lays the gazetteer out. The compiler is empty afterwards.
  ///
  /// - Parameter source: SHA-256 of what the tables were read from; who opens the file asks for it.
  public consuming func image(source: [UInt8]) -> GazetteerImage {
    resolveParents()
    let order = names.sorted()
    let same = merged(order)
    let trie = names.trie(order, words: book.count) { same[Int($0)] }
    let (slots, filter, smallFilter) = book.tables(small: names.smallOpeners)
    names = NameStore()
    var sections: [(GazetteerSection, UInt32, [UInt8])] = []
    func add<Element>(_ section: GazetteerSection, _ elements: [Element]) {
      // Every kind of machine that Swift runs on here is little-endian, as the file is.
      sections.append((section, UInt32(MemoryLayout<Element>.stride), elements.withUnsafeBytes { Array($0) }))
    }
    add(.letters, spelling.letters.entries)
    add(.joints, [UInt64(spelling.elisions.count)] + spelling.elisions + spelling.articles)
    add(.filter, filter)
    add(.smallFilter, smallFilter)
    add(.slots, slots)
    add(.wordStarts, book.starts)
    add(.spellings, book.spellings)
    add(.openers, trie.openers)
    add(.stateWords, trie.stateWords)
    add(.stateChildren, trie.childStarts)
    add(.stateMeanings, trie.meaningStarts)
    add(.meanings, trie.meanings)
    add(.contexts, contexts)
    add(.facts, facts)
    add(.cellStarts, cellStarts)
    add(.cells, cells)
    add(.identities, identities.slots)
    add(.labels, Array(labels.map { $0 + "\n" }.joined().utf8))
    var classes = [UInt8](repeating: 0, count: book.count)
    for (word, kind) in self.classes { classes[Int(word)] = kind.rawValue }
    add(.wordClasses, classes)
    return Self.laidOut(sections, source: source)
  }

  private mutating func resolveParents() {
    let (starts, cells) = (cellStarts, cells)
    for (entity, id) in parents {
      let found = identities.find(id) { entity in
        let start = Int(starts[Int(entity)])
        return cells[(start + 1)..<(start + 1 + Int(cells[start]))]
      }
      if let found { facts[entity].parent = found + 1 }
    }
    parents = []
  }

  /// For each entity the one that it is the same as: a town of the world's table is the one that a curated table has by
  /// one of its names, in the same country, and not thirty kilometres away.
  private mutating func merged(_ order: [UInt32]) -> [UInt32] {
    var same = Array(0..<UInt32(facts.count))
    names.forEachHomonym(in: order) { run in
      for later in run.dropFirst() {
        let candidate = names.meanings[Int(later)].entity
        guard same[Int(candidate)] == candidate else { continue }
        for earlier in run {
          let entity = same[Int(names.meanings[Int(earlier)].entity)]
          guard entity < candidate, Self.isSamePlace(facts[Int(entity)], facts[Int(candidate)]) else { continue }
          same[Int(candidate)] = entity
          facts[Int(entity)].population = max(facts[Int(entity)].population, facts[Int(candidate)].population)
          break
        }
      }
    }
    return same
  }

  /// Only what was counted, by people, can be the same as what was not.
  private static func isSamePlace(_ curated: EntityFacts, _ counted: EntityFacts) -> Bool {
    guard curated.type == counted.type, curated.feature == counted.feature, curated.country == counted.country,
      curated.population == 0 || counted.population == curated.population, counted.population > 0,
      curated.longitude != EntityFacts.unknown, counted.longitude != EntityFacts.unknown
    else { return false }
    // A degree of latitude is 111 km; one of longitude less, never more.
    return abs(Int(curated.longitude) - Int(counted.longitude)) < 3_500
      && abs(Int(curated.latitude) - Int(counted.latitude)) < 2_700
  }

  private static func laidOut(
    _ sections: [(section: GazetteerSection, size: UInt32, bytes: [UInt8])], source: [UInt8]
  ) -> GazetteerImage {
    var offset = GazetteerHead.size(sections: sections.count)
    offset += (8 - offset % 8) % 8
    var table: [UInt8] = []
    var pieces: [[UInt8]] = []
    var checksum = SHA256Stream()
    func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
      withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
    for (section, size, bytes) in sections {
      append(section.rawValue, to: &table)
      append(size, to: &table)
      append(UInt64(offset), to: &table)
      append(UInt64(bytes.count), to: &table)
      var piece = bytes
      piece += repeatElement(0, count: (8 - bytes.count % 8) % 8)
      checksum.update(piece)
      offset += piece.count
      pieces.append(piece)
    }
    var head = GazetteerHead.magic
    append(GazetteerHead.version, to: &head)
    append(UInt32(sections.count), to: &head)
    append(UInt64(offset), to: &head)
    head += (source + repeatElement(0, count: 32)).prefix(32)
    head += checksum.digest()
    head += table
    head += repeatElement(0, count: (8 - head.count % 8) % 8)
    return GazetteerImage(pieces: [head] + pieces)
  }
}
