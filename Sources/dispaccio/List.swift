internal import ArgumentParser
internal import Commands
internal import ServiceSetup

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the reports that wait, are under way, failed or are done.",
    discussion: """
      One line a report; with --json, one object a line. Works with and without a daemon, and changes nothing. Ends \
      with 1 if there is nothing to show.

      Examples:
        dispaccio list failed
        dispaccio list failed --class over_limit
        dispaccio list done --json | jq -r .path
      """)

  @Argument(
    help: "The shelf: \(SpoolListing.areas.joined(separator: ", ")).",
    completion: .list(SpoolListing.areas))
  var shelf: String

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @Option(name: .customLong("class"), help: "Only those that failed with this class, such as empty or undecodable.")
  var failureClass: String?

  @OptionGroup var options: OperatorOptions

  func validate() throws {
    guard SpoolListing.areas.contains(shelf) else {
      throw ValidationError("There is no shelf \"\(shelf)\": use \(SpoolListing.areas.joined(separator: ", ")).")
    }
  }

  func run() throws {
    try Terminal.reporting {
      let listing = try SpoolListing(spool: try options.spoolPath())
      let count = try listing.forEachLine(of: shelf, failureClass: failureClass, asJSON: json) {
        try Terminal.print(line: $0)
      }
      if count == 0 { throw ExitCode(ExitStatus.someFailed.rawValue) }
    }
  }
}
