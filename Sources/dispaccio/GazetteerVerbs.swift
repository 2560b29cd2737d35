internal import ArgumentParser

struct GazetteerVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Make gazetteers of what others have gathered.",
    subcommands: [GazetteerImporting.self])
}
