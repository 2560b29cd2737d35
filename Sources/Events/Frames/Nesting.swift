import DocumentModel

/// Which frames stand inside which: "the victims of the attack" holds the attack, "to break the siege" the siege.
///
/// Whoever words a frame words what it holds, so that a frame that held itself would be worded for ever. The phrases that
/// would close such a ring, or would stand too deep, are taken out here, once, when a document has been read.
public struct Nesting {
  /// How many frames may stand inside one another.
  public static let deepest = 6

  private enum Mark {
    case new
    case open
    case closed(height: Int)
  }

  /// Takes out of frames what would hold themselves. Linear in the number of phrases; needs no stack.
  static func bound(_ frames: inout [Frame]) {
    let nesting = Nesting(frames)
    guard !nesting.inner.isEmpty else { return }
    for (position, others) in nesting.excess() {
      frames[position].leaveOut(others.map { (position: $0, span: frames[$0].span) })
    }
  }

  /// For each frame that holds others their positions, in order and once each.
  private let inner: [Int: [Int]]

  private init(_ frames: [Frame]) {
    var told: [TextSpan: [Int]] = [:]
    for (position, frame) in frames.enumerated() { told[frame.span, default: []].append(position) }
    var inner: [Int: [Int]] = [:]
    for (position, frame) in frames.enumerated() {
      var found: Set<Int> = []
      for link in frame.links where link.kind == .purpose { found.insert(link.frame) }
      frame.eachPhrase { phrase in phrase.eachEvent { found.formUnion(told[$0] ?? []) } }
      if !found.isEmpty { inner[position] = found.sorted() }
    }
    self.inner = inner
  }

  /// For each frame those that it may not hold: itself, what holds it, and what is nested to the limit already.
  private func excess() -> [Int: [Int]] {
    var marks: [Int: Mark] = [:]
    var excess: [Int: [Int]] = [:]
    for root in inner.keys.sorted() {
      guard case .new = marks[root] ?? .new else { continue }
      var path = [(frame: root, next: 0, height: 0)]
      marks[root] = .open
      while let last = path.last {
        let held = inner[last.frame] ?? []
        guard last.next < held.count else {
          path.removeLast()
          marks[last.frame] = .closed(height: last.height)
          continue
        }
        let other = held[last.next]
        switch marks[other] ?? .new {
        case .new:
          // Looked at again, closed by then, when the path has come back.
          marks[other] = .open
          path.append((other, 0, 0))
        case .closed(let height) where height < Self.deepest:
          path[path.count - 1].height = max(last.height, height + 1)
          path[path.count - 1].next += 1
        case .open, .closed:
          excess[last.frame, default: []].append(other)
          path[path.count - 1].next += 1
        }
      }
    }
    return excess
  }
}

extension Frame {
  /// Every phrase that it holds.
  func eachPhrase(_ body: (NounPhrase) -> Void) {
    for phrase in actors { body(phrase) }
    for phrase in targets { body(phrase) }
    for phrase in instruments { body(phrase) }
    if let topic { body(topic) }
    if let place {
      body(place.phrase)
      for phrase in place.outer { body(phrase) }
    }
    for source in attribution { body(source.phrase) }
    for people in casualties {
      if let who = people.who { body(who) }
      for source in people.attribution { body(source.phrase) }
    }
  }

  /// Leaves out what tells some other frames.
  mutating func leaveOut(_ others: [(position: Int, span: TextSpan)]) {
    let positions = Set(others.map(\.position))
    let spans = Set(others.map(\.span))
    links.removeAll { $0.kind == .purpose && positions.contains($0.frame) }
    actors = actors.compactMap { $0.without(events: spans) }
    targets = targets.compactMap { $0.without(events: spans) }
    instruments = instruments.compactMap { $0.without(events: spans) }
    topic = topic?.without(events: spans)
    place = place?.without(events: spans)
    attribution = attribution.compactMap { $0.without(events: spans) }
    casualties = casualties.map { people in
      var people = people
      people.who = people.who?.without(events: spans)
      people.attribution = people.attribution.compactMap { $0.without(events: spans) }
      return people
    }
  }
}

extension PlacePhrase {
  /// The place without the events; nil if it is one of them.
  fileprivate func without(events: Set<TextSpan>) -> PlacePhrase? {
    guard let phrase = phrase.without(events: events) else { return nil }
    var found = self
    found.phrase = phrase
    found.outer = outer.compactMap { $0.without(events: events) }
    return found
  }
}

extension SourcePhrase {
  /// The source without the events; nil if it is one of them.
  fileprivate func without(events: Set<TextSpan>) -> SourcePhrase? {
    guard let phrase = phrase.without(events: events) else { return nil }
    var found = self
    found.phrase = phrase
    return found
  }
}
