import Analysis
import DocumentModel
import FoundationEssentials
import Rulesets

/// Reads sentences with the shipped pipeline, found beside the package.
enum Reading {
  private static let ruleset: Result<Ruleset, any Error> = Result { try load() }

  /// The record of a text whose language the identifier finds.
  static func record(_ text: String) throws -> Record { try record(bytes: Array(text.utf8)) }

  /// The record of bytes as a file would hold them.
  static func record(bytes: [UInt8]) throws -> Record {
    let ruleset = try ruleset.get()
    var handles = try LaneHandles(ruleset: ruleset)
    var document = Document(name: Array("report.txt".utf8), bytes: bytes)
    for step in AnalysisStep.allCases { try step.perform(on: &document, with: &handles, ruleset: ruleset) }
    guard let record = document.record else { throw Missing() }
    return record
  }

  /// The only event with a concept.
  static func event(_ concept: String, in text: String) throws -> Event {
    let record = try record(text)
    guard let event = record.events.first(where: { $0.concept == concept }) else { throw Missing() }
    return event
  }

  /// The words of a span.
  static func words(_ span: TextSpan, _ record: Record) -> String {
    String(decoding: record.text[span.range], as: UTF8.self)
  }

  /// What the tests look for and do not find.
  struct Missing: Error {}

  private static func load() throws -> Ruleset {
    let source = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let root = "/" + source + "/pipelines"
    var files: [RulesetFile] = []
    for folder in ["common", "conflict"] {
      for path in try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder) {
        guard let data = FileManager.default.contents(atPath: root + "/" + folder + "/" + path) else { continue }
        files.append(RulesetFile(path: folder + "/" + path, bytes: Array(data)))
      }
    }
    return try Ruleset.load(
      settings: PipelineSettings(
        name: "conflict", version: "1.0.0", languages: ["it", "en"], includes: ["common"],
        outputs: ["it.md", "en.md", "json"]), files: files)
  }
}
