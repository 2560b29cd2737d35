public import DocumentModel
import Languages
import Lexicons

extension EventLexiconReader {
  /// Reads the words that hold sentences of one language together: `form class value`.
  public mutating func readFunctionWords(file: String, bytes: [UInt8], language: String) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["form", "class", "value"])
    for row in table.rows {
      guard let word = FunctionWord(class: row[1], value: row[2]) else {
        throw table.error(
          at: row, "The class \"\(row[1])\" with the value \"\(row[2])\" is not known",
          remedy: "Compare the lines around it")
      }
      try insert(row[0], language, Sense(kind: .function(word)))
    }
  }

  /// Reads cues: `id axis value scope it_forms en_forms it_word en_word`.
  public mutating func readCues(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: ["id", "axis", "value", "scope", "it_forms", "en_forms", "it_word", "en_word"])
    for row in table.rows {
      guard let value = CueValue(rawValue: row[2]) else {
        throw table.error(at: row, "The value \"\(row[2])\" is not known", remedy: "Use probable, possible, reported …")
      }
      let position = append(
        Cue(id: row[0], value: value, scope: row[3], italian: row[6], english: row[7]), to: \.cues)
      for form in row.list(4) { try insert(form, "it", Sense(kind: .cue(position))) }
      for form in row.list(5) { try insert(form, "en", Sense(kind: .cue(position))) }
    }
  }

  /// Reads the words that govern events in one language: `class reach forms`.
  public mutating func readEmbeddings(file: String, bytes: [UInt8], language: String) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["class", "reach", "forms"])
    for row in table.rows {
      guard let embeddingClass = EmbeddingClass(rawValue: row[0]), let reach = EmbeddingReach(rawValue: row[1]) else {
        throw table.error(
          at: row, "The class \"\(row[0])\" with the reach \"\(row[1])\" is not known",
          remedy:
            "Use one of \(EmbeddingClass.allCases.map(\.rawValue).joined(separator: ", ")), and after, before, both or sentence"
        )
      }
      for form in row.list(2) {
        tables.embeddings[language, default: PhraseTable()].insert(
          try words(form), Embedding(embeddingClass: embeddingClass, reach: reach))
      }
    }
  }

  /// Reads verbs of saying: `id stance it_verb it_forms en_verb en_forms it_more en_more`.
  public mutating func readSayings(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: ["id", "stance", "it_verb", "it_forms", "en_verb", "en_forms", "it_more", "en_more"])
    for row in table.rows {
      guard let stance = Stance(rawValue: row[1]) else {
        throw table.error(
          at: row, "The stance \"\(row[1])\" is not known",
          remedy: "Use one of \(Stance.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let position = append(Saying(id: row[0], stance: stance), to: \.sayings)
      for (language, lemma, forms, more) in [("it", row[2], row[3], row[6]), ("en", row[4], row[5], row[7])] {
        let found: [(text: String, sense: Sense)]
        do throws(MorphologyError) {
          var verbs = lemma.isEmpty ? [] : [LemmaWithForms(lemma: lemma, forms: forms)]
          verbs += try LemmaWithForms.list(more)
          var all: [(text: String, sense: Sense)] = []
          for verb in verbs {
            all += try Self.verbForms(lemma: verb.lemma, irregular: verb.forms, language, .saying(position))
          }
          found = all
        } catch { throw table.error(at: row, error) }
        for form in found { try insert(form.text, language, form.sense) }
      }
    }
  }

  /// Reads phrases of time: `id kind offset part it_forms en_forms it_word en_word`.
  public mutating func readTimes(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: ["id", "kind", "offset", "part", "it_forms", "en_forms", "it_word", "en_word"])
    for row in table.rows {
      let position = append(
        TimePhrase(
          id: row[0], kind: row[1], offset: Int(row[2]), part: row[3], italian: row[6], english: row[7]), to: \.times)
      let kind: Sense.Kind = row[1] == "month" ? .month(Int(row[2]) ?? 0) : .time(position)
      for form in row.list(4) { try insert(form, "it", Sense(kind: kind)) }
      for form in row.list(5) { try insert(form, "en", Sense(kind: kind)) }
    }
  }

  /// Reads counts without a number: `id kind minimum it_forms en_forms it_m it_f en`.
  public mutating func readQuantifiers(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: ["id", "kind", "minimum", "it_forms", "en_forms", "it_m", "it_f", "en"])
    for row in table.rows {
      let position = append(
        Quantifier(
          id: row[0], kind: row[1], minimum: Int(row[2]), italian: (row[5], row[6]), english: row[7]), to: \.quantifiers
      )
      for form in row.list(3) { try insert(form, "it", Sense(kind: .quantifier(position))) }
      for form in row.list(4) { try insert(form, "en", Sense(kind: .quantifier(position))) }
    }
  }

  /// Reads verbs that frame others: `id status it_verb it_forms it_prep en_verb en_forms`.
  public mutating func readControls(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: ["id", "status", "it_verb", "it_forms", "it_prep", "en_verb", "en_forms"])
    var positions: [String: Int] = [:]
    for row in table.rows {
      if let support = Support(rawValue: row[1]) {
        try insertSupport(row, support, table)
        continue
      }
      guard let status = EventStatus(rawValue: row[1]) else {
        throw table.error(
          at: row, "The status \"\(row[1])\" is not known",
          remedy: "Use a support, or one of \(EventStatus.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let position = positions[row[0]] ?? append(Control(id: row[0], status: status), to: \.controls)
      positions[row[0]] = position
      for (language, lemma, forms, next) in [("it", row[2], row[3], row[4]), ("en", row[5], row[6], "to")]
      where !lemma.isEmpty {
        let found: [(text: String, sense: Sense)]
        do throws(MorphologyError) {
          found = try Self.verbForms(lemma: lemma, irregular: forms, language, .control(position))
        } catch { throw table.error(at: row, error) }
        for form in found {
          try insert(next.isEmpty ? form.text : "\(form.text) \(next)", language, form.sense)
        }
      }
    }
  }

  private mutating func insertSupport(
    _ row: Table.Row, _ support: Support, _ table: Table
  ) throws(RuleError) {
    for (language, lemma, forms) in [("it", row[2], row[3]), ("en", row[5], row[6])] where !lemma.isEmpty {
      let found: [(text: String, sense: Sense)]
      do throws(MorphologyError) {
        found = try Self.verbForms(lemma: lemma, irregular: forms, language, .support(support))
      } catch { throw table.error(at: row, error) }
      for form in found { try insert(form.text, language, form.sense) }
    }
  }

  /// Adds numbers in words, as the caller spells them.
  public mutating func addNumeral(_ value: Int, spelled: String, language: String) throws(RuleError) {
    try insert(spelled, language, Sense(kind: .numeral(value), isPlural: value != 1))
  }

  /// Adds a number in words that is only about right, such as "una trentina di".
  public mutating func addCollective(_ value: Int, phrase: String, language: String) throws(RuleError) {
    try insert(phrase, language, Sense(kind: .collective(value), isPlural: true))
  }
}

extension FunctionWord {
  init?(class name: String, value: String) {
    switch name {
    case "det":
      guard let kind = Determiner(rawValue: value) else { return nil }
      self = .determiner(kind)
    case "prep":
      let hasArticle = value.hasSuffix("+def")
      guard let preposition = Preposition(rawValue: hasArticle ? String(value.dropLast(4)) : value) else { return nil }
      self = .preposition(preposition, hasArticle: hasArticle)
    case "conj": self = .conjunction
    case "sub": self = .subordinator(value)
    case "rel": self = .relative
    case "neg": self = value == "be_not" ? .auxiliary(.be, .past, isNegated: true) : .negation
    case "aux":
      let parts = value.split(separator: ":").map(String.init)
      guard parts.count == 2, let auxiliary = Auxiliary(rawValue: parts[0]), let tense = Tense(name: parts[1]) else {
        return nil
      }
      self = .auxiliary(auxiliary, tense, isNegated: false)
    case "modal":
      let parts = value.split(separator: ":").map(String.init)
      guard parts.count == 2, let modal = Modal(rawValue: parts[0]), let tense = Tense(name: parts[1]) else {
        return nil
      }
      self = .modal(modal, tense)
    case "clitic": self = .clitic(value)
    case "pron": self = .pronoun(value)
    case "adv": self = .adverb(value)
    case "qual":
      guard let qualifier = FigureQualifier(rawValue: value) else { return nil }
      self = .qualifier(qualifier)
    case "poss": self = .possessive
    case "number": self = .plural
    default: return nil
    }
  }
}

extension Tense {
  init?(name: String) {
    switch name {
    case "infinitive": self = .infinitive
    case "present": self = .present
    case "past": self = .past
    case "future": self = .future
    case "conditional": self = .conditional
    case "subjunctive": self = .subjunctive
    case "participle": self = .participle
    case "gerund": self = .gerund
    default: return nil
    }
  }
}
