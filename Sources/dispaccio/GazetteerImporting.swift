internal import ArgumentParser
internal import GazetteerImport
internal import ServiceSetup

struct GazetteerImporting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a gazetteer of what others publish, or of a table of one's own.",
    discussion: """
      Kinds:
        geonames       cities15000.txt, allCountries.txt and the like, with what goes along with them
        natural-earth  ne_10m_populated_places.dbf, out of its zip
        wikidata       a dump with one entity of JSON a line
        jrc-names      number, type, language and name, with tabs
        un, eu         the consolidated lists of sanctions, in XML
        table          a table with a header, cells between tabs or commas; --map says which column is what

      Rows are sorted by id and go to standard output or to --out, which appears as a whole. Bad lines are named on \
      standard error and left out. Files must be unpacked; - is standard input.

      Examples:
        dispaccio gazetteer import geonames cities15000.txt --out cities.tsv
        dispaccio gazetteer import geonames SY.txt IQ.txt --alternates alternateNamesV2.txt --features P,A,AIRP
        zcat dump.json.gz | dispaccio gazetteer import wikidata - --classes Q176799=armed_force/army --out world.tsv
        dispaccio gazetteer import table bases.csv --map name=Label,id=Code,aliases=Other --type facility --feature base

      Ends with 65 if a file is not of its kind, with 66 if it is not there.
      """)

  @Argument(help: "What the files are.")
  var kind: ImportKind

  @Argument(help: "Files to import.")
  var files: [String]

  @Option(help: "Where the rows go. Default: standard output.")
  var out: String?

  @Option(help: "How many bad lines are left out before the import gives up.")
  var maxErrors = 100

  @Flag(help: "Show no progress and no summary.")
  var quiet = false

  @Option(help: "geonames: names by language, alternateNamesV2.txt.")
  var alternates: String?

  @Option(help: "geonames: first divisions, admin1CodesASCII.txt; they become parents.")
  var admin1: String?

  @Option(
    parsing: .upToNextOption,
    help: "geonames: tables of the gazetteer whose states and provinces become parents, where there is no --admin1.")
  var regions: [String] = []

  @Option(help: "geonames: countryInfo.txt; places of other countries are bad lines.")
  var countries: String?

  @Option(help: "Populated places with fewer inhabitants are left out.")
  var minPopulation: UInt64 = 0

  @Option(
    help: "geonames: feature classes and codes to take, with commas. Default: all that a gazetteer has a name for.")
  var features: String?

  @Option(help: "geonames: names for briefs: english, country, italian, it_in, spellings between ;, with tabs.")
  var exonyms: String?

  @Option(help: "The most spellings of one place or person.")
  var maxAliases = 40

  @Option(help: "geonames: other scripts than the Latin one only from so many inhabitants on.")
  var otherScriptsFrom: UInt64 = 0

  @Option(help: "wikidata: further classes, with commas: Q176799=armed_force/army.")
  var classes: String?

  @Option(help: "table: columns of the gazetteer by those of the table: name=Label,id=Code.")
  var map: String?

  @Option(help: "table: the type of rows that do not say it.")
  var type = "place"

  @Option(help: "table: the feature of rows that do not say it.")
  var feature = ""

  @Option(help: "table: what stands before the ids that the table gives.")
  var idPrefix = ""

  func run() throws {
    try Terminal.reporting {
      let bar = quiet ? nil : ProgressBar()
      let log = ImportLog(maxErrors: maxErrors) { bar?.show($0) }
      do throws(ImportError) {
        defer { bar?.clear() }
        try run(log)
      } catch {
        throw ServiceError(Self.status(error.kind), at: error.place, error.message, error.remedy)
      }
      for error in log.bad { Terminal.complain(error.description) }
      if log.badCount > log.bad.count { Terminal.complain("and \(log.badCount - log.bad.count) more bad lines") }
      guard !quiet else { return }
      for note in log.notes { Terminal.complain(note) }
      Terminal.complain("\(log.readCount) records read, \(log.rowCount) rows made, \(log.badCount) bad lines left out")
    }
  }

  private func run(_ log: ImportLog) throws(ImportError) {
    switch kind {
    case .geonames:
      var options = GeoNamesOptions(places: files)
      options.alternates = alternates
      options.divisions = admin1
      options.regions = regions
      options.countries = countries
      options.exonyms = exonyms
      options.minPopulation = minPopulation
      options.features = Set(parts(features))
      options.maxAliases = maxAliases
      options.otherScriptsFrom = otherScriptsFrom
      var importer = try GeoNamesImporter(options, log: log)
      try write(GeoNamesImporter.attribution) { (writer) throws(ImportError) in try importer.run(into: &writer) }
    case .naturalEarth:
      let importer = try NaturalEarthImporter(files: files, minPopulation: minPopulation, log: log)
      try write(NaturalEarthImporter.attribution) { (writer) throws(ImportError) in try importer.run(into: &writer) }
    case .wikidata:
      var importer = try WikidataImporter(
        files: files, classes: parts(classes), minPopulation: minPopulation, maxAliases: maxAliases, log: log)
      try write(WikidataImporter.attribution) { (writer) throws(ImportError) in try importer.run(into: &writer) }
    case .jrcNames:
      let importer = try JRCNamesImporter(files: files, maxAliases: maxAliases, log: log)
      try write(JRCNamesImporter.attribution) { (writer) throws(ImportError) in try importer.run(into: &writer) }
    case .unitedNations, .europeanUnion:
      let importer = try SanctionsImporter(
        kind == .unitedNations ? .unitedNations : .europeanUnion, files: files, log: log)
      try write(importer.attribution) { (writer) throws(ImportError) in try importer.run(into: &writer) }
    case .table:
      var options = TableOptions(files: files, map: try columnMap())
      options.type = type
      options.feature = feature
      options.prefix = idPrefix
      let importer = try TableImporter(options, log: log)
      try write([]) { (writer) throws(ImportError) in try importer.run(into: &writer) }
    }
  }

  private func write(
    _ attribution: [String], _ rows: (inout RowWriter) throws(ImportError) -> Void
  ) throws(ImportError) {
    var writer = try RowWriter(path: out, comments: attribution + ["Made by: \(CommandLineText.own)"])
    try rows(&writer)
    try writer.finish()
  }

  private func parts(_ list: String?) -> [String] { (list ?? "").split(separator: ",").map { String($0) } }

  private func columnMap() throws(ImportError) -> [String: String] {
    var columns: [String: String] = [:]
    for pair in (map ?? "").split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else {
        throw ImportError(
          .usage, file: nil, "The map has \"\(pair)\" in it.", "Write it as --map name=Label,id=Code.")
      }
      columns[String(sides[0])] = String(sides[1])
    }
    return columns
  }

  static func status(_ kind: ImportError.Kind) -> ExitStatus {
    switch kind {
    case .usage: .usage
    case .missing: .missingDocument
    case .inputOutput: .inputOutput
    case .form: .unusableDocument
    }
  }
}

enum ImportKind: String, CaseIterable, ExpressibleByArgument {
  case geonames
  case naturalEarth = "natural-earth"
  case wikidata
  case jrcNames = "jrc-names"
  case unitedNations = "un"
  case europeanUnion = "eu"
  case table
}
