import DocumentModel
import Gazetteers

/// Ties sentences together: an answer to what was just told, counts that follow, one event told twice.
struct StoryLinks {
  let lexicon: EventLexicon
  let classes: PhraseClass

  // MARK: - What a sentence takes up from the ones before

  func takeUp(_ view: SentenceView, in frames: inout [Frame], from offset: Int, sentences: [Sentence]) {
    answer(view, &frames, offset)
    countEarlier(view, &frames, offset, sentences)
  }

  /// "È la risposta all'operazione …": what the sentence before told answers the event named here.
  private func answer(_ view: SentenceView, _ frames: inout [Frame], _ offset: Int) {
    for (index, element) in view.elements.enumerated() {
      guard let phrase = element.phrase, case .noun(let row) = phrase.head, lexicon.nouns[row].mode == "response",
        phrase.preposition == nil || phrase.preposition == .in
      else { continue }
      guard let answered = frames.indices[offset...].first(where: { frames[$0].element > index }) else { continue }
      let own = frames.indices[offset...].filter { frames[$0].element < index }
      let before = answering(before: offset, frames, view.index)
      for position in own.isEmpty ? before : own
      where frames[position].element != frames[answered].element || position < offset {
        frames[position].links.append(FrameLink(kind: .responseTo, frame: answered))
      }
      return
    }
  }

  /// What an answer can be: what the last sentence with deeds told, the dead and wounded left out.
  private func answering(before offset: Int, _ frames: [Frame], _ sentence: SentenceIndex) -> [Int] {
    let deeds = recent(before: offset, frames, sentence).filter { position in
      let concept = lexicon.concepts[frames[position].concept]
      return frames[position].status != .plannedThreatened
        && !concept.isStatement && !concept.traits.contains(.talk) && !concept.type.isEmpty
        && !concept.traits.contains(.slight)
    }
    guard let last = deeds.last else { return [] }
    return deeds.filter { frames[$0].sentence == frames[last].sentence }
  }

  /// The frames of the three sentences before one.
  private func recent(before offset: Int, _ frames: [Frame], _ sentence: SentenceIndex) -> Range<Int> {
    var start = offset
    while start > 0, sentence - frames[start - 1].sentence <= 3 { start -= 1 }
    return start..<offset
  }

  /// Counts in a sentence without an event of its own belong to the event told last.
  private func countEarlier(_ view: SentenceView, _ frames: inout [Frame], _ offset: Int, _ sentences: [Sentence]) {
    let own = frames[offset...].contains {
      let concept = lexicon.concepts[$0.concept]
      return !concept.isStatement && !concept.traits.contains(.talk) && $0.status != .plannedThreatened
    }
    guard !own, !FactualityReader(lexicon: lexicon, classes: classes, view: view).isAnniversary else { return }
    let named = CasualtyReader(lexicon: lexicon, classes: classes, view: view).named()
    // Who says so matters only of a count.
    guard !named.isEmpty else { return }
    let roles = RoleReader(lexicon: lexicon, classes: classes, view: view)
    let reaches = AttributionReader(lexicon: lexicon, classes: classes, view: view, roles: roles).reaches()
    let target = recent(before: offset, frames, view.index).last { position in
      frames[position].status != .plannedThreatened && frames[position].status != .hypothetical
        && lexicon.concepts[frames[position].concept].traits.contains(.happening)
    }
    for found in named {
      var people = found.people
      people.attribution = reaches.filter { $0.elements.contains(found.element) && !$0.isDenial }.map(\.source)
      if let target {
        frames[target].casualties.append(people)
      } else if let concept = lexicon.concept("casualties"), people.figure != nil,
        [.killed, .wounded, .missing].contains(people.effect)
      {
        var frame = Frame(
          concept: concept, trigger: nil, isNominal: true, span: people.span, sentence: view.index,
          element: found.element)
        frame.casualties = [people]
        frame.certainty = people.certainty
        frame.attribution = people.attribution
        frame.because = ["a count of victims"]
        for (index, element) in view.elements.enumerated() where frame.place == nil {
          if let phrase = element.phrase, classes.namesPlace(phrase), phrase.preposition != nil || index > 0 {
            frame.place = PlacePhrase(classes.somewhere(phrase), relation: phrase.preposition ?? .in)
          }
          for complement in element.phrase?.complements ?? []
          where frame.place == nil && classes.namesPlace(complement.phrase) {
            frame.place = PlacePhrase(classes.somewhere(complement.phrase), relation: .in)
          }
        }
        if let last = frames.indices[offset...].last(where: { frames[$0].concept == concept }) {
          frames[last].casualties.append(people)
        } else {
          frames.append(frame)
        }
      }
    }
  }

  // MARK: - One event told twice

  /// How many sentences back an event may have been told first. Further back, in a collection of reports, the same words
  /// are another event; and each event looks at a bounded number of earlier ones, however long the text.
  private static let reach = 200

  /// How many earlier events of its kind an event is compared with: of more, the first and the last ones.
  private static let compared = 200

  /// What events must share before anything else of them is compared.
  private struct Kind: Hashable {
    let family: String
    let polarity: Polarity
  }

  /// Links each later telling of an event to its first.
  func identify(_ frames: inout [Frame], sentences: [Sentence]) {
    var first: [Kind: [Int]] = [:]
    for later in frames.indices {
      guard frames[later].links.allSatisfy({ $0.kind != .sameAs }), isReal(frames[later]) else { continue }
      let kind = Kind(family: family(frames[later]), polarity: frames[later].polarity)
      var told = first[kind, default: []]
      if let gone = told.firstIndex(where: { frames[later].sentence - frames[$0].sentence <= Self.reach }) {
        told.removeFirst(gone)
      } else {
        told = []
      }
      let isStatement = lexicon.concepts[frames[later].concept].isStatement
      if !isStatement, let earlier = earlier(than: later, among: told, in: frames, sentences) {
        frames[later].links.append(FrameLink(kind: .sameAs, frame: earlier))
      } else {
        told.append(later)
      }
      first[kind] = told
    }
  }

  private func earlier(than later: Int, among told: [Int], in frames: [Frame], _ sentences: [Sentence]) -> Int? {
    // A report tells its events at its beginning and takes up what it told last.
    let most = Self.compared
    let near = told.count <= most ? told[...] : told.prefix(most / 2) + told.suffix(most / 2)
    return near.first { earlier in
      frames[earlier].sentence != frames[later].sentence && isSame(frames[earlier], frames[later], sentences)
    }
  }

  /// Whether two real events of one kind are one.
  private func isSame(_ first: Frame, _ second: Frame, _ sentences: [Sentence]) -> Bool {
    let isHeadline = sentences[first.sentence].kind == .title || sentences[first.sentence].kind == .subhead
    let takesUp = second.isNominal && second.isDefinite && second.targets.isEmpty
    let isThin = second.actors.isEmpty && second.targets.isEmpty && second.place == nil
    guard isHeadline || takesUp || isThin && second.sentence - first.sentence <= 3 else { return false }
    guard isCompatible(places(first), places(second)) || isHeadline && areNear(first, second),
      isCompatible(entities(first.actors), entities(second.actors)),
      isCompatible(entities(first.targets), entities(second.targets))
    else { return false }
    return isCompatible(counts(first), counts(second))
  }

  private func isReal(_ frame: Frame) -> Bool { frame.status == .accomplished || frame.status == .ongoing }

  /// Clashes, attacks and shootouts may be told with each other's words.
  private func family(_ frame: Frame) -> String {
    switch lexicon.concepts[frame.concept].id {
    case "clash", "shooting", "open_fire": "clash"
    case "execute", "kill": "kill"
    case "bombing", "explosion", "ied_blast", "suicide_bombing", "attack": "attack"
    case let other: other
    }
  }

  private func places(_ frame: Frame) -> Set<Int> {
    guard let place = frame.place, let entity = classes.place(in: place.phrase),
      let position = classes.gazetteer.position(of: entity.id)
    else { return [] }
    return [position]
  }

  /// A headline names the province or its chief town where the report names a village.
  private func areNear(_ first: Frame, _ second: Frame) -> Bool {
    guard let one = first.place.flatMap({ classes.place(in: $0.phrase) }),
      let other = second.place.flatMap({ classes.place(in: $0.phrase) })
    else { return true }
    if one.parent == other.id || other.parent == one.id { return true }
    if let parent = one.parent, parent == other.parent { return true }
    return one.type == .country && other.countries.contains(one.countries.first ?? "-")
  }

  private func entities(_ phrases: [NounPhrase]) -> Set<Int> {
    var found: Set<Int> = []
    for phrase in phrases {
      if case .entity(let position) = phrase.head { found.insert(position) }
      found.formUnion(phrase.beside)
    }
    return found
  }

  private func counts(_ frame: Frame) -> Set<Int> {
    Set(frame.casualties.compactMap { $0.figure?.kind == .exact ? $0.figure?.minimum : nil })
  }

  private func isCompatible(_ first: Set<Int>, _ second: Set<Int>) -> Bool {
    first.isEmpty || second.isEmpty || !first.isDisjoint(with: second)
  }
}
