internal import Digest
public import DocumentModel
internal import ICU
import Lexicons

/// Turns tables of entities into a compiled gazetteer.
///
/// Tables are read one after the other, each row once, and kept as numbers: ten million names take three gigabytes
/// while they are compiled. The same tables in the same order give the same bytes.
public struct GazetteerCompiler {
  let spelling: NameSpelling
  let book = WordBook()
  var names = NameStore()
  var contexts: [UInt32] = []
  var facts: [EntityFacts] = []
  /// Where each entity's cells begin, and one more.
  var cellStarts: [UInt64] = [0]
  var cells: [UInt8] = []
  var labels: [String] = []
  /// The classes of the words that have any.
  var classes: [Int32: NameWordClass] = [:]
  private var labelNumbers: [String: Int] = [:]
  private var contextNumbers: [[UInt32]: UInt32] = [:]
  /// Ids in the order of the entities; each parent is looked up when all are known.
  var parents: [(entity: Int, id: String)] = []
  var identities = IdentityTable()
  private let articleWords: [Int32]
  private let joinedArticle: Int32
  private let regionName: (_ code: String, _ language: String) -> String?

  /// Makes a compiler.
  ///
  /// - Parameters:
  ///   - elisions: the words that an apostrophe cuts off, without it: `l`, `dell`, `un`.
  ///   - articles: the words that a hyphen joins to an Arabic name: `al`, `el`, `ad`. The first two are written apart at the
  ///     beginning of a name too.
  ///   - regionName: the name of an ISO 3166 code in a language, for countries that give none of their own.
  public init(
    elisions: [String], articles: [String], regionName: @escaping (_ code: String, _ language: String) -> String?
  ) throws(RuleError) {
    do throws(ICUError) {
      spelling = try NameSpelling(elisions: elisions, articles: articles)
    } catch {
      throw RuleError(
        file: "ICU", line: nil, message: error.description, remedy: "Install libicu72 and its data, then start again.")
    }
    self.regionName = regionName
    joinedArticle = book.number(of: NameSpelling.article)
    articleWords = articles.map { [book] in book.number(of: Array($0.utf8)) }
  }

  /// Adds a name of no entity in particular, in any case: what a plain list of names holds.
  public mutating func add(name: [UInt8]) {
    var phrase: [Int32] = []
    name.withUnsafeBufferPointer { name in
      NameScanner.forEachWord(in: name, 0..<name.count, spelling: spelling, numbering: book) {
        phrase.append($0.number)
      }
    }
    guard !phrase.isEmpty else { return }
    names.append(
      phrase,
      NameMeaning(
        entity: UInt32(facts.count), capitals: 0, allCapitals: 0, flags: UInt32(CaseRule.any.rawValue), context: 0))
    facts.append(
      EntityFacts(
        type: 1, prior: 1, feature: 0, country: 0, isImported: 0, parent: 0, longitude: EntityFacts.unknown,
        latitude: EntityFacts.unknown, population: 0))
    cellStarts.append(UInt64(cells.count))
  }

  /// Adds words that say what a name beside them is.
  ///
  /// - Parameter rows: words with the name of their class, as ``NameWordClass`` has them.
  public mutating func add(words rows: [(word: String, class: NameWordClass)]) {
    for (word, kind) in rows {
      guard let number = words(of: word).first?.number else { continue }
      classes[number, default: []].formUnion(kind)
    }
  }

  /// Adds the entities of a table.
  public mutating func add(file: String, bytes: [UInt8]) throws(RuleError) {
    var reader = try EntryReader(file: file, bytes: bytes, regionName: regionName)
    while let entry = try reader.next() {
      guard isNew(entry.entity.id) else {
        throw RuleError(
          file: file, line: reader.line, message: "The id \(entry.entity.id) is given twice.",
          remedy: "Rename one, or put both lines together.")
      }
      add(entry)
    }
  }

  /// Notes the id of the next entity; false if there is one of that id.
  private mutating func isNew(_ id: String) -> Bool {
    let (starts, cells) = (cellStarts, cells)
    return identities.insert(id, UInt32(facts.count)) { entity in
      // The first cell of each is its id, and no id is as long as 255 bytes.
      let start = Int(starts[Int(entity)])
      return cells[(start + 1)..<(start + 1 + Int(cells[start]))]
    }
  }

  private mutating func add(_ entry: Entry) {
    let entity = UInt32(facts.count)
    facts.append(facts(of: entry.entity))
    if let parent = entry.entity.parent { parents.append((Int(entity), parent)) }
    cells += EntityCells.bytes(of: entry.entity)
    cellStarts.append(UInt64(cells.count))
    var seen: Set<[Int32]> = []
    for alias in entry.aliases {
      let words = words(of: alias.text)
      let phrase = words.map(\.number)
      guard !phrase.isEmpty, seen.insert(phrase).inserted || alias.isMarked else { continue }
      add(phrase, words, alias, entity)
    }
  }

  private mutating func add(_ phrase: [Int32], _ words: [NameWord], _ alias: Alias, _ entity: UInt32) {
    var meaning = NameMeaning(
      entity: entity, capitals: 0, allCapitals: 0, flags: UInt32(alias.rule.rawValue), context: 0)
    for (position, word) in words.prefix(16).enumerated() {
      // The article of an Arabic name is written with either case: "Al-Shabaab", "al-Shabaab".
      guard phrase.count == 1 || word.number != joinedArticle else { continue }
      if word.isCapitalized { meaning.capitals |= 1 << UInt16(position) }
      if word.isAllCapitals { meaning.allCapitals |= 1 << UInt16(position) }
    }
    // "al-Shabaab" begins with a small letter, and is a name all the same.
    let isArabic = phrase.count > 1 && phrase[0] == joinedArticle
    if isArabic, alias.rule == .any, !alias.isNominal { meaning.flags = UInt32(CaseRule.title.rawValue) }
    if facts[Int(entity)].isImported != 0 { meaning.flags |= NameMeaning.imported }
    if alias.isBehindComma { meaning.flags |= NameMeaning.behindComma }
    if alias.isNominal { meaning.flags |= NameMeaning.nominal }
    meaning.flags |= UInt32(alias.kind.rawValue) << NameMeaning.kindShift
    if let language = alias.language { meaning.flags |= UInt32(label(language) + 1) << 8 }
    meaning.context = context(alias.context)
    names.append(phrase, meaning)
    guard phrase.count > 1, alias.rule != .any || isArabic else { return }
    for (position, word) in phrase.enumerated().dropLast() where position < 16 {
      // "al-Shabaab" is written "Al Shabaab" and "el-Shabaab" too, and the other way round; its capital says nothing.
      // Inside of a name all articles may stand apart, "Dayr Az Zawr"; at its beginning they are other words too.
      let others =
        word == joinedArticle
        ? (position > 0 ? articleWords : Array(articleWords.prefix(2)))
        : isArticle(word, position) ? [joinedArticle] : []
      for other in others {
        var (variant, varied) = (phrase, meaning)
        variant[position] = other
        varied.capitals &= ~(1 << UInt16(position))
        varied.allCapitals &= ~(1 << UInt16(position))
        names.append(variant, varied)
      }
    }
  }

  private func isArticle(_ word: Int32, _ position: Int) -> Bool {
    (position > 0 ? articleWords[...] : articleWords.prefix(2)).contains(word)
  }

  /// The words of a name, added where they are new.
  func words(of name: String) -> [NameWord] {
    var found: [NameWord] = []
    let bytes = Array(name.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      NameScanner.forEachWord(in: bytes, 0..<bytes.count, spelling: spelling, numbering: book) { found.append($0) }
    }
    return found
  }

  private mutating func facts(of entity: Entity) -> EntityFacts {
    func tenThousandths(_ text: String?) -> Int32 {
      text.flatMap { Double($0) }.map { Int32(($0 * 10_000).rounded()) } ?? EntityFacts.unknown
    }
    var country: UInt16 = 0
    if let code = entity.countries.first, code.utf8.count == 2 {
      country = code.utf8.reversed().reduce(0) { $0 << 8 | UInt16($1) }
    }
    return EntityFacts(
      type: UInt8(EntityType.allCases.firstIndex(of: entity.type) ?? 0), prior: UInt8(max(0, min(9, entity.prior))),
      feature: UInt16(truncatingIfNeeded: label(entity.feature)), country: country,
      isImported: entity.geonames == nil ? 0 : 1, parent: 0,
      longitude: tenThousandths(entity.coordinates?.longitude), latitude: tenThousandths(entity.coordinates?.latitude),
      population: UInt32(max(0, min(entity.population ?? 0, 2_000_000_000))))
  }

  private mutating func label(_ text: String) -> Int {
    if let known = labelNumbers[text] { return known }
    labelNumbers[text] = labels.count
    labels.append(text)
    return labels.count - 1
  }

  /// Where a list of context words stands, plus 1; many names share one.
  private mutating func context(_ texts: [String]) -> UInt32 {
    guard !texts.isEmpty else { return 0 }
    let numbers = texts.flatMap { words(of: $0) }.map { UInt32(bitPattern: $0.number) }
    if let known = contextNumbers[numbers] { return known }
    let position = UInt32(contexts.count) + 1
    contexts.append(UInt32(numbers.count))
    contexts += numbers
    contextNumbers[numbers] = position
    return position
  }
}
