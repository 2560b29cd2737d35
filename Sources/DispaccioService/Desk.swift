public import Analysis
public import Rulesets

/// Takes documents through all steps, one after the other, in the thread that asks: what `process`, `explain` and the
/// benchmark use. Not for sharing between threads, since its handles are not.
public struct Desk: ~Copyable {
  /// The rules in use.
  public let ruleset: Ruleset
  private var workbench: Workbench

  /// A desk with the rules of `ruleset`. Costs the opening of its language handles, some milliseconds.
  public init(ruleset: Ruleset) throws(AnalysisError) {
    self.ruleset = ruleset
    workbench = try Workbench(ruleset: ruleset)
  }

  /// Analyses one document: `name` is its file's own name, as bytes. The same input gives the same output bytes.
  public mutating func process(name: [UInt8], bytes: [UInt8]) throws(AnalysisError) -> Dossier {
    var dossier = Dossier(name: name, bytes: bytes)
    for step in AnalysisStep.allCases {
      try perform(step, on: &dossier)
    }
    return dossier
  }

  /// Performs one step on a document that has been through those before it.
  public mutating func perform(_ step: AnalysisStep, on dossier: inout Dossier) throws(AnalysisError) {
    try step.perform(on: &dossier, with: &workbench, ruleset: ruleset)
  }
}
