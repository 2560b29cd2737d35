internal import ArgumentParser

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the daemon: turn each report that lands in the inbox into its briefs.",
    discussion: """
      Runs in the foreground and logs to standard error; systemd/dispaccio.service starts it as a service. TERM and INT \
      let it finish what is under way and end with 0; a second one ends it at once. HUP loads the pipelines anew; bad \
      ones leave the old in use. Nothing is lost or doubled by a kill at any moment.

      Examples:
        dispaccio run
        dispaccio run --spool ./spool --settle 0 --log-format json
      """)

  @OptionGroup var options: DaemonOptions

  func run() throws { try options.run(endsWhenIdle: false) }
}
