import Briefs
import DocumentModel
import Events
import Gazetteers
import Quantities

extension Document {
  /// Why each mention, event and clause is there: the words, the rule, the sources, for a person to read.
  public func explanation() -> String {
    guard let record else { return "Nothing was understood of \(String(decoding: name, as: UTF8.self)).\n" }
    var lines = ["\(record.id)", "language \(record.language.code) \(record.language.percent) %", ""]
    lines.append("Sentences")
    for (index, sentence) in record.sentences.enumerated() {
      lines.append("  s\(index + 1) \(sentence.kind.rawValue) \(sentence.language): \(words(sentence.span))")
    }
    lines.append("")
    lines.append("Mentions")
    for mentioned in record.entities {
      let mentions = mentioned.mentions.map { "“\(words($0.span))” s\($0.sentence.number)" }.joined(separator: ", ")
      lines.append("  \(mentioned.entity.id) (\(mentioned.entity.type.rawValue)): \(mentions)")
    }
    if !choices.isEmpty {
      lines.append("")
      lines.append("Names of several things")
      for choice in choices {
        lines.append(
          "  “\(words(choice.span))” \(choice.chosen ?? "left open"): \(choice.reasons); not \(choice.others.joined(separator: ", "))"
        )
      }
    }
    lines += explainedOptions()
    if !record.unknownNames.isEmpty {
      lines.append("")
      lines.append("Unknown names")
      for name in record.unknownNames {
        let mentions = name.mentions.map { "“\(words($0.span))” s\($0.sentence.number)" }.joined(separator: ", ")
        lines.append("  \(name.kind) (\(name.type.rawValue)), \(name.reason): \(mentions)")
      }
    }
    if let quantities = reading?.quantities, !quantities.isEmpty {
      lines.append("")
      lines.append("Quantities")
      for quantity in quantities {
        lines.append("  \(quantity.kind) “\(words(quantity.span))” \(quantity.text)")
      }
    }
    lines.append("")
    lines.append("Events")
    for (index, event) in record.events.enumerated() { lines += explain(event, index) }
    let withheld = reading?.frames.filter { !$0.withheld.isEmpty } ?? []
    if !withheld.isEmpty {
      lines.append("")
      lines.append("Withheld: read, but not sure enough for the record")
      for frame in withheld {
        lines.append("  “\(words(frame.span))” s\(frame.sentence.number): \(frame.withheld.joined(separator: ", "))")
      }
    }
    if !record.statements.isEmpty {
      lines.append("")
      lines.append("Statements")
      for statement in record.statements {
        lines.append(
          "  \(statement.concept) s\(statement.sentence.number) \(statement.entities.joined(separator: " "))")
      }
    }
    lines.append("")
    for entry in record.briefs.entries {
      let brief = entry.value
      lines.append("Brief in \(entry.code): \(brief.headline)")
      for clause in brief.clauses {
        let sentences = clause.sentences.map { "s\($0.number)" }.joined(separator: " ")
        let events = clause.events.map { "e\($0.number)" }.joined(separator: " ")
        let means =
          clause.gate.map { "\(clause.means.rawValue), shut by \($0): \(clause.gateDetail ?? "")" }
          ?? clause.means.rawValue
        lines.append("  \(clause.role.rawValue) [\(sentences)] \(events) (\(means)): \(clause.text)")
      }
    }
    let told = Set(record.briefs.values.flatMap { $0.clauses.flatMap(\.sentences) })
    let left = leftOut.filter { !told.contains($0.key) }.sorted { $0.key < $1.key }
    if !left.isEmpty {
      lines.append("Left out of all")
      for (sentence, reason) in left { lines.append("  s\(sentence.number) \(reason.rawValue)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Each name that was taken with those that it was preferred to, and the names that came to nothing.
  private func explainedOptions() -> [String] {
    guard nameOptions.contains(where: { !$0.isTaken }) else { return [] }
    var lines = ["", "Names weighed"]
    for name in nameOptions {
      let option = name.option
      let place = "  s\(option.sentence + 1) “\(words(option.span))” \(name.ids.joined(separator: " or "))"
      let rivals = nameOptions.filter { $0.option.span != option.span && $0.option.span.overlaps(option.span) }
      if name.isTaken {
        guard !rivals.isEmpty else { continue }
        let against = rivals.map { "“\(words($0.option.span))” \($0.ids.first ?? "") (\($0.reason(words)))" }
        lines.append("\(place): \(option.kind.words); not \(against.joined(separator: ", "))")
      } else if !rivals.contains(where: \.isTaken) {
        lines.append("\(place): none, \(name.reason(words))")
      }
    }
    return lines.count > 2 ? lines : []
  }

  private func explain(_ event: Event, _ index: Int) -> [String] {
    let type = event.type.isEmpty ? "unresolved" : event.type
    var lines = [
      "  e\(index + 1) \(event.concept) \(type)/\(event.subtype ?? "-") “\(words(event.trigger))” s\(event.sentence.number)"
    ]
    if event.certainty != .asserted || event.polarity != .positive || event.status != .accomplished {
      lines.append("     \(event.certainty.rawValue), \(event.polarity.rawValue), \(event.status.rawValue)")
    }
    for actor in event.actors { lines.append("     actor \(named(actor.entity, actor.span))") }
    for target in event.targets { lines.append("     target \(named(target.entity, target.span))") }
    if let place = event.place { lines.append("     place \(place.relation) \(named(place.entity, place.span))") }
    if let date = event.date { lines.append("     date “\(words(date.span))” \(date.from ?? "unresolved")") }
    for casualty in event.casualties {
      let count = "\(casualty.minimum.map(String.init) ?? "?")…\(casualty.maximum.map(String.init) ?? "?")"
      lines.append("     \(casualty.effect.rawValue) \(count) \(casualty.kind.rawValue) “\(words(casualty.span))”")
    }
    for source in event.attributedTo {
      lines.append("     source \(source.stance.rawValue) \(named(source.entity, source.span))")
    }
    for link in event.links { lines.append("     \(link.kind.rawValue) e\(link.event.number)") }
    lines.append("     because \(event.because.joined(separator: "; "))")
    return lines
  }

  private func named(_ entity: String?, _ span: TextSpan) -> String {
    "\(entity ?? "-") “\(words(span))”"
  }

  private func words(_ span: TextSpan) -> String {
    guard let record else { return "" }
    return String(decoding: record.text[span.range], as: UTF8.self).split(whereSeparator: \.isNewline)
      .joined(separator: " ")
  }
}
