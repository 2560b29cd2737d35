public import DocumentModel

/// Where, with everything around the name: "nella zona di Sha'fah, nella provincia di Deir Ezzor".
public struct PlacePhrase: Sendable, Hashable {
  /// How the event lies to the place.
  public var relation: Preposition
  /// The place itself.
  public var phrase: NounPhrase
  /// Larger places named after it.
  public var outer: [NounPhrase] = []
  /// All the words, the first preposition left out.
  public var span: TextSpan

  init(_ phrase: NounPhrase, relation: Preposition) {
    self.relation = relation
    self.phrase = phrase
    span = phrase.span
  }
}

/// Who says so, in the words of the report.
public struct SourcePhrase: Sendable, Hashable {
  /// The source.
  public var phrase: NounPhrase
  /// How it stands to what it says.
  public var stance: Stance
  /// The kind of saying, as a position in the lexicon; nil for "according to".
  public var saying: Int?
  /// The words that say so: "ha detto"; nil for "according to".
  public var verb: TextSpan?
}

/// People counted, or said to have suffered without a count.
public struct CountedPeople: Sendable, Hashable {
  /// What befell them.
  public var effect: Effect
  /// How many; nil if the words give no count at all.
  public var figure: Figure?
  /// Who they are, if the words say more than that they are victims.
  public var who: NounPhrase?
  /// The words.
  public var span: TextSpan
  /// How sure the report is.
  public var certainty: Certainty
  /// Who gives the figure.
  public var attribution: [SourcePhrase] = []
  /// Whether the report replaces it by another.
  public var isSuperseded = false
  /// The sentence it stands in.
  public var sentence: SentenceIndex
}

/// A tie from one frame to another, by position in the list of frames.
public struct FrameLink: Sendable, Hashable {
  /// How they hang together.
  public var kind: LinkKind
  /// The other frame.
  public var frame: Int
  /// For a purpose what is meant to be done to the other: a concept; nil if the other is the purpose itself.
  public var concept: Int?
}

/// What a trigger and the words around it say: the event before it becomes a line of the record.
public struct Frame: Sendable {
  /// The concept, as a position in the lexicon.
  public var concept: Int
  /// The trigger, as a position in the lexicon's triggers; nil for what only counts victims.
  public var trigger: Int?
  /// Whether the trigger is a noun.
  public var isNominal: Bool
  /// Whether it stands under a verb of saying that is denied: "the attack has not been confirmed".
  public var isNotConfirmed = false
  /// Whether a nominal trigger is plural.
  public var isPlural = false
  /// Whether a nominal trigger is definite: "lo scontro" takes up what was told before.
  public var isDefinite = false
  /// The words of the trigger.
  public var span: TextSpan
  /// The position of the sentence.
  public var sentence: SentenceIndex
  /// The element that the trigger is, within its sentence.
  var element: Int
  /// Who.
  public var actors: [NounPhrase] = []
  /// To whom or what.
  public var targets: [NounPhrase] = []
  /// With what.
  public var instruments: [NounPhrase] = []
  /// About what.
  public var topic: NounPhrase?
  /// Where.
  public var place: PlacePhrase?
  /// When.
  public var time: TimeMention?
  /// How many.
  public var casualties: [CountedPeople] = []
  /// How sure.
  public var certainty = Certainty.asserted
  /// The cue that makes it less than sure.
  public var cue: Int?
  /// Affirmed or denied.
  public var polarity = Polarity.positive
  /// How far it has come.
  public var status = EventStatus.accomplished
  /// The modal verb over it.
  public var modal: Modal?
  /// The framing verb over it.
  public var control: Int?
  /// Whether a verbal trigger stands in the passive.
  public var isPassive = false
  /// Whether a verbal trigger tells what is so, not what was done: "is surrounded by", "è circondata da".
  public var isState = false
  /// Whether a verbal trigger is a finite verb.
  public var isFinite = true
  /// Who says so.
  public var attribution: [SourcePhrase] = []
  /// Ties to other frames.
  public var links: [FrameLink] = []
  /// Whether a verb tells it as going on just then: "sta cercando di conquistare".
  public var isProgressive = false
  /// The words of the phrase that the frame's relative clause describes, if that phrase takes part in another frame:
  /// "sette jihadisti che avevano tentato la fuga".
  public var describes: TextSpan?
  /// Rules and words that led here.
  public var because: [String] = []
  /// Words outside the trigger that its facts were read from: verbs of saying, cues, the verb that carries a noun.
  public var carried: [TextSpan] = []
  /// The words that govern the event and that it does not carry itself.
  public var governors: [Governor] = []
  /// Why the record does not tell it; empty if it does.
  public var withheld: [String] = []
}

extension Frame {
  /// Mends roles that the frame's own words rule out; `isPlace` tells of an entity whether it is somewhere.
  mutating func settleRoles(isPlace: (Int) -> Bool) {
    guard isNominal else { return }
    // "Somalia suicide bombing kills 12": a country before the noun says where.
    let own = span
    actors.removeAll { phrase in
      guard phrase.span.contains(own) else { return false }
      if case .entity(let entity) = phrase.head, !isPlace(entity) { return false }
      return !phrase.beside.contains { !isPlace($0) }
    }
    // "The army's recapture of Sennar": right before the noun stands who did it, if behind it stands to whom.
    guard actors.isEmpty, targets.contains(where: { $0.span.start >= own.end }) else { return }
    let owners = targets.filter { $0.span.end <= own.start && own.start - $0.span.end <= 4 }
    actors = owners
    targets.removeAll { owners.contains($0) }
  }
}
