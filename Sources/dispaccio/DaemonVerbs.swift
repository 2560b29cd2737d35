internal import ArgumentParser
internal import Commands
internal import ServiceSetup

struct Pause: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let the daemon take nothing new.",
    discussion: """
      Reports stay in the inbox; what is under way is finished. It lasts until dispaccio resume, over restarts too; \
      without a daemon, the next one starts paused.
      """)

  @Option(help: "Why; the status shows it.")
  var reason: String?

  @OptionGroup var options: OperatorOptions

  func run() throws { try ask(.pause(reason: reason), options) }
}

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let the daemon take reports again.",
    discussion: "Ends what dispaccio pause began; without a daemon, the next one starts without a pause.")

  @OptionGroup var options: OperatorOptions

  func run() throws { try ask(.resume, options) }
}

struct Reload: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let the running daemon load its pipelines anew.",
    discussion: """
      Waits for the result. Rules that are not valid, or whose examples fail, are refused with file and line, the old \
      ones stay in use, and the command ends with 78. Ends with 69 if no daemon runs.
      """)

  @Flag(help: "Wait for the result. That is what it does anyhow; units may say so.")
  var wait = false

  @OptionGroup var options: OperatorOptions

  func run() throws { try ask(.reload, options) }
}

struct Drain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let the running daemon finish what is under way, and end.",
    discussion: """
      Waits for the end. Ends with 0 if all was finished, with 3 if the time was up before (the rest stays in work/ for \
      the next start), with 69 if no daemon runs.
      """)

  @Option(help: "How long that may take. Default: the configuration's drain_deadline.")
  var timeout: Time?

  @OptionGroup var options: OperatorOptions

  func run() throws { try ask(.drain(seconds: timeout?.seconds), options) }
}

private func ask(_ wish: OperatorCommands.Wish, _ options: OperatorOptions) throws {
  try Terminal.reporting {
    let status = try options.commands().ask(wish)
    if status != .success { throw ExitCode(status.rawValue) }
  }
}
