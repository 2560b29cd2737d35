import DocumentModel
import Languages

/// Who or what stands before and behind a verb.
extension RoleReader {
  /// The element that is the subject of the verb.
  func subject(of index: Int, depth: Int = 0) -> Int? {
    guard depth < 6, let verb = elements[index].verb else { return nil }
    if let kernel = view.kernel(at: index), kernel.hasSubject { return kernel.subject }
    if inheritsSubject(index), let earlier = earlierVerb(before: index) {
      return subject(of: earlier, depth: depth + 1)
    }
    if verb.isBare, verb.tense == .gerund || verb.tense == .infinitive {
      if verb.tense == .infinitive, let forced = controlledObject(before: index) { return forced }
      guard let earlier = earlierVerb(before: index) else { return nil }
      return subject(of: earlier, depth: depth + 1)
    }
    var position = index - 1
    var hasComma = false
    while position >= 0 {
      switch elements[position].kind {
      case .cue, .adverb, .time, .negation: break
      case .comma: hasComma = true
      case .relative: return antecedent(before: position) ?? speaker(before: position, verb, depth)
      case .closeParenthesis:
        while position > 0, !isOpenParenthesis(position) { position -= 1 }
      case .phrase(let phrase):
        if phrase.preposition == nil { return isObjectOfEarlierVerb(position) ? nil : position }
        // A participle right behind a phrase belongs to it whatever stands before: "di soldati uccisi", "tra cui due
        // giornalisti poi rilasciati".
        let isBehind = position == index - 1 || phrase.preposition == .including && !hasComma
        if verb.isBare, verb.tense == .participle, isBehind { return position }
      case .verb(let other) where other.isBare && other.tense == .participle && isReduced(position):
        // "L'ostaggio liberato ieri era stato rapito": the participle only describes.
        break
      case .verb(let other)
      where other.isBare && other.tense == .participle && hasComma && position > 0 && elements[position - 1].isComma:
        // "Somali troops, backed by the US, retook …": what stands between the commas is skipped.
        position -= 1
      case .verb(let other):
        // "Hamas, che controlla …, ha attaccato": what the commas enclose is skipped.
        guard hasComma, !other.isBare, let start = enclosedStart(position) else { return nil }
        position = start
      case .unknown:
        guard position > 0, elements[position - 1].phrase != nil,
          view.grammar.contains(.dropsSubject) || position == index - 1
        else {
          return nil
        }
      default: return nil
      }
      position -= 1
    }
    return nil
  }

  func isReduced(_ position: Int) -> Bool { position > 0 && elements[position - 1].phrase != nil }

  /// "Hezbollah dice che ha abbattuto …": without a subject of its own the clause keeps the speaker.
  func speaker(before position: Int, _ verb: VerbGroup, _ depth: Int) -> Int? {
    guard view.grammar.contains(.dropsSubject), position > 0, let saying = elements[position - 1].verb,
      saying.saying != nil,
      !verb.isPassive, saying.isPlural == verb.isPlural
    else { return nil }
    return subject(of: position - 1, depth: depth + 1)
  }

  /// "obbligano i terroristi a muoversi", "forced residents to flee": who is made to do it.
  func controlledObject(before index: Int) -> Int? {
    var position = index - 1
    if position >= 0, case .preposition(.to) = elements[position].kind {
      position -= 1
    } else if !view.grammar.contains(.markedInfinitive) {
      return nil
    }
    guard position > 0, let phrase = elements[position].phrase, phrase.preposition == nil, classes.isHuman(phrase),
      let before = view.previous(before: position)
    else { return nil }
    switch elements[before].kind {
    case .unknown: return position
    case .verb(let verb): return verb.triggers.isEmpty || verb.saying != nil ? position : nil
    default: return nil
    }
  }

  func isOpenParenthesis(_ position: Int) -> Bool {
    if case .openParenthesis = elements[position].kind { return true }
    return false
  }

  /// The comma that opens a relative clause which ends before a comma behind `position`.
  func enclosedStart(_ position: Int) -> Int? {
    var start = position
    while start > 0 {
      if elements[start].isRelative, start > 0, elements[start - 1].isComma { return start - 1 }
      switch elements[start].kind {
      case .boundary, .subordinator, .stop: return nil
      default: start -= 1
      }
    }
    return nil
  }

  func isObjectOfEarlierVerb(_ position: Int) -> Bool {
    guard let before = view.previous(before: position), let verb = elements[before].verb else { return false }
    return !verb.isBare && verb.saying == nil && !verb.isCopula && view.clauses[before] == view.clauses[position]
  }

  /// The phrase that a relative pronoun takes up. Things that belong to an event are passed over: "the bombing of a
  /// mosque, which killed 40".
  func antecedent(before position: Int) -> Int? {
    var index = position - 1
    while index >= 0 {
      switch elements[index].kind {
      case .phrase(let phrase):
        return phrase.preposition != nil && isTold(ofEventBy: position) ? eventHead(of: index) ?? index : index
      case .comma, .adverb, .cue, .time: index -= 1
      default: return nil
      }
    }
    return nil
  }

  /// Whether the relative clause at an element says what only an event can do: kill, wound, cause, force.
  func isTold(ofEventBy position: Int) -> Bool {
    var index = position + 1
    while index < elements.count {
      switch elements[index].kind {
      case .adverb, .cue, .time, .negation: index += 1
      case .verb(let verb):
        if verb.support == .causes || verb.support == .forces { return true }
        return !verb.isPassive
          && verb.triggers.contains { lexicon.concepts[lexicon.triggers[$0].concept].effect != nil }
      default: return false
      }
    }
    return false
  }

  /// The event noun that the things behind it belong to; nil if somebody stands between who could be meant.
  func eventHead(of index: Int) -> Int? {
    var position = index
    while position >= 0, let phrase = elements[position].phrase {
      if classes.isEvent(phrase) { return position }
      guard phrase.preposition != nil, !classes.isHuman(phrase) || position < index else { return nil }
      position -= 1
    }
    return nil
  }

  /// Whether a conjunction right before the verb makes it share the subject of the verb before.
  func inheritsSubject(_ index: Int) -> Bool {
    var position = index - 1
    while position >= 0 {
      switch elements[position].kind {
      case .cue, .adverb, .time, .negation, .comma: position -= 1
      case .conjunction: return earlierVerb(before: position) != nil
      default: return false
      }
    }
    return false
  }

  /// The last verb before an element within the same clause, or the verb of the clause that encloses it.
  func earlierVerb(before index: Int) -> Int? {
    var position = index - 1
    while position >= 0 {
      switch elements[position].kind {
      case .verb(let verb) where !verb.isCopula || verb.hasAuxiliary: return position
      case .boundary, .stop, .openQuote: return nil
      default: position -= 1
      }
    }
    return nil
  }

  /// The element that is the object of the verb.
  func object(of index: Int) -> Int? {
    if let kernel = view.kernel(at: index), !kernel.isPassive {
      if kernel.hasObject { return kernel.object }
      // What stands behind the verb is its subject, or nothing of its kernel.
      if kernel.hasSubject, !kernel.mayShareObject { return nil }
    }
    var position = index + 1
    var unknowns = 0
    var hasOwnPhrase = false
    while position < elements.count {
      switch elements[position].kind {
      case .cue, .adverb, .time, .negation: break
      case .comma:
        // Behind a comma no object follows, unless the comma closes a cue or the verb shares one.
        guard let next = view.next(after: position), elements[next].verb?.isBare == true || isBetweenCommas(position)
        else { return nil }
      case .openQuote, .closeQuote: break
      case .conjunction:
        // "Repelled an attack on the airport and destroyed three vehicles": the first verb has what it needs.
        guard !hasOwnPhrase, let next = view.next(after: position), let verb = elements[next].verb else { return nil }
        // "ha attaccato e conquistato una base": the second verb's object is shared.
        guard verb.hasAuxiliary == false || verb.triggers.isEmpty == false else { return nil }
        position = next
      case .phrase(let phrase):
        if phrase.preposition == nil || phrase.preposition == .including {
          return isSubjectOfNext(position) ? nil : position
        }
        hasOwnPhrase = true
      case .verb(let verb):
        guard verb.isBare, verb.tense == .participle else { return nil }
        return nil
      case .unknown:
        unknowns += 1
        guard unknowns <= 1 else { return nil }
        hasOwnPhrase = true
      default: return nil
      }
      position += 1
    }
    return nil
  }

  func isBetweenCommas(_ position: Int) -> Bool {
    guard position + 1 < elements.count else { return false }
    switch elements[position + 1].kind {
    case .cue, .adverb, .time: return true
    case .phrase(let phrase): return phrase.preposition != nil
    default: return false
    }
  }

  /// A phrase with its own finite verb right behind it is that verb's subject.
  func isSubjectOfNext(_ position: Int) -> Bool {
    guard position + 1 < elements.count, let verb = elements[position + 1].verb else { return false }
    return !verb.isBare && !(verb.isPassive && !verb.hasAuxiliary)
  }
}
