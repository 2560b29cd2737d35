public import DocumentModel
public import Lexicons

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

  /// The entities, in the order of the files.
  public private(set) var entities: [Entity] = []
  private(set) var names = PhraseTable<Meaning>()
  private var positions: [String: Int] = [:]
  /// How many names the entities have together.
  public private(set) var aliasCount = 0

  /// Makes an empty gazetteer.
  public init() {}

  /// Adds the entities of a file.
  ///
  /// - Parameters:
  ///   - regionName: the name of an ISO 3166 code in a language, for countries that give none of their own.
  ///   - words: cuts a name into accentless words and adds them to the vocabulary.
  public mutating func add(
    file: String, bytes: [UInt8], regionName: (_ code: String, _ language: String) -> String?,
    words: (String) throws(LexiconError) -> [Int32]
  ) throws(LexiconError) {
    for entry in try EntryReader.entries(file: file, bytes: bytes, regionName: regionName) {
      guard positions[entry.entity.id] == nil else {
        throw LexiconError(
          file: file, line: nil, message: "The id \(entry.entity.id) is given twice.",
          remedy: "Rename one, or put both lines together.")
      }
      let position = Int32(entities.count)
      positions[entry.entity.id] = entities.count
      entities.append(entry.entity)
      var seen: [[Int32]] = []
      for alias in entry.aliases {
        let phrase = try words(alias.text)
        let isNew = !seen.contains(phrase)
        if isNew { seen.append(phrase) }
        guard !phrase.isEmpty, isNew || alias.rule != .title || !alias.context.isEmpty else { continue }
        var context: [Int32] = []
        for word in alias.context { context += try words(word) }
        let (capitals, allCapitals) = NameCase.capitals(of: alias.text)
        names.insert(
          phrase,
          Meaning(
            entity: position, rule: alias.rule, isNominal: alias.isNominal, capitals: capitals,
            allCapitals: allCapitals, context: context, language: alias.language))
        aliasCount += 1
      }
    }
  }

  /// The position of an entity, by its id.
  public func position(of id: String) -> Int? { positions[id] }

  /// The entity with an id.
  public func entity(_ id: String) -> Entity? { positions[id].map { entities[$0] } }

  /// The entity of a country, by its ISO code.
  public func country(_ code: String) -> Entity? { entity("country-" + code.lowercased()) }
}
