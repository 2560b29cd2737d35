internal import Analysis
internal import Configuration
internal import Instrumentation
internal import Rulesets
internal import ServiceSetup

/// The pipelines in use, by name. A document takes its rules from here once, when it is claimed, and keeps them: a
/// reload in between changes nothing for it.
final class PipelineRegistry: Sendable {
  private let pipelines: Guarded<[String: LoadedPipeline]>
  private let defaultName: String
  private let fallback: LoadedPipeline

  /// Loads all pipelines that `source` finds; `defaultName` must be among them.
  init(from source: PipelineFolder, defaultName: String) throws(ServiceError) {
    let fallback = try source.load(defaultName)
    var pipelines = [defaultName: fallback]
    for (name, _) in source.names() where name != defaultName {
      let pipeline = try source.load(name)
      try pipeline.refuseStages(default: defaultName)
      pipelines[name] = pipeline
    }
    for pipeline in pipelines.values { try Self.tryOut(pipeline) }
    self.pipelines = Guarded(pipelines)
    self.defaultName = defaultName
    self.fallback = fallback
  }

  /// The rules for a document whose folder below the inbox is named `name`, or that lies in none.
  func pipeline(named name: String?) -> LoadedPipeline {
    pipelines.withLock { [defaultName, fallback] in $0[name ?? defaultName] ?? $0[defaultName] ?? fallback }
  }

  /// What is in use, sorted by name.
  var current: [LoadedPipeline] {
    pipelines.withLock { Array($0.values) }.sorted { $0.configuration.name < $1.configuration.name }
  }

  /// Loads all pipelines anew, runs their examples and only then takes them into use; throws the first problem, and
  /// then everything stays as it was.
  ///
  /// A pipeline that came or went since the start is told in the result: the inbox learns of it at the next start.
  func reload(from source: PipelineFolder) throws(ServiceError) -> (changed: [LoadedPipeline], needRestart: [String]) {
    let old = pipelines.withLock { $0 }
    var fresh: [String: LoadedPipeline] = [:]
    for name in old.keys.sorted() {
      let pipeline = try source.load(name)
      try pipeline.refuseStages(default: defaultName)
      try Self.tryOut(pipeline)
      try Self.runExamples(of: pipeline)
      fresh[name] = pipeline
    }
    let changed = fresh.filter { old[$0.key]?.ruleset.hash != $0.value.ruleset.hash }
    let new = fresh
    pipelines.withLock { $0 = new }
    let names = Set(source.names().map(\.name))
    return (
      changed.values.sorted { $0.configuration.name < $1.configuration.name },
      names.subtracting(old.keys).sorted()
    )
  }

  /// Opens the language handles that the rules need once, so that a machine without them is told at the start, and not
  /// by each document.
  private static func tryOut(_ pipeline: LoadedPipeline) throws(ServiceError) {
    do throws(AnalysisError) {
      _ = try LaneHandles(ruleset: pipeline.ruleset)
    } catch {
      throw ServiceError(.configuration, at: pipeline.configuration.name, error.message, error.remedy)
    }
  }

  private static func runExamples(of pipeline: LoadedPipeline) throws(ServiceError) {
    let failures: [ExampleFailure]
    do throws(AnalysisError) {
      failures = try pipeline.ruleset.exampleFailures()
    } catch {
      throw ServiceError(.configuration, at: pipeline.configuration.name, error.message, error.remedy)
    }
    guard let first = failures.first else { return }
    let others = failures.count > 1 ? " So did \(failures.count - 1) more." : ""
    throw ServiceError(
      .configuration, at: "\(pipeline.folder)/\(first.file):\(first.line)",
      "An example failed: \(first.message)\(others)", "Run dispaccio check to see all.")
  }
}
