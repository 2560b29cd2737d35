import Analysis
import DispaccioTestSupport
import FoundationEssentials
import Testing

/// The briefs of the sample reports, whole: a change of wording shows as a change of these files.
@Suite struct BriefSnapshotTests {
  private static let folder = ShippedPipeline.root + "/Tests/AnalysisTests/Snapshots"
  private static let samples = ShippedPipeline.root + "/scripts/samples"

  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: samples)) ?? []).sorted()

  @Test func `there are samples`() { #expect(Self.names.count >= 8) }

  @Test(arguments: names) func `the briefs of a sample are the ones kept`(name: String) throws {
    let bytes = Array(try #require(FileManager.default.contents(atPath: Self.samples + "/" + name)))
    let dossier = try ShippedPipeline.process(bytes, name: name)
    for output in dossier.outputs where output.suffix != ".json" {
      #expect(Snapshot.difference(output.bytes, name + output.suffix, in: Self.folder) == nil)
    }
  }
}
