internal import ArgumentParser

struct Once: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work through the inbox, then stop.",
    discussion: """
      Does what the daemon does, with the same spool and the same log, until the inbox is empty and all is done. Ends \
      with 0, or with 1 if some documents failed: they lie in failed/, each with its reason.json.

      Examples:
        dispaccio once --spool ./spool --settle 0 --empty-grace 0
      """)

  @OptionGroup var options: DaemonOptions

  func run() throws { try options.run(endsWhenIdle: true) }
}
