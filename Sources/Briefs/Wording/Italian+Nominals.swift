import DocumentModel
import Events
import Gazetteers
import Languages
import Lexicons

/// Words frames in Italian.
struct Italian {
  let scene: Scene

  // MARK: - Noun phrases

  /// A noun phrase; nil if a word of it has no Italian.
  func nominal(_ phrase: NounPhrase, _ said: inout Said) -> Worded? {
    switch phrase.head {
    case .entity(let position):
      var worded = name(scene.gazetteer[position], &said)
      if scene.gazetteer.type(of: position) == .operation { append(phrase.complements, to: &worded, &said) }
      return worded
    case .noun(let row): return common(phrase, row, &said)
    case .demonym(let row): return people(phrase, row)
    case .count:
      guard let figure = phrase.figure, let count = figureWords(figure, feminine: true) else { return nil }
      let isOne = figure.kind == .exact && figure.minimum == 1
      return Worded(
        words: isOne ? "una persona" : "\(count) persone", agreement: isOne ? .feminine : .femininePlural,
        isPlural: !isOne)
    case .pronoun(let id):
      if id == "who" || id == "he" || id == "they" || id == "it" { return nil }
      if id == "others" || id == "other" {
        return Worded(words: "altri", agreement: .masculinePlural, isPlural: true)
      }
      guard let quantifier = scene.lexicon.quantifiers.first(where: { $0.id == id }) else { return nil }
      if quantifier.italian.masculine.hasSuffix(" di") {
        return Worded(words: "\(quantifier.italian.masculine) persone", agreement: .femininePlural, isPlural: true)
      }
      return Worded(words: quantifier.italian.masculine, agreement: .masculinePlural, isPlural: true)
    case .name:
      return Worded(
        words: scene.words(phrase.headSpan), agreement: phrase.isPlural ? .masculinePlural : .masculine,
        isPlural: phrase.isPlural)
    case .event:
      guard let frame = scene.frame(of: phrase) else { return nil }
      return event(frame, &said)
    }
  }

  /// The name of an entity: in full with the short name behind it at the first mention, if that helps a reader.
  func name(_ entity: Entity, _ said: inout Said) -> Worded {
    let isFirst = said.entities.insert(entity.id).inserted
    let short = Scene.plain(entity.italian.name)
    var worded = Worded(
      article: entity.italian.article, words: short, agreement: entity.italian.agreement,
      isPlural: entity.italian.agreement.isPlural)
    if isFirst, let full = entity.italian.full, Expansion.helps(entity, full: full, short: short) {
      worded.words = "\(full) (\(short))"
      if !worded.article.isEmpty {
        worded.article = ItalianGrammar.article(for: full, agreement: worded.agreement, definite: true)
      }
      said.add("full_name")
    }
    return worded
  }

  private func common(_ phrase: NounPhrase, _ row: Int, _ said: inout Said) -> Worded? {
    let noun = scene.lexicon.nouns[row]
    var isPlural = phrase.isPlural
    if noun.italian.plural.isEmpty { isPlural = false }
    if noun.italian.singular.isEmpty { isPlural = true }
    // English police are many, the Italian polizia is one; and none of them is one as well.
    if noun.nounClass == .police, noun.english.singular.isEmpty, !noun.italian.singular.isEmpty { isPlural = false }
    if phrase.figure?.kind == .noneReported, !noun.italian.singular.isEmpty { isPlural = false }
    var word = isPlural ? noun.italian.plural : noun.italian.singular
    guard !word.isEmpty else { return nil }
    let agreement = Agreement(feminine: noun.isFeminine, plural: isPlural)
    var before: [String] = []
    for position in phrase.adjectives {
      let adjective = scene.lexicon.adjectives[position]
      guard adjective.kind != .drop, let form = adjective.italian[agreement], !form.isEmpty else {
        if adjective.kind == .restrict { return nil }
        continue
      }
      if Self.leading.contains(adjective.id) { before.append(form) } else { word += " \(form)" }
    }
    for position in phrase.demonyms {
      guard let form = scene.lexicon.demonyms[position].italian[agreement], !form.isEmpty else { continue }
      word += " \(form)"
    }
    word = (before + [word]).joined(separator: " ")
    addBeside(phrase, noun, to: &word, &said)
    var worded = Worded(words: word, agreement: agreement, isPlural: isPlural)
    append(phrase.complements, to: &worded, &said)
    if let description = scene.description(of: phrase), let relative = relative(description, agreement, &said) {
      worded.words += " \(relative)"
    }
    return introduced(worded, phrase)
  }

  /// "che avevano tentato di fuggire"
  private func relative(_ frame: Frame, _ agreement: Agreement, _ said: inout Said) -> String? {
    guard let verb = scene.phrasebook.italian[scene.concept(frame).id]?.verb, frame.polarity == .positive else {
      return nil
    }
    var aspect = Aspect(frame, scene.lexicon, italian: true)
    if case .attempted = aspect.kind {
      return "che \(agreement.isPlural ? "avevano" : "aveva") tentato di \(verb.form(.infinitive))"
    }
    guard case .done = aspect.kind, frame.targets.isEmpty || frame.targets.allSatisfy({ $0.span == frame.describes })
    else {
      return nil
    }
    aspect.kind = .earlier
    return "che " + self.verb(verb, aspect, subject: agreement, isPassive: false)
  }

  private static let leading: Set<String> = [
    "alleged", "former", "self-styled", "so-called", "false", "future", "deputy", "other", "new", "suspected", "same",
    "big", "large", "small", "young", "old", "long", "short", "first", "second", "third", "last", "next", "main",
  ]

  private func addBeside(_ phrase: NounPhrase, _ noun: Noun, to word: inout String, _ said: inout Said) {
    for modifier in phrase.nounModifiers {
      let other = scene.lexicon.nouns[modifier]
      let isMany = other.nounClass.isHuman || other.nounClass.isArmed || other.italian.singular.isEmpty
      word += " di \(isMany && !other.italian.plural.isEmpty ? other.italian.plural : other.italian.singular)"
    }
    for position in phrase.beside {
      let entity = scene.gazetteer[position]
      if entity.type == .person {
        word += " \(Scene.plain(entity.italian.name))"
      } else if entity.type == .country, let code = entity.countries.first, let row = scene.lexicon.demonym(of: code),
        let form = scene.lexicon.demonyms[row].italian[Agreement(feminine: noun.isFeminine, plural: phrase.isPlural)]
      {
        word += " \(form)"
      } else if scene.isPlace(entity), noun.nounClass.isSite {
        word += " \(Scene.plain(entity.italian.name))"
      } else if noun.nounClass == .group && entity.type == .armedGroup {
        word += " \(Scene.plain(entity.italian.name))"
      } else {
        let name = name(entity, &said)
        word += " " + ItalianGrammar.prepositional("di", article: name.article, noun: name.words)
      }
    }
    if let name = phrase.name { word += " \(scene.words(name))" }
  }

  private func append(_ complements: [NounPhrase.Complement], to worded: inout Worded, _ said: inout Said) {
    for complement in complements where scene.nounClass(complement.phrase) != .time {
      guard let inner = nominal(complement.phrase, &said) else { continue }
      let words =
        complement.preposition == .near
        ? " " + Self.compound("\(ItalianGrammar.agree("vicino", with: worded.agreement)) a", inner.article, inner.words)
        : " " + ItalianGrammar.prepositional("di", article: inner.article, noun: inner.words)
      worded.words += words
    }
  }

  /// The noun with its count and its article.
  private func introduced(_ bare: Worded, _ phrase: NounPhrase) -> Worded {
    var worded = bare
    if let quantifier = phrase.quantifier, scene.lexicon.quantifiers[quantifier].kind == "other" {
      worded.words = (worded.agreement.isFeminine ? "altre " : "altri ") + worded.words
    }
    if let figure = phrase.figure {
      if figure.kind == .exact, figure.minimum == 1 {
        worded.article = ItalianGrammar.article(for: worded.words, agreement: worded.agreement, definite: false)
        return worded
      }
      if let count = figureWords(figure, feminine: worded.agreement.isFeminine) {
        worded.words = "\(count) \(worded.words)"
        if phrase.determination == .definite, figure.kind == .exact {
          worded.article = ItalianGrammar.article(for: worded.words, agreement: worded.agreement, definite: true)
        }
      }
      return worded
    }
    let isOffice = scene.nounClass(phrase) == .official || scene.nounClass(phrase) == .leader
    let hasPerson = phrase.beside.contains { scene.gazetteer.type(of: $0) == .person }
    if hasPerson || isOffice && phrase.name != nil, !worded.agreement.isPlural {
      worded.article = ItalianGrammar.article(for: worded.words, agreement: worded.agreement, definite: true)
      return worded
    }
    switch phrase.determination {
    case .definite, .demonstrative, .possessive:
      worded.article = ItalianGrammar.article(for: worded.words, agreement: worded.agreement, definite: true)
    case .indefinite where !worded.agreement.isPlural:
      worded.article = ItalianGrammar.article(for: worded.words, agreement: worded.agreement, definite: false)
    case .none where !worded.agreement.isPlural:
      let isDefinite =
        switch scene.nounClass(phrase) {
        case .authority, .force, .police, .abstract, .goods, .money: true
        default: false
        }
      worded.article = ItalianGrammar.article(for: worded.words, agreement: worded.agreement, definite: isDefinite)
    case .none where scene.nounClass(phrase) == .police || scene.nounClass(phrase) == .authority:
      worded.article = ItalianGrammar.article(for: worded.words, agreement: worded.agreement, definite: true)
    default: break
    }
    return worded
  }

  private func people(_ phrase: NounPhrase, _ row: Int) -> Worded? {
    let agreement = Agreement(feminine: false, plural: phrase.isPlural)
    guard let form = scene.lexicon.demonyms[row].italian[agreement], !form.isEmpty else { return nil }
    var worded = Worded(words: form, agreement: agreement, isPlural: phrase.isPlural)
    if let figure = phrase.figure, let count = figureWords(figure, feminine: false) {
      worded.words = "\(count) \(form)"
    } else {
      worded.article = ItalianGrammar.article(for: form, agreement: agreement, definite: phrase.isPlural)
    }
    return worded
  }

  /// A count before its noun: "almeno nove", "circa 30", "diversi".
  func figureWords(_ figure: Figure, feminine: Bool) -> String? {
    func number(_ value: Int) -> String { ItalianGrammar.number(value, feminine: feminine) }
    switch figure.kind {
    case .exact: return figure.minimum.map(number)
    case .atLeast: return figure.minimum.map { "\(figure.isMoreThan ? "più di" : "almeno") \(number($0))" }
    case .atMost:
      return figure.maximum.map { figure.isLessThan ? "meno di \(number($0 + 1))" : "fino a \(number($0))" }
    case .about: return figure.minimum.map { "circa \(number($0))" }
    case .range:
      guard let low = figure.minimum, let high = figure.maximum else { return nil }
      return "tra \(number(low)) e \(number(high))"
    case .uncounted:
      guard let quantifier = figure.quantifier else { return nil }
      let words = scene.lexicon.quantifiers[quantifier].italian
      return feminine ? words.feminine : words.masculine
    case .noneReported: return feminine ? "nessuna" : "nessun"
    }
  }

  // MARK: - Events as nouns

  /// An event as a noun with its people and its place: "l'assedio dell'MNLA a Timbuctù".
  /// With `host` what the clause around it says already, its place, is left out.
  func event(_ frame: Frame, isDefinite: Bool = true, within host: Frame? = nil, _ said: inout Said) -> Worded? {
    let concept = scene.concept(frame)
    guard let wording = scene.phrasebook.italian[concept.id], !wording.noun.singular.isEmpty else { return nil }
    let agreement = Agreement(feminine: wording.isFeminine, plural: frame.isPlural)
    var worded = Worded(
      words: frame.isPlural ? wording.noun.plural : wording.noun.singular, agreement: agreement,
      isPlural: frame.isPlural)
    let actors = frame.actors.compactMap { nominal($0, &said) }
    if !actors.isEmpty, actors.count == frame.actors.count, wording.nounPreposition != "di" || frame.targets.isEmpty {
      let phrases = actors.map { ItalianGrammar.prepositional("di", article: $0.article, noun: $0.words) }
      worded.words += " " + ItalianGrammar.series(phrases)
    }
    for target in frame.targets where frame.place?.phrase.span != target.span && !isSame(frame.actors, target) {
      guard let inner = nominal(target, &said), !wording.nounPreposition.isEmpty else { continue }
      worded.words +=
        " " + ItalianGrammar.prepositional(wording.nounPreposition, article: inner.article, noun: inner.words)
      break
    }
    if wording.nounPreposition == "di", !frame.targets.isEmpty, !actors.isEmpty {
      let phrases = actors.map { ItalianGrammar.prepositional("da", article: $0.article, noun: $0.words) }
      worded.words += " da parte " + ItalianGrammar.series(phrases.map { Self.partOf($0) })
    }
    if let place = frame.place, !scene.isAt(host, place), !scene.isAtAim(frame),
      let words = self.place(place, isBare: true, &said)
    {
      worded.words += " \(words)"
    }
    if let purpose = purpose(of: frame, &said) { worded.words += " \(purpose)" }
    worded.article = ItalianGrammar.article(for: worded.words, agreement: agreement, definite: isDefinite)
    if !isDefinite, agreement.isPlural { worded.article = "" }
    return worded
  }

  /// "da parte di": the preposition after "parte" is di.
  private static func partOf(_ phrase: String) -> String {
    phrase.hasPrefix("da ") ? "di " + phrase.dropFirst(3) : phrase.hasPrefix("da") ? "de" + phrase.dropFirst(2) : phrase
  }

  func isSame(_ actors: [NounPhrase], _ target: NounPhrase) -> Bool { actors.contains { $0.span == target.span } }

  /// What an event is meant for: "per rompere l'assedio dell'MNLA a Timbuctù".
  func purpose(of frame: Frame, _ said: inout Said) -> String? {
    guard let link = frame.links.first(where: { $0.kind == .purpose }), link.frame < scene.frames.count else {
      return nil
    }
    let aim = scene.frames[link.frame]
    let id = link.concept.map { scene.lexicon.concepts[$0].id } ?? scene.concept(aim).id
    guard let wording = scene.phrasebook.italian[id], let verb = wording.verb else { return nil }
    var words = "per \(verb.form(.infinitive))"
    if link.concept != nil {
      for actor in aim.actors {
        guard let inner = nominal(actor, &said) else { return nil }
        words += " " + ItalianGrammar.prepositional("di", article: inner.article, noun: inner.words)
      }
      if let place = aim.place, let where_ = self.place(place, isBare: true, &said) { words += " \(where_)" }
      return words
    }
    guard let target = aim.targets.first else { return verb.lemma.contains(" ") ? words : nil }
    guard let inner = nominal(target, &said) else { return nil }
    if wording.objectPreposition.isEmpty {
      words += " \(inner.italian)"
    } else {
      words += " " + ItalianGrammar.prepositional(wording.objectPreposition, article: inner.article, noun: inner.words)
    }
    return words
  }
}

/// Decides whether a long name helps at the first mention.
enum Expansion {
  static func helps(_ entity: Entity, full: String, short: String) -> Bool {
    guard entity.type == .armedGroup || entity.type == .armedForce, full != short else { return false }
    // A short name of several words needs no unfolding, and a foreign long name no Italian or English article.
    guard !short.contains(" "), entity.italian.full != entity.english.full else { return false }
    // A long name of many words would bury the sentence; a desk knows the acronym.
    return full.split(separator: " ").count <= 4 && full.utf8.count > short.utf8.count
  }
}
