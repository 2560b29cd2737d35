import DocumentModel
import Events
public import Rulesets

/// An example that does not hold.
public struct ExampleFailure: Sendable {
  /// The file, relative to the folder of pipelines.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// What was expected and what was found.
  public var message: String
}

extension Ruleset {
  /// How many examples the pipeline has.
  public var exampleCount: Int { examples.count }

  /// Runs the pipeline's examples through the analysis and tells which do not hold.
  public func exampleFailures() throws(AnalysisError) -> [ExampleFailure] {
    var handles = try LaneHandles(ruleset: self)
    var failures: [ExampleFailure] = []
    for example in examples {
      var document = Document(name: Array("example.txt".utf8), bytes: Array(example.sentence.utf8))
      for step in AnalysisStep.allCases {
        // The language is that of the file: a short sentence may not show its own.
        if step == .split { document.language = example.language }
        if step == .summarize { break }
        try step.perform(on: &document, with: &handles, ruleset: self)
      }
      for message in mismatches(example, document.events, document.statements, document) {
        failures.append(ExampleFailure(file: example.file, line: example.line, message: message))
      }
    }
    return failures
  }

  private func mismatches(
    _ example: Example, _ events: [Event], _ statements: [Statement], _ document: Document
  ) -> [String] {
    let found = events.map { summary($0, document) } + statements.map(summary)
    let described = found.isEmpty ? "none" : found.joined(separator: " + ")
    var messages: [String] = []
    var used: Set<Int> = []
    var usedStatements: Set<Int> = []
    for expectation in example.expected {
      let match = events.indices.first { !used.contains($0) && fits(events[$0], expectation, document) }
      let statement = statements.indices.first { !usedStatements.contains($0) && fits(statements[$0], expectation) }
      if let match {
        used.insert(match)
      } else if let statement {
        usedStatements.insert(statement)
      } else {
        let wanted = ([expectation.concept] + expectation.conditions.map { "\($0.name)=\($0.value)" })
          .joined(separator: " ")
        messages.append("Expected \(wanted); found \(described) in: \(example.sentence)")
      }
    }
    if example.isExclusive, used.count < events.count || usedStatements.count < statements.count, messages.isEmpty {
      messages.append("Expected nothing else; found \(described) in: \(example.sentence)")
    }
    return messages
  }

  private func fits(_ event: Event, _ expectation: Example.Expectation, _ document: Document) -> Bool {
    guard event.concept == expectation.concept else { return false }
    return expectation.conditions.allSatisfy { condition in
      switch condition.name {
      case "actor": event.actors.contains { names($0, condition.value, document) }
      case "target": event.targets.contains { names($0, condition.value, document) }
      case "place": event.place?.entity == condition.value
      case "type": event.type == condition.value
      case "subtype": event.subtype == condition.value
      case "certainty": event.certainty.rawValue == condition.value
      case "polarity": event.polarity.rawValue == condition.value
      case "status": event.status.rawValue == condition.value
      default:
        event.casualties.contains {
          $0.effect.rawValue == condition.name
            && (($0.minimum ?? $0.maximum).map(String.init) == condition.value || condition.value == $0.kind.rawValue)
        }
      }
    }
  }

  /// A statement does not tell its parties apart: each must only be among its entities.
  private func fits(_ statement: Statement, _ expectation: Example.Expectation) -> Bool {
    guard statement.concept == expectation.concept else { return false }
    return expectation.conditions.allSatisfy { condition in
      switch condition.name {
      case "certainty": statement.certainty.rawValue == condition.value
      default: statement.entities.contains(condition.value)
      }
    }
  }

  private func summary(_ statement: Statement) -> String {
    ([statement.concept] + statement.entities).joined(separator: " ")
  }

  private func names(_ participant: Participant, _ value: String, _ document: Document) -> Bool {
    if participant.entity == value { return true }
    // A noun of the lexicon: its words in either language stand in the span.
    guard let noun = lexicon.nouns.first(where: { $0.id == value }) else { return false }
    let words = String(decoding: document.text[participant.span.range], as: UTF8.self).lowercased()
    return [noun.italian.singular, noun.italian.plural, noun.english.singular, noun.english.plural]
      .contains { !$0.isEmpty && words.contains($0.lowercased()) }
  }

  private func summary(_ event: Event, _ document: Document) -> String {
    func words(_ span: TextSpan) -> String { String(decoding: document.text[span.range], as: UTF8.self) }
    var parts = [event.concept]
    parts += event.actors.map { "actor=\($0.entity ?? "“\(words($0.span))”")" }
    parts += event.targets.map { "target=\($0.entity ?? "“\(words($0.span))”")" }
    if let place = event.place { parts.append("place=\(place.entity ?? "“\(words(place.span))”")") }
    if event.certainty != .asserted { parts.append("certainty=\(event.certainty.rawValue)") }
    if event.polarity != .positive { parts.append("polarity=negative") }
    if event.status != .accomplished { parts.append("status=\(event.status.rawValue)") }
    parts += event.casualties.map {
      "\($0.effect.rawValue)=\(($0.minimum ?? $0.maximum).map(String.init) ?? $0.kind.rawValue)"
    }
    return parts.joined(separator: " ")
  }
}
