import Analysis
import DispaccioTestSupport
import DocumentModel
import Intake
import Rulesets
import Testing

/// A format of the tests: reports parted by lines of `%%`.
private struct PartedExtractor: Extractor {
  let mediaType = "text/x-parted"

  func takes(_ file: Arrival) -> Bool { file.isNamed(".parted") }

  func reports(in file: Arrival) throws(IntakeError) -> [Extracted] {
    let whole = Extracted(try file.prose(), mediaType: mediaType)
    let parts = String(decoding: whole.text, as: UTF8.self).split(separator: "\n%%\n")
    return parts.enumerated().map { position, words in
      var report = whole
      report.text = Array(words.utf8)
      report.part = "\(position + 1)"
      report.attestation.published = "2023-07-1\(position + 1)"
      return report
    }
  }
}

@Suite struct SeveralReportsTests {
  @Test func `each report of a file becomes a record of its own`() throws {
    var ruleset = try ShippedPipeline.ruleset()
    ruleset.extractors = [PartedExtractor(), PlainTextExtractor()]
    var analyzer = try Analyzer(ruleset: ruleset)
    let file = "Gunmen killed five soldiers in Gao.\n%%\nRebels kidnapped two doctors in Mopti.\n"
    let document = try analyzer.process(name: Array("night.parted".utf8), bytes: Array(file.utf8))
    let records = try document.reports.map { try #require($0.record) }
    #expect(records.map(\.source.part) == ["1", "2"])
    #expect(records.map(\.published) == ["2023-07-11", "2023-07-12"])
    #expect(
      records.map { String(decoding: $0.text, as: UTF8.self) } == [
        "Gunmen killed five soldiers in Gao.", "Rebels kidnapped two doctors in Mopti.\n",
      ])
    #expect(Set(records.map(\.id)).count == 2)
    #expect(document.reports.allSatisfy { $0.outputs.map(\.name) == ["it.md", "en.md", "json"] })
    // What one report says is not told of another.
    #expect(records[1].briefs.values.allSatisfy { brief in !brief.clauses.contains { $0.text.contains("Gao") } })
  }

  @Test func `reports that their extractor does not number are told apart all the same`() throws {
    struct Unnumbered: Extractor {
      let mediaType = "text/x-parted"
      func takes(_ file: Arrival) -> Bool { true }
      func reports(in file: Arrival) throws(IntakeError) -> [Extracted] {
        let whole = Extracted(try file.prose(), mediaType: mediaType)
        return [whole, whole]
      }
    }
    var ruleset = try ShippedPipeline.ruleset()
    ruleset.extractors = [Unnumbered()]
    var analyzer = try Analyzer(ruleset: ruleset)
    let document = try analyzer.process(
      name: Array("a.x".utf8), bytes: Array("Gunmen killed five soldiers in Gao.".utf8))
    #expect(Set(document.reports.map(\.id)).count == 2)
  }
}
