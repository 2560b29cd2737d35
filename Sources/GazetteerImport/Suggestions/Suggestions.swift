/// Gathers the unknown names of many records, for a person to choose from.
///
/// Names that differ in case, accents and signs only are one. What comes out depends on the records and on nothing else:
/// neither on their order nor on the time.
public struct Suggestions {
  /// A name of which records say what it seems to be.
  public struct Suggestion: Sendable, Hashable {
    /// The name as it is mostly written.
    public var name: String
    /// What it seems to be, in the word of the pipeline's tables.
    public var kind: String
    /// The type that it would have in a gazetteer.
    public var type: String
    /// Why, in one of the records.
    public var reason: String
    /// Its letters; empty if none are given.
    public var acronym: String
    /// The article of its letters; empty if none was used.
    public var article: String
    /// How often it stands in all records.
    public var count: Int
    /// In how many records.
    public var documents: Int
    /// Where it stands in one of them.
    public var example: String
    /// The name, folded, with hyphens: an id for its row.
    public var id: String
  }

  /// What is known of a name so far.
  private struct Group {
    var count = 0
    var documents = 0
    var spellings: [String: Int] = [:]
    var kinds: [String: Int] = [:]
    var acronyms: [String: Int] = [:]
    var articles: [String: Int] = [:]
    /// The reason and the example that come first in the alphabet.
    var reasons: [String: String] = [:]
    var examples: [String: String] = [:]
  }

  private let fold: NameFold
  private var groups: [[UInt8]: Group] = [:]
  /// How many records were read.
  public private(set) var records = 0

  /// Begins with nothing.
  public init() throws(ImportError) { fold = try NameFold() }

  /// Adds what a record says; fails if the bytes are none.
  public mutating func add(record bytes: [UInt8], file: String) throws(ImportError) {
    let record = try RecordNames.read(bytes, file: file)
    records += 1
    for name in record.names {
      guard let text = name.name.map(Self.line), !text.isEmpty, let mention = name.mentions.first else { continue }
      let key = try fold.fold(text)
      guard !key.isEmpty else { continue }
      let kind = name.kind + "\t" + name.type
      let example = record.example(mention)
      var group = groups[key] ?? Group()
      group.count += name.count
      group.documents += 1
      group.spellings[text, default: 0] += name.count
      group.kinds[kind, default: 0] += 1
      if let acronym = name.acronym { group.acronyms[acronym, default: 0] += 1 }
      if let article = name.article { group.articles[article, default: 0] += 1 }
      group.reasons[kind] = min(group.reasons[kind] ?? name.reason, name.reason)
      group.examples[kind] = min(group.examples[kind] ?? example, example)
      groups[key] = group
    }
  }

  /// The names that stand in at least so many records, those that stand most often first.
  ///
  /// - Parameters:
  ///   - leastCount: how often a name must stand in all records.
  ///   - leastDocuments: in how many records.
  ///   - kinds: the kinds that are asked for; all if it is empty.
  public func found(leastCount: Int = 1, leastDocuments: Int = 1, kinds: Set<String> = []) -> [Suggestion] {
    var found: [Suggestion] = []
    for (key, group) in groups where group.count >= leastCount && group.documents >= leastDocuments {
      let kind = Self.most(group.kinds)
      let parts = kind.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      guard parts.count == 2, kinds.isEmpty || kinds.contains(parts[0]) else { continue }
      found.append(
        Suggestion(
          name: Self.most(group.spellings), kind: parts[0], type: parts[1], reason: group.reasons[kind] ?? "",
          acronym: Self.most(group.acronyms), article: Self.most(group.articles), count: group.count,
          documents: group.documents, example: group.examples[kind] ?? "", id: Self.id(key)))
    }
    return found.sorted { one, other in
      (-one.count, -one.documents, one.id, one.name) < (-other.count, -other.documents, other.id, other.name)
    }
  }

  /// What was counted most often, the first in the alphabet of several; empty for nothing.
  private static func most(_ counts: [String: Int]) -> String {
    counts.min { one, other in one.value != other.value ? one.value > other.value : one.key < other.key }?.key ?? ""
  }

  /// "città di Katsalna" has the id `citta-di-katsalna`; a name without a Latin letter gets a number made of it.
  private static func id(_ key: [UInt8]) -> String {
    var id: [UInt8] = []
    for byte in key {
      if byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 {
        id.append(byte)
      } else if byte == 0x20, id.last != UInt8(ascii: "-"), !id.isEmpty {
        id.append(byte - 0x20 + UInt8(ascii: "-"))
      }
    }
    while id.last == UInt8(ascii: "-") { id.removeLast() }
    if id.contains(where: { $0 >= 0x61 }) { return String(decoding: id, as: UTF8.self) }
    let number = key.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return "name-\(String(number, radix: 16))"
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
