import Analysis
import DispaccioTestSupport
import Rulesets
import Testing

@Suite struct StepOrderTests {
  @Test func `the steps in their order find what each of them requires`() throws {
    try AnalysisStep.check(AnalysisStep.allCases)
  }

  @Test(arguments: AnalysisStep.allCases.dropFirst())
  func `an order without what a step requires is refused`(step: AnalysisStep) {
    let error = #expect(throws: AnalysisError.self) { try AnalysisStep.check([step]) }
    #expect(error?.step == step && error?.errorClass == "internal")
  }

  @Test func `a step that lacks something says what, and does not return in silence`() throws {
    let ruleset = try ShippedPipeline.ruleset()
    var handles = try LaneHandles(ruleset: ruleset)
    var document = Document(name: Array("a.txt".utf8), bytes: Array("Gunmen killed five soldiers in Gao.".utf8))
    try AnalysisStep.extract.perform(on: &document, with: &handles, ruleset: ruleset)
    do {
      try AnalysisStep.classify.perform(on: &document, with: &handles, ruleset: ruleset)
      Issue.record("it classified without sentences")
    } catch {
      #expect(error.message == "The step classify lacks sentences, mentions.")
    }
  }
}
