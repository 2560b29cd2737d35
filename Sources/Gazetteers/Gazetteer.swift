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
      var seen: Set<[Int32]> = []
      for alias in entry.aliases {
        let phrase = try words(alias.text)
        let isNew = seen.insert(phrase).inserted
        guard !phrase.isEmpty, isNew || alias.rule != .title || !alias.context.isEmpty else { continue }
        var context: [Int32] = []
        for word in alias.context { context += try words(word) }
        let (capitals, allCapitals) = Self.capitals(of: alias.text)
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

  /// Which words of a name begin with a capital, and which are all capitals.
  private static func capitals(of name: String) -> (UInt32, UInt32) {
    var capitals: UInt32 = 0
    var all: UInt32 = 0
    var index: UInt32 = 0
    // The words are those of the tokenizer: cut at spaces, hyphens, dots and after elisions.
    let separators: Set<Character> = [" ", "-", "(", ")", ".", "/", ","]
    for part in name.split(whereSeparator: { separators.contains($0) }) {
      for word in elided(part) where index < 32 {
        if word.first?.isUppercase == true { capitals |= 1 << index }
        let letters = word.filter(\.isLetter)
        if letters.count >= 2, letters.allSatisfy(\.isUppercase) { all |= 1 << index }
        index += 1
      }
    }
    return (capitals, all)
  }

  private static func elided(_ word: Substring) -> [Substring] {
    guard let apostrophe = word.firstIndex(where: { $0 == "'" || $0 == "’" }),
      apostrophe < word.index(before: word.endIndex),
      ["d", "l", "dell", "all", "nell", "sull", "dall", "un", "n", "s"].contains(word[..<apostrophe].lowercased())
    else { return [word] }
    return [word[...apostrophe], word[word.index(after: apostrophe)...]]
  }
}
