import Records

/// What a pipeline's own file says, as plain values.
public struct PipelineSettings: Sendable {
  /// The name, which is that of its folder.
  public var name: String
  /// The version of the pipeline's words.
  public var version: String
  /// The languages whose events are read.
  public var languages: [String]
  /// Folders beside the pipeline's whose files it uses.
  public var includes: [String]
  /// Numbers that tune the analysis.
  public var parameters: [String: Int]
  /// The files that come of a report, by their renderings' names: `it.md`, `json`.
  public var outputs: [String]

  /// Makes settings.
  public init(
    name: String, version: String, languages: [String], includes: [String], parameters: [String: Int] = [:],
    outputs: [String]
  ) {
    self.name = name
    self.version = version
    self.languages = languages
    self.includes = includes
    self.parameters = parameters
    self.outputs = outputs
  }

  /// The languages that briefs are written in.
  var briefLanguages: [String] {
    outputs.filter { $0.hasSuffix(BriefRendering.suffix) }.map { String($0.dropLast(BriefRendering.suffix.count)) }
  }
}
