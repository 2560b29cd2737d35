internal import ArgumentParser
internal import Commands
internal import Configuration
internal import DaemonControl
internal import Glibc
internal import ServiceSetup

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the stage metrics of the running daemon, or of the last one.",
    discussion: """
      A line for each stage: documents received, sent on and failed, lanes that are busy, documents that wait, how long \
      it works on one (p50, p95, p99) and how long one waits before it, in milliseconds. The numbers are at most two \
      seconds old. Ends with 69 if no daemon has ever run on the spool.

      Examples:
        dispaccio stats
        dispaccio stats --spool ./spool --json | jq '.metrics.stages[] | {stage, sent}'
      """)

  @Flag(help: "Print all numbers as JSON.")
  var json = false

  @OptionGroup var pipelines: PipelineOptions
  @OptionGroup var spool: SpoolFlags

  func run() throws {
    try Terminal.reporting {
      var overrides = pipelines.overrides
      overrides.spool = spool.spool
      let status = try DaemonStatus.read(spool: try EffectiveSettings.find(overrides).configuration.spool)
      if json { return try Terminal.print(try status.jsonBytes()) }
      let isAlive = kill(status.process, 0) == 0 || errno == EPERM
      for line in StatsTable(status, isAlive: isAlive).lines { try Terminal.print(line: line) }
    }
  }
}
