internal import ArgumentParser
internal import GazetteerImport
internal import ServiceSetup

struct GazetteerSuggesting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "List the names of records that no gazetteer knew, for a person to choose from.",
    discussion: """
      Reads records, or all that folders hold, such as a spool's out/. A row has the name, what it seems to be, how often \
      it stands in how many documents, its letters, why, and an example; those that stand most often come first.

      With --like, each is a row with the columns of that table, behind a comment with the example: keep the good ones, \
      fill what is missing (country, coordinates, articles), and append them to the table.

      Examples:
        dispaccio gazetteer suggest /srv/dispaccio/out
        dispaccio gazetteer suggest out --kind town --least-documents 3
        dispaccio gazetteer suggest out --kind town --like pipelines/conflict/gazetteers/places-sahel.tsv > new.tsv

      Ends with 65 if a file that is named is no record, with 66 if it is not there.
      """)

  @Option(help: "Only these kinds, with commas: town,unit,group,person,organization,facility.")
  var kind: String?

  @Option(help: "How often a name must stand in all records.")
  var leastCount = 1

  @Option(help: "In how many documents a name must stand.")
  var leastDocuments = 1

  @Option(help: "At most so many names.")
  var limit: Int?

  @Option(help: "A table of a gazetteer whose columns the rows get.")
  var like: String?

  @Argument(help: "Records, or folders that hold them.")
  var paths: [String]

  func run() throws {
    try Terminal.reporting {
      let lines: [String]
      do throws(ImportError) {
        lines = try list()
      } catch {
        throw ServiceError(GazetteerImporting.status(error.kind), at: error.place, error.message, error.remedy)
      }
      for line in lines { try Terminal.print(line: line) }
    }
  }

  private func list() throws(ImportError) -> [String] {
    var table = SuggestionTable()
    if let like { table = try SuggestionTable(like: try read(like), file: like) }
    var suggestions = try Suggestions()
    for path in paths {
      for file in files(at: path) {
        do throws(ImportError) {
          try suggestions.add(record: try read(file), file: file)
        } catch {
          // Beside the records of a folder other JSON may lie.
          if file == path { throw error }
        }
      }
    }
    let kinds = Set((kind ?? "").split(separator: ",").map { String($0) })
    let found = suggestions.found(leastCount: leastCount, leastDocuments: leastDocuments, kinds: kinds)
    Terminal.complain("\(suggestions.records) records, \(found.count) names")
    return (table.header.map { [$0] } ?? []) + found.prefix(limit ?? found.count).flatMap { table.lines($0) }
  }

  /// The file itself, or the .json files below a folder, in the order of their names.
  private func files(at path: String) -> [String] {
    guard Disk.kind(of: path) == .folder else { return [path] }
    return (Disk.names(in: path) ?? []).compactMap { String(validating: $0, as: UTF8.self) }.flatMap { name in
      let inner = "\(path)/\(name)"
      guard Disk.kind(of: inner) == .folder else { return name.hasSuffix(".json") ? [inner] : [] }
      return files(at: inner)
    }
  }

  private func read(_ path: String) throws(ImportError) -> [UInt8] {
    do throws(ServiceError) {
      return try Disk.read(Array(path.utf8), limit: 1 << 28)
    } catch {
      throw ImportError(.missing, file: path, error.message, error.remedy)
    }
  }
}
