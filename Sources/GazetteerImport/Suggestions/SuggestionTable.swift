/// Suggestions as lines: a table to look through, or rows for a gazetteer.
public struct SuggestionTable {
  /// The columns of the table to look through.
  public static let columns = ["name", "kind", "count", "documents", "acronym", "reason", "example"]

  /// The columns of rows for a gazetteer; nil for the table to look through.
  private let rowColumns: [String]?

  /// A table to look through.
  public init() { rowColumns = nil }

  /// Rows with the columns of a gazetteer's table, so that a line can be put into it as it is.
  public init(like table: [UInt8], file: String) throws(ImportError) {
    let lines = table.split(separator: 0x0A, omittingEmptySubsequences: true)
    guard let header = lines.first(where: { $0.first != UInt8(ascii: "#") }),
      case let columns = String(decoding: header, as: UTF8.self).split(separator: "\t").map({ String($0) }),
      columns.contains("id")
    else {
      throw ImportError(
        file: file, "The table has no header with a column id.",
        "Name a table of a gazetteer, such as gazetteers/x.tsv.")
    }
    rowColumns = columns.map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
  }

  /// The header of the table to look through; a gazetteer has one already.
  public var header: String? { rowColumns == nil ? Self.columns.joined(separator: "\t") : nil }

  /// The lines of a suggestion: for a gazetteer what a person must know stands in a comment before the row.
  public func lines(_ suggestion: Suggestions.Suggestion) -> [String] {
    guard let rowColumns else {
      return [
        [
          suggestion.name, suggestion.kind, String(suggestion.count), String(suggestion.documents), suggestion.acronym,
          suggestion.reason, suggestion.example,
        ].map(Self.cell).joined(separator: "\t")
      ]
    }
    let seen = "\(suggestion.count) in \(suggestion.documents) documents, \(suggestion.reason): \(suggestion.example)"
    let row = rowColumns.map { Self.cell(Self.value($0, suggestion)) }.joined(separator: "\t")
    return ["# " + Self.cell(seen), row]
  }

  private static func value(_ column: String, _ suggestion: Suggestions.Suggestion) -> String {
    let isPlace = suggestion.type == "place"
    switch column {
    case "id": return suggestion.id
    case "type": return suggestion.type
    case "feature": return suggestion.kind == suggestion.type ? "" : suggestion.kind
    case "prior": return "3"
    case "name", "it", "en": return suggestion.name
    // Where its letters are used with an article, the name has one of its own, which a person must give.
    case "it_article", "en_article": return isPlace || suggestion.type == "person" ? "-" : ""
    case "it_in": return isPlace ? "a" : ""
    case "en_in": return isPlace ? "in" : ""
    case "en_number": return "s"
    case "aliases": return suggestion.acronym.isEmpty ? "" : "=\(suggestion.acronym)"
    default: return ""
    }
  }

  /// A cell holds neither tabs nor line ends.
  private static func cell(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
