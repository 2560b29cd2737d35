import DocumentModel
import Languages

extension SentenceReader {
  /// Events without a place of their own take the target's, the clause's, another event's of the sentence, and at last
  /// the dateline's.
  func locate(_ frames: inout [Frame]) {
    for position in frames.indices {
      takeTargetsPlace(&frames[position])
      guard frames[position].place == nil, !isSpoken(frames[position]) else { continue }
      let isDisaster = lexicon.concepts[frames[position].concept].traits.contains(.disaster)
      if let index = namedPlace(near: frames[position].element, anywhere: isDisaster),
        let phrase = elements[index].phrase
      {
        guard !isElsewhere(phrase, position, frames) else { continue }
        frames[position].place = PlacePhrase(phrase, relation: phrase.preposition ?? .in)
      }
    }
    if let dateline = view.dateline {
      // "davanti all'hotel Afrik": a site without a name of its own lies where the dateline says.
      for position in frames.indices {
        guard let place = frames[position].place,
          !([place.phrase] + place.outer).contains(where: { classes.namesPlace($0) }),
          !place.phrase.complements.contains(where: { if case .name = $0.phrase.head { true } else { false } })
        else { continue }
        frames[position].place?.outer.append(dateline)
      }
    }
    for position in frames.indices where frames[position].place == nil && !isSpoken(frames[position]) {
      if !namesUnknownPlace, let shared = sharedPlace(position, frames) {
        frames[position].place = shared
      } else if let dateline = view.dateline, !namesElsewhere(dateline) {
        frames[position].place = PlacePhrase(dateline, relation: .in)
        frames[position].because.append("place from the dateline")
      }
    }
  }

  /// "After a robbery in Jos, troops killed two bandits in Mangu": a place that no gazetteer knows may be the event's own.
  private var namesUnknownPlace: Bool {
    elements.contains { element in
      guard let phrase = element.phrase, phrase.preposition?.isLocative ?? false, case .name = phrase.head else {
        return false
      }
      return true
    }
  }

  /// Whether the sentence names another place than the dateline's: reports are often written in the capital.
  private func namesElsewhere(_ dateline: NounPhrase) -> Bool {
    elements.contains { element in
      guard let phrase = element.phrase, phrase.span != dateline.span else { return false }
      if classes.namesPlace(phrase), classes.entity(phrase)?.type != .country { return true }
      return phrase.name != nil && classes.isPlace(phrase) && phrase.preposition != .outside
        || phrase.complements.contains { if case .name = $0.phrase.head { classes.isPlace(phrase) } else { false } }
    }
  }

  /// A threat or a charge happens nowhere that its words name.
  private func isSpoken(_ frame: Frame) -> Bool { elements[frame.element].verb?.saying != nil }

  /// "ha riconquistato Wad Madani": what is captured, besieged or hit is also where.
  private func takeTargetsPlace(_ frame: inout Frame) {
    let concept = lexicon.concepts[frame.concept]
    guard !concept.isStatement, !concept.traits.contains(.talk) else { return }
    guard let target = frame.targets.first(where: { classes.place(in: $0).map { $0.type != .country } ?? false }) else {
      return
    }
    let found = PlacePhrase(target, relation: .in)
    guard let place = frame.place else {
      frame.place = found
      return
    }
    guard place.phrase != target, !place.relation.isBeside, !classes.namesPlace(place.phrase) else { return }
    frame.place = found
  }

  /// The element of the clause that says where by a name; `anywhere` takes one without a preposition too.
  func namedPlace(near index: Int, anywhere: Bool) -> Int? {
    let clause = view.clauses[index]
    let found = elements.indices.filter { position in
      guard view.clauses[position] == clause, let phrase = elements[position].phrase, classes.isPlace(phrase),
        classes.namesPlace(phrase), !isWhereASourceIs(position)
      else { return false }
      guard let preposition = phrase.preposition else { return anywhere && position > index }
      return preposition.isLocative && preposition != .on
        && !(preposition == .to && view.grammar.contains(.directionTo))
    }
    return found.min { abs($0 - index) < abs($1 - index) }
  }

  /// "diplomatic sources in neighboring Pakistan": where somebody speaks is not where it happened.
  private func isWhereASourceIs(_ position: Int) -> Bool {
    guard position > 0, let before = elements[position - 1].phrase else { return false }
    switch classes.nounClass(before) {
    case .source, .media, .official: return true
    default: return false
    }
  }

  /// Whether a place belongs to a later event of the clause.
  private func isElsewhere(_ phrase: NounPhrase, _ position: Int, _ frames: [Frame]) -> Bool {
    frames.contains { other in
      other.place?.span == phrase.span && other.element > frames[position].element
    }
  }

  /// "Sventato un attentato a Herat: arrestati due uomini": one place for the whole line.
  private func sharedPlace(_ position: Int, _ frames: [Frame]) -> PlacePhrase? {
    let from = frames[position].element
    let places = frames.filter { frame in
      guard frame.place != nil, let place = frame.place, classes.namesPlace(place.phrase), frame.element < from else {
        return false
      }
      return !elements[frame.element..<from].contains {
        switch $0.kind {
        case .subordinator, .relative, .stop: true
        default: false
        }
      }
    }
    if let last = places.last { return last.place }
    // "30 people were killed when a shell hit a hospital in Khartoum".
    guard
      let later = frames.first(where: { $0.element > from && $0.place.map { classes.namesPlace($0.phrase) } ?? false }),
      let between = elements[from..<later.element].last(where: {
        switch $0.kind {
        case .subordinator, .relative, .stop, .boundary: true
        default: false
        }
      }), case .subordinator("when") = between.kind
    else { return nil }
    return later.place
  }

  /// Marks frames whose relative clause describes who takes part in another frame.
  func describe(_ frames: inout [Frame], _ reader: RoleReader) {
    for position in frames.indices where elements[frames[position].element].verb != nil {
      let clause = view.clauses[frames[position].element]
      guard let start = view.clauses.firstIndex(of: clause), elements[start].isRelative,
        let antecedent = reader.antecedent(before: start), let phrase = elements[antecedent].phrase
      else { continue }
      let isShared = frames.indices.contains { other in
        other != position && (frames[other].actors + frames[other].targets).contains { $0.span == phrase.span }
      }
      if isShared { frames[position].describes = phrase.span }
    }
  }
}

extension Preposition {
  /// Whether it says that something is near a place, and not in it.
  var isBeside: Bool { recordName != "in" }
}
