internal import ArgumentParser
internal import Commands
internal import Configuration

struct Retry: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try reports again that failed or that wait for a later try.",
    discussion: """
      A running daemon takes them up at once, after new reports; without one they wait for the next start. Why a report \
      failed before stays with it, as earlier-reason.json. Ends with 1 if nothing was found.

      Examples:
        dispaccio retry 18b2c3d4e5f60712-000001
        dispaccio retry --class undecodable --dry-run
        dispaccio retry --all
      """)

  @OptionGroup var items: ItemOptions

  @Option(name: .customLong("class"), help: "Those that failed with this class.")
  var failureClass: String?

  @OptionGroup var options: OperatorOptions

  func validate() throws { try items.validateChoice(otherChoices: failureClass == nil ? 0 : 1) }

  func run() throws {
    try Terminal.reporting {
      let choice: OperatorCommands.Choice =
        failureClass.map { .failureClass($0) } ?? (items.all ? .all : .ids(items.ids))
      try items.report(try options.commands().move(.retry, choice, isTrial: items.dryRun), "tried again")
    }
  }
}

struct Reprocess: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Do finished reports again, after a change of rules.",
    discussion: """
      Takes originals from done/, with all that is known of how they came. Their outputs stay until new ones take their \
      places, in one step each, and for good if the report fails this time. New reports go first. Ends with 1 if nothing \
      was found.

      Examples:
        dispaccio reprocess --since 2026-11-01
        dispaccio reprocess --since 2h --dry-run
        dispaccio reprocess sinai--3fa9c21b77d0
      """)

  @OptionGroup var items: ItemOptions

  @Option(help: "Those taken since then: 2026-11-22, 2026-11-22T08:00:00Z, or 90m, 2h for so long ago.")
  var since: String?

  @OptionGroup var options: OperatorOptions

  private var sinceTime: String? {
    since.flatMap { OperatorCommands.time($0, secondsAgo: Seconds.parse($0)) }
  }

  func validate() throws {
    try items.validateChoice(otherChoices: since == nil ? 0 : 1)
    if since != nil && sinceTime == nil { throw ValidationError("--since takes a date, a time in UTC, or 2h.") }
  }

  func run() throws {
    try Terminal.reporting {
      let choice: OperatorCommands.Choice = sinceTime.map { .since($0) } ?? (items.all ? .all : .ids(items.ids))
      try items.report(try options.commands().move(.reprocess, choice, isTrial: items.dryRun), "done again")
    }
  }
}

struct Drop: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put reports out of the way that failed or that wait.",
    discussion: """
      They go to done/ with the reason beside them and in the ledger, and leave it when they have been kept long enough. \
      Nothing is deleted. Ends with 1 if nothing was found.

      Examples:
        dispaccio drop 18b2c3d4e5f60712-000001 --reason "sent by mistake"
      """)

  @OptionGroup var items: ItemOptions

  @Option(help: "Why; it stands in the ledger.")
  var reason: String

  @OptionGroup var options: OperatorOptions

  func validate() throws {
    try items.validateChoice()
    if reason.isEmpty || reason.utf8.count > 1000 { throw ValidationError("--reason takes 1 to 1000 bytes.") }
  }

  func run() throws {
    try Terminal.reporting {
      let choice: OperatorCommands.Choice = items.all ? .all : .ids(items.ids)
      try items.report(
        try options.commands().move(.drop(reason: reason), choice, isTrial: items.dryRun), "dropped")
    }
  }
}
