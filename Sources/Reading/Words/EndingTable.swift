public import DocumentModel
import Languages
import Lexicons

/// What the ending of a word that no table has tells of it: "-zione" is a noun, "-mente" an adverb.
public struct EndingTable: Sendable {
  /// By the number of an ending.
  private var readings: [UInt64: [WordReading]] = [:]
  private var longest = 0

  /// Makes an empty table.
  public init() {}

  /// Reads a table with the columns endings, pos and features; the rows of an ending are its readings in their order.
  public mutating func read(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["endings", "pos", "features"])
    for row in table.rows {
      guard let part = PartOfSpeech(name: row[1]) else {
        throw table.error(at: row, "“\(row[1])” is no part of speech", remedy: "Write one as NOUN, VERB, ADJ, ADV")
      }
      var features: WordFeatures = []
      for word in row[2].split(separator: " ") {
        guard let feature = ClosedWords.features[String(word)] else {
          throw table.error(at: row, "“\(word)” is no feature", remedy: "Write some as sg, pl, m, f, part, finite")
        }
        features.formUnion(feature)
      }
      for ending in row.list(0) {
        let number = ending.utf8.reversed().reduce(Self.noLetters) { Self.number($1, before: $0) }
        readings[number, default: []].append(WordReading(row: nil, part, features, .guessed))
        longest = max(longest, ending.utf8.count)
      }
    }
  }

  /// Appends the readings of the longest ending that a word has and that leaves a stem; false if it has none.
  func append(_ word: [UInt8], to found: inout [WordReading]) -> Bool {
    var number = Self.noLetters
    var known: [WordReading]?
    for letter in word.suffix(max(0, min(longest, word.count - 2))).reversed() {
      number = Self.number(letter, before: number)
      known = readings[number] ?? known
    }
    guard let known else { return false }
    found += known
    return true
  }

  private static let noLetters: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The number of an ending with one letter more before it (FNV-1a of 64 bits, read backwards): of some hundred endings no
  /// two share one.
  private static func number(_ letter: UInt8, before ending: UInt64) -> UInt64 {
    (ending ^ UInt64(letter)) &* 0x100_0000_01B3
  }
}
