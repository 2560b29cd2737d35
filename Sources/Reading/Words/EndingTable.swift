public import DocumentModel
import Languages
import Lexicons

/// What the ending of a word that no table has tells of it: "-zione" is a noun, "-mente" an adverb.
public struct EndingTable: Sendable {
  private var readings: [[UInt8]: [WordReading]] = [:]
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
        let key = Array(ending.utf8)
        readings[key, default: []].append(WordReading(row: nil, part, features, .guessed))
        longest = max(longest, key.count)
      }
    }
  }

  /// Appends the readings of the longest ending that a word has and that leaves a stem; false if it has none.
  func append(_ word: [UInt8], to found: inout [WordReading]) -> Bool {
    var length = min(longest, word.count - 2)
    while length > 0 {
      if let known = readings[Array(word.suffix(length))] {
        found += known
        return true
      }
      length -= 1
    }
    return false
  }
}
