import DocumentModel
import Languages
import Lexicons

extension Chunker {
  /// A noun phrase that begins at a unit, and the position of the unit after it.
  func nounPhrase(at start: Int) -> (NounPhrase, Int)? {
    guard start < units.count else { return nil }
    var index = start
    var determination = Determination.none
    var counted: Figure?
    var quantifier: Int?
    var hasPluralArticle = false
    var adjectives: [Int] = []
    var demonyms: [Int] = []
    if let row = units[index].quantifier, ["other", "all"].contains(lexicon.quantifiers[row].kind) {
      quantifier = row
      index += 1
    }
    if index < units.count, let found = figure(at: index) {
      counted = found.figure
      index = found.next
    } else if index < units.count, let determiner = units[index].determiner, units[index].entity == nil {
      determination = Determination(determiner)
      hasPluralArticle = units[index].isPluralArticle
      index += 1
      if index < units.count, let found = figure(at: index) {
        counted = found.figure
        index = found.next
      }
    }
    if index < units.count, quantifier == nil, let row = units[index].quantifier,
      lexicon.quantifiers[row].kind == "other"
    {
      quantifier = row
      index += 1
    }
    // "un centinaio di", "dozens of": the preposition belongs to the count.
    if counted != nil, index + 1 < units.count, let (preposition, _) = units[index].preposition, preposition == .of,
      counted?.kind == .about || counted?.kind == .uncounted || counted?.kind == .atLeast
    {
      if headSense(at: index + 1) { index += 1 }
    }
    let phrase =
      grammar.contains(.headFirst)
      ? headBefore(at: index, start, &adjectives, &demonyms)
      : headBehind(at: index, start, &adjectives, &demonyms)
    guard var (found, next) = phrase else {
      return bareCount(counted, quantifier, determination, start, index)
    }
    found.determination = determination
    found.figure = counted
    found.quantifier = quantifier
    if hasPluralArticle { found.isPlural = true }
    if let counted { found.isPlural = counted.minimum != 1 || counted.maximum != 1 }
    found.span = span(start, next)
    next = max(next, index)
    return (found, next)
  }

  /// Whether a unit can be the noun, or come before it.
  func headSense(at index: Int) -> Bool {
    guard index < units.count else { return false }
    let unit = units[index]
    return unit.entity != nil || unit.noun != nil || unit.eventNoun != nil || unit.adjective != nil
      || unit.demonymAdjective != nil || unit.demonymNoun != nil
  }

  func bareCount(
    _ counted: Figure?, _ quantifier: Int?, _ determination: Determination, _ start: Int, _ index: Int
  ) -> (NounPhrase, Int)? {
    guard index > start else { return nil }
    if let counted {
      // "due tartarughe": a count of something that nobody knows counts no people.
      if counted.quantifier == nil, index < units.count, units[index].isUnknownWord, !units[index].isCapitalized {
        return nil
      }
      var phrase = NounPhrase(
        head: counted.quantifier.map { .pronoun(lexicon.quantifiers[$0].id) } ?? .count, span: span(start, index))
      phrase.figure = counted
      phrase.determination = determination
      phrase.isPlural = counted.minimum != 1
      return (phrase, index)
    }
    if let quantifier, lexicon.quantifiers[quantifier].kind == "other" {
      var phrase = NounPhrase(head: .pronoun("others"), span: span(start, index))
      phrase.isPlural = true
      return (phrase, index)
    }
    return nil
  }

  // MARK: - Italian: the noun comes first, what qualifies it mostly behind

  func headBefore(
    at start: Int, _ first: Int, _ adjectives: inout [Int], _ demonyms: inout [Int]
  ) -> (NounPhrase, Int)? {
    var index = start
    var hasUnknown = false
    // Adjectives before the noun, and one word that the lexicon does not know.
    while index < units.count, units[index].noun == nil, units[index].eventNoun == nil, units[index].entity == nil,
      let adjective = units[index].adjective, index + 1 < units.count, canGoOn(index + 1)
    {
      adjectives.append(adjective)
      index += 1
    }
    if index > first, index + 1 < units.count, units[index].isUnknownWord, !units[index].isCapitalized,
      units[index + 1].noun != nil || units[index + 1].eventNoun != nil
    {
      hasUnknown = true
      index += 1
    }
    guard index < units.count, var phrase = head(at: index, isFirstWord: index == first) else { return nil }
    index = nameEnd(of: phrase, at: index)
    phrase.headSpan = span(phrase.headSpan, index)
    phrase.adjectives = adjectives
    phrase.hasUnknownModifier = hasUnknown
    index = italianTail(of: &phrase, at: index)
    return (phrase, index)
  }

  func italianTail(of phrase: inout NounPhrase, at start: Int) -> Int {
    var index = start
    var tookUnknown = false
    while index < units.count {
      let unit = units[index]
      if let entity = unit.entity, isNounHead(phrase), phrase.beside.isEmpty {
        phrase.beside.append(entity)
      } else if unit.entity != nil {
        break
      } else if let (row, _) = unit.demonymAdjective, !isNameHead(phrase) {
        phrase.demonyms.append(row)
      } else if let adjective = unit.adjective, unit.cue == nil {
        phrase.adjectives.append(adjective)
      } else if unit.isUnknownWord, unit.isCapitalized, isNounHead(phrase), phrase.name == nil, phrase.beside.isEmpty {
        let end = capitalizedRun(from: index)
        phrase.name = span(index, end)
        index = end
        continue
      } else if let (preposition, _) = unit.preposition, preposition == .of, let end = unknownComplement(at: index) {
        phrase.hasUnknownModifier = true
        index = end
        continue
      } else if unit.isUnknownWord, !unit.isCapitalized, !tookUnknown, !isNameHead(phrase), looksAdjectival(index) {
        phrase.hasUnknownModifier = true
        tookUnknown = true
      } else {
        break
      }
      index += 1
    }
    return index
  }

  /// An unknown word behind a noun is its adjective if it ends like one and no object can follow it.
  func looksAdjectival(_ index: Int) -> Bool {
    guard index + 1 < units.count else { return true }
    let next = units[index + 1]
    // "lo spadino donato dalla famiglia": a participle with something of its own.
    if units[index].shape == .participle, next.preposition != nil { return false }
    if next.determiner != nil && next.preposition == nil { return false }
    return next.number == nil && next.numeral == nil
  }

  /// "di resistenza": a complement of words that the lexicon does not know.
  func unknownComplement(at index: Int) -> Int? {
    guard index + 1 < units.count, units[index + 1].isUnknownWord, !units[index + 1].isCapitalized else { return nil }
    return index + 2
  }

  // MARK: - Shared

  /// The head that a unit can be.
  func head(at index: Int, isFirstWord: Bool) -> NounPhrase? {
    let unit = units[index]
    if let entity = unit.entity {
      var phrase = NounPhrase(head: .entity(entity), span: unit.span)
      phrase.isPlace = unit.isPlace
      return phrase
    }
    if isVerbal(index) { return nil }
    // "Un'autobomba è esplosa": what explodes is the weapon, and the verb tells the event.
    if let (row, sense) = unit.noun, unit.eventNoun != nil, lexicon.nouns[row].nounClass == .weapon,
      explodes(after: index)
    {
      var phrase = NounPhrase(head: .noun(row), span: unit.span)
      phrase.isPlural = sense.isPlural
      return phrase
    }
    // "morti" and "deaths" are people; only the singular is the event.
    if let (row, sense) = unit.noun, sense.isPlural, lexicon.nouns[row].nounClass == .victim {
      var phrase = NounPhrase(head: .noun(row), span: unit.span)
      phrase.isPlural = true
      return phrase
    }
    if let (row, sense) = unit.eventNoun {
      var phrase = NounPhrase(head: .event(row), span: unit.span)
      phrase.isPlural = sense.isPlural
      return phrase
    }
    if let (row, sense) = unit.noun {
      var phrase = NounPhrase(head: .noun(row), span: unit.span)
      phrase.isPlural = sense.isPlural
      return phrase
    }
    if let (row, sense) = unit.demonymNoun {
      var phrase = NounPhrase(head: .demonym(row), span: unit.span)
      phrase.isPlural = sense.isPlural
      return phrase
    }
    if grammar.contains(.nominalDemonyms), let (row, sense) = unit.demonymAdjective {
      guard !isFirstWord || unit.isFirst else { return nil }
      var phrase = NounPhrase(head: .demonym(row), span: unit.span)
      phrase.isPlural = sense.isPlural
      return phrase
    }
    for word in unit.functions {
      // "were" is also how "we're" is looked up.
      if case .auxiliary = word { return nil }
      if case .pronoun(let value) = word,
        grammar.contains(.objectPronouns)
          ? value != "them" && value != "him" : ["some", "others", "who"].contains(value)
      {
        var phrase = NounPhrase(head: .pronoun(value), span: unit.span)
        phrase.isPlural = true
        return phrase
      }
    }
    if unit.isUnknownWord, unit.isCapitalized, !unit.isFirst || isName(after: index) {
      return NounPhrase(head: .name, span: unit.span)
    }
    return nil
  }

  func explodes(after index: Int) -> Bool {
    guard let explosion = lexicon.concept("explosion") else { return false }
    for unit in units[(index + 1)...].prefix(4) {
      for sense in unit.senses {
        if case .verb(let row) = sense.kind, lexicon.triggers[row].concept == explosion { return true }
      }
    }
    return false
  }

  /// At the start of a sentence a capital says little; a second capital makes it a name.
  func isName(after index: Int) -> Bool {
    index + 1 < units.count && units[index + 1].isUnknownWord && units[index + 1].isCapitalized
  }

  func nameEnd(of phrase: NounPhrase, at index: Int) -> Int {
    if case .name = phrase.head { return capitalizedRun(from: index) }
    return index + 1
  }

  func capitalizedRun(from index: Int) -> Int {
    var end = index
    while end < units.count, units[end].isUnknownWord, units[end].isCapitalized { end += 1 }
    return max(end, index + 1)
  }

  func canGoOn(_ index: Int) -> Bool { headSense(at: index) || units[index].isCapitalized }

  func isNounHead(_ phrase: NounPhrase) -> Bool {
    if case .noun = phrase.head { return true }
    if case .event = phrase.head { return true }
    return false
  }

  func isNameHead(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .entity, .name: true
    default: false
    }
  }

  func span(_ span: TextSpan, _ next: Int) -> TextSpan {
    TextSpan(span.start, max(span.end, units[next - 1].span.end))
  }
}

extension Determination {
  init(_ determiner: FunctionWord.Determiner) {
    switch determiner {
    case .def: self = .definite
    case .indef: self = .indefinite
    case .dem: self = .demonstrative
    case .poss: self = .possessive
    }
  }
}
