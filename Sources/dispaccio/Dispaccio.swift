internal import Analysis
internal import ArgumentParser

@main
struct Dispaccio: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispaccio",
    abstract: "Turns conflict reports dropped into a folder into Italian and English briefs.",
    discussion: """
      Try one report, without a spool or a daemon:
        dispaccio process report.txt --format it

      Work through a spool's inbox, once or for ever:
        dispaccio once --spool /srv/dispaccio
        dispaccio run --spool /srv/dispaccio

      A report is a file moved or written into <spool>/inbox. Its briefs are <spool>/out/<id>.it.md and <id>.en.md, \
      its record is <id>.json.

      See how it fares, and what failed:
        dispaccio status
        dispaccio list failed

      Exit codes are those of sysexits.h: 1 nothing found or something failed, 3 drained in part, 64 usage, 65 unusable document, 66 missing document, 69 no daemon, 75 spool \
      in use, 77 no permission, 78 configuration.
      """,
    version: Version.current,
    subcommands: [
      Run.self, Once.self, Process.self, Check.self, Explain.self, Stats.self, Status.self, List.self, Retry.self,
      Reprocess.self, Drop.self, Pause.self, Resume.self, Reload.self, Drain.self, Fsck.self, Lexicon.self,
      GazetteerVerbs.self, Evaluate.self,
    ])
}
