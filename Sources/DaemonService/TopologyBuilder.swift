internal import Analysis
internal import Configuration
internal import DocumentModel
internal import Instrumentation
internal import PipelineRuntime
internal import Rulesets
internal import ServiceSetup
internal import Spool

/// Turns configuration into the eight stages.
struct TopologyBuilder {
  let configuration: ServiceConfiguration
  let registry: PipelineRegistry
  let cores: Int
  let time: TimeSource

  /// The stages in their order; the first one also reads the document from the spool.
  func stages(reading spool: Spool) -> [StageSpecification<DocumentUnderWay>] {
    let room = registry.current.count + 1
    return AnalysisStep.allCases.map { step in
      let settings = settings(of: step)
      let bound = Bound(items: settings.bound ?? 64, bytes: settings.boundBytes ?? 64 << 20)
      let allowed = Duration.seconds(settings.deadline ?? 30)
      let perMebibyte = allowed / 6
      let now = time.now
      return StageSpecification(
        name: step.rawValue, width: settings.width ?? 1, bound: bound, deadline: allowed,
        deadlinePerMebibyte: perMebibyte
      ) {
        let cache = LaneHandlesCache(room: room)
        return { document in
          if step == .extract {
            document.analysis = Document(name: document.claimed.name, bytes: try spool.read(document.claimed))
          }
          if document.isKnown { return }
          let end = now().adding(allowed + perMebibyte * (document.claimed.size >> 20))
          document.analysis.deadline = Deadline { now() > end }
          try cache.perform(step, on: &document.analysis, ruleset: document.ruleset)
          if step == .extract && !document.claimed.isAskedFor {
            // Its name, its bytes and the rules say what would come of it; when that is there, the work is saved.
            document.isKnown = spool.isDelivered(id: document.analysis.id, ruleset: document.ruleset.hash)
          }
        }
      }
    }
  }

  /// How much may be under way in all stages together.
  var budget: Budget {
    Budget(items: configuration.budgetDocuments, bytes: configuration.budgetBytes)
  }

  /// A stage's settings: the service's go before those of the default pipeline, these before what the cores suggest.
  func settings(of step: AnalysisStep) -> StageSettings {
    let pipeline = registry.pipeline(named: nil).configuration.stages[step.rawValue] ?? StageSettings()
    return (configuration.stages[step.rawValue] ?? StageSettings()).filled(from: pipeline)
      .filled(from: StageSettings(width: usualWidth(of: step)))
  }

  /// One lane, and more for the stages that do most of the work. Eight stages fill two cores by themselves.
  private func usualWidth(of step: AnalysisStep) -> Int {
    switch step {
    case .match, .classify, .summarize: max(1, min(8, cores / 2))
    case .extract, .normalize, .identify, .split, .write: 1
    }
  }
}
