public import Analysis
import Configuration
public import Rulesets
import ServiceSetup
import Synchronization

/// The pipeline that the project ships, loaded once for all tests.
public enum ShippedPipeline {
  /// The folder of the package.
  public static let root: String = {
    // Sources/DispaccioTestSupport/ShippedPipeline.swift: three steps up.
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  private static let loaded = Mutex<LoadedPipeline?>(nil)

  /// The ruleset of the shipped pipeline.
  public static func ruleset() throws -> Ruleset {
    try loaded.withLock { loaded in
      if let ready = loaded { return ready.ruleset }
      let fresh = try PipelineFolder([root + "/pipelines"]).load("conflict")
      loaded = fresh
      return fresh.ruleset
    }
  }

  /// A document taken through all steps.
  public static func process(_ bytes: [UInt8], name: String = "report.txt") throws -> Document {
    var analyzer = try Analyzer(ruleset: try ruleset())
    return try analyzer.process(name: Array(name.utf8), bytes: bytes)
  }

  /// A text taken through all steps.
  public static func process(_ text: String, name: String = "report.txt") throws -> Document {
    try process(Array(text.utf8), name: name)
  }
}
