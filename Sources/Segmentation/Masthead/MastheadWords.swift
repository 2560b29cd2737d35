public import DocumentModel
import Lexicons

/// The words that mastheads are read by: agencies, months, and what is no text of a report.
///
/// Filled from `agencies.tsv`, `calendar.tsv` and `furniture.tsv`; empty ones read no masthead.
public struct MastheadWords: Sendable {
  /// What a form of `furniture.tsv` does.
  enum FurnitureClass: Int, CaseIterable {
    /// The whole line is this and no text.
    case line
    /// The line begins with this and is no text.
    case label
    /// A word of a row of buttons.
    case share
    /// Stands before the names of the authors.
    case byline
    /// Stands before the day of publication.
    case published
    /// Stands before the day of the last change.
    case updated
    /// Stands before the name of the publisher.
    case source
    /// Stands in a parenthesis at the end.
    case aside
    /// Stands in a parenthesis anywhere: "(foto)".
    case media
    /// Begins a parenthesis that names those who made the report.
    case credit
    /// Closes a report, without a parenthesis.
    case end
    /// Stands before a title.
    case tag
    /// A word of a dateline that names no agency.
    case generic
    /// A small word inside names and places.
    case joiner
    /// The house behind a photographer's name.
    case photo
    /// Opens a sentence: with a capital behind a place in capitals the dateline is over.
    case opener

    /// The class as tables write it.
    var name: String { String(describing: self) }
  }

  /// The names of the agencies, by value of a form.
  private(set) var agencyNames: [String] = []
  private(set) var agencies = FormSet()
  private(set) var months = FormSet()
  private(set) var weekdays = FormSet()
  /// For each class its forms.
  private var furniture = FurnitureClass.allCases.map { _ in FormSet() }

  /// Makes an empty set.
  public init() {}

  /// Reads a table of agencies and outlets: the name that is shown, and the forms that reports write, separated by `;`.
  public mutating func readAgencies(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["name", "forms"])
    for row in table.rows {
      guard !row[0].isEmpty else {
        throw table.error(at: row, "the agency has no name", remedy: "Write its name first")
      }
      agencies.add(row[0], value: agencyNames.count, exactly: true)
      for form in row.list(1) { agencies.add(form, value: agencyNames.count, exactly: true) }
      agencyNames.append(row[0])
    }
  }

  /// Reads a table of months and weekdays with their Italian and English forms.
  public mutating func readCalendar(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["kind", "number", "it_forms", "en_forms"])
    for row in table.rows {
      let isMonth = row[0] == "month"
      guard isMonth || row[0] == "weekday" else {
        throw table.error(at: row, "“\(row[0])” is no kind", remedy: "Write month or weekday")
      }
      guard let number = Int(row[1]), (1...(isMonth ? 12 : 7)).contains(number) else {
        throw table.error(at: row, "“\(row[1])” is no number of a \(row[0])", remedy: "Count from 1")
      }
      for form in row.list(2) + row.list(3) {
        if isMonth { months.add(form, value: number) } else { weekdays.add(form, value: number) }
      }
    }
  }

  /// Reads a table of what is no text of a report: language or `*`, class and form.
  public mutating func readFurniture(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["language", "class", "form"])
    for row in table.rows {
      guard let sort = FurnitureClass.allCases.first(where: { $0.name == row[1] }) else {
        throw table.error(
          at: row, "“\(row[1])” is no class of furniture",
          remedy: "Write one of \(FurnitureClass.allCases.map(\.name).joined(separator: ", "))")
      }
      guard !row[2].isEmpty else { throw table.error(at: row, "the form is empty", remedy: "Write the words") }
      furniture[sort.rawValue].add(row[2], value: 0, exactly: sort == .end)
    }
  }

  /// The forms of a class.
  func forms(_ sort: FurnitureClass) -> FormSet { furniture[sort.rawValue] }

  /// One past the form of a class that begins at a scrap; nil if none does.
  func end(of sort: FurnitureClass, at index: Int, in scraps: [Scrap]) -> Int? {
    furniture[sort.rawValue].longest(at: index, in: scraps)?.end
  }
}
