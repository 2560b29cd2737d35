public import Configuration
public import Rulesets

/// A pipeline as loaded from its folder: what its `pipeline.toml` says, and the rules of all its files.
public struct LoadedPipeline: Sendable {
  /// The pipelines folder that it was found in.
  public var folder: String
  /// What `pipeline.toml` says.
  public var configuration: PipelineConfiguration
  /// Its rules, ready for use.
  public var ruleset: Ruleset
  /// How many files the rules were read from.
  public var fileCount: Int
}

extension LoadedPipeline {
  /// Throws if it says how wide stages are and is not the default pipeline: all pipelines share the stages.
  public func refuseStages(default name: String) throws(ServiceError) {
    guard configuration.name != name, !configuration.stages.isEmpty else { return }
    throw ServiceError(
      ConfigurationError(
        file: "\(folder)/\(configuration.name)/pipeline.toml", line: configuration.lines["stages"],
        message: "[stages] counts only in the default pipeline, \"\(name)\": all pipelines share the stages.",
        remedy: "Move it there, or into dispaccio.toml."))
  }
}
