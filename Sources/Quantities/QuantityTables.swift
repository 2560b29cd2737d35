public import DocumentModel
import Languages
public import Lexicons

/// Reads the tables that numbers and days are made with.
public struct QuantityTables {
  /// The words of each language, by its code.
  public private(set) var languages: [String: QuantityWords]
  private let words: (String) throws(RuleError) -> [Int32]

  /// Makes a reader for some languages; `words` cuts a form into words and gives their numbers.
  public init(languages codes: [String], words: @escaping (String) throws(RuleError) -> [Int32]) {
    languages = Dictionary(uniqueKeysWithValues: codes.map { ($0, QuantityWords(language: $0)) })
    self.words = words
  }

  /// Reads `quantities.tsv`: `kind value it_forms en_forms`.
  public mutating func readQuantities(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["kind", "value", "it_forms", "en_forms"])
    for row in table.rows {
      guard let kind = QuantityWord.Kind(name: row[0]) else {
        throw table.error(
          at: row, "The kind \"\(row[0])\" is not known",
          remedy: "Use one of \(QuantityWord.Kind.allCases.map { "\($0)" }.joined(separator: ", "))")
      }
      var period: Period?
      if kind == .unit || kind == .units || kind == .span {
        period = Self.period(row[1])
        guard period != nil else {
          throw table.error(
            at: row, "\"\(row[1])\" is no length of time", remedy: "Write it as ISO 8601 does: PT1H, P1W, P0.5Y")
        }
      }
      for (column, language) in [(2, "it"), (3, "en")] {
        for form in row.list(column) {
          try insert(form, language, QuantityWord(kind: kind, number: Int(row[1]) ?? 0), row[1], period)
        }
      }
    }
  }

  /// Reads months and weekdays of `calendar.tsv`: `kind number it_forms en_forms`.
  public mutating func readCalendar(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["kind", "number", "it_forms", "en_forms"])
    for row in table.rows {
      guard let kind = QuantityWord.Kind(name: row[0]), let number = Int(row[1]) else { continue }
      for (column, language) in [(2, "it"), (3, "en")] {
        // The first form is the whole name.
        for (position, form) in row.list(column).enumerated() {
          try insert(form, language, QuantityWord(kind: kind, number: number, isShort: position > 0), "", nil)
        }
      }
    }
  }

  /// Reads the days that phrases of `time.tsv` name by themselves: "ieri", "the day before yesterday".
  public mutating func readTimes(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: ["id", "kind", "offset", "part", "it_forms", "en_forms", "it_word", "en_word"])
    for row in table.rows where row[1] == "deictic" {
      for (column, language) in [(4, "it"), (5, "en")] {
        for form in row.list(column) {
          try insert(form, language, QuantityWord(kind: .day, number: Int(row[2]) ?? 0), "", nil)
        }
      }
    }
  }

  /// Reads numbers that are only about right: `value it_forms en_forms`.
  public mutating func readCollectives(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["value", "it_forms", "en_forms"])
    for row in table.rows {
      for (column, language) in [(1, "it"), (2, "en")] {
        for form in row.list(column) {
          try insert(form, language, QuantityWord(kind: .collective, number: Int(row[0]) ?? 0), "", nil)
        }
      }
    }
  }

  /// The words of each language over the finished vocabulary.
  public func prepared(_ vocabulary: Vocabulary) -> [String: QuantityWords] {
    languages.mapValues { words in
      var prepared = words
      prepared.prepare(vocabulary)
      return prepared
    }
  }

  private mutating func insert(
    _ form: String, _ language: String, _ meaning: QuantityWord, _ name: String, _ period: Period?
  ) throws(RuleError) {
    guard languages[language] != nil else { return }
    let found = try words(form)
    var meaning = meaning
    if let period {
      meaning.unit = languages[language]?.periods.count ?? 0
      languages[language]?.periods.append(period)
    } else {
      meaning.unit = languages[language]?.names.count ?? 0
      languages[language]?.names.append(name)
    }
    languages[language]?.insert(form, found, meaning)
  }

  /// `PT1H`, `P0.5Y`
  private static func period(_ text: String) -> Period? {
    guard text.hasPrefix("P") else { return nil }
    let isInTime = text.hasPrefix("PT")
    let rest = text.utf8.dropFirst(isInTime ? 2 : 1)
    guard let letter = rest.last, let amount = DigitReading.amount(of: Array(rest.dropLast()), commaDecimals: false)
    else { return nil }
    let letters = (isInTime ? "T" : "") + String(UnicodeScalar(letter))
    return Period.Unit.allCases.first { $0.letters == letters }.map { Period(amount, $0) }
  }
}
