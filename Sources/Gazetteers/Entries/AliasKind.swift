/// What a name is to its entity.
public enum AliasKind: UInt8, Sendable, CaseIterable {
  /// Another name, or another spelling.
  case alias = 0
  /// The name that briefs write.
  case short = 1
  /// The long form.
  case official = 2
  /// Letters: "JNIM".
  case acronym = 3
  /// A common noun phrase: "esercito maliano".
  case nominal = 4
  /// A way in which it is written and should not be.
  case misspelling = 5
  /// A name that it had: "Zaire".
  case former = 6

  /// In words, for a person to read.
  public var words: String {
    switch self {
    case .alias: "another name"
    case .short: "its name"
    case .official: "its long name"
    case .acronym: "its acronym"
    case .nominal: "common nouns"
    case .misspelling: "a misspelling"
    case .former: "a former name"
    }
  }
}
