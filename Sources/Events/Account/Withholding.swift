import DocumentModel

/// Holds back what the record may not say: events without the participants that make them one, and events that a
/// governing word takes out of fact in a way that their status does not show.
///
/// *L'esercito ha accusato i ribelli di aver ucciso sei civili*: who killed is not read yet, so nobody is told to have.
struct Withholding {
  let lexicon: EventLexicon
  let view: SentenceView
  let governors: [Governor]

  /// Looks at the frames of the sentence that the view is of.
  func withholdGoverned(_ frames: inout ArraySlice<Frame>) {
    for position in frames.indices {
      let frame = frames[position]
      let others = frames.filter { $0.span != frame.span && !lexicon.concepts[$0.concept].isStatement }.map(\.span)
      let (above, isUnreal) = above(frame, besides: others)
      if let isUnreal, frames[position].status == .accomplished || frames[position].status == .ongoing {
        frames[position].status = isUnreal
      }
      frames[position].governors = above.filter { !frame.carries($0.span) }
      // "si teme un'offensiva": a cue has said how sure; that it has not happened must be said as well.
      if frame.status == .accomplished || frame.status == .ongoing, frame.modal == nil, frame.control == nil,
        let status = above.lazy.compactMap({
          frame.carries($0.span) && !frame.span.contains($0.span) ? $0.embeddingClass.status : nil
        }).first
      {
        frames[position].status = status
      }
      guard !lexicon.concepts[frames[position].concept].isStatement else { continue }
      if frame.isNominal, frame.polarity == .negative, hasNegatedSaying {
        frames[position].isNotConfirmed = true
        frames[position].withheld.append("not confirmed")
      }
      for governor in frames[position].governors where !governor.embeddingClass.isRead(in: frames[position]) {
        frames[position].withheld.append("governed by \(governor.embeddingClass.rawValue)")
      }
    }
  }

  /// The words that govern a frame, and the status that they surely leave it.
  ///
  /// What stands near enough counts unless syntax finds it elsewhere; what syntax finds on the way to the root counts.
  ///
  /// - Parameter others: the words of the other events: "hanno respinto un assalto" tells of two and denies neither.
  private func above(
    _ frame: Frame, besides others: [TextSpan]
  ) -> (governors: [Governor], status: EventStatus?) {
    let near = governors.filter { governs($0, frame) }
    guard let syntax = view.syntax else { return (near, nil) }
    let reader = GoverningReader(syntax: syntax)
    var found = near.filter { !reader.isElsewhere($0, frame) }
    var status: EventStatus?
    for read in reader.governors(of: frame) {
      if read.governor.embeddingClass == .deny, others.contains(where: { $0.contains(read.governor.span) }) { continue }
      if read.isSure, frame.modal == nil, frame.control == nil {
        status = status ?? read.governor.embeddingClass.status
      }
      let isKnown = found.contains {
        $0.embeddingClass == read.governor.embeddingClass
          || $0.span.contains(read.governor.span) || read.governor.span.contains($0.span)
      }
      if !isKnown { found.append(read.governor) }
    }
    return (found, status)
  }

  /// "L'attacco non è stato confermato dalla coalizione": who does not confirm an attack has denied nothing, and has not
  /// made it either.
  private var hasNegatedSaying: Bool {
    view.elements.contains { $0.verb.map { $0.isNegated && $0.saying != nil } ?? false }
  }

  /// Looks at all frames of a document, once later sentences have added what they know.
  static func withholdIncomplete(_ frames: inout [Frame], _ lexicon: EventLexicon) {
    for position in frames.indices {
      let concept = lexicon.concepts[frames[position].concept]
      let frame = frames[position]
      // "L'esplosione di un ordigno ha ucciso quattro militari": what brought harm says something by it.
      let bringsHarm =
        frame.isNominal
        && frames.neighbours(of: position).contains { other in
          !frames[other].casualties.isEmpty && lexicon.concepts[frames[other].concept].effect != nil
        }
      // "ha disperso i manifestanti", "abbattere un drone": the object stands in the trigger itself.
      let holdsObject =
        !frame.isNominal && frame.trigger.map { lexicon.triggers[$0].lemma.utf8.contains(0x20) } ?? false
      if !concept.isStatement, !bringsHarm, !holdsObject,
        !concept.requires.allSatisfy({ $0.contains { frame.has($0) } })
      {
        frames[position].withheld.append("participants")
      }
    }
  }

  private func governs(_ governor: Governor, _ frame: Frame) -> Bool {
    // "Non si sa se tra i dodici feriti ci siano italiani": those who are counted were harmed all the same.
    if governor.embeddingClass == .question || governor.embeddingClass == .condition, frame.trigger == nil {
      return false
    }
    let own = view.elements[frame.element]
    let isInside = governor.span.start >= own.span.start && governor.span.end <= own.span.end
    if governor.embeddingClass.isAdjectival {
      // "presunti miliziani hanno attaccato", "il prossimo presidente": the adjective speaks of its own noun.
      let host = view.elements.first { $0.span.start <= governor.span.start && governor.span.end <= $0.span.end }
      if let phrase = host?.phrase, phrase.headSpan != governor.span, !isInside { return false }
    }
    if isInside { return frame.span.start < governor.span.start || frame.span.end > governor.span.end }
    switch governor.reach {
    case .sentence:
      // "«Se entreranno, risponderemo», ha minacciato Kigali": what is said inside the quotation stays there.
      return !view.elements.contains { element in
        element.isCloseQuote && element.span.start >= governor.span.end && element.span.end <= frame.span.start
      }
    case .after: return isAhead(governor, of: frame)
    case .before: return isBehind(governor, frame)
    case .both: return isAhead(governor, of: frame) || isBehind(governor, frame)
    }
  }

  /// Whether the word stands before the event and nothing between them ends its reach.
  private func isAhead(_ governor: Governor, of frame: Frame) -> Bool {
    guard governor.span.end <= frame.span.start else { return false }
    for (index, element) in view.elements.enumerated() {
      guard element.span.start >= governor.span.end, element.span.end <= frame.span.start || index == frame.element
      else { continue }
      switch element.kind {
      case .subordinator("after"), .subordinator("because"), .subordinator("but"), .subordinator("while"),
        .subordinator("when"), .subordinator("as"), .stop, .boundary:
        return false
      default: continue
      }
    }
    return true
  }

  /// Whether the word follows an event noun as its predicate or its participle.
  private func isBehind(_ governor: Governor, _ frame: Frame) -> Bool {
    guard frame.isNominal, governor.span.start >= frame.span.end else { return false }
    for element in view.elements where element.span.start >= frame.span.end && element.span.end <= governor.span.start {
      switch element.kind {
      case .comma, .boundary, .relative, .subordinator, .stop, .conjunction: return false
      case .verb(let verb) where !verb.isCopula: return false
      default: continue
      }
    }
    return true
  }
}

/// What an event may need in order to say something.
public enum Requirement: String, Sendable, CaseIterable {
  case actor, target, place, figure, instrument, source
}

extension Frame {
  /// Whether the words give a participant of a kind.
  func has(_ requirement: Requirement) -> Bool {
    switch requirement {
    case .actor: !actors.isEmpty
    case .target: !targets.isEmpty
    case .place: place != nil
    case .figure: !casualties.isEmpty
    case .instrument: !instruments.isEmpty
    case .source: !attribution.isEmpty
    }
  }

  /// Whether the frame's own words hold a stretch of text: "sta cercando di conquistare".
  func carries(_ other: TextSpan) -> Bool {
    ([span] + carried).contains { $0.start <= other.start && other.end <= $0.end }
  }
}

extension [Frame] {
  /// The other frames of the same sentence, as positions; frames stand in the order of their sentences.
  fileprivate func neighbours(of position: Int) -> [Int] {
    var found: [Int] = []
    var index = position
    while index > 0, self[index - 1].sentence == self[position].sentence {
      index -= 1
      found.append(index)
    }
    index = position + 1
    while index < count, self[index].sentence == self[position].sentence {
      found.append(index)
      index += 1
    }
    return found
  }
}
