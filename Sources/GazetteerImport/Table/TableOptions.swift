/// What an import of a table of one's own takes.
public struct TableOptions: Sendable {
  /// Tables with a header, cells between tabs or between commas as RFC 4180 has it.
  public var files: [String]
  /// For columns of the gazetteer the columns of the table: `name` from `Label`.
  public var map: [String: String]
  /// The type of rows whose table does not say it.
  public var type = "place"
  /// The feature of rows whose table does not say it.
  public var feature = ""
  /// Put before ids that the table gives.
  public var prefix = ""

  /// Takes some tables.
  public init(files: [String], map: [String: String]) {
    self.files = files
    self.map = map
  }
}
