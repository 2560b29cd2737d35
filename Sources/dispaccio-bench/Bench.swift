import Analysis
import FoundationEssentials

@main
struct Bench {
  static func main() throws {
    let root = "pipelines"
    var files: [RulesetFile] = []
    for folder in ["common", "conflict"] {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
      for path in paths {
        guard let data = FileManager.default.contents(atPath: root + "/" + folder + "/" + path) else { continue }
        files.append(RulesetFile(path: folder + "/" + path, bytes: Array(data)))
      }
    }
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let ruleset = try Ruleset.load(settings: PipelineSettings(name: "conflict", version: "1.0.0"), files: files)
      print("load", clock.now - start)
      let arguments = CommandLine.arguments
      if arguments.count > 1 {
        var workbench = try Workbench(ruleset: ruleset)
        for argument in arguments.dropFirst() where argument != "-v" {
          let bytes: [UInt8]
          if let data = FileManager.default.contents(atPath: argument) { bytes = Array(data) } else { bytes = Array(argument.utf8) }
          var dossier = Dossier(name: Array("x.txt".utf8), bytes: bytes)
          for step in AnalysisStep.allCases { try step.perform(on: &dossier, with: &workbench, ruleset: ruleset) }
          print(dossier.explanation())
          for output in dossier.outputs where output.suffix != ".json" { print(String(decoding: output.bytes, as: UTF8.self)) }
        }
      } else {
        let failures = try ruleset.exampleFailures()
        for failure in failures { print("\(failure.file):\(failure.line): \(failure.message)") }
        print("\(failures.count) failures of \(ruleset.exampleCount) examples", clock.now - start)
      }
    } catch { print("ERROR", error) }
  }
}
