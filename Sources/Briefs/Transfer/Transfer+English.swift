import DocumentModel
import Events
import Languages
import Reading

extension English: Realizer {
  func sentence(_ clause: AbstractClause, _ lexicon: TransferLexicon, _ said: inout Said) -> String? {
    EnglishRealizer(english: self, lexicon: lexicon).clause(clause, &said)
  }
}

/// Says abstract clauses in English: subject, verb, object, who did it, where, when; then what hangs on it.
private struct EnglishRealizer {
  let english: English
  let lexicon: TransferLexicon
  private var scene: Scene { english.scene }

  init(english: English, lexicon: TransferLexicon) {
    self.english = english
    self.lexicon = lexicon
  }

  func clause(_ clause: AbstractClause, _ said: inout Said) -> String? {
    guard let subject = clause.subject, let worded = list(subject, &said) else { return nil }
    var front = ""
    for case (.when(let sense, true), let inner) in clause.links {
      guard let words = when(sense, inner, &said) else { return nil }
      front += "\(words), "
    }
    guard let rest = predicate(clause, isPlural: worded.isPlural, &said) else { return nil }
    return "\(front)\(worded.english) \(rest)"
  }

  private func when(_ sense: Int, _ inner: AbstractClause, _ said: inout Said) -> String? {
    guard let opener = lexicon.wording(sense, "en")?.lemma, let words = clause(inner, &said) else { return nil }
    return "\(opener) \(words)"
  }

  /// All but the subject.
  private func predicate(_ clause: AbstractClause, isPlural: Bool, _ said: inout Said) -> String? {
    guard let verb = verb(clause.verb) else { return nil }
    var aspect = Aspect(kind: Self.kind(clause.time), isNegated: clause.isNegated)
    var late: [String] = []
    for adverb in clause.adverbs {
      guard let word = lexicon.wording(adverb, "en") else { return nil }
      if word.cells.first == "end" || aspect.adverb != nil {
        late.append(word.lemma)
      } else {
        aspect.adverb = word.lemma
      }
    }
    if clause.time == .reported, aspect.adverb == nil { aspect.adverb = "reportedly" }
    var words = english.verb(verb, aspect, isPlural: isPlural, isPassive: clause.isPassive)
    guard let tail = tail(clause, &said) else { return nil }
    words += tail
    for word in late { words += " \(word)" }
    guard let links = links(clause, isPlural: isPlural, &said) else { return nil }
    return words + links
  }

  private static func kind(_ time: AbstractClause.Time) -> Aspect.Kind {
    switch time {
    case .past, .reported: .done
    case .earlier: .earlier
    case .present: .state
    case .future: .future
    }
  }

  private func verb(_ sense: Int) -> EnglishVerb? {
    guard let word = lexicon.wording(sense, "en") else { return nil }
    return try? EnglishVerb(lemma: word.lemma, forms: word.cells.first.map { $0 == "=" ? "" : $0 } ?? "")
  }

  /// Object, agent, circumstances and times.
  private func tail(_ clause: AbstractClause, _ said: inout Said) -> String? {
    var words = ""
    if let object = clause.object {
      guard let worded = list(object, &said) else { return nil }
      words += " \(worded.english)"
    }
    if let agent = clause.agent {
      guard let worded = list(agent, &said) else { return nil }
      words += " by \(worded.english)"
    }
    for circumstance in clause.circumstances {
      guard let worded = list(circumstance.phrase, &said),
        let preposition = preposition(circumstance, of: clause.verb)
      else { return nil }
      words += " \(preposition) \(worded.english)"
    }
    if let place = clause.lastPlace, let country = scene.country(behind: place, &said) {
      words += ", " + EnglishGrammar.join(country.english.takesArticle ? "the" : "", Scene.plain(country.english.name))
    }
    for time in clause.times {
      guard let when = english.time(time) else { return nil }
      words += " \(when)"
    }
    return words
  }

  private func preposition(_ circumstance: AbstractClause.Circumstance, of verb: Int) -> String? {
    switch circumstance.tie {
    case .role(let role): return lexicon.frame(verb, "en").first { $0.role == role }?.preposition
    case .meaning(let meaning): return lexicon.prepositions[meaning].words["en"]?.first
    case .place:
      guard case .entity(let entity) = circumstance.phrase.head else { return nil }
      return entity.type == .facility ? "at" : "in"
    }
  }

  /// The clauses that hang on one.
  private func links(_ clause: AbstractClause, isPlural: Bool, _ said: inout Said) -> String? {
    var words = ""
    let further = clause.links.filter { if case .further = $0.link { true } else { false } }
    for (link, inner) in clause.links {
      switch link {
      case .further:
        guard let rest = predicate(inner, isPlural: isPlural, &said) else { return nil }
        words += further.count > 1 ? ", \(rest)" : " and \(rest)"
      case .said:
        guard let rest = self.clause(inner, &said) else { return nil }
        words += " that \(rest)"
      case .charge:
        guard let verb = verb(inner.verb), !inner.isPassive, !inner.isNegated, let tail = tail(inner, &said),
          let rest = links(inner, isPlural: false, &said)
        else { return nil }
        words += " of \(verb.gerund)\(tail)\(rest)"
      case .purpose:
        guard let verb = verb(inner.verb), !inner.isPassive, !inner.isNegated, let tail = tail(inner, &said),
          let rest = links(inner, isPlural: false, &said)
        else { return nil }
        words += " to \(verb.form(.infinitive))\(tail)\(rest)"
      case .outcome:
        guard let verb = verb(inner.verb), !inner.isPassive, !inner.isNegated, let tail = tail(inner, &said),
          let rest = links(inner, isPlural: false, &said)
        else { return nil }
        words += ", \(verb.gerund)\(tail)\(rest)"
      case .when(_, true): continue
      case .when(let sense, false):
        guard let rest = when(sense, inner, &said) else { return nil }
        words += " \(rest)"
      }
    }
    return words
  }

  // MARK: - Noun phrases

  /// A phrase with those in a row with it.
  private func list(_ phrase: AbstractPhrase, _ said: inout Said) -> Worded? {
    guard let first = nominal(phrase, &said) else { return nil }
    guard !phrase.others.isEmpty else { return first }
    var words = [first.english]
    for other in phrase.others {
      guard let worded = list(other, &said) else { return nil }
      words.append(worded.english)
    }
    return Worded(words: EnglishGrammar.series(words), isPlural: true)
  }

  private func nominal(_ phrase: AbstractPhrase, _ said: inout Said) -> Worded? {
    var worded: Worded
    switch phrase.head {
    case .entity(let entity):
      // "The RSF, a paramilitary group, …": what follows says who that is.
      if !phrase.apposition.isEmpty { said.entities.insert(entity.id) }
      worded = english.name(entity, &said)
      guard phrase.adjectives.isEmpty, phrase.peoples.isEmpty, phrase.number == nil, phrase.complements.isEmpty else {
        return nil
      }
    case .name(let name): worded = Worded(words: name)
    case .counted:
      guard let number = phrase.number else { return nil }
      return Worded(words: "\(EnglishGrammar.number(number)) of them", isPlural: number != 1)
    case .noun(let sense):
      guard let common = common(phrase, sense, &said) else { return nil }
      worded = common
    }
    for apposition in phrase.apposition {
      guard let words = nominal(apposition, &said) else { return nil }
      worded.words += ", \(words.english),"
    }
    for (clause, isBehindComma) in phrase.relative {
      guard let rest = predicate(clause, isPlural: worded.isPlural, &said) else { return nil }
      let isHuman = if case .noun(let sense) = phrase.head { lexicon.isHuman(sense) } else { false }
      let opener = isHuman ? "who" : isBehindComma ? "which" : "that"
      worded.words += isBehindComma ? ", \(opener) \(rest)," : " \(opener) \(rest)"
    }
    return worded
  }

  private func common(_ phrase: AbstractPhrase, _ sense: Int, _ said: inout Said) -> Worded? {
    // "la polizia ha" is "the police have": what has no singular in English is plural.
    let isPluralOnly = lexicon.form(sense, "en", .singular) == nil
    let isPlural = phrase.isPlural || isPluralOnly || phrase.number.map { $0 != 1 } ?? false
    guard var word = lexicon.form(sense, "en", isPlural ? .plural : .singular)?.text else { return nil }
    for people in phrase.peoples { word = "\(scene.lexicon.demonyms[people].english.adjective) \(word)" }
    for adjective in phrase.adjectives.reversed() {
      guard let form = lexicon.form(adjective, "en", []) else { return nil }
      word = "\(form.text) \(word)"
    }
    if let number = phrase.number { word = "\(EnglishGrammar.number(number)) \(word)" }
    for (role, complement) in phrase.complements {
      guard
        let preposition = role == nil
          ? "of" : lexicon.frame(sense, "en").first(where: { $0.role == role })?.preposition,
        let worded = list(complement, &said)
      else { return nil }
      word += " \(preposition) \(worded.english)"
    }
    var worded = Worded(words: word, isPlural: isPlural)
    switch phrase.determination {
    case .definite: worded.article = "the"
    case .indefinite:
      worded.article = isPlural || phrase.number != nil ? "" : EnglishGrammar.indefiniteArticle(before: word)
    case .none:
      // A singular without an article is a title's, or a mass.
      guard isPlural || phrase.number != nil else { return nil }
    }
    return worded
  }
}
