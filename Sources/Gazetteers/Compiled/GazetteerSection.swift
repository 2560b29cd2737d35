/// The parts of a compiled gazetteer, by the number that names them in its section table. All numbers are
/// little-endian, all positions count from 0.
enum GazetteerSection: UInt32, CaseIterable {
  /// 8 bytes a scalar: ``NameLetters``.
  case letters = 1
  /// 8 bytes an elided word or a joined article, packed; first the count of elisions as 8 bytes.
  case joints = 2
  /// A bit for each of the lowest bits of ``NameHash``: whether any word has such a hash.
  case filter = 3
  /// 16 bytes a slot: the first eight bytes of a word, its number plus 1 (0: free), its length.
  case slots = 4
  /// 4 bytes a word and one more: where its spelling begins.
  case wordStarts = 5
  /// The spellings of the words.
  case spellings = 6
  /// 4 bytes a word: the state after it at the beginning of a name, or 0.
  case openers = 7
  /// 4 bytes a state: the word that leads to it. The states that follow a state lie side by side, sorted by word.
  case stateWords = 8
  /// 4 bytes a state and one more: the first of the states that follow it.
  case stateChildren = 9
  /// 4 bytes a state and one more: the first of its meanings.
  case stateMeanings = 10
  /// 16 bytes a meaning: ``NameMeaning``.
  case meanings = 11
  /// 4 bytes: a count, then as many numbers of words.
  case contexts = 12
  /// 24 bytes an entity: ``EntityFacts``.
  case facts = 13
  /// 8 bytes an entity and one more: where its cells begin.
  case cellStarts = 14
  /// The cells of the entities: ``EntityCells``.
  case cells = 15
  /// 4 bytes a slot: an entity plus 1 by the hash of its id (0: free).
  case identities = 16
  /// Features and languages, UTF-8, each with a line feed behind it.
  case labels = 17
  /// A byte a word: ``NameWordClass``es.
  case wordClasses = 18
  /// As `filter`, of the words that begin a name in small letters.
  case smallFilter = 19
}

/// The head of a compiled gazetteer.
///
/// | bytes | what |
/// |---|---|
/// | 8 | `DISPGAZT` |
/// | 4 | version |
/// | 4 | number of sections |
/// | 8 | length of the whole in bytes |
/// | 32 | SHA-256 of what it was made from |
/// | 32 | SHA-256 of all sections, one behind the other |
/// | 24 × sections | number, elements' size, offset in bytes, length in bytes: 4, 4, 8 and 8 bytes |
///
/// The sections follow, each at a multiple of eight bytes. Opening reads the head only; the checksum of the sections is
/// for those who ask for it.
enum GazetteerHead {
  static let magic = Array("DISPGAZT".utf8)
  static let version: UInt32 = 5
  static let fixedSize = 8 + 4 + 4 + 8 + 32 + 32
  static let entrySize = 24

  static func size(sections: Int) -> Int { fixedSize + entrySize * sections }
}

/// What a name stands for, and under which conditions.
struct NameMeaning {
  /// The entity, as a position.
  var entity: UInt32
  /// Bit n: the n-th word begins with a capital; of the first sixteen.
  var capitals: UInt16
  /// Bit n: the n-th word is all capitals.
  var allCapitals: UInt16
  /// Bits 0 to 1 ``CaseRule``, bit 2 nominal, bit 3 only behind a comma, bit 4 from a table of the world,
  /// bits 5 to 7 ``AliasKind``,
  /// bits 8 to 15 the language as a label, plus 1.
  var flags: UInt32
  /// Where its context begins among the contexts, plus 1; 0 for none.
  var context: UInt32

  static let size = 16
  static let nominal: UInt32 = 1 << 2
  static let behindComma: UInt32 = 1 << 3
  static let imported: UInt32 = 1 << 4

  static let kindShift: UInt32 = 5

  /// What the name is to its entity.
  var kind: AliasKind { AliasKind(rawValue: UInt8(truncatingIfNeeded: flags >> Self.kindShift & 7)) ?? .alias }
  var rule: CaseRule { CaseRule(rawValue: UInt8(truncatingIfNeeded: flags & 3)) ?? .title }
  /// Whether it counts only behind a comma: "Lexington, Ky."
  var isBehindComma: Bool { flags & Self.behindComma != 0 }
  /// Whether a table of the world gave the name, and nobody chose it for what reports write.
  var isImported: Bool { flags & Self.imported != 0 }
  var isNominal: Bool { flags & Self.nominal != 0 }
  /// The label of its language, or nil for any.
  var language: Int? { flags >> 8 & 0xFF == 0 ? nil : Int(flags >> 8 & 0xFF) - 1 }
}

/// What is asked of entities often, in a row of a fixed size.
struct EntityFacts {
  var type: UInt8
  /// Prominence from 1 to 9.
  var prior: UInt8
  /// Its feature, as a label.
  var feature: UInt16
  /// The first country's two letters, the first one in the low byte; 0 for none.
  var country: UInt16
  /// 1 where a table of the world gave it, and nobody chose it for what reports name.
  var isImported: UInt16
  /// The entity that it belongs to, plus 1; 0 for none.
  var parent: UInt32
  /// Degrees east and north times 10,000; ``unknown`` where not known.
  var longitude: Int32
  var latitude: Int32
  /// People who live there; 0 where not known.
  var population: UInt32

  static let size = 24
  static let unknown = Int32.min
}
