/// How wide a stage is, how much may wait before it and how long it may take; what is nil was left to the next place that may say it.
public struct StageSettings: Equatable, Sendable {
  /// Lanes that work side by side, 1 to 64.
  public var width: Int?
  /// Documents that may wait before the stage, 1 to 10,000.
  public var bound: Int?
  /// Bytes of documents that may wait before the stage, 4 KiB to 4 GiB.
  public var boundBytes: Int?
  /// Seconds that the stage may take for a document, and a sixth of them more for each MiB of it, 1 ms to an hour.
  public var deadline: Double?

  /// Settings with what is known; the rest is nil.
  public init(width: Int? = nil, bound: Int? = nil, boundBytes: Int? = nil, deadline: Double? = nil) {
    self.width = width
    self.bound = bound
    self.boundBytes = boundBytes
    self.deadline = deadline
  }

  /// These settings, with each value that they leave open taken from `other`.
  public func filled(from other: StageSettings) -> StageSettings {
    StageSettings(
      width: width ?? other.width, bound: bound ?? other.bound, boundBytes: boundBytes ?? other.boundBytes,
      deadline: deadline ?? other.deadline)
  }

  /// Reads the `[stages.<name>]` tables below `reader`; a name that is not in `known` is an error.
  static func read(
    from reader: SettingsReader, known: [String]
  ) throws(ConfigurationError) -> [String: StageSettings] {
    guard let stages = try reader.section("stages") else { return [:] }
    try stages.requireOnly(known)
    var result: [String: StageSettings] = [:]
    for name in stages.keys {
      guard let stage = try stages.section(name) else { continue }
      try stage.requireOnly(["width", "bound", "bound_bytes", "deadline"])
      result[name] = StageSettings(
        width: try stage.integer("width", in: 1...64),
        bound: try stage.integer("bound", in: 1...10_000),
        boundBytes: try stage.integer("bound_bytes", in: 4096...(4 << 30)),
        deadline: try stage.seconds("deadline", in: 0.001...3600))
    }
    return result
  }
}
