import DocumentModel

/// Sums up what a document is about from its events.
enum Topics {
  /// The event types of a document with their share of the events told as happened, strongest first.
  static func labels(of events: [Event]) -> [Label] {
    var counts: [String: Int] = [:]
    var total = 0
    for event in events where !event.type.isEmpty && event.links.allSatisfy({ $0.kind != .sameAs }) {
      counts[event.type, default: 0] += 1
      total += 1
    }
    guard total > 0 else { return [] }
    return counts.map { Label(name: $0.key, percent: $0.value * 100 / total) }
      .sorted { $0.percent != $1.percent ? $0.percent > $1.percent : $0.name < $1.name }
  }
}
