import DocumentModel
import Events
import Gazetteers
import Languages
import Lexicons

extension English {
  /// What a story says, as a clause without its final stop; nil if its words do not suffice.
  func clause(_ frame: Frame, isHeadline: Bool, sharing next: [Frame] = [], _ said: inout Said) -> String? {
    let concept = scene.concept(frame)
    guard let wording = scene.phrasebook.english[concept.id] else { return nil }
    if frame.polarity == .negative, let denier = frame.attribution.first(where: { $0.stance == .denies }) {
      return denial(frame, by: denier, &said)
    }
    var aspect = Aspect(frame, scene.lexicon, italian: false)
    if concept.isStatement {
      guard scene.canBeSaid(frame) else { return nil }
      if case .done = aspect.kind, wording.verb?.lemma.hasPrefix("be ") == true { aspect.kind = .state }
    }
    if scene.isOwnWord(frame), case .done = aspect.kind, !aspect.isNegated, aspect.adverb == nil {
      aspect.kind = .saidOfItself
    }
    guard
      var words = verbal(frame, wording, aspect, isHeadline, next, &said)
        ?? existential(frame, wording, aspect, isHeadline, &said)
    else { return nil }
    if let adverb = aspect.adverb, adverb.contains(" ") { words = "\(adverb) \(words)" }
    return words
  }

  // MARK: - With a verb

  private func verbal(
    _ frame: Frame, _ wording: Phrasebook.EnglishWording, _ aspect: Aspect, _ isHeadline: Bool, _ next: [Frame],
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
    let isReciprocal = wording.objectPreposition == "with" && objects == subjects
    objects.removeAll { object in subjects.contains { $0.span == object.span } }
    // What only a noun tells is said with that noun: "carries out strikes".
    if frame.isNominal, wording.isLight, !frame.actors.isEmpty, !isHeadline, frame.isPlural || objects.isEmpty {
      return nil
    }
    var words: String
    if let subject = series(subjects, &state) {
      words =
        "\(subject.english) \(form(verb, aspect, isPlural: subject.isPlural, isPassive: false, isHeadline, frame))"
      for other in next { words += coordinate(other, isHeadline, subject.isPlural) }
      if isReciprocal {
        if subject.isPlural { words += " with one another" } else { return nil }
      }
      let isLaunch = scene.concept(frame).traits.contains(.launch)
      if isLaunch {
        guard let weapons = series(frame.instruments, &state) else { return nil }
        words += " \(weapons.english)"
      }
      if let object = series(objects, &state) {
        words +=
          wording.objectPreposition.isEmpty ? " \(object.english)" : " \(wording.objectPreposition) \(object.english)"
      } else if objects.isEmpty, scene.concept(frame).traits.contains(.claim), scene.lastViolence(before: frame) != nil,
        let noun = scene.phrasebook.english[scene.deed]?.noun.singular, !noun.isEmpty
      {
        words += " \(wording.objectPreposition.isEmpty ? "for" : wording.objectPreposition) the \(noun)"
      } else if !objects.isEmpty || needsObject(wording, role, isReciprocal) {
        return nil
      }
      if scene.concept(frame).isStatement, let cause = frame.topic {
        guard let worded = nominal(cause, &state) else { return nil }
        words += " from \(worded.english)"
      }
      if !frame.actors.isEmpty, !isLaunch, !verb.lemma.contains(" "), let weapon = frame.instruments.first,
        let worded = nominal(weapon, &state)
      {
        words += " with \(worded.english)"
      }
    } else {
      guard subjects.isEmpty, aspect.canBePassive, wording.objectPreposition.isEmpty, !wording.isIntransitive,
        role == .actor, !verb.lemma.contains(" "),
        let object = series(objects, &state)
      else { return nil }
      let passive =
        isHeadline && frame.status == .accomplished
        ? verb.participle : self.verb(verb, aspect, isPlural: object.isPlural, isPassive: true)
      words = "\(object.english) \(passive)"
    }
    words += circumstances(frame, isHeadline, &state)
    said = state
    return words
  }

  private func needsObject(_ wording: Phrasebook.EnglishWording, _ role: CanonicalSubject, _ isReciprocal: Bool) -> Bool
  {
    guard let verb = wording.verb, role == .actor, !isReciprocal else { return false }
    return wording.objectPreposition.isEmpty && !verb.lemma.contains(" ") && !wording.isIntransitive
  }

  private func form(
    _ verb: EnglishVerb, _ aspect: Aspect, isPlural: Bool, isPassive: Bool, _ isHeadline: Bool, _ frame: Frame
  ) -> String {
    switch aspect.kind {
    case .done, .reported:
      guard isHeadline, !aspect.isNegated else { break }
      let adverb = aspect.adverb.map { $0.contains(" ") ? "" : "\($0) " } ?? ""
      return adverb + verb.form(.present, plural: isPlural)
    case .saidOfItself where isHeadline:
      return "\(isPlural ? "say they" : "says it") \(verb.form(.past, plural: isPlural))"
    default: break
    }
    return self.verb(verb, aspect, isPlural: isPlural, isPassive: isPassive)
  }

  private func coordinate(_ frame: Frame, _ isHeadline: Bool, _ isPlural: Bool) -> String {
    guard let verb = scene.phrasebook.english[scene.concept(frame).id]?.verb else { return "" }
    let aspect = Aspect(frame, scene.lexicon, italian: false)
    let words = form(verb, aspect, isPlural: isPlural, isPassive: false, isHeadline, frame)
    return isHeadline ? ", \(words)" : " and \(words)"
  }

  func series(_ phrases: [NounPhrase], _ said: inout Said) -> Worded? {
    guard !phrases.isEmpty else { return nil }
    var found: [Worded] = []
    for phrase in phrases {
      guard let worded = nominal(phrase, &said) else { return nil }
      if !found.contains(where: { $0.words == worded.words }) { found.append(worded) }
    }
    guard found.count > 1 else { return found[0] }
    return Worded(words: EnglishGrammar.series(found.map(\.english)), isPlural: true)
  }

  // MARK: - With a noun

  private func existential(
    _ frame: Frame, _ wording: Phrasebook.EnglishWording, _ aspect: Aspect, _ isHeadline: Bool, _ said: inout Said
  ) -> String? {
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
    bare.isDefinite = false
    if !isHeadline, wording.isLight, let words = light(frame, aspect, &state) {
      said = state
      return words
    }
    guard let noun = event(bare, &state) else { return nil }
    let not = aspect.isNegated ? "no longer " : ""
    var words: String
    if isHeadline {
      words = noun.words
    } else {
      let adverb = aspect.adverb.map { $0.contains(" ") ? "" : "\($0) " } ?? ""
      switch aspect.kind {
      case .done, .reported:
        guard not.isEmpty else { return nil }
        words = "there \(noun.isPlural ? "were" : "was") \(adverb)\(indefinite(noun))"
      case .ongoing: words = "\(indefinite(noun)) \(noun.isPlural ? "are" : "is") under way"
      case .modal(.may): words = "there could be \(indefinite(noun))"
      case .future, .modal(.will), .modal(.aboutTo):
        words = "\(indefinite(noun)) \(noun.isPlural ? "are" : "is") expected"
      default: return nil
      }
    }
    words += circumstances(frame, isHeadline, &state)
    said = state
    return words
  }

  private func indefinite(_ noun: Worded) -> String {
    guard noun.article == "the", !noun.isPlural else { return noun.english }
    return EnglishGrammar.withIndefiniteArticle(noun.words)
  }

  /// "The coalition carried out strikes on IS": who did it is the subject of a light verb.
  private func light(_ frame: Frame, _ aspect: Aspect, _ said: inout Said) -> String? {
    guard !frame.actors.isEmpty, let verb = scene.phrasebook.english["light"]?.verb else { return nil }
    var state = said
    var thing = frame
    thing.actors = []
    thing.place = nil
    thing.isDefinite = false
    thing.links = frame.links.filter { $0.kind == .purpose }
    guard let subject = series(frame.actors, &state), let noun = event(thing, &state) else { return nil }
    let words =
      "\(subject.english) \(self.verb(verb, aspect, isPlural: subject.isPlural, isPassive: false)) \(indefinite(noun))"
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
    return "\(subject.english) denied \(noun.english)"
  }

  /// "denied executing the prisoners"
  private func ownDenial(_ frame: Frame, _ source: SourcePhrase, _ said: inout Said) -> String? {
    guard let wording = scene.phrasebook.english[scene.concept(frame).id], let verb = wording.verb,
      let subject = nominal(source.phrase, &said)
    else { return nil }
    var words = "\(subject.english) denied \(verb.gerund)"
    if let object = series(frame.targets, &said) {
      words +=
        wording.objectPreposition.isEmpty ? " \(object.english)" : " \(wording.objectPreposition) \(object.english)"
    } else if !frame.targets.isEmpty || needsObject(wording, .actor, false) {
      return nil
    }
    return words
  }

  // MARK: - Circumstances

  private func circumstances(_ frame: Frame, _ isHeadline: Bool, _ said: inout Said) -> String {
    var words = ""
    if let place = frame.place {
      if frame.targets.contains(where: { $0.span == place.phrase.span }) {
        if !isHeadline, let setting = setting(of: place, &said) { words += ", \(setting)" }
      } else if scene.concept(frame).isStatement, let wording = scene.phrasebook.english[scene.concept(frame).id],
        !wording.objectPreposition.isEmpty, let entity = scene.entity(place.phrase)
      {
        // "confined to Deir ez-Zor"
        let name = EnglishGrammar.join(entity.english.takesArticle ? "the" : "", Scene.plain(entity.english.name))
        words += " \(wording.objectPreposition) \(name)"
      } else if let phrase = self.place(place, isBare: isHeadline, &said) {
        words += " \(phrase)"
      }
    }
    guard !isHeadline else { return words }
    if let time = frame.time, let phrase = self.time(time) {
      // A country behind a town stands between commas.
      words += words.contains(", ") ? ", \(phrase)" : " \(phrase)"
    }
    for whole in scene.linked(frame, .partOf).prefix(1) {
      if let noun = scene.bare(whole, english: self) { words += " in \(noun)" }
    }
    for earlier in scene.linked(frame, .after).prefix(1) {
      if let noun = event(earlier, within: frame, &said) { words += ", after \(noun.english)" }
    }
    for var later in scene.linked(frame, .before).prefix(1) {
      later.isDefinite = false
      if let noun = event(later, within: frame, &said) { words += " ahead of \(indefinite(noun))" }
    }
    return words
  }

  private func setting(of place: PlacePhrase, _ said: inout Said) -> String? {
    guard let entity = scene.place(in: place.phrase), said.placed.insert(entity.id).inserted,
      let country = GazetteerContext.country(of: entity, scene), said.placed.insert(country.id).inserted
    else { return nil }
    if !scene.named.contains(country.id) { said.add("country") }
    return EnglishGrammar.join(country.english.takesArticle ? "the" : "", Scene.plain(country.english.name))
  }

  /// Who says so: "police said" or "according to police".
  func attribution(_ frame: Frame, isHeadline: Bool = false, _ said: inout Said) -> String? {
    if scene.isOwnWord(frame), frame.certainty == .asserted, frame.polarity == .positive { return nil }
    let sources = frame.attribution.filter { $0.stance != .denies }
    guard let source = sources.first, let worded = nominal(source.phrase, &said) else { return nil }
    if source.saying == nil || source.stance != .says { return "according to \(worded.english)" }
    return "\(worded.english) \(isHeadline ? (worded.isPlural ? "say" : "says") : "said")"
  }
}
