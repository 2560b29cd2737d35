import DocumentModel
import Events
import Gazetteers
import Languages
import Lexicons

extension Italian {
  /// What a story says, as a clause without its final stop; nil if its words do not suffice.
  func clause(_ frame: Frame, isHeadline: Bool, sharing next: [Frame] = [], _ said: inout Said) -> String? {
    let concept = scene.concept(frame)
    guard let wording = scene.phrasebook.italian[concept.id] else { return nil }
    if frame.polarity == .negative, let denier = frame.attribution.first(where: { $0.stance == .denies }) {
      return denial(frame, by: denier, &said)
    }
    var aspect = Aspect(frame, scene.lexicon, italian: true)
    if concept.isStatement {
      guard scene.canBeSaid(frame) else { return nil }
      if case .done = aspect.kind, wording.verb?.lemma.hasPrefix("essere ") == true { aspect.kind = .state }
    }
    if scene.isOwnWord(frame), case .done = aspect.kind, !aspect.isNegated, aspect.adverb == nil {
      aspect.kind = .saidOfItself
    }
    if isHeadline, case .done = aspect.kind, !aspect.isNegated { aspect.kind = .ongoing }
    guard
      var words = verbal(frame, wording, aspect, isHeadline, next, &said)
        ?? existential(frame, wording, aspect, isHeadline, &said)
    else { return nil }
    if let adverb = aspect.adverb, adverb.contains(" ") { words = "\(adverb) \(words)" }
    return words
  }

  // MARK: - With a verb

  private func verbal(
    _ frame: Frame, _ wording: Phrasebook.ItalianWording, _ aspect: Aspect, _ isHeadline: Bool, _ next: [Frame],
    _ said: inout Said
  ) -> String? {
    guard let verb = wording.verb else { return nil }
    let role = scene.role(of: frame)
    var state = said
    guard
      let (subjects, told) = scene.arguments(
        of: frame, role, isIntransitive: wording.isIntransitive, isDirect: wording.objectPreposition.isEmpty)
    else { return nil }
    var objects = told
    let isReciprocal = verb.isReflexive && wording.objectPreposition == "con" && objects == subjects
    objects.removeAll { object in subjects.contains { $0.span == object.span } }
    // What only a noun tells is said with that noun: "conduce raid", not "colpisce".
    if frame.isNominal, wording.isLight, !frame.actors.isEmpty, !isHeadline, frame.isPlural || objects.isEmpty {
      return nil
    }
    var words: String
    if let subject = series(subjects, &state) {
      var predicate = self.verb(verb, aspect, subject: subject.agreement, isPassive: false)
      if isHeadline, case .saidOfItself = aspect.kind {
        predicate = predicate.replacing("hanno detto", with: "dicono", maxReplacements: 1).replacing(
          "ha detto", with: "dice", maxReplacements: 1)
      }
      words = "\(subject.italian) \(predicate)"
      if next.isEmpty, !isReciprocal { words += when(frame, isHeadline) }
      for other in next { words += coordinate(other, subject.agreement, isHeadline) }
      if isReciprocal {
        guard subject.agreement.isPlural else { return nil }
        words += " tra loro" + when(frame, isHeadline)
      }
      let isLaunch = scene.concept(frame).traits.contains(.launch)
      if isLaunch {
        guard let weapons = series(frame.instruments, &state) else { return nil }
        words += " \(weapons.italian)"
      }
      if let object = self.objects(objects, wording.objectPreposition, &state) {
        words += " \(object)"
      } else if !objects.isEmpty {
        return nil
      } else if scene.concept(frame).traits.contains(.claim), let noun = claimed(frame) {
        words += " \(noun)"
      } else if needsObject(wording, role, isReciprocal) {
        return nil
      }
      if scene.concept(frame).isStatement, let cause = frame.topic {
        guard let worded = nominal(cause, &state) else { return nil }
        words += " per \(worded.italian)"
      }
      if !frame.actors.isEmpty, !isLaunch, !verb.lemma.contains(" "), let means = means(frame, &state) {
        words += " \(means)"
      }
    } else {
      guard subjects.isEmpty, aspect.canBePassive, wording.objectPreposition.isEmpty, role == .actor, !verb.takesEssere,
        !verb.lemma.contains(" "), let object = series(objects, &state)
      else { return nil }
      if isHeadline, case .ongoing = aspect.kind, frame.status == .accomplished {
        let participle = verb.participle(object.agreement)
        words = "\(participle) \(object.italian)"
      } else {
        words = "\(object.italian) \(self.verb(verb, aspect, subject: object.agreement, isPassive: true))"
        words += when(frame, isHeadline)
      }
    }
    words += circumstances(frame, isHeadline, &state)
    said = state
    return words
  }

  /// "l'attentato": what a claim without an object speaks of.
  private func claimed(_ frame: Frame) -> String? {
    guard scene.lastViolence(before: frame) != nil, let wording = scene.phrasebook.italian[scene.deed],
      !wording.noun.singular.isEmpty
    else { return nil }
    let agreement = Agreement(feminine: wording.isFeminine, plural: false)
    return ItalianGrammar.withArticle(wording.noun.singular, agreement: agreement, definite: true)
  }

  /// A transitive verb cannot do without its object.
  private func needsObject(_ wording: Phrasebook.ItalianWording, _ role: CanonicalSubject, _ isReciprocal: Bool) -> Bool
  {
    guard let verb = wording.verb, role == .actor, !isReciprocal else { return false }
    return wording.objectPreposition.isEmpty && !verb.takesEssere && !verb.lemma.contains(" ")
      && !wording.isIntransitive
  }

  /// " e presumibilmente conquistato": a second verb under the first one's helper.
  private func coordinate(_ frame: Frame, _ subject: Agreement, _ isHeadline: Bool) -> String {
    guard let verb = scene.phrasebook.italian[scene.concept(frame).id]?.verb else { return "" }
    let aspect = Aspect(frame, scene.lexicon, italian: true)
    let adverb = aspect.adverb.map { "\($0) " } ?? ""
    let form = isHeadline ? verb.form(.present, plural: subject.isPlural) : verb.participle(.masculine)
    return " e \(adverb)\(form)"
  }

  /// Whether a second frame can share the verb's helper.
  func canCoordinate(_ first: Frame, _ second: Frame) -> Bool {
    guard let one = scene.phrasebook.italian[scene.concept(first).id],
      let two = scene.phrasebook.italian[scene.concept(second).id], let a = one.verb, let b = two.verb
    else { return false }
    return !a.takesEssere && !b.takesEssere && one.objectPreposition.isEmpty && two.objectPreposition.isEmpty
      && !b.lemma.contains(" ")
  }

  func series(_ phrases: [NounPhrase], _ said: inout Said) -> Worded? {
    guard !phrases.isEmpty else { return nil }
    var found: [Worded] = []
    for phrase in phrases {
      guard let worded = nominal(phrase, &said) else { return nil }
      if !found.contains(where: { $0.words == worded.words }) { found.append(worded) }
    }
    guard found.count > 1 else { return found[0] }
    let isFeminine = found.allSatisfy { $0.agreement.isFeminine }
    return Worded(
      words: ItalianGrammar.series(found.map(\.italian)), agreement: Agreement(feminine: isFeminine, plural: true),
      isPlural: true)
  }

  private func objects(_ phrases: [NounPhrase], _ preposition: String, _ said: inout Said) -> String? {
    guard let worded = series(phrases, &said) else { return nil }
    guard !preposition.isEmpty else { return worded.italian }
    return phrases.count == 1
      ? ItalianGrammar.prepositional(preposition, article: worded.article, noun: worded.words)
      : "\(preposition) \(worded.italian)"
  }

  private func means(_ frame: Frame, _ said: inout Said) -> String? {
    guard let weapon = frame.instruments.first, let worded = nominal(weapon, &said) else { return nil }
    return "con \(worded.italian)"
  }

  // MARK: - With a noun

  private func existential(
    _ frame: Frame, _ wording: Phrasebook.ItalianWording, _ aspect: Aspect, _ isHeadline: Bool, _ said: inout Said
  ) -> String? {
    // What somebody says or decides is nothing without the verb's own words.
    let concept = scene.concept(frame)
    guard !concept.isStatement else { return nil }
    // "L'attacco" takes up what was told; alone it tells nothing new.
    if frame.isDefinite, frame.actors.isEmpty, frame.targets.isEmpty, !isHeadline { return nil }
    guard wording.isLight || concept.traits.contains(.happening) && (frame.actors.isEmpty || isHeadline) else {
      return nil
    }
    var state = said
    var bare = frame
    bare.place = nil
    if !isHeadline, wording.isLight, let words = light(frame, aspect, &state) {
      said = state
      return words
    }
    guard let noun = event(bare, isDefinite: false, &state) else { return nil }
    let isPlural = noun.agreement.isPlural
    let participle = ItalianGrammar.agree("stato", with: noun.agreement)
    var words: String
    if isHeadline {
      words = noun.words
    } else {
      switch aspect.kind {
      case .done: words = isPlural ? "ci sono \(participle) \(noun.words)" : "c'è \(participle) \(noun.italian)"
      case .reported:
        words = isPlural ? "ci sarebbero \(participle) \(noun.words)" : "ci sarebbe \(participle) \(noun.italian)"
      case .ongoing: words = isPlural ? "sono in corso \(noun.words)" : "è in corso \(noun.italian)"
      case .modal(.may): words = isPlural ? "potrebbero esserci \(noun.words)" : "potrebbe esserci \(noun.italian)"
      case .future, .modal(.will), .modal(.aboutTo):
        words = isPlural ? "si preparano \(noun.words)" : "si prepara \(noun.italian)"
      default: return nil
      }
      if aspect.isNegated { words = "non " + words }
      words += when(frame, isHeadline)
    }
    words += circumstances(frame, isHeadline, &state)
    said = state
    return words
  }

  /// "La Coalizione ha condotto raid contro l'Isis": who did it is the subject of a light verb.
  private func light(_ frame: Frame, _ aspect: Aspect, _ said: inout Said) -> String? {
    guard !frame.actors.isEmpty, let verb = scene.phrasebook.italian["light"]?.verb else { return nil }
    var state = said
    var thing = frame
    thing.actors = []
    thing.place = nil
    thing.links = frame.links.filter { $0.kind == .purpose }
    guard let subject = series(frame.actors, &state), let noun = event(thing, isDefinite: false, &state) else {
      return nil
    }
    let predicate = self.verb(verb, aspect, subject: subject.agreement, isPassive: false)
    let words = "\(subject.italian) \(predicate)\(when(frame, false)) \(noun.italian)"
    let rest = circumstances(frame, false, &state)
    said = state
    return words + rest
  }

  private func denial(_ frame: Frame, by source: SourcePhrase, _ said: inout Said) -> String? {
    var state = said
    if scene.isOwn(source, frame), let words = ownDenial(frame, source, &state) {
      said = state
      return words
    }
    guard let subject = nominal(source.phrase, &state), let noun = event(frame, &state) else { return nil }
    said = state
    let helper = subject.agreement.isPlural ? "hanno" : "ha"
    return "\(subject.italian) \(helper) smentito \(noun.italian)"
  }

  /// "ha smentito di aver giustiziato i prigionieri"
  private func ownDenial(_ frame: Frame, _ source: SourcePhrase, _ said: inout Said) -> String? {
    guard let wording = scene.phrasebook.italian[scene.concept(frame).id], let verb = wording.verb,
      let subject = nominal(source.phrase, &said)
    else { return nil }
    let helper = verb.takesEssere ? (verb.isReflexive ? "essersi" : "essere") : "aver"
    let participle = verb.participle(verb.takesEssere ? subject.agreement : .masculine)
    var words = "\(subject.italian) \(subject.agreement.isPlural ? "hanno" : "ha") smentito di \(helper) \(participle)"
    if let object = objects(frame.targets, wording.objectPreposition, &said) {
      words += " \(object)"
    } else if !frame.targets.isEmpty || needsObject(wording, .actor, false) {
      return nil
    }
    return words
  }

  // MARK: - Circumstances

  /// The time, which in Italian stands right behind the verb.
  private func when(_ frame: Frame, _ isHeadline: Bool) -> String {
    guard !isHeadline, let mention = frame.time, let phrase = time(mention) else { return "" }
    return " \(phrase)"
  }

  /// Time, place and what went before, each with a space or a comma before it.
  private func circumstances(_ frame: Frame, _ isHeadline: Bool, _ said: inout Said) -> String {
    var words = ""
    if let place = frame.place, isObject(place, of: frame), !isHeadline, let setting = setting(of: place, &said) {
      words += ", \(setting)"
    }
    if let place = frame.place, !isObject(place, of: frame), let phrase = self.place(place, isBare: isHeadline, &said) {
      words += " \(phrase)"
    }
    guard !isHeadline else { return words }
    for whole in scene.linked(frame, .partOf).prefix(1) {
      if let noun = scene.bare(whole, italian: self) { words += " " + ItalianGrammar.join("in", noun) }
    }
    for earlier in scene.linked(frame, .after).prefix(1) {
      if let noun = event(earlier, within: frame, &said) { words += ", dopo \(noun.italian)" }
    }
    for later in scene.linked(frame, .before).prefix(1) {
      if let noun = event(later, isDefinite: false, within: frame, &said) { words += " in vista di \(noun.italian)" }
    }
    return words
  }

  private func isObject(_ place: PlacePhrase, of frame: Frame) -> Bool {
    frame.targets.contains { $0.span == place.phrase.span }
  }

  /// The country of a place that the clause names already.
  private func setting(of place: PlacePhrase, _ said: inout Said) -> String? {
    guard let entity = scene.place(in: place.phrase), said.placed.insert(entity.id).inserted,
      let country = GazetteerContext.country(of: entity, scene), said.placed.insert(country.id).inserted
    else { return nil }
    if !scene.named.contains(country.id) { said.add("country") }
    return located(country)
  }

  /// Who says so: ", secondo la polizia".
  func attribution(_ frame: Frame, _ said: inout Said) -> String? {
    if scene.isOwnWord(frame), frame.certainty == .asserted, frame.polarity == .positive { return nil }
    let sources = frame.attribution.filter { $0.stance != .denies }
    guard let source = sources.first, let worded = nominal(source.phrase, &said) else { return nil }
    return ItalianGrammar.join("secondo", worded.italian)
  }
}
