/// Gathers the spellings of one entity: each once, and the likeliest ones where not all may stay.
struct AliasList {
  private struct Spelling {
    var text: String
    var script: Script
    var count: Int
    /// Set by an editor: it goes before all others.
    var isChosen: Bool
  }

  private let fold: NameFold
  private var spellings: [Spelling] = []
  private var positions: [[UInt8]: Int] = [:]
  private var names: Set<[UInt8]> = []
  private var reserved: Set<[UInt8]> = []

  init(_ fold: NameFold) {
    self.fold = fold
  }

  /// Begins an entity. Spellings of what folds to one of `names` are left out, as are the `reserved` ones: of others.
  mutating func begin(names: [String], reserved: Set<[UInt8]> = []) throws(ImportError) {
    spellings.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    self.names.removeAll(keepingCapacity: true)
    self.reserved = reserved
    for name in names where !name.isEmpty { self.names.insert(try fold.fold(name)) }
  }

  /// Adds a spelling if a paper could print it.
  mutating func add(_ bytes: Bytes, isChosen: Bool = false) throws(ImportError) {
    let bytes = bytes.trimmed
    guard let script = AliasRules.script(of: bytes) else { return }
    let folded = try fold.fold(Array(bytes))
    if let known = positions[folded] {
      spellings[known].count += 1
      spellings[known].isChosen = spellings[known].isChosen || isChosen
      return
    }
    guard !folded.isEmpty, !names.contains(folded), !reserved.contains(folded) else { return }
    positions[folded] = spellings.count
    spellings.append(
      Spelling(text: String(decoding: bytes, as: UTF8.self), script: script, count: 1, isChosen: isChosen))
  }

  /// Adds a spelling if a paper could print it.
  mutating func add(_ text: String, isChosen: Bool = false) throws(ImportError) {
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { (bytes) throws(ImportError) in try add(bytes, isChosen: isChosen) }
  }

  /// The spellings in the order they came. Where there are more than `limit`, chosen ones stay first, then one of each
  /// script, then those most like the others.
  func texts(limit: Int, onlyLatin: Bool) -> [String] {
    let able = spellings.filter { $0.isChosen || !onlyLatin || $0.script == .latin }
    guard able.count > limit else { return able.map(\.text) }
    let likeness = Likeness(able.map { ($0.text, $0.script, $0.count) })
    let ranks = able.map { ($0.isChosen ? 1 : 0, likeness.isCommon($0.text) ? 1 : 0, likeness.of($0.text, $0.script)) }
    let ranked = able.indices.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] > ranks[$1] }
    var seen: Set<Script> = []
    var first: [Int] = []
    var others: [Int] = []
    for index in ranked {
      if able[index].isChosen || (able[index].script != .latin && seen.insert(able[index].script).inserted) {
        first.append(index)
      } else {
        others.append(index)
      }
    }
    return (first + others).prefix(limit).sorted().map { able[$0].text }
  }
}
