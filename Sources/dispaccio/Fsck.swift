internal import ArgumentParser
internal import Commands
internal import ServiceSetup

struct Fsck: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a stopped spool, its folders, items, ledger and outputs, and the compiled names.",
    discussion: """
      Tells what is wrong and what to do; with --repair it mends what can be mended without a choice, and never deletes \
      a report or an output. The compiled names of each pipeline are read whole and their checksum is compared. Notes tell what is unusual and harms nothing. Ends with 0 if nothing is wrong or all was \
      mended, with 1 otherwise, with 75 while a daemon works on the spool.

      Examples:
        dispaccio fsck
        dispaccio fsck --repair --spool /srv/dispaccio
      """)

  @Flag(help: "Mend what can be mended.")
  var repair = false

  @Flag(help: "Print one JSON object a finding, one a line.")
  var json = false

  @OptionGroup var options: OperatorOptions

  func run() throws {
    try Terminal.reporting {
      let findings = try options.commands().check(repairs: repair)
      for finding in findings {
        if json {
          try Terminal.print(try finding.json())
        } else {
          let kind = finding.isNote ? "note" : finding.isMended ? "mended" : "problem"
          try Terminal.print(line: "\(kind): \(finding.place): \(finding.message) \(finding.remedy)")
        }
      }
      let names = try pipelines().checkCaches(repairs: repair)
      for finding in names {
        if json {
          try Terminal.print(try finding.json())
        } else {
          let kind = finding.isMended ? "mended" : "problem"
          try Terminal.print(line: "\(kind): \(finding.place): \(finding.message) \(finding.remedy)")
        }
      }
      let open = findings.count { !$0.isNote && !$0.isMended } + names.count { !$0.isMended }
      if !json { try Terminal.print(line: open == 0 ? "the spool is sound" : "\(open) problems") }
      if open > 0 { throw ExitCode(ExitStatus.someFailed.rawValue) }
    }
  }

  private func pipelines() throws -> PipelineFolder {
    var overrides = Overrides()
    overrides.configurationFile = options.config
    return PipelineFolder(try EffectiveSettings.find(overrides).pipelineFolders)
  }
}
