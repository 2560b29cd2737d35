/// Makes rows of the consolidated lists of sanctions of the United Nations and of the European Union.
public struct SanctionsImporter {
  /// Whose list it is.
  public enum Issuer: Sendable {
    /// The Security Council's consolidated list.
    case unitedNations
    /// The Union's consolidated list of financial sanctions.
    case europeanUnion
  }

  private let files: [String]
  private let issuer: Issuer
  private let log: ImportLog
  private let fold: NameFold

  /// Imports lists in XML.
  public init(_ issuer: Issuer, files: [String], log: ImportLog) throws(ImportError) {
    self.files = files
    self.issuer = issuer
    self.log = log
    fold = try NameFold()
  }

  /// Where the facts come from, for whoever reads the table.
  public var attribution: [String] {
    switch issuer {
    case .unitedNations:
      ["Facts: United Nations Security Council Consolidated List, https://main.un.org/securitycouncil"]
    case .europeanUnion:
      [
        "Facts: consolidated list of financial sanctions, © European Union; reuse with acknowledgement (Decision 2011/833/EU)"
      ]
    }
  }

  /// Imports all and gives the rows to `writer`.
  public func run(into writer: inout RowWriter) throws(ImportError) {
    var sorter = RecordSorter()
    let countries = try CountryCodes(fold)
    for path in files {
      let file = try XMLFile(path, log: log)
      switch issuer {
      case .unitedNations: try read(UnitedNationsList(file, countries), file, into: &sorter)
      case .europeanUnion: try read(EuropeanUnionList(file), file, into: &sorter)
      }
    }
    try sorter.writeUnique(into: &writer, log: log, file: files.joined(separator: " "))
  }

  private func read(
    _ list: some SanctionsList, _ file: XMLFile, into sorter: inout RecordSorter
  ) throws(ImportError) {
    var list = list
    var aliases = AliasList(fold)
    var count = 0
    while let entity = try list.next() {
      count += 1
      log.readCount += 1
      guard !entity.id.isEmpty, let row = try entity.row(&aliases) else {
        try log.leaveOut(
          ImportError(
            file: file.name, line: file.line, "The entry that ends here has no number or no name.", "Add it by hand."))
        continue
      }
      try sorter.add(row)
    }
    guard count == 0 else { return }
    throw ImportError(
      file: file.name, "There is no entry of this list in the file.", "Check that un or eu is the right kind for it.")
  }
}

/// Entries of a list, one after the other.
protocol SanctionsList {
  /// The next entry, or nil at the end.
  mutating func next() throws(ImportError) -> ListedEntity?
}
