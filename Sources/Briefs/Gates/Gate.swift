import DocumentModel
import Events

/// A sentence on its way into other words, for the gates to look at.
struct Passage {
  /// The sentence.
  var sentence: Int
  /// The frames that are told of it, each with those told within it.
  var told: [Telling]
  /// What the sentence consists of.
  var account: SentenceAccount
  /// The wording, once there is one.
  var wording = ""

  /// A frame that is told, with the frames told within its clause.
  struct Telling {
    var frame: Frame
    var within: [Frame]
    /// Words that the clause says by its own form: the noun of "È la risposta all'operazione".
    var formed: [TextSpan] = []
    var all: [Frame] { [frame] + within }
  }

  var frames: [Frame] { told.flatMap(\.all) }
  /// The stretches of text that the frames and the forms of their clauses answer for.
  var consumed: [TextSpan] { frames.flatMap(\.consumed) + told.flatMap(\.formed) }
}

/// Why a passage may not be told in other words.
struct Shut: Error, Hashable {
  /// The gate, as counters and records name it.
  var gate: GateName
  /// What it stumbled over, for a person who asks why.
  var detail: String
}

/// The gates, in the order in which they are asked.
public enum GateName: String, Sendable, CaseIterable {
  /// Nothing of the sentence was read, or its frames have no wording.
  case unread
  /// A participant is missing without which the event says nothing.
  case participants
  /// Something governs the event that its wording does not carry.
  case governed
  /// More clauses than the reading can vouch for.
  case clauses
  /// A word nobody answers for.
  case words
  /// A word whose reading is a guess.
  case guessed
  /// A number of the sentence is not in the wording.
  case figures
  /// A name of the sentence is not in the wording.
  case names
  /// Read again, the wording does not say the same.
  case reread
}

/// One question that a passage must stand up to before it is told in other words.
protocol Gate {
  func check(_ passage: Passage, _ scene: Scene) throws(Shut)
}

extension Frame {
  /// The stretches of text that the frame has taken its facts from.
  var consumed: [TextSpan] {
    var found = [span] + carried
    for phrase in actors + targets + instruments + (topic.map { [$0] } ?? []) { found.append(phrase.span) }
    if let place {
      found += [place.span, place.phrase.span] + place.outer.map(\.span)
    }
    if let time { found.append(time.span) }
    for people in casualties {
      found.append(people.span)
      if let who = people.who { found.append(who.span) }
      for source in people.attribution { found += [source.phrase.span] + (source.verb.map { [$0] } ?? []) }
    }
    for source in attribution { found += [source.phrase.span] + (source.verb.map { [$0] } ?? []) }
    if let describes { found.append(describes) }
    return found
  }
}
