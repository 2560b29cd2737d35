internal import ArgumentParser
internal import Commands
internal import Glibc
internal import ServiceSetup

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how the daemon fares: what waits, what is under way, why it pauses.",
    discussion: """
      Asks the daemon by its control socket. Without a daemon it shows what lies in the spool and ends with 69.

      Examples:
        dispaccio status
        dispaccio status --json | jq .inbox
        dispaccio status --watch
      """)

  @Flag(help: "Print one JSON object in one line.")
  var json = false

  @Flag(help: "Show it again each second, until interrupted or the daemon ends.")
  var watch = false

  @OptionGroup var options: OperatorOptions

  func run() throws {
    try Terminal.reporting {
      let commands = try options.commands()
      var first = true
      repeat {
        if !first { sleep(1) }
        guard let figures = try commands.status() else {
          try showStopped()
          throw ExitCode(ExitStatus.unavailable.rawValue)
        }
        if watch && !json && isatty(STDOUT_FILENO) == 1 { try Terminal.print(Array("\u{1B}[H\u{1B}[2J".utf8)) }
        if json {
          try Terminal.print(try figures.json())
        } else {
          for line in figures.lines { try Terminal.print(line: line) }
        }
        first = false
      } while watch
    }
  }

  private func showStopped() throws {
    for line in try SpoolListing(spool: try options.spoolPath()).stoppedStatus(asJSON: json) {
      try Terminal.print(line: line)
    }
  }
}
