import Analysis
import Configuration
import DispaccioTestSupport
import DocumentModel
import Foundation
import Rulesets
import ServiceSetup
import Testing

/// What comes in without moving walls: a domain and a language, each by its tables alone.
@Suite struct AdditionsTests {
  /// A pipeline of `Pipelines`, beside the shared folder that it includes.
  private func ruleset(_ name: String) throws -> Ruleset {
    let folder = NSTemporaryDirectory() + "additions-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try files.copyItem(atPath: ShippedPipeline.root + "/pipelines/common", toPath: folder + "/common")
    try files.copyItem(
      atPath: ShippedPipeline.root + "/Tests/AnalysisTests/Pipelines/" + name, toPath: folder + "/" + name)
    return try PipelineFolder([folder]).load(name).ruleset
  }

  private func record(_ report: String, _ pipeline: String) throws -> Record {
    var analyzer = try Analyzer(ruleset: try ruleset(pipeline))
    let document = try analyzer.process(name: Array("report.txt".utf8), bytes: Array(report.utf8))
    return try #require(document.record)
  }

  @Test func `a second domain is told in both languages`() throws {
    let record = try record("Norvia laid off two hundred workers on Monday. The workers walked out.", "labour")
    #expect(record.events.map(\.type) == ["labour", "labour"])
    #expect(record.events.map(\.subtype) == ["layoff", "walkout"])
    #expect(record.english.headline == "Norvia laid off two hundred workers on Monday")
    #expect(record.italian.clauses.first?.text.contains("licenziato") == true, "\(record.italian.clauses)")
    #expect(record.labels.map(\.name) == ["labour"])
  }

  @Test func `a domain's own examples are run`() throws {
    let ruleset = try ruleset("labour")
    #expect(ruleset.exampleCount == 2)
    #expect(try ruleset.exampleFailures().isEmpty)
  }

  @Test func `a third language is read and told by its tables`() throws {
    let report = """
      El ELN atacó Arauca el lunes por la mañana, según las autoridades de la ciudad. Los vecinos de la ciudad \
      pasaron la noche en sus casas y esperaban la llegada de la ayuda.
      """
    let record = try record(report, "breve")
    #expect(record.language.code == "es" && record.isRead)
    #expect(record.events.map(\.concept) == ["attack"])
    #expect(record.events.first?.actors.map { $0.entity } == ["eln"])
    #expect(record.briefs.entries.map(\.code) == ["es"])
    let brief = try #require(record.briefs["es"])
    #expect(
      brief.clauses.first?.text == "El ELN atacó Arauca el lunes por la mañana, según las autoridades de la ciudad.")
  }
}
