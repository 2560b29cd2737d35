internal import ArgumentParser

struct GazetteerVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Import, compile and check tables of names, and suggest new ones.",
    subcommands: [
      GazetteerImporting.self, GazetteerCompiling.self, GazetteerLinting.self, GazetteerSuggesting.self,
    ])
}
