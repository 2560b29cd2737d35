internal import Analysis
public import Configuration
internal import Rulesets

/// What a check of configuration and pipelines found: lines to print, and whether all was well.
public struct PipelineCheck: Sendable {
  /// What was found good, a line each.
  public var lines: [String] = []
  /// What was found wrong, a line each with file, line and remedy.
  public var problems: [String] = []

  /// Loads each of `names` (all that there are, if empty) and runs its examples.
  ///
  /// Goes on after a problem, so that one run shows them all. Takes seconds where there are thousands of examples.
  public static func run(_ pipelines: PipelineFolder, names: [String], configuration: ServiceConfiguration) -> Self {
    var check = PipelineCheck()
    let known = pipelines.names().map(\.name)
    var chosen = names.isEmpty ? known : names
    if names.isEmpty && !known.contains(configuration.defaultPipeline) { chosen.append(configuration.defaultPipeline) }
    for name in chosen {
      do throws(ServiceError) {
        let pipeline = try pipelines.load(name)
        try pipeline.refuseStages(default: configuration.defaultPipeline)
        try check.examine(pipeline)
      } catch {
        check.problems.append(error.description)
      }
    }
    return check
  }

  private mutating func examine(_ pipeline: LoadedPipeline) throws(ServiceError) {
    let failures: [ExampleFailure]
    do throws(AnalysisError) {
      failures = try pipeline.ruleset.exampleFailures()
    } catch {
      throw ServiceError(.configuration, at: pipeline.configuration.name, error.message, error.remedy)
    }
    for failure in failures {
      problems.append("\(pipeline.folder)/\(failure.file):\(failure.line): \(failure.message)")
    }
    let count = pipeline.ruleset.exampleCount
    let ruleset = pipeline.ruleset
    lines.append(
      "pipeline \(ruleset.pipeline) \(ruleset.version): \(pipeline.fileCount) files, \(count) examples, "
        + "\(failures.count) failed, \(ruleset.hash)")
  }
}
