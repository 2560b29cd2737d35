import DocumentModel
import Events
import Gazetteers

/// What wording looks things up in: the words of the ruleset and the document in hand.
struct Scene {
  let lexicon: EventLexicon
  let gazetteer: Gazetteer
  let phrasebook: Phrasebook
  let material: BriefMaterial
  /// The entities that the document names, and what they belong to.
  let named: Set<String>

  init(lexicon: EventLexicon, gazetteer: Gazetteer, phrasebook: Phrasebook, material: BriefMaterial) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    self.phrasebook = phrasebook
    self.material = material
    named = Set(material.entities.map(\.entity.id))
  }

  var frames: [Frame] { material.reading.frames }

  func words(_ span: TextSpan) -> String {
    String(decoding: material.text[span.range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  func entity(_ phrase: NounPhrase) -> Entity? {
    if case .entity(let position) = phrase.head { return gazetteer.entities[position] }
    return nil
  }

  func nounClass(_ phrase: NounPhrase) -> NounClass? {
    if case .noun(let row) = phrase.head { return lexicon.nouns[row].nounClass }
    return nil
  }

  func concept(_ frame: Frame) -> Concept { lexicon.concepts[frame.concept] }

  /// Whether an entity is somewhere.
  func isPlace(_ entity: Entity) -> Bool {
    entity.type == .place || entity.type == .facility || entity.type == .country
  }

  /// The place of the gazetteer that a phrase names, itself or in a part of it.
  func place(in phrase: NounPhrase) -> Entity? {
    if let entity = entity(phrase), isPlace(entity) { return entity }
    for position in phrase.beside where isPlace(gazetteer.entities[position]) { return gazetteer.entities[position] }
    for complement in phrase.complements {
      if let found = place(in: complement.phrase) { return found }
    }
    return nil
  }

  /// The frame whose trigger is the head of a phrase.
  func frame(of phrase: NounPhrase) -> Frame? { frames.first { $0.span == phrase.headSpan } }

  /// A name without the qualifier that only tells homonyms apart: "Mao (Ciad)".
  static func plain(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.range(of: " (") else { return name }
    return String(name[..<open])
  }
}

extension String {
  /// The first place of a pattern.
  func range(of pattern: String) -> String.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(pattern) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}

/// What a brief has said already: names introduced, countries and provinces given.
struct Said {
  /// Entities that have been named.
  var entities: Set<String> = []
  /// Places that have been set in their province and country.
  var placed: Set<String> = []
  /// What the gazetteer added to the clause in hand.
  var added: [String] = []

  mutating func add(_ kind: String) {
    if !added.contains(kind) { added.append(kind) }
  }
}

/// A noun phrase in words, its article apart, so that a preposition can grow together with it.
struct Worded {
  var article = ""
  var words: String
  var agreement = Agreement.masculine
  /// Whether it takes a plural verb in English.
  var isPlural = false

  var italian: String { ItalianGrammar.join(article, words) }
  var english: String { EnglishGrammar.join(article, words) }
}
