import DocumentModel
import Events
import Languages
import Reading

/// Says abstract clauses in a language: subject, verb, object, who did it, where, when; then what hangs on it. Whatever the
/// language has no word or form for makes the whole unsaid.
struct ClauseRealizer {
  let grammar: any ClauseGrammar
  let lexicon: TransferLexicon
  private var scene: Scene { grammar.scene }

  init(_ grammar: any ClauseGrammar, _ lexicon: TransferLexicon) {
    self.grammar = grammar
    self.lexicon = lexicon
  }

  /// The clause as a sentence without its final stop; nil if a word or a form of it is wanting.
  func sentence(_ clause: AbstractClause, _ said: inout Said) -> String? {
    guard let subject = clause.subject, let worded = list(subject, &said) else { return nil }
    var front = ""
    for case (.when(let sense, true), let inner) in clause.links {
      guard let words = when(sense, inner, &said) else { return nil }
      front += "\(words), "
    }
    guard let rest = predicate(clause, worded, &said) else { return nil }
    return "\(front)\(grammar.whole(worded)) \(rest)"
  }

  private func when(_ sense: Int, _ inner: AbstractClause, _ said: inout Said) -> String? {
    var inner = inner
    guard let opener = grammar.opener(sense, lexicon, &inner), let words = sentence(inner, &said) else { return nil }
    return "\(opener) \(words)"
  }

  /// All but the subject.
  private func predicate(_ clause: AbstractClause, _ subject: Worded, _ said: inout Said) -> String? {
    guard let verb = lexicon.wording(clause.verb, grammar.code) else { return nil }
    var aspect = Aspect(kind: Self.kind(clause.time), isNegated: clause.isNegated)
    var late: [String] = []
    for adverb in clause.adverbs {
      if lexicon.senses[adverb].id == Self.reportedly {
        grammar.reported(&aspect)
        continue
      }
      guard let word = lexicon.wording(adverb, grammar.code) else { return nil }
      if word.cells.first == "end" || aspect.adverb != nil {
        late.append(word.lemma)
      } else {
        aspect.adverb = word.lemma
      }
    }
    if clause.time == .reported { grammar.reported(&aspect) }
    guard var words = grammar.finite(verb, aspect, subject, isPassive: clause.isPassive), let tail = tail(clause, &said)
    else { return nil }
    words += tail
    for word in late { words += " \(word)" }
    guard let links = links(clause, subject, &said) else { return nil }
    return words + links
  }

  private static let reportedly = "adv/reportedly"

  private static func kind(_ time: AbstractClause.Time) -> Aspect.Kind {
    switch time {
    case .past, .reported: .done
    case .earlier: .earlier
    case .present: .state
    case .future: .future
    }
  }

  /// Object, agent, circumstances and times.
  private func tail(_ clause: AbstractClause, _ said: inout Said) -> String? {
    var words = ""
    if let object = clause.object {
      guard let worded = list(object, &said) else { return nil }
      words += " " + grammar.whole(worded)
    }
    if let agent = clause.agent {
      guard let worded = list(agent, &said) else { return nil }
      words += " " + grammar.behind(grammar.by, worded)
    }
    for circumstance in clause.circumstances {
      guard let place = self.circumstance(circumstance, of: clause.verb, &said) else { return nil }
      words += " \(place)"
    }
    if let place = clause.lastPlace, let country = scene.country(behind: place, &said) {
      words += ", " + grammar.within(country)
    }
    for time in clause.times {
      guard let when = grammar.time(time) else { return nil }
      words += " \(when)"
    }
    return words
  }

  private func circumstance(
    _ circumstance: AbstractClause.Circumstance, of verb: Int, _ said: inout Said
  ) -> String? {
    let preposition: String?
    switch circumstance.tie {
    case .place(let entity): return grammar.located(entity)
    case .role(let role): preposition = lexicon.frame(verb, grammar.code).first { $0.role == role }?.preposition
    case .meaning(let meaning): preposition = lexicon.prepositions[meaning].words[grammar.code]?.first
    }
    guard let preposition, let phrase = circumstance.phrase, let worded = list(phrase, &said) else { return nil }
    return grammar.behind(preposition, worded)
  }

  /// The clauses that hang on one.
  private func links(_ clause: AbstractClause, _ subject: Worded, _ said: inout Said) -> String? {
    var words = ""
    let isSeries = clause.links.count { if case .further = $0.link { true } else { false } } > 1
    for (link, inner) in clause.links {
      let rest: String?
      switch link {
      case .further: rest = predicate(inner, subject, &said).map { isSeries ? ", \($0)" : " \(grammar.and) \($0)" }
      case .said: rest = sentence(inner, &said).map { " \(grammar.that) \($0)" }
      case .charge: rest = nonfinite(inner, .charge, &said).map { " \($0)" }
      case .purpose: rest = nonfinite(inner, .purpose, &said).map { " \($0)" }
      case .outcome: rest = nonfinite(inner, .outcome, &said).map { ", \($0)" }
      case .when(_, true): continue
      case .when(let sense, false): rest = when(sense, inner, &said).map { " \($0)" }
      }
      guard let rest else { return nil }
      words += rest
    }
    return words
  }

  private func nonfinite(_ clause: AbstractClause, _ form: Nonfinite, _ said: inout Said) -> String? {
    guard !clause.isPassive, !clause.isNegated, clause.adverbs.isEmpty, clause.links.isEmpty,
      let verb = lexicon.wording(clause.verb, grammar.code), let words = grammar.nonfinite(verb, form),
      let tail = tail(clause, &said)
    else { return nil }
    return words + tail
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
      words.append(grammar.whole(worded))
      isFeminine = isFeminine && worded.agreement.isFeminine
    }
    return Worded(
      article: first.article, words: grammar.series(words), agreement: Agreement(feminine: isFeminine, plural: true),
      isPlural: true)
  }

  private func nominal(_ phrase: AbstractPhrase, _ said: inout Said) -> Worded? {
    var worded: Worded
    switch phrase.head {
    case .entity(let entity):
      guard phrase.adjectives.isEmpty, phrase.peoples.isEmpty, phrase.number == nil, phrase.complements.isEmpty else {
        return nil
      }
      // "The RSF, a paramilitary group, …": what follows says who that is.
      if !phrase.apposition.isEmpty { said.entities.insert(entity.id) }
      worded = grammar.name(entity, &said)
    case .name(let name): worded = Worded(words: name, isUnknown: true)
    case .counted:
      guard let words = phrase.number.flatMap({ grammar.ofThem($0) }) else { return nil }
      worded = Worded(words: words, isPlural: true)
    case .noun(let sense):
      guard let common = common(phrase, sense, &said) else { return nil }
      worded = common
    }
    for apposition in phrase.apposition {
      guard let words = nominal(apposition, &said) else { return nil }
      worded.words += ", \(grammar.whole(words)),"
    }
    for (clause, isBehindComma) in phrase.relative {
      guard let rest = predicate(clause, worded, &said) else { return nil }
      let isHuman = if case .noun(let sense) = phrase.head { lexicon.isHuman(sense) } else { false }
      let words = "\(grammar.relative(isHuman: isHuman, isBehindComma: isBehindComma)) \(rest)"
      worded.words += isBehindComma ? ", \(words)," : " \(words)"
    }
    return worded
  }

  private func common(_ phrase: AbstractPhrase, _ sense: Int, _ said: inout Said) -> Worded? {
    guard var worded = grammar.noun(phrase, sense, lexicon) else { return nil }
    let bare = worded
    for (role, complement) in phrase.complements {
      guard let preposition = preposition(role, sense, phrase), let other = list(complement, &said) else { return nil }
      worded.words += " " + grammar.behind(preposition, other)
    }
    guard let article = grammar.article(phrase, bare) else { return nil }
    worded.article = article
    return worded
  }

  /// What ties a noun to what it is about, or to who did it: of both, who did it has a preposition of its own, "l'uccisione
  /// di due medici da parte dei ribelli".
  private func preposition(_ role: String?, _ noun: Int, _ phrase: AbstractPhrase) -> String? {
    guard let role else { return grammar.of }
    let known = lexicon.frame(noun, grammar.code).filter { $0.role == role }.map(\.preposition)
    let isOneOfTwo = role == AbstractPhrase.doer && phrase.complements.contains { $0.role != role }
    return (isOneOfTwo ? known.first { $0 != grammar.of } : nil) ?? known.first
  }
}

extension AbstractClause {
  /// The place that its words end in, where nothing follows that a comma would part from it.
  fileprivate var lastPlace: Entity? {
    guard times.isEmpty, adverbs.isEmpty, links.isEmpty, case .place(let entity)? = circumstances.last?.tie else {
      return nil
    }
    return entity
  }
}

extension Scene {
  /// The country that tells a reader where a place is, if neither was said before.
  fileprivate func country(behind place: Entity, _ said: inout Said) -> Entity? {
    guard said.placed.insert(place.id).inserted, let country = GazetteerContext.country(of: place, self),
      said.placed.insert(country.id).inserted
    else { return nil }
    if !named.contains(country.id) { said.add("country") }
    return country
  }
}
