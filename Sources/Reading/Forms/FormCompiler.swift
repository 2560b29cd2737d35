public import DocumentModel
import Languages

/// Makes the table of full forms of one language from its lexicon: every form of every word with all its readings.
///
/// What a table lists first is a form's first reading. A form keeps at most eight, which none of the languages exceeds by
/// more than a handful.
public struct FormCompiler {
  private let language: any Language
  private var readings: [[UInt8]: [WordReading]] = [:]
  private var lemmas: [String] = []
  private var senses: [UInt32] = []
  private var rows: [String: Int] = [:]
  /// The rows of verbs that carry a pronoun, "prolungarsi".
  private var pronominal: Set<Int> = []
  /// The words that negate.
  private var negations: Set<[UInt8]> = []

  /// The most readings of one form.
  static let mostReadings = 8

  /// Makes a compiler for a language by its code.
  public init(language: String) {
    self.language = Languages.of(language)
    readings.reserveCapacity(1 << 19)
  }

  /// Adds the closed classes, before the words of the lexicon.
  public mutating func add(_ closed: ClosedWords) {
    for form in closed.forms {
      if form.features.contains(.negative) { negations.insert(Array(form.text.utf8)) }
      add(Array(form.text.utf8), row(form.lemma, sense: nil), form.part, form.features, .listed)
    }
  }

  /// Adds the words of the lexicon. A row whose forms cannot be made is told, and left out.
  public mutating func add(_ words: [LexiconWord], senses: [Sense]) -> [RuleError] {
    var errors: [RuleError] = []
    for word in words {
      let sense = senses[word.sense]
      do throws(MorphologyError) {
        try add(word, sense, sense: word.sense)
      } catch {
        errors.append(RuleError(file: word.file, line: word.line, message: error.message, remedy: error.remedy))
      }
    }
    return errors
  }

  private mutating func add(_ word: LexiconWord, _ sense: Sense, sense place: Int) throws(MorphologyError) {
    let part: PartOfSpeech =
      switch sense.kind {
      case .verb: .verb
      case .noun: word.lemma.first?.isUppercase ?? false ? .properNoun : .noun
      // "state", "oil": a noun that stands before another one is no adjective by its form.
      case .adjective: word.cells.last?.hasPrefix("noun") ?? false ? .noun : .adjective
      case .adverb: .adverb
      case .connective: .subordinator
      }
    let row = row(word.lemma, sense: place)
    if sense.kind == .verb, language.withoutEnclitics(FoldedWord.of(word.lemma.utf8)) != nil { pronominal.insert(row) }
    for form in try word.forms(sense.kind, in: language) {
      let text = FoldedWord.of(form.text.utf8)
      guard let space = text.firstIndex(of: 0x20) else {
        // Connectives of one word stand in the table of closed classes, which knows what they are.
        if sense.kind != .connective { add(text, row, part, form.features, .listed) }
        // "la strada controllata", "rising prices": any participle may describe, and then it is an adjective.
        if sense.kind == .verb, !form.features.isDisjoint(with: [.participle, .gerund]), describes(form.features) {
          add(text, row, .adjective, form.features.intersection([.numbers, .genders]), .derived)
          // "gli interessati", "i sequestrati"; "the shelling of the town"
          let isNoun = form.features.contains(.participle) ? Grammar.nominalDemonyms : .nominalGerunds
          if language.grammar.contains(isNoun) {
            add(text, row, .noun, form.features.intersection([.numbers, .genders]), .derived)
          }
        }
        continue
      }
      // "blow up", "aprire il fuoco": the first word inflects like the verb that it is, unless it is "not".
      if sense.kind == .verb, !negations.contains(Array(text[..<space])) {
        add(Array(text[..<space]), row, part, form.features, .derived)
      }
    }
  }

  /// Whether a participle of the language may be an adjective: the Italian gerund never is.
  private func describes(_ features: WordFeatures) -> Bool {
    features.contains(.participle) || language.grammar.contains(.nominalGerunds)
  }

  private mutating func row(_ lemma: String, sense: Int?) -> Int {
    let key = "\(sense ?? -1) \(lemma)"
    if let known = rows[key] { return known }
    rows[key] = lemmas.count
    lemmas.append(lemma)
    senses.append(UInt32(sense.map { $0 + 1 } ?? 0))
    return lemmas.count - 1
  }

  private mutating func add(
    _ form: [UInt8], _ row: Int, _ part: PartOfSpeech, _ features: WordFeatures, _ origin: WordReading.Origin
  ) {
    guard !form.isEmpty else { return }
    let reading = WordReading(row: row, part, features, origin)
    var known = readings[form, default: []]
    // Of two words that look alike in everything the first one stands for both: the reader asks for no more. A plain
    // verb stands for the one with a pronoun: "ha prolungato" is no form of "prolungarsi".
    if let same = known.firstIndex(where: { $0.part == part && $0.features == features }) {
      let isPlainer =
        known[same].row.map(pronominal.contains) ?? false && !pronominal.contains(row)
        && known[same].origin == origin
      if isPlainer || known[same].origin == .derived && origin == .listed {
        known[same] = reading
      } else {
        return
      }
    } else if known.count < Self.mostReadings {
      known.append(reading)
    } else {
      return
    }
    readings[form] = known
  }

  /// The compiled table, as it is mapped later. The same lexicon gives the same bytes.
  public func compiled(source: [UInt8]) -> [UInt8] {
    FormTable.bytes(forms: readings.sorted { $0.key.lexicographicallyPrecedes($1.key) }, lemmas, senses, source: source)
  }
}
