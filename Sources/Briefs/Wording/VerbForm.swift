import DocumentModel
import Events

/// How the verb of a clause stands: what a frame says of certainty, denial and time.
struct Aspect {
  enum Kind {
    case done, ongoing, future, reported
    /// What the subject says of itself: "ha detto di aver ucciso".
    case saidOfItself
    /// What is so: the present tense.
    case state
    /// What was over before the story begins.
    case earlier
    case modal(Modal)
    case framed(String)
    case attempted, failed
  }
  var kind: Kind
  var isNegated: Bool
  /// An adverb of doubt, in the language of the brief.
  var adverb: String?
  /// Whether the framing verb tells of something going on just then: "sta cercando di conquistare".
  var isUnderWay: Bool

  /// Whether the verb can stand in the passive: nobody tries, wants or says without being named.
  var canBePassive: Bool {
    switch kind {
    case .framed, .attempted, .failed, .saidOfItself, .modal(.want): false
    default: true
    }
  }

  /// An aspect by its parts.
  init(kind: Kind, isNegated: Bool) {
    self.kind = kind
    self.isNegated = isNegated
    adverb = nil
    isUnderWay = false
  }

  init(_ frame: Frame, _ lexicon: EventLexicon, italian: Bool) {
    isNegated = frame.polarity == .negative
    adverb = nil
    isUnderWay = frame.isProgressive
    let id = frame.control.map { lexicon.controls[$0].id }
    if let modal = frame.modal {
      kind = .modal(modal)
    } else if let id, id == "fail" || (frame.polarity == .negative && id == "manage") {
      kind = .failed
      isNegated = false
    } else if let id, id != "manage", id != "stop" {
      kind = .framed(id)
    } else if frame.status == .attempted {
      kind = .attempted
    } else if frame.status == .plannedThreatened {
      kind = .future
    } else if frame.status == .ongoing {
      kind = .ongoing
    } else if frame.certainty == .reported, italian {
      kind = .reported
    } else {
      kind = .done
    }
    if let row = frame.cue {
      let cue = lexicon.cues[row]
      let word = italian ? cue.italian : cue.english
      if !(italian && cue.value == .reported), !word.isEmpty { adverb = word }
    }
    if !italian, frame.certainty == .reported, adverb == nil { adverb = "reportedly" }
    if frame.certainty == .possible, adverb == nil, frame.modal == nil { adverb = italian ? "forse" : "possibly" }
    if frame.certainty == .probable, adverb == nil { adverb = italian ? "probabilmente" : "probably" }
  }
}
