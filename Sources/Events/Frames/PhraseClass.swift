import DocumentModel
import Gazetteers

/// Answers what kind of thing a noun phrase is about.
final class PhraseClass: Sendable {
  let lexicon: EventLexicon
  let gazetteer: Gazetteer

  init(lexicon: EventLexicon, gazetteer: Gazetteer) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
  }

  func entity(_ phrase: NounPhrase) -> Entity? {
    if case .entity(let position) = phrase.head { return gazetteer[position] }
    return nil
  }

  func nounClass(_ phrase: NounPhrase) -> NounClass? {
    if case .noun(let row) = phrase.head { return lexicon.nouns[row].nounClass }
    return nil
  }

  /// Whether it bears arms, or is a state, or belongs to one that does.
  func isArmed(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .entity(let position):
      let type = gazetteer.type(of: position)
      return type == .armedGroup || type == .armedForce || type == .country || type == .operation
    case .noun(let row):
      if lexicon.nouns[row].nounClass.isArmed || lexicon.nouns[row].mode == "armed" { return true }
      if isHumanClass(row) || lexicon.nouns[row].nounClass == .group {
        return phrase.beside.contains { isArmedEntity($0) } || phrase.complements.contains { isArmed($0.phrase) }
          || phrase.adjectives.contains { lexicon.adjectives[$0].id == "armed" }
      }
      return false
    case .demonym: return true
    default: return false
    }
  }

  private func isHumanClass(_ row: Int) -> Bool { lexicon.nouns[row].nounClass.isHuman }

  private func isArmedEntity(_ position: Int) -> Bool {
    let type = gazetteer.type(of: position)
    return type == .armedGroup || type == .armedForce
  }

  /// Whether it acts for a state: an army, a police, a country.
  func isState(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .entity(let position):
      let type = gazetteer.type(of: position)
      return type == .armedForce || type == .country
    case .noun(let row):
      let found = lexicon.nouns[row].nounClass
      if phrase.beside.contains(where: { gazetteer.type(of: $0) == .armedGroup }) { return false }
      return found == .military || found == .police || found == .force || found == .authority
    case .demonym: return true
    default: return false
    }
  }

  /// Whether it is a police.
  func isPolice(_ phrase: NounPhrase) -> Bool {
    if let entity = entity(phrase) { return entity.feature == "police" || entity.feature == "gendarmerie" }
    return nounClass(phrase) == .police
  }

  /// Whether it is people who bear no arms.
  func isCivilian(_ phrase: NounPhrase) -> Bool {
    switch nounClass(phrase) {
    case .civilian, .person, .official, .source, .media, .victim: !isArmed(phrase)
    default: false
    }
  }

  /// Whether it can do anything: a sum of money, an hour or a bare number cannot.
  func canAct(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .count: return phrase.figure?.quantifier != nil
    case .noun(let row):
      switch lexicon.nouns[row].nounClass {
      case .money, .time, .body, .goods, .abstract: return false
      default: return true
      }
    default: return true
    }
  }

  /// Whether it is an armed group that is no state.
  func isNonState(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .entity(let position): return gazetteer.type(of: position) == .armedGroup
    case .noun(let row):
      let found = lexicon.nouns[row].nounClass
      return found == .fighter || found == .group
        || phrase.beside.contains { gazetteer.type(of: $0) == .armedGroup }
    default: return false
    }
  }

  func isHuman(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .entity(let position):
      let type = gazetteer.type(of: position)
      return type == .person || type == .armedGroup || type == .armedForce
    case .noun(let row): return lexicon.nouns[row].nounClass.isHuman
    case .demonym, .count, .pronoun: return true
    case .name: return true
    case .event: return false
    }
  }

  func isWeapon(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .entity(let position): return gazetteer.type(of: position) == .weapon
    case .noun(let row): return lexicon.nouns[row].nounClass == .weapon
    default: return false
    }
  }

  /// How a weapon acts: `drone`, `artillery` …
  func mode(_ phrase: NounPhrase) -> String? {
    guard case .noun(let row) = phrase.head, !lexicon.nouns[row].mode.isEmpty else {
      if let entity = entity(phrase), entity.type == .weapon { return entity.feature }
      return nil
    }
    return lexicon.nouns[row].mode
  }

  /// Whether it is a town by the gazetteer, or a name that may be one.
  func isTown(_ phrase: NounPhrase) -> Bool {
    if case .name = phrase.head { return true }
    return entity(phrase)?.type == .place
  }

  /// Whether it names somewhere.
  func isPlace(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .entity(let position):
      let type = gazetteer.type(of: position)
      return type == .place || type == .facility || type == .country
    case .noun(let row):
      let found = lexicon.nouns[row].nounClass
      guard found == .settlement || found == .site else { return false }
      return true
    default: return false
    }
  }

  /// Whether somewhere in it a place of the gazetteer is named.
  func namesPlace(_ phrase: NounPhrase) -> Bool { place(in: phrase) != nil }

  /// The place of the gazetteer that it names, itself or in a part of it.
  func place(in phrase: NounPhrase) -> Entity? {
    if let entity = entity(phrase), isPlace(phrase) { return entity }
    for position in phrase.beside {
      let found = gazetteer[position]
      if found.type == .place || found.type == .facility || found.type == .country { return found }
    }
    guard isPlace(phrase) else { return nil }
    for complement in phrase.complements {
      if let found = place(in: complement.phrase) { return found }
    }
    return nil
  }

  /// The phrase as a place: an event is none, but "the Peru train crash" was in Peru.
  func somewhere(_ phrase: NounPhrase) -> NounPhrase {
    guard isEvent(phrase),
      let position = phrase.beside.first(where: { isPlace(NounPhrase(head: .entity($0), span: phrase.span)) })
    else { return phrase }
    var place = NounPhrase(head: .entity(position), span: phrase.span)
    place.isPlace = true
    place.preposition = phrase.preposition
    return place
  }

  func isSite(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .entity(let position):
      let type = gazetteer.type(of: position)
      return type == .place || type == .facility
    case .noun(let row): return lexicon.nouns[row].nounClass.isSite
    default: return false
    }
  }

  func isEvent(_ phrase: NounPhrase) -> Bool {
    if case .event = phrase.head { return true }
    return false
  }

  /// What befell the people that a victim noun counts.
  func effect(_ phrase: NounPhrase) -> [Effect] {
    guard case .noun(let row) = phrase.head, lexicon.nouns[row].nounClass == .victim else { return [] }
    if let effect = Effect(rawValue: lexicon.nouns[row].mode) { return [effect] }
    return lexicon.nouns[row].mode == "casualty" ? [.killed] : []
  }
}
