public import DocumentModel
public import Languages
import Lexicons

/// The words of the closed classes of a language, and of other tables that list forms: articles, pronouns, helping verbs.
public struct ClosedWords: Sendable {
  /// A form with its reading.
  public struct Form: Sendable, Hashable {
    /// The form.
    public var text: String
    /// Its dictionary form, or what it is written together from: "di+il".
    public var lemma: String
    /// Its part of speech; of what is written together that of the first part.
    public var part: PartOfSpeech
    /// What it tells; of what is written together what the last part tells.
    public var features: WordFeatures
  }

  /// The forms, in the order of the table; of two readings of a form the first is the usual one.
  public private(set) var forms: [Form] = []

  /// Makes none.
  public init() {}

  /// What the words in the features column stand for.
  static let features: [String: WordFeatures] = [
    "sg": .singular, "pl": .plural, "m": .masculine, "f": .feminine, "p1": .first, "p2": .second, "p3": .third,
    "finite": .finite, "inf": .infinitive, "part": .participle, "ger": .gerund, "pres": .present, "past": .past,
    "impf": .imperfect, "fut": .future, "cond": .conditional, "subj": .subjunctive, "clitic": .clitic,
    "comp": .comparative, "sup": .superlative, "def": .definite, "+def": .definite, "indef": .indefinite,
    "rel": .relative, "interr": .interrogative, "dem": .demonstrative, "poss": .possessive, "neg": .negative,
    "refl": .reflexive, "pers": .personal, "recip": .reciprocal,
  ]

  /// Adds the rows of a table with the columns pos, features and words.
  public mutating func read(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["pos", "features", "words"])
    for row in table.rows {
      let first = row[0].split(separator: "+").first.map(String.init) ?? ""
      guard let part = PartOfSpeech(name: first) else {
        throw table.error(
          at: row, "“\(row[0])” is no part of speech",
          remedy: "Write one of \(PartOfSpeech.allCases.map(\.name).joined(separator: ", "))")
      }
      var features: WordFeatures = []
      for word in row[1].split(separator: " ") {
        guard let feature = Self.features[String(word)] else {
          throw table.error(
            at: row, "“\(word)” is no feature",
            remedy: "Write some of \(Self.features.keys.sorted().joined(separator: ", "))")
        }
        features.formUnion(feature)
      }
      for word in row.list(2) {
        let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let text = sides[0].isEmpty ? word : sides[0]
        forms.append(
          Form(
            text: text.lowercased(), lemma: sides.count > 1 && !sides[0].isEmpty ? sides[1] : text, part: part,
            features: features))
      }
    }
  }
}
