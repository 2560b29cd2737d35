import DocumentModel
import Lexicons

/// What an event or a concept is, beyond its name: what the reading and the wording of all domains go by.
///
/// A type of `scheme.tsv` has traits for all its concepts; a row of `concepts.tsv` may add some of its own.
public struct ConceptTraits: OptionSet, Sendable, Hashable {
  /// A bit for each trait.
  public let rawValue: UInt32

  /// Makes a set of traits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Somebody does violence to somebody; such an event can be claimed and condemned.
  public static let violent = ConceptTraits(rawValue: 1 << 0)
  /// Harms people or things, also without anybody's will: "un incidente ha colpito …".
  public static let harmful = ConceptTraits(rawValue: 1 << 1)
  /// Can hold the dead and wounded of a sentence: "una rivolta ha ucciso …".
  public static let costly = ConceptTraits(rawValue: 1 << 2)
  /// Can be said to have been: "c'è stato un attentato".
  public static let happening = ConceptTraits(rawValue: 1 << 3)
  /// Something goes off: what it hits does not.
  public static let blast = ConceptTraits(rawValue: 1 << 4)
  /// People gather, who act and are not acted upon.
  public static let gathering = ConceptTraits(rawValue: 1 << 5)
  /// Nobody wills it, and a place stands for those it befalls: "terremoto in Perù".
  public static let disaster = ConceptTraits(rawValue: 1 << 6)
  /// People talk: no deed that others answer.
  public static let talk = ConceptTraits(rawValue: 1 << 7)
  /// Its verb may only say what another event hit: "un raid ha colpito una scuola".
  public static let strikes = ConceptTraits(rawValue: 1 << 8)
  /// Counts victims of what other words tell: "bilancio", "sono morti".
  public static let counts = ConceptTraits(rawValue: 1 << 9)
  /// May be the outcome of another deed: "…, uccidendo due uomini".
  public static let maims = ConceptTraits(rawValue: 1 << 10)
  /// Nothing that anybody answers by itself: "ferire".
  public static let slight = ConceptTraits(rawValue: 1 << 11)
  /// Those it befalls do it: "fuggire".
  public static let flight = ConceptTraits(rawValue: 1 << 12)
  /// Denies what is said.
  public static let denial = ConceptTraits(rawValue: 1 << 13)
  /// Claims a deed that was told before.
  public static let claim = ConceptTraits(rawValue: 1 << 14)
  /// Its noun stands for any deed that somebody claims: "l'attentato".
  public static let deed = ConceptTraits(rawValue: 1 << 15)
  /// A weapon is its verb's object: "lanciare un missile contro …".
  public static let launch = ConceptTraits(rawValue: 1 << 16)
  /// Its row words a count of victims that stands alone.
  public static let tally = ConceptTraits(rawValue: 1 << 17)
  /// Somebody keeps silent: a statement that is news.
  public static let silence = ConceptTraits(rawValue: 1 << 18)

  /// As the tables write them.
  static let names: [(name: String, traits: ConceptTraits)] = [
    ("violent", .violent), ("harmful", .harmful), ("costly", .costly), ("happening", .happening), ("blast", .blast),
    ("gathering", .gathering), ("disaster", .disaster), ("talk", .talk), ("strikes", .strikes), ("counts", .counts),
    ("maims", .maims), ("slight", .slight), ("flight", .flight), ("denial", .denial), ("claim", .claim),
    ("deed", .deed), ("launch", .launch), ("tally", .tally), ("silence", .silence),
  ]

  /// The traits that a cell lists between `;`.
  init(_ row: Table.Row, _ column: Int, of table: Table) throws(RuleError) {
    self = []
    for name in row.list(column) {
      guard let known = Self.names.first(where: { $0.name == name }) else {
        throw table.error(
          at: row, "The trait \"\(name)\" is not known",
          remedy: "Use one of \(Self.names.map(\.name).joined(separator: ", "))")
      }
      formUnion(known.traits)
    }
  }
}

/// The event types and subtypes that a record of a pipeline may hold, from its `scheme.tsv`.
struct EventScheme: Sendable {
  /// The types, in the order of the scheme.
  private(set) var types: [String] = []
  private var subtypes: [String: Set<String>] = [:]
  private var traits: [String: ConceptTraits] = [:]

  /// Reads types: `type subtypes traits`.
  mutating func read(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["type", "subtypes", "traits"])
    for row in table.rows {
      guard subtypes[row[0]] == nil else {
        throw table.error(at: row, "The type \(row[0]) is given twice", remedy: "Put both lines together")
      }
      types.append(row[0])
      subtypes[row[0]] = Set(row.list(1))
      traits[row[0]] = try ConceptTraits(row, 2, of: table)
    }
  }

  /// Whether a type and a subtype, which may be empty, belong together.
  func isKnown(type: String, subtype: String) -> Bool {
    guard let known = subtypes[type] else { return false }
    return subtype.isEmpty || known.contains(subtype)
  }

  /// What all concepts of a type are.
  func traits(of type: String) -> ConceptTraits { traits[type] ?? [] }
}
