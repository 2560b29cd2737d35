public import Rulesets

/// Takes documents through all steps, one after the other, in the thread that asks: what `process`, `explain` and the
/// benchmark use. Not for sharing between threads, since its handles are not.
public struct Analyzer: ~Copyable {
  /// The rules in use.
  public let ruleset: Ruleset
  private var handles: LaneHandles

  /// An analyzer with the rules of `ruleset`. Costs the opening of its language handles, some milliseconds.
  public init(ruleset: Ruleset) throws(AnalysisError) {
    self.ruleset = ruleset
    handles = try LaneHandles(ruleset: ruleset)
  }

  /// Analyses one document: `name` is its file's own name, as bytes. The same input gives the same output bytes.
  ///
  /// - Parameters:
  ///   - isCaseless: whether names count in any case.
  ///   - asksOptions: whether the explanation is to say of each name why it was taken or set aside.
  public mutating func process(
    name: [UInt8], bytes: [UInt8], isCaseless: Bool = false, asksOptions: Bool = false
  ) throws(AnalysisError) -> Document {
    var document = Document(name: name, bytes: bytes)
    document.isCaseless = isCaseless
    document.asksOptions = asksOptions
    for step in AnalysisStep.allCases {
      try perform(step, on: &document)
    }
    return document
  }

  /// Performs one step on a document that has been through those before it.
  public mutating func perform(_ step: AnalysisStep, on document: inout Document) throws(AnalysisError) {
    try step.perform(on: &document, with: &handles, ruleset: ruleset)
  }
}
