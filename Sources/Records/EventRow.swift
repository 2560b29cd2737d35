import DocumentModel

/// One event as a row of the page's table: what, who, to whom, where, when, how many, how sure, who says so.
struct EventRow {
  let record: Record
  let position: EventIndex
  let wording: PageWords

  /// A row has so many cells.
  static let columnCount = 8

  var cells: [String] {
    let event = record.events[position]
    let name = record.eventNames[position.offset][wording.language] ?? ""
    return [
      "\(Self.capitalized(name)) [\(event.sentence.number)]", parties(event.actors).joined(separator: ", "), against,
      event.place.map { place($0) } ?? "", event.date.map { date($0) } ?? "",
      event.casualties.filter { !$0.isSuperseded }.map { figure($0) }.joined(separator: ", "),
      wording.certainty(of: event),
      event.attributedTo.map { named($0.entity, $0.span) }.unique.joined(separator: ", "),
    ]
  }

  private func parties(_ participants: [Participant]) -> [String] {
    participants.map { named($0.entity, $0.span) }.unique
  }

  /// Those it was done to; of two sides that fight each other, the other side.
  private var against: String {
    let event = record.events[position]
    let actors = parties(event.actors)
    let targets = parties(event.targets)
    let others = targets.filter { !actors.contains($0) }
    return (others.isEmpty ? targets : others).joined(separator: ", ")
  }

  /// The entity's name in the reader's language, else the report's own words, quoted where they are of another language.
  private func named(_ entity: String?, _ span: TextSpan) -> String {
    if let entity, let found = record.entities.first(where: { $0.entity.id == entity && $0.isNamed }) {
      return wording.name(of: found.entity)
    }
    return words(span)
  }

  private func place(_ place: EventPlace) -> String {
    let name = named(place.entity, place.span)
    return wording.relation(place.relation).map { "\($0) \(name)" } ?? name
  }

  private func date(_ date: EventDate) -> String {
    date.from == date.to ? date.from ?? words(date.span) : words(date.span)
  }

  private func figure(_ casualty: Casualty) -> String {
    let effect = wording.effect(casualty.effect)
    switch casualty.kind {
    case .noneReported: return "\(effect): \(wording.none)"
    case .uncounted: return "\(effect): \(words(casualty.span))"
    default: break
    }
    let number: String
    switch (casualty.minimum, casualty.maximum) {
    case (let low?, let high?) where low != high: number = "\(low)–\(high)"
    case (let low?, nil): number = "≥ \(low)"
    case (nil, let high?): number = "≤ \(high)"
    default: number = "\(casualty.kind == .about ? "~ " : "")\(casualty.minimum ?? casualty.maximum ?? 0)"
    }
    return "\(effect): \(number)"
  }

  private func words(_ span: TextSpan) -> String {
    let text = String(decoding: record.text[span.range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return record.language.code == wording.language ? text : wording.quoted(text)
  }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension [String] {
  /// The words once each, in order.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
