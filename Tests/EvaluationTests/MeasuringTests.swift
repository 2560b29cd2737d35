import Analysis
import DispaccioTestSupport
import Testing

@testable import Evaluation

@Suite struct MeasuringTests {
  private let gold = """
    {"id": "a", "text": "JNIM attacked a checkpoint near Gao on Monday. Nobody in Quxxland knew.", "mentions": [\
    {"start": 0, "end": 4, "type": "ORG"}, {"start": 32, "end": 35, "type": "LOC", "lat": 16.3, "lon": 0.0, "entity": "gao"}, \
    {"start": 57, "end": 65, "type": "LOC", "lat": 1.0, "lon": 1.0}, {"start": 39, "end": 45, "type": "Temporal"}]}
    """

  private func corpus() throws -> GoldCorpus {
    try GoldCorpus(file: "gold.jsonl", bytes: Array(gold.utf8), offsets: .codepoints)
  }

  @Test func `mentions are counted class by class`() throws {
    var options = EvaluationOptions()
    options.listsErrors = true
    options.byDocument = true
    var evaluation = MentionEvaluation(options)
    var analyzer = try Analyzer(ruleset: try ShippedPipeline.ruleset())
    evaluation.run(try corpus(), analyzer: &analyzer)
    let report = evaluation.report()
    #expect(report.contains { $0.hasPrefix("place") && $0.contains("100.0    50.0    66.7") })
    #expect(report.contains { $0.hasPrefix("organization") && $0.contains("100.0   100.0   100.0") })
    #expect(report.contains { $0.hasPrefix("a: missed place: ") && $0.hasSuffix("Nobody in [Quxxland] knew.") })
    #expect(report.contains("the marked entity itself: 1 of 1 pairs"))
    #expect(report.contains("passed over: Temporal 1"))
    #expect(report.first?.hasPrefix("a ") == true)
  }

  @Test func `places are measured by how far off they are`() throws {
    var evaluation = PlaceEvaluation(EvaluationOptions())
    var analyzer = try Analyzer(ruleset: try ShippedPipeline.ruleset())
    evaluation.run(try corpus(), analyzer: &analyzer)
    let report = evaluation.report()
    #expect(report.contains("found, with coordinates: 50.0 % (1 of 2)"))
    #expect(report.contains("within 161 km, of those found: 100.0 % (1 of 1)"))
    #expect(report.contains("the marked place itself: 100.0 % (1 of 1)"))
  }

  @Test func `peoples and names inside of others count where that is asked`() throws {
    let text =
      #"{"id": "a", "text": "Russian troops left.", "mentions": [{"start": 0, "end": 7, "lat": 60.0, "lon": 90.0}]}"#
    for isAsked in [false, true] {
      var options = EvaluationOptions()
      options.withPeoples = isAsked
      var evaluation = PlaceEvaluation(options)
      var analyzer = try Analyzer(ruleset: try ShippedPipeline.ruleset())
      evaluation.run(
        try GoldCorpus(file: "g", bytes: Array(text.utf8), offsets: .codepoints), analyzer: &analyzer)
      #expect(evaluation.report().contains("found, with coordinates: \(isAsked ? "100.0 % (1" : "0.0 % (0") of 1)"))
    }
  }

  @Test func `with marked stretches the choice alone is measured`() throws {
    let text = """
      {"id": "a", "text": "He moved from Dallas, Texas, to Paris, Texas. In quxxland too.", "mentions": [\
      {"start": 32, "end": 37, "lat": 33.66, "lon": -95.55}, {"start": 14, "end": 20, "lat": 32.8, "lon": -96.8}, \
      {"start": 49, "end": 57, "lat": 1.0, "lon": 1.0}, {"start": 39, "end": 44, "type": "LOC"}]}
      """
    var options = EvaluationOptions()
    options.listsErrors = true
    var evaluation = GoldSpanEvaluation(options)
    var analyzer = try Analyzer(ruleset: try ShippedPipeline.ruleset())
    evaluation.run(try GoldCorpus(file: "g", bytes: Array(text.utf8), offsets: .codepoints), analyzer: &analyzer)
    let report = evaluation.report()
    #expect(report.contains("marked places whose name is in a table: 66.7 % (2 of 3)"))
    #expect(report.contains("within 161 km, as the report speaks for: 66.7 % (2 of 3)"))
    #expect(report.contains("within 161 km, the most populous of that name: 33.3 % (1 of 3)"))
    #expect(report.contains("right where the most populous is wrong: 1, the other way round: 0"))
    #expect(report.first?.hasPrefix("a: in no table: ") == true)
  }
}
