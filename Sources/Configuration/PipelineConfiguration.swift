/// What a `pipeline.toml` says, as plain values.
public struct PipelineConfiguration: Equatable, Sendable {
  /// The pipeline's name, which is also its folder's: lower-case letters, digits and hyphens.
  public var name: String
  /// The version that a record names.
  public var version: String
  /// Languages that are analysed, as ISO 639-1 codes.
  public var languages: [String]
  /// Folders beside the pipeline's own that it shares with others.
  public var includes: [String]
  /// The files that come of a report: `json` for the record, `it.md` for a brief in Italian.
  public var outputs: [String]
  /// Numbers that steps ask for by name: ``knownParameters``.
  public var parameters: [String: Int]
  /// Widths and bounds, by the stage's name.
  public var stages: [String: StageSettings]
  /// On which lines of the file `languages` and `stages` are written; nothing for what is not.
  public var lines: [String: Int] = [:]

  /// Languages when the file names none.
  public static let defaultLanguages = ["it", "en"]
  /// Shared folders when the file names none.
  public static let defaultIncludes = ["common"]
  /// Outputs when the file names none.
  public static let defaultOutputs = ["it.md", "en.md", record]
  /// The output without which no other one is known to be whole.
  public static let record = "json"
  /// The names that `[parameters]` may hold, each with its range.
  public static let knownParameters: [String: ClosedRange<Int>] = [
    // How many sentences a record names as its key sentences.
    "key_sentences": 1...100,
    // 1: names count in any case. 0: only in texts wholly in small or wholly in capital letters.
    "caseless": 0...1,
  ]

  /// Reads `text`, the content of `file`, which lies in the folder `folder`.
  ///
  /// `stageNames` are the names that a `[stages.…]` table may bear. Throws at the first value that is unknown, of the
  /// wrong type or out of range.
  public static func parse(
    _ text: String, file: String, folder: String, stageNames: [String]
  ) throws(ConfigurationError) -> PipelineConfiguration {
    let reader = try SettingsReader(text: text, file: file)
    try reader.requireOnly(["name", "version", "languages", "include", "outputs", "parameters", "stages"])
    let name = try reader.string("name") ?? folder
    guard name == folder else {
      throw reader.error(
        "name", "The pipeline calls itself \"\(name)\" but lies in the folder \"\(folder)\".",
        "Give both the same name: the folder below inbox/ selects a pipeline by it.")
    }
    guard isPlainName(name) else {
      throw reader.error(
        "name", "\"\(name)\" cannot name a pipeline.", "Use lower-case letters, digits and hyphens only.")
    }
    guard let version = try reader.string("version") else {
      throw ConfigurationError(
        file: file, line: nil, message: "The pipeline has no version.",
        remedy: "Add a line such as version = \"1.0.0\": each record names it.")
    }
    let languages = try reader.strings("languages") ?? defaultLanguages
    guard !languages.isEmpty, languages.allSatisfy(isLanguageCode) else {
      throw reader.error(
        "languages", "languages must be a list of two-letter codes.", "Write for example [\"it\", \"en\"].")
    }
    let includes = try reader.strings("include") ?? defaultIncludes
    guard includes.allSatisfy({ isPlainName($0) && $0 != name }) else {
      throw reader.error(
        "include", "include must be a list of folders beside the pipeline's own.", "Write for example [\"common\"].")
    }
    let outputs = try reader.strings("outputs") ?? defaultOutputs
    guard outputs.contains(record), Set(outputs).count == outputs.count, outputs.allSatisfy(isOutputName) else {
      throw reader.error(
        "outputs", "outputs must be a list of names, each once, with \"\(record)\" among them.",
        "Write for example [\"it.md\", \"en.md\", \"\(record)\"]: the record says that the others are there.")
    }
    var configuration = PipelineConfiguration(
      name: name, version: version, languages: languages, includes: includes, outputs: outputs,
      parameters: try parameters(reader),
      stages: try StageSettings.read(from: reader, known: stageNames))
    configuration.lines["languages"] = reader.line(of: "languages")
    configuration.lines["stages"] = try reader.section("stages")?.firstLine ?? reader.line(of: "stages")
    return configuration
  }

  /// Whether `name` can be a pipeline's or a shared folder's: lower-case ASCII letters, digits, inner hyphens.
  public static func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64 && !name.hasPrefix("-")
      && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// Whether a name can stand behind a record's id in a file's name.
  private static func isOutputName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 32 && !name.hasPrefix(".")
      && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
  }

  private static func isLanguageCode(_ code: String) -> Bool {
    (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (97...122).contains($0) }
  }

  private static func parameters(_ reader: SettingsReader) throws(ConfigurationError) -> [String: Int] {
    guard let section = try reader.section("parameters") else { return [:] }
    var parameters: [String: Int] = [:]
    try section.requireOnly(Array(knownParameters.keys))
    for (key, range) in knownParameters { parameters[key] = try section.integer(key, in: range) }
    return parameters
  }
}
