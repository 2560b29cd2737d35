/// One file of a pipeline, as loaded.
public struct RulesetFile: Sendable {
  /// The path relative to the folder of pipelines, such as `conflict/events/triggers.it.tsv`.
  public var path: String
  /// The bytes of the file.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
