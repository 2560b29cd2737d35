public import DocumentModel
import Lexicons

/// All entities of a ruleset and the names they are known by.
///
/// Built once, then only read; shared by all threads. Matching walks a trie over whole words, so a step costs one hash
/// look-up however many names there are, and nothing is ever found inside a word.
public struct Gazetteer: Sendable {
  /// What a name stands for, and under which conditions.
  struct Meaning: Sendable {
    var entity: Int32
    var rule: CaseRule
    var isNominal: Bool
    /// Bit n: the n-th word of the alias begins with a capital.
    var capitals: UInt32
    /// Bit n: the n-th word of the alias is all capitals.
    var allCapitals: UInt32
    var context: [Int32]
    var language: String?
  }

  /// What there is to know, behind one reference: readers of sentences copy a gazetteer for every sentence.
  @usableFromInline
  struct Tables: Sendable {
    @usableFromInline var entities: [Entity] = []
    var names = PhraseTable<Meaning>()
    var positions: [String: Int] = [:]
    var aliasCount = 0
  }

  @usableFromInline
  final class Shared: Sendable {
    @usableFromInline let tables: Tables

    init(_ tables: Tables) { self.tables = tables }
  }

  @usableFromInline var shared = Shared(Tables())

  /// The entities, in the order of the files.
  @inlinable public var entities: [Entity] { shared.tables.entities }
  /// How many names the entities have together.
  public var aliasCount: Int { shared.tables.aliasCount }
  var names: PhraseTable<Meaning> { shared.tables.names }

  /// Makes an empty gazetteer.
  public init() {}

  /// Adds the entities of a file.
  ///
  /// - Parameters:
  ///   - regionName: the name of an ISO 3166 code in a language, for countries that give none of their own.
  ///   - words: cuts a name into accentless words and adds them to the vocabulary.
  public mutating func add(
    file: String, bytes: [UInt8], regionName: (_ code: String, _ language: String) -> String?,
    words: (String) throws(RuleError) -> [Int32]
  ) throws(RuleError) {
    var tables = shared.tables
    // Let go of the old ones first, so that they grow in place.
    shared = Shared(Tables())
    defer { shared = Shared(tables) }
    for entry in try EntryReader.entries(file: file, bytes: bytes, regionName: regionName) {
      guard tables.positions[entry.entity.id] == nil else {
        throw RuleError(
          file: file, line: nil, message: "The id \(entry.entity.id) is given twice.",
          remedy: "Rename one, or put both lines together.")
      }
      let position = Int32(tables.entities.count)
      tables.positions[entry.entity.id] = tables.entities.count
      tables.entities.append(entry.entity)
      var seen: [[Int32]] = []
      for alias in entry.aliases {
        let phrase = try words(alias.text)
        let isNew = !seen.contains(phrase)
        if isNew { seen.append(phrase) }
        guard !phrase.isEmpty, isNew || alias.rule != .title || !alias.context.isEmpty else { continue }
        var context: [Int32] = []
        for word in alias.context { context += try words(word) }
        let (capitals, allCapitals) = NameCase.capitals(of: alias.text)
        tables.names.insert(
          phrase,
          Meaning(
            entity: position, rule: alias.rule, isNominal: alias.isNominal, capitals: capitals,
            allCapitals: allCapitals, context: context, language: alias.language))
        tables.aliasCount += 1
      }
    }
  }

  /// The position of an entity, by its id.
  public func position(of id: String) -> Int? { shared.tables.positions[id] }

  /// The entity with an id.
  public func entity(_ id: String) -> Entity? { position(of: id).map { entities[$0] } }

  /// The entity of a country, by its ISO code.
  public func country(_ code: String) -> Entity? { entity("country-" + code.lowercased()) }
}
