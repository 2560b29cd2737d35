/// A longitude and a latitude in decimal degrees (WGS 84), kept as the text that the gazetteer gives, so that no
/// rounding ever changes a record.
public struct Coordinates: Sendable, Hashable {
  /// Degrees east, as written in the gazetteer.
  public var longitude: String
  /// Degrees north, as written in the gazetteer.
  public var latitude: String

  /// Makes coordinates from two decimal numbers in text form; the reader of the gazetteer checks them.
  public init(longitude: String, latitude: String) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// Gender and number, as Italian agreement needs them.
public enum Agreement: String, Sendable, Hashable {
  case masculine = "ms"
  case feminine = "fs"
  case masculinePlural = "mp"
  case femininePlural = "fp"

  /// Whether it is plural.
  public var isPlural: Bool { self == .masculinePlural || self == .femininePlural }
  /// Whether it is feminine.
  public var isFeminine: Bool { self == .feminine || self == .femininePlural }
  /// Makes an agreement from its two halves.
  public init(feminine: Bool, plural: Bool) {
    self = feminine ? (plural ? .femininePlural : .feminine) : (plural ? .masculinePlural : .masculine)
  }
}

/// What a gazetteer knows of one thing in the world, with the grammar of its names.
public struct Entity: Sendable, Hashable {
  /// The stable identifier, such as `deir-ezzor-province`.
  public var id: String
  /// What kind of thing it is.
  public var type: EntityType
  /// The finer kind, such as `town`, `jihadist`, `airport`; empty if none is given.
  public var feature: String
  /// Prominence from 1 to 9; decides between homonyms where the context does not.
  public var prior: Int
  /// The name, article, agreement and place preposition in Italian.
  public var italian: ItalianName
  /// The name, article, number and place preposition in English.
  public var english: EnglishName
  /// ISO 3166-1 alpha-2 codes, the main one first.
  public var countries: [String]
  /// The entity that this one belongs to.
  public var parent: String?
  /// Where it is.
  public var coordinates: Coordinates?
  /// The Wikidata identifier, if known.
  public var wikidata: String?
  /// The GeoNames identifier, if known.
  public var geonames: String?
  /// How many people live there, if known.
  public var population: Int?

  /// An Italian name with its grammar.
  public struct ItalianName: Sendable, Hashable {
    /// The short name.
    public var name: String
    /// The long form for a first mention.
    public var full: String?
    /// `il`, `lo`, `l'`, `la`, `i`, `gli`, `le`, or empty.
    public var article: String
    /// Gender and number.
    public var agreement: Agreement
    /// How "in" is said before it: `a`, `in`, `nel`, `nella`…; empty for what is no place.
    public var preposition: String
    /// Makes a name.
    public init(name: String, full: String?, article: String, agreement: Agreement, preposition: String) {
      self.name = name
      self.full = full
      self.article = article
      self.agreement = agreement
      self.preposition = preposition
    }
  }

  /// An English name with its grammar.
  public struct EnglishName: Sendable, Hashable {
    /// The short name.
    public var name: String
    /// The long form for a first mention.
    public var full: String?
    /// Whether it takes `the`.
    public var takesArticle: Bool
    /// Whether it is plural.
    public var isPlural: Bool
    /// `in`, `at`, `on` or `near`.
    public var preposition: String
    /// Makes a name.
    public init(name: String, full: String?, takesArticle: Bool, isPlural: Bool, preposition: String) {
      self.name = name
      self.full = full
      self.takesArticle = takesArticle
      self.isPlural = isPlural
      self.preposition = preposition
    }
  }

  /// Its short name in a language; in one that the gazetteer has no column for the name that maps and agencies write,
  /// which is the English one.
  public func name(in language: String) -> String { language == "it" ? italian.name : english.name }

  /// Its long name in a language, if the gazetteer gives one.
  public func fullName(in language: String) -> String? {
    switch language {
    case "it": italian.full
    case "en": english.full
    default: nil
    }
  }

  /// Makes an entity.
  public init(
    id: String, type: EntityType, feature: String, prior: Int, italian: ItalianName, english: EnglishName,
    countries: [String], parent: String?, coordinates: Coordinates?, wikidata: String?
  ) {
    self.id = id
    self.type = type
    self.feature = feature
    self.prior = prior
    self.italian = italian
    self.english = english
    self.countries = countries
    self.parent = parent
    self.coordinates = coordinates
    self.wikidata = wikidata
  }
}
