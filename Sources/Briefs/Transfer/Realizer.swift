import DocumentModel
import Events
import Languages
import Reading

/// A language that says abstract clauses.
protocol Realizer {
  /// A clause as a sentence without its final stop; nil if a word or a form of it is wanting.
  func sentence(_ clause: AbstractClause, _ lexicon: TransferLexicon, _ said: inout Said) -> String?
}

extension TransferLexicon {
  /// The form of a word of a sense; nil if there is none. What the form need not have stands in no `wanted`.
  func form(_ sense: Int, _ language: String, _ wanted: WordFeatures) -> (text: String, features: WordFeatures)? {
    guard let word = wording(sense, language),
      let forms = try? word.forms(senses[sense].kind, in: Languages.of(language))
    else { return nil }
    let found =
      forms.first { $0.features.isSuperset(of: wanted) }
      // English adjectives and Italian adverbs have one form.
      ?? (forms.count == 1 && forms[0].features.isDisjoint(with: [.singular, .plural]) ? forms[0] : nil)
    return found.map { ($0.text, $0.features) }
  }

  /// The senses of a connective.
  func senses(ofConnective words: String, _ language: String) -> [Int] { connectives[language]?[words] ?? [] }

  /// Whether a noun's sense is people: whom "who" stands for.
  func isHuman(_ sense: Int) -> Bool {
    [
      "person", "civilian", "official", "leader", "fighter", "victim", "family", "military", "authority", "police",
      "group",
    ].contains(senseClass(sense))
  }
}

extension AbstractClause {
  /// The place that its words end in, where nothing follows that a comma would part from it.
  var lastPlace: Entity? {
    guard times.isEmpty, adverbs.isEmpty, links.isEmpty, let last = circumstances.last, last.tie == .place,
      case .entity(let entity) = last.phrase.head
    else { return nil }
    return entity
  }
}

extension Scene {
  /// The country that tells a reader where a place is, if neither was said before.
  func country(behind place: Entity, _ said: inout Said) -> Entity? {
    guard said.placed.insert(place.id).inserted, let country = GazetteerContext.country(of: place, self),
      said.placed.insert(country.id).inserted
    else { return nil }
    if !named.contains(country.id) { said.add("country") }
    return country
  }
}

extension AbstractPhrase {
  /// Whether it speaks of several.
  var isSeveral: Bool { isPlural || number.map { $0 != 1 } ?? false || !others.isEmpty }
}
