internal import ArgumentParser
internal import Commands
internal import DaemonControl
internal import ServiceSetup

/// Where the spool and its daemon are, for the operator's verbs.
struct OperatorOptions: ParsableArguments {
  @OptionGroup var spool: SpoolFlags

  @Option(help: "Configuration file. Default: /etc/dispaccio/dispaccio.toml, if it is there.")
  var config: String?

  @Option(help: "The folder of the daemon's control socket. Default: where the daemon says.")
  var runtimeDir: String?

  /// The spool's path, found as the daemon finds it.
  func spoolPath() throws -> String {
    var overrides = Overrides()
    overrides.configurationFile = config
    overrides.spool = spool.spool
    return try EffectiveSettings.find(overrides).spool
  }

  func commands() throws -> OperatorCommands {
    OperatorCommands(spool: try spoolPath(), runtimeDirectory: runtimeDir)
  }
}

/// Which items a verb means.
struct ItemOptions: ParsableArguments {
  @Argument(help: "Items, by ticket or by the id of their record.")
  var ids: [String] = []

  @Flag(help: "All items.")
  var all = false

  @Flag(help: "Tell what would be done, and do nothing.")
  var dryRun = false

  /// Ends the command unless exactly one way to choose was used.
  func validateChoice(otherChoices: Int = 0) throws {
    let count = (ids.isEmpty ? 0 : 1) + (all ? 1 : 0) + otherChoices
    guard count == 1 else {
      throw ValidationError(count == 0 ? "Name items, or choose them by an option." : "Choose items in one way only.")
    }
  }

  /// Tells what was moved; ends with 1 if nothing was found or something could not be moved.
  func report(_ moved: ItemsMoved, _ done: String) throws {
    for ticket in moved.tickets { try Terminal.print(line: ticket) }
    for id in moved.notFound { Terminal.complain("\(id): no such item. See dispaccio list.") }
    for problem in moved.problems { Terminal.complain(problem) }
    Terminal.complain("\(moved.count) \(moved.isTrial ? "would be " : "")\(done)")
    if moved.count == 0 || !moved.notFound.isEmpty || !moved.problems.isEmpty {
      throw ExitCode(ExitStatus.someFailed.rawValue)
    }
  }
}
