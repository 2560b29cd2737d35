import DispaccioTestSupport
import FoundationEssentials
import ServiceSetup
import Testing

/// The compiled names are read whole where somebody asks whether they are sound.
@Suite struct CompiledNamesCheckTests {
  @Test func `a damaged file is told of, and taken away where that is asked`() throws {
    let folder = "/tmp/dispaccio-caches-\(UInt64.random(in: 0...UInt64.max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pipelines = PipelineFolder([ShippedPipeline.root + "/pipelines"], cache: CompiledCache(folder: folder))
    #expect(pipelines.checkCaches(repairs: false).isEmpty)
    let path = folder + "/gazetteer.conflict"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try pipelines.compileGazetteer(of: "conflict", to: path)
    #expect(pipelines.checkCaches(repairs: false).isEmpty)

    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: URL(filePath: path))
    let found = pipelines.checkCaches(repairs: false)
    #expect(found.map(\.place) == [path])
    #expect(found.first?.isMended == false)
    #expect(found.first?.remedy.contains("--repair") == true)

    #expect(pipelines.checkCaches(repairs: true).first?.isMended == true)
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(pipelines.checkCaches(repairs: true).isEmpty)
  }
}
