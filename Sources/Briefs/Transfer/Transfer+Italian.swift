import DocumentModel
import Events
import Languages
import Reading

extension Italian: Realizer {
  func sentence(_ clause: AbstractClause, _ lexicon: TransferLexicon, _ said: inout Said) -> String? {
    ItalianRealizer(italian: self, lexicon: lexicon).clause(clause, &said)
  }
}

/// Says abstract clauses in Italian: subject, verb, object, who did it, where, when; then what hangs on it.
private struct ItalianRealizer {
  let italian: Italian
  let lexicon: TransferLexicon
  private var scene: Scene { italian.scene }

  init(italian: Italian, lexicon: TransferLexicon) {
    self.italian = italian
    self.lexicon = lexicon
  }

  func clause(_ clause: AbstractClause, _ said: inout Said) -> String? {
    guard let subject = clause.subject, let worded = list(subject, &said) else { return nil }
    var front = ""
    for case (.when(let sense, true), let inner) in clause.links {
      guard let words = when(sense, inner, &said) else { return nil }
      front += "\(words), "
    }
    guard let rest = predicate(clause, subject: subject, worded.agreement, &said) else { return nil }
    return "\(front)\(worded.italian) \(rest)"
  }

  /// "dopo che i soldati avevano lasciato la base"
  private func when(_ sense: Int, _ inner: AbstractClause, _ said: inout Said) -> String? {
    var inner = inner
    var opener = lexicon.wording(sense, "it")?.lemma
    if sense == lexicon.sense("conn/after") {
      opener = "dopo che"
      // What was over before is pluperfect: "after gunmen attacked".
      if inner.time == .past { inner.time = .earlier }
    }
    // "prima che" wants a subjunctive.
    guard let opener, sense != lexicon.sense("conn/before"), let words = clause(inner, &said) else { return nil }
    return "\(opener) \(words)"
  }

  /// All but the subject.
  private func predicate(
    _ clause: AbstractClause, subject: AbstractPhrase?, _ agreement: Agreement, _ said: inout Said
  ) -> String? {
    guard let verb = verb(clause.verb) else { return nil }
    // Of a name that no gazetteer knows nobody can tell the gender.
    if case .name? = subject?.head, verb.takesEssere || clause.isPassive { return nil }
    var aspect = Aspect(kind: Self.kind(clause.time), isNegated: clause.isNegated)
    var late: [String] = []
    for adverb in clause.adverbs {
      // "reportedly" is the conditional of the press.
      if adverb == lexicon.sense("adv/reportedly"), clause.time == .past {
        aspect.kind = .reported
        continue
      }
      guard let word = lexicon.wording(adverb, "it") else { return nil }
      if word.cells.first == "end" || aspect.adverb != nil {
        late.append(word.lemma)
      } else {
        aspect.adverb = word.lemma
      }
    }
    var words = italian.verb(verb, aspect, subject: agreement, isPassive: clause.isPassive)
    guard let tail = tail(clause, &said) else { return nil }
    words += tail
    for word in late { words += " \(word)" }
    guard let links = links(clause, subject: subject, agreement, &said) else { return nil }
    return words + links
  }

  private static func kind(_ time: AbstractClause.Time) -> Aspect.Kind {
    switch time {
    case .past: .done
    case .reported: .reported
    case .earlier: .earlier
    case .present: .state
    case .future: .future
    }
  }

  private func verb(_ sense: Int) -> ItalianVerb? {
    guard let word = lexicon.wording(sense, "it") else { return nil }
    return try? ItalianVerb(lemma: word.lemma, forms: word.cells.first.map { $0 == "=" ? "" : $0 } ?? "")
  }

  /// Object, agent, circumstances and times.
  private func tail(_ clause: AbstractClause, _ said: inout Said) -> String? {
    var words = ""
    if let object = clause.object, object.head.isCounted == false {
      guard let worded = list(object, &said) else { return nil }
      words += " \(worded.italian)"
    } else if let number = clause.object?.number {
      words += " \(ItalianGrammar.number(number))"
    }
    if let agent = clause.agent {
      guard let worded = list(agent, &said) else { return nil }
      words += " " + ItalianGrammar.prepositional("da", article: worded.article, noun: worded.words)
    }
    for circumstance in clause.circumstances {
      if circumstance.tie == .place, case .entity(let entity) = circumstance.phrase.head {
        words += " " + italian.located(entity)
        continue
      }
      guard let worded = list(circumstance.phrase, &said), let preposition = preposition(circumstance, of: clause.verb)
      else { return nil }
      words += " " + Italian.compound(preposition, worded.article, worded.words)
    }
    if let place = clause.lastPlace, let country = scene.country(behind: place, &said) {
      words += ", " + italian.located(country)
    }
    for time in clause.times {
      guard let when = italian.time(time) else { return nil }
      words += " \(when)"
    }
    return words
  }

  private func preposition(_ circumstance: AbstractClause.Circumstance, of verb: Int) -> String? {
    switch circumstance.tie {
    case .role(let role): lexicon.frame(verb, "it").first { $0.role == role }?.preposition
    case .meaning(let meaning): lexicon.prepositions[meaning].words["it"]?.first
    case .place: nil
    }
  }

  /// The clauses that hang on one.
  private func links(
    _ clause: AbstractClause, subject: AbstractPhrase?, _ agreement: Agreement, _ said: inout Said
  ) -> String? {
    var words = ""
    let further = clause.links.filter { if case .further = $0.link { true } else { false } }
    for (link, inner) in clause.links {
      switch link {
      case .further:
        guard let rest = predicate(inner, subject: subject, agreement, &said) else { return nil }
        words += further.count > 1 ? ", \(rest)" : " e \(rest)"
      case .said:
        guard let rest = self.clause(inner, &said) else { return nil }
        words += " che \(rest)"
      case .charge:
        guard let verb = verb(inner.verb), !inner.isPassive, !inner.isNegated, !verb.takesEssere,
          let tail = tail(inner, &said), let rest = links(inner, subject: nil, .masculine, &said)
        else { return nil }
        words += " di aver \(verb.form(.participle))\(tail)\(rest)"
      case .purpose:
        guard let verb = verb(inner.verb), !inner.isPassive, !inner.isNegated, let tail = tail(inner, &said),
          let rest = links(inner, subject: nil, .masculine, &said)
        else { return nil }
        words += " per \(verb.form(.infinitive))\(tail)\(rest)"
      case .outcome:
        guard let verb = verb(inner.verb), !inner.isPassive, !inner.isNegated, let tail = tail(inner, &said),
          let rest = links(inner, subject: nil, .masculine, &said)
        else { return nil }
        let gerund = verb.form(.gerund) + (inner.object?.head.isCounted ?? false ? "ne" : "")
        words += ", \(gerund)\(tail)\(rest)"
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
    var words = [first.words]
    var isFeminine = first.agreement.isFeminine
    for other in phrase.others {
      guard let worded = list(other, &said) else { return nil }
      words.append(worded.italian)
      isFeminine = isFeminine && worded.agreement.isFeminine
    }
    return Worded(
      article: first.article, words: ItalianGrammar.series(words),
      agreement: Agreement(feminine: isFeminine, plural: true), isPlural: true)
  }

  private func nominal(_ phrase: AbstractPhrase, _ said: inout Said) -> Worded? {
    var worded: Worded
    switch phrase.head {
    case .entity(let entity):
      // "The RSF, a paramilitary group, …": what follows says who that is.
      if !phrase.apposition.isEmpty { said.entities.insert(entity.id) }
      worded = italian.name(entity, &said)
      guard phrase.adjectives.isEmpty, phrase.peoples.isEmpty, phrase.number == nil, phrase.complements.isEmpty else {
        return nil
      }
    case .name(let name): worded = Worded(words: name)
    case .counted: return nil
    case .noun(let sense):
      guard let common = common(phrase, sense, &said) else { return nil }
      worded = common
    }
    for apposition in phrase.apposition {
      guard let words = nominal(apposition, &said) else { return nil }
      worded.words += ", \(words.italian),"
    }
    for (clause, isBehindComma) in phrase.relative {
      guard let rest = predicate(clause, subject: phrase, worded.agreement, &said) else { return nil }
      worded.words += isBehindComma ? ", che \(rest)," : " che \(rest)"
    }
    return worded
  }

  private func common(_ phrase: AbstractPhrase, _ sense: Int, _ said: inout Said) -> Worded? {
    let wantsPlural = phrase.isPlural || phrase.number.map { $0 != 1 } ?? false
    // "police were": what has no plural in Italian is one.
    let isPlural = wantsPlural && (lexicon.form(sense, "it", .plural) != nil || phrase.number != nil)
    guard let form = lexicon.form(sense, "it", isPlural ? .plural : .singular) else { return nil }
    let isFeminine = form.features.contains(.feminine) && !form.features.contains(.masculine)
    let agreement = Agreement(feminine: isFeminine, plural: isPlural)
    let features: WordFeatures = [isFeminine ? .feminine : .masculine, isPlural ? .plural : .singular]
    var word = form.text
    for adjective in phrase.adjectives {
      guard let form = lexicon.form(adjective, "it", features), let entry = lexicon.wording(adjective, "it") else {
        return nil
      }
      word = entry.cells.last?.hasPrefix("before") ?? false ? "\(form.text) \(word)" : "\(word) \(form.text)"
    }
    for people in phrase.peoples {
      guard let form = scene.lexicon.demonyms[people].italian[agreement], !form.isEmpty else { return nil }
      word += " \(form)"
    }
    if let number = phrase.number { word = "\(ItalianGrammar.number(number, feminine: isFeminine)) \(word)" }
    for (role, complement) in phrase.complements {
      guard let worded = list(complement, &said) else { return nil }
      let preposition: String
      if let role {
        // Of who did it and whom it befell "di" names the one, "da parte di" the other.
        let isBoth = phrase.complements.contains { $0.role != role }
        let known = lexicon.frame(sense, "it").filter { $0.role == role }.map(\.preposition)
        guard let own = (isBoth && role == "S" ? known.first { $0 != "di" } : nil) ?? known.first else { return nil }
        preposition = own
      } else {
        preposition = "di"
      }
      word += " " + Italian.compound(preposition, worded.article, worded.words)
    }
    var worded = Worded(words: word, agreement: agreement, isPlural: isPlural)
    switch phrase.determination {
    case .definite: worded.article = ItalianGrammar.article(for: word, agreement: agreement, definite: true)
    case .indefinite:
      worded.article =
        isPlural || phrase.number != nil ? "" : ItalianGrammar.article(for: word, agreement: agreement, definite: false)
    case .none:
      // "Police said": a body of people without an article has one in Italian.
      if !isPlural, phrase.number == nil {
        guard wantsPlural else { return nil }
        worded.article = ItalianGrammar.article(for: word, agreement: agreement, definite: true)
      }
    }
    return worded
  }
}

extension AbstractPhrase.Head {
  fileprivate var isCounted: Bool { if case .counted = self { true } else { false } }
}
