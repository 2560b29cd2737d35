import Analysis
import DispaccioTestSupport
import FoundationEssentials
import Rulesets
import Testing

/// The briefs and records of the sample reports, whole: a change of a word or of a fact shows as a change of these files.
@Suite struct BriefSnapshotTests {
  private static let folder = ShippedPipeline.root + "/Tests/AnalysisTests/Snapshots"
  private static let samples = ShippedPipeline.root + "/scripts/samples"

  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: samples)) ?? []).sorted()

  @Test func `there are samples`() { #expect(Self.names.count >= 8) }

  @Test(arguments: names) func `the briefs of a sample are the ones kept`(name: String) throws {
    let bytes = Array(try #require(FileManager.default.contents(atPath: Self.samples + "/" + name)))
    let document = try ShippedPipeline.process(bytes, name: name)
    for output in document.outputs where output.name != "json" {
      #expect(Snapshot.difference(output.bytes, "\(name).\(output.name)", in: Self.folder) == nil)
    }
  }

  @Test(arguments: names) func `the record of a sample is the one kept`(name: String) throws {
    let bytes = Array(try #require(FileManager.default.contents(atPath: Self.samples + "/" + name)))
    let document = try ShippedPipeline.process(bytes, name: name)
    let record = try #require(document.outputs.first { $0.name == "json" }).bytes
    // The digest of the tables changes with every comment in them; each key has a line, so that a difference can be read.
    let hash = try ShippedPipeline.ruleset().hash
    let text = String(decoding: record, as: UTF8.self).replacing(hash, with: "sha256:…").replacing(",\"", with: ",\n\"")
    #expect(Snapshot.difference(Array(text.utf8), name + ".json", in: Self.folder) == nil)
  }
}
