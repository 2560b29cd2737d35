import DocumentModel
import Events
import Gazetteers
import Languages
import Lexicons

/// Words frames in English.
struct English {
  let scene: Scene

  // MARK: - Noun phrases

  /// A noun phrase; nil if a word of it has no English.
  func nominal(_ phrase: NounPhrase, _ said: inout Said) -> Worded? {
    switch phrase.head {
    case .entity(let position):
      var worded = name(scene.gazetteer[position], &said)
      if scene.gazetteer.type(of: position) == .operation { append(phrase.complements, to: &worded, &said) }
      return worded
    case .noun(let row): return common(phrase, row, &said)
    case .demonym(let row): return people(phrase, row)
    case .count:
      guard let figure = phrase.figure, let count = figureWords(figure) else { return nil }
      let isOne = figure.kind == .exact && figure.minimum == 1
      return Worded(words: isOne ? "one person" : "\(count) people", isPlural: !isOne)
    case .pronoun(let id):
      if id == "who" || id == "he" || id == "they" || id == "it" { return nil }
      if id == "others" || id == "other" { return Worded(words: "others", isPlural: true) }
      guard let quantifier = scene.lexicon.quantifiers.first(where: { $0.id == id }) else { return nil }
      let words = quantifier.english
      return Worded(words: words.hasSuffix(" of") || id != "some" ? "\(words) people" : words, isPlural: true)
    case .name: return Worded(words: scene.words(phrase.headSpan), isPlural: phrase.isPlural)
    case .event:
      guard let frame = scene.frame(of: phrase) else { return nil }
      return event(frame, &said)
    }
  }

  /// The name of an entity: in full with the short name behind it at the first mention, if that helps a reader.
  func name(_ entity: Entity, _ said: inout Said) -> Worded {
    let isFirst = said.entities.insert(entity.id).inserted
    let short = Scene.plain(entity.english.name)
    var worded = Worded(
      article: entity.english.takesArticle ? "the" : "", words: short, isPlural: entity.english.isPlural)
    if isFirst, let full = entity.english.full, Expansion.helps(entity, full: full, short: short) {
      worded.article = "the"
      worded.words = "\(full) (\(short))"
      said.add("full_name")
    }
    return worded
  }

  private func common(_ phrase: NounPhrase, _ row: Int, _ said: inout Said) -> Worded? {
    let noun = scene.lexicon.nouns[row]
    var isPlural = phrase.isPlural
    if noun.english.plural.isEmpty { isPlural = false }
    if noun.english.singular.isEmpty { isPlural = true }
    if phrase.figure?.kind == .noneReported, scene.lexicon.nouns[row].nounClass == .group { isPlural = false }
    var word = isPlural ? noun.english.plural : noun.english.singular
    guard !word.isEmpty else { return nil }
    for modifier in phrase.nounModifiers.reversed() {
      let other = scene.lexicon.nouns[modifier].english
      word = "\(other.singular.isEmpty ? other.plural : other.singular) \(word)"
    }
    var complements = phrase.complements
    if noun.nounClass == .settlement, Self.areas.contains(noun.id), let first = complements.first,
      let entity = scene.entity(first.phrase), scene.isPlace(entity)
    {
      word = "\(Scene.plain(entity.english.name)) \(word)"
      complements.removeFirst()
    }
    for position in phrase.beside.reversed() {
      let entity = scene.gazetteer[position]
      said.entities.insert(entity.id)
      if entity.type == .person { continue }
      if entity.type == .country, let code = entity.countries.first, let row = scene.lexicon.demonym(of: code) {
        word = "\(scene.lexicon.demonyms[row].english.adjective) \(word)"
      } else {
        word = "\(Scene.plain(entity.english.name)) \(word)"
      }
    }
    let isOffice = noun.nounClass == .official || noun.nounClass == .leader
    if let name = phrase.name, !isOffice { word = "\(scene.words(name)) \(word)" }
    // "former Russian army officer": what judges comes before the nation, what sorts behind it.
    var outer: [String] = []
    var inner: [String] = []
    for position in phrase.adjectives {
      let adjective = scene.lexicon.adjectives[position]
      if adjective.kind == .drop { continue }
      guard !adjective.english.isEmpty else {
        if adjective.kind == .restrict { return nil }
        continue
      }
      if adjective.kind == .restrict || Self.judging.contains(adjective.id) {
        outer.append(adjective.english)
      } else {
        inner.append(adjective.english)
      }
    }
    let nations = phrase.demonyms.map { scene.lexicon.demonyms[$0].english.adjective }
    word = (outer + nations + inner + [word]).joined(separator: " ")
    var worded = Worded(words: word, isPlural: isPlural)
    append(complements, to: &worded, &said)
    if let name = phrase.name, isOffice {
      worded.words += " \(scene.words(name))"
      return worded
    }
    if let person = phrase.beside.first(where: { scene.gazetteer.type(of: $0) == .person }) {
      // "Zimbabwean prime minister Robert Mugabe": an office before a name takes no article.
      worded.words += " \(Scene.plain(scene.gazetteer[person].english.name))"
      return worded
    }
    if let description = scene.description(of: phrase), let relative = relative(description, isPlural) {
      worded.words += " \(noun.nounClass.isHuman ? "who" : "that") \(relative)"
    }
    return introduced(worded, phrase, noun)
  }

  /// "had tried to escape"
  private func relative(_ frame: Frame, _ isPlural: Bool) -> String? {
    guard let verb = scene.phrasebook.english[scene.concept(frame).id]?.verb, frame.polarity == .positive else {
      return nil
    }
    var aspect = Aspect(frame, scene.lexicon, italian: false)
    if case .attempted = aspect.kind { return "had tried to \(verb.form(.infinitive))" }
    guard case .done = aspect.kind, frame.targets.isEmpty || frame.targets.allSatisfy({ $0.span == frame.describes })
    else {
      return nil
    }
    aspect.kind = .earlier
    return self.verb(verb, aspect, isPlural: isPlural, isPassive: false)
  }

  private static let judging: Set<String> = [
    "local", "regional", "senior", "young", "old", "new", "large", "small", "big", "same", "main", "first", "second",
    "third", "last", "next", "important", "unidentified", "close", "high-ranking", "heavily-armed",
  ]

  private static let areas: Set<String> = [
    "area", "zone", "region", "province", "district", "neighborhood", "quarter", "governorate", "sector",
  ]

  private func append(_ complements: [NounPhrase.Complement], to worded: inout Worded, _ said: inout Said) {
    for complement in complements where scene.nounClass(complement.phrase) != .time {
      guard let inner = nominal(complement.phrase, &said) else { continue }
      worded.words += complement.preposition == .near ? " close to \(inner.english)" : " of \(inner.english)"
    }
  }

  private func introduced(_ bare: Worded, _ phrase: NounPhrase, _ noun: Noun) -> Worded {
    var worded = bare
    if let quantifier = phrase.quantifier, scene.lexicon.quantifiers[quantifier].kind == "other" {
      worded.words = (worded.isPlural ? "other " : "another ") + worded.words
    }
    if let figure = phrase.figure {
      if figure.kind == .exact, figure.minimum == 1 {
        worded.words = EnglishGrammar.withIndefiniteArticle(worded.words)
        return worded
      }
      if let count = figureWords(figure) {
        worded.words = "\(count) \(worded.words)"
        if phrase.determination == .definite, figure.kind == .exact { worded.article = "the" }
      }
      return worded
    }
    let isMass = noun.english.singular.isEmpty || noun.english.plural.isEmpty
    switch phrase.determination {
    case .definite, .demonstrative, .possessive:
      // Police and the like take no article in a report.
      // People meant in general take an article in Italian and none in English.
      let isGeneral =
        worded.isPlural && scene.material.language == "it" && phrase.determination == .definite
        && (noun.nounClass.isHuman || noun.nounClass.isArmed) && phrase.complements.isEmpty
      worded.article = isGeneral || noun.nounClass == .police && worded.isPlural ? "" : "the"
    case .indefinite where !worded.isPlural:
      worded.words = EnglishGrammar.withIndefiniteArticle(worded.words)
    case .none where !worded.isPlural && !isMass:
      switch noun.nounClass {
      case .authority, .force: worded.article = "the"
      case .abstract, .goods, .money, .time: break
      default: worded.words = EnglishGrammar.withIndefiniteArticle(worded.words)
      }
    default: break
    }
    return worded
  }

  private func people(_ phrase: NounPhrase, _ row: Int) -> Worded? {
    let demonym = scene.lexicon.demonyms[row].english
    let word = phrase.isPlural ? demonym.nouns : demonym.noun
    guard !word.isEmpty else { return nil }
    if let figure = phrase.figure, let count = figureWords(figure) {
      return Worded(words: "\(count) \(word)", isPlural: phrase.isPlural)
    }
    return phrase.isPlural
      ? Worded(words: word, isPlural: true) : Worded(words: EnglishGrammar.withIndefiniteArticle(word))
  }

  /// A count before its noun: "at least nine", "about 30", "several".
  func figureWords(_ figure: Figure) -> String? {
    func number(_ value: Int) -> String { EnglishGrammar.number(value) }
    switch figure.kind {
    case .exact: return figure.minimum.map(number)
    case .atLeast: return figure.minimum.map { "\(figure.isMoreThan ? "more than" : "at least") \(number($0))" }
    case .atMost:
      return figure.maximum.map { figure.isLessThan ? "fewer than \(number($0 + 1))" : "up to \(number($0))" }
    case .about: return figure.minimum.map { "about \(number($0))" }
    case .range:
      guard let low = figure.minimum, let high = figure.maximum else { return nil }
      return "between \(number(low)) and \(number(high))"
    case .uncounted: return figure.quantifier.map { scene.lexicon.quantifiers[$0].english }
    case .noneReported: return "no"
    }
  }

  // MARK: - Events as nouns

  /// An event as a noun with its people and its place: "the MNLA's siege of Timbuktu".
  /// With `host` what the clause around it says already, its place, is left out.
  func event(_ frame: Frame, within host: Frame? = nil, _ said: inout Said) -> Worded? {
    let concept = scene.concept(frame)
    guard let wording = scene.phrasebook.english[concept.id], !wording.noun.singular.isEmpty else { return nil }
    var worded = Worded(words: frame.isPlural ? wording.noun.plural : wording.noun.singular, isPlural: frame.isPlural)
    var possessor: String?
    var agents: [String] = []
    if frame.actors.count == 1, let entity = scene.entity(frame.actors[0]) {
      let named = name(entity, &said)
      possessor = EnglishGrammar.possessive(named.english, isPlural: named.isPlural)
    } else {
      agents = frame.actors.compactMap { nominal($0, &said)?.english }
      if agents.count != frame.actors.count { agents = [] }
    }
    var tookPlace = false
    for target in frame.targets where !frame.actors.contains(where: { $0.span == target.span }) {
      guard let inner = nominal(target, &said), !wording.nounPreposition.isEmpty else { continue }
      if frame.place?.phrase.span == target.span { tookPlace = true }
      worded.words += " \(wording.nounPreposition) \(inner.english)"
      break
    }
    if !agents.isEmpty { worded.words += " by \(EnglishGrammar.series(agents))" }
    if frame.targets.isEmpty, scene.lexicon.takesPlaceAsObject(frame.concept), let place = frame.place,
      let entity = scene.entity(place.phrase)
    {
      worded.words +=
        " of \(EnglishGrammar.join(entity.english.takesArticle ? "the" : "", Scene.plain(entity.english.name)))"
      tookPlace = true
    }
    if !tookPlace, let place = frame.place, !scene.isAt(host, place), !scene.isAtAim(frame),
      let words = self.place(place, isBare: true, &said)
    {
      worded.words += " \(words)"
    }
    if let purpose = purpose(of: frame, &said) { worded.words += " \(purpose)" }
    if let possessor {
      worded.words = "\(possessor) \(worded.words)"
    } else if !worded.isPlural {
      if !agents.isEmpty && !frame.isDefinite || wording.nounPreposition != "of" && !frame.isDefinite || !agents.isEmpty
      {
        worded.words = EnglishGrammar.withIndefiniteArticle(worded.words)
      } else {
        worded.article = "the"
      }
    }
    return worded
  }

  /// What an event is meant for: "to break the MNLA's siege of Timbuktu".
  func purpose(of frame: Frame, _ said: inout Said) -> String? {
    guard let link = frame.links.first(where: { $0.kind == .purpose }), link.frame < scene.frames.count else {
      return nil
    }
    let aim = scene.frames[link.frame]
    let id = link.concept.map { scene.lexicon.concepts[$0].id } ?? scene.concept(aim).id
    guard let wording = scene.phrasebook.english[id], let verb = wording.verb else { return nil }
    let infinitive = verb.form(.infinitive)
    if link.concept != nil {
      // "break the siege": the object is the other event, told in full.
      guard let inner = event(aim, &said), let implied = scene.phrasebook.english[scene.concept(aim).id] else {
        return nil
      }
      let object = " the \(implied.noun.singular)"
      guard infinitive.hasSuffix(object) else { return "to \(infinitive)" }
      return "to \(infinitive.dropLast(object.count)) \(inner.english)"
    }
    guard let target = aim.targets.first else { return verb.lemma.contains(" ") ? "to \(infinitive)" : nil }
    guard let inner = nominal(target, &said) else { return nil }
    let preposition = wording.objectPreposition.isEmpty ? "" : " \(wording.objectPreposition)"
    return "to \(infinitive)\(preposition) \(inner.english)"
  }
}
