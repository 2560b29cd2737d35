import Analysis
import Configuration
import DispaccioTestSupport
import Foundation
import Rulesets
import ServiceSetup
import Testing

/// What a pipeline's folder says is followed, or the pipeline is refused with file, line and remedy.
@Suite struct PipelineFolderTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "pipelines-" + UUID().uuidString
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["common", "conflict"] {
      try files.copyItem(atPath: ShippedPipeline.root + "/pipelines/" + name, toPath: folder + "/" + name)
    }
  }

  private func write(_ text: String, to path: String) throws {
    let whole = folder + "/" + path
    try FileManager.default.createDirectory(
      atPath: String(whole[..<(whole.lastIndex(of: "/") ?? whole.endIndex)]), withIntermediateDirectories: true)
    try text.write(toFile: whole, atomically: true, encoding: .utf8)
  }

  private func load(_ name: String) throws(ServiceError) -> LoadedPipeline { try PipelineFolder([folder]).load(name) }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  @Test func `a language without its grammar is refused`() throws {
    defer { remove() }
    try write("version = \"1\"\nlanguages = [\"it\", \"fr\"]\n", to: "conflict/pipeline.toml")
    let error = #expect(throws: ServiceError.self) { try load("conflict") }
    #expect(error?.description.contains("conflict/pipeline.toml:2") == true)
    #expect(error?.description.contains("\"fr\"") == true)
    #expect(error?.description.contains("fr/function.tsv") == true)
    try write("version = \"1\"\nlanguages = [\"it\"]\n", to: "conflict/pipeline.toml")
    #expect(try load("conflict").ruleset.languages == ["it"])
  }

  @Test func `stages of a pipeline that is not the default one are refused`() throws {
    defer { remove() }
    try write("version = \"1\"\n\n[stages.match]\nwidth = 2\n", to: "second/pipeline.toml")
    let check = PipelineCheck.run(PipelineFolder([folder]), names: ["second"], configuration: ServiceConfiguration())
    #expect(check.problems.count == 1)
    #expect(check.problems.first?.contains("second/pipeline.toml:3") == true)
    #expect(check.problems.first?.contains("dispaccio.toml") == true)
    var configuration = ServiceConfiguration()
    configuration.defaultPipeline = "second"
    #expect(PipelineCheck.run(PipelineFolder([folder]), names: ["second"], configuration: configuration).problems == [])
  }

  @Test(arguments: [
    ("conflict/lexicon/adjectives.tsv", "id\tkind\tit_ms\tit_fs\tit_mp\tit_fp\ten\tnote\n"),
    ("conflict/events/vetoes.tsv", "set\twords\tmore\n"),
    ("conflict/gazetteers/persons.tsv", "id\ttype\tflair\n"),
    ("common/time.tsv", "id\tkind\toffset\tpart\tit_forms\ten_forms\tit_word\ten_word\tfr_word\n"),
  ])
  func `a table with a column that nobody knows is refused`(file: String, header: String) throws {
    defer { remove() }
    try write("# a comment\n" + header, to: file)
    let error = #expect(throws: ServiceError.self) { try load("conflict") }
    #expect(error?.description.contains("\(file):2") == true)
    #expect(error?.description.contains("exactly these columns") == true)
  }

  @Test(arguments: ["conflict/lexicon/noun.tsv", "common/it/funtion.tsv", "conflict/gazeteers/persons.tsv"])
  func `a table that nothing reads is refused under its name`(file: String) throws {
    defer { remove() }
    try write("id\n", to: file)
    let error = #expect(throws: ServiceError.self) { try load("conflict") }
    #expect(error?.description.contains(file) == true)
    #expect(error?.description.contains("README") == true)
  }

  @Test func `as many key sentences as asked for reach the rules`() throws {
    defer { remove() }
    try write("version = \"1\"\n[parameters]\nkey_sentences = 5\n", to: "conflict/pipeline.toml")
    #expect(try load("conflict").ruleset.parameters == ["key_sentences": 5])
  }
}
