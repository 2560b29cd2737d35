import DocumentModel
import Languages
import Lexicons
import Quantities

/// Puts the units of one sentence together: noun phrases, verb groups, times, and the words between them.
///
/// A single pass from left to right; nothing is guessed that the words do not show.
struct Chunker {
  let lexicon: EventLexicon
  let language: String
  let units: [Unit]
  var elements: [Element] = []
  /// The facts of the language's grammar.
  let grammar: Grammar

  init(lexicon: EventLexicon, language: String, units: [Unit]) {
    self.lexicon = lexicon
    self.language = language
    grammar = Languages.grammar(of: language)
    self.units = units
  }

  /// The elements of the sentence, complements folded into their noun phrases.
  mutating func read() -> [Element] {
    var index = 0
    while index < units.count { index = readOne(at: index) }
    foldPossessives()
    shareHelpers()
    foldSelfDescriptions()
    return elements
  }

  /// The times and the unknown names of a sentence that tells nothing else.
  func timesAndNames() -> (times: [TimeMention], names: [TextSpan]) {
    var times: [TimeMention] = []
    var names: [TextSpan] = []
    var index = 0
    while index < units.count {
      if units[index].isUnknownWord {
        guard units[index].isCapitalized else {
          index += 1
          continue
        }
        let end = capitalizedRun(from: index)
        // At the start of a sentence a single capital says nothing.
        if !units[index].isFirst || end > index + 1 { names.append(span(index, end)) }
        index = end
      } else if let (time, next) = time(at: index) {
        times.append(time)
        index = max(next, index + 1)
      } else {
        index += 1
      }
    }
    return (times, names)
  }

  // MARK: - One step

  private mutating func readOne(at index: Int) -> Int {
    if let mark = mark(units[index].kind) {
      append(mark, index, index + 1)
      return index + 1
    }
    if units[index].isUnknownWord, !units[index].isCapitalized {
      // Nothing begins with a word that no table knows; in general news that is every fourth.
      append(leftover(units[index], index), index, index + 1)
      return index + 1
    }
    let unit = units[index]
    if let (time, next) = time(at: index) {
      append(.time(time), index, next)
      // "Monday's bombing"
      return next < units.count && units[next].isPossessive ? next + 1 : next
    }
    if let (verb, next) = verbGroup(at: index) {
      append(.verb(verb), index, next)
      return next
    }
    if let (preposition, hasArticle) = unit.preposition {
      if let (time, next) = time(at: index + 1), isTimePreposition(preposition) {
        append(.time(time), index, next)
        return next
      }
      if let (found, next) = nounPhrase(at: index + 1) {
        var phrase = found
        phrase.preposition = preposition
        if hasArticle, unit.isPluralArticle, phrase.figure == nil { phrase.isPlural = true }
        if hasArticle, phrase.determination == .none { phrase.determination = .definite }
        append(.phrase(phrase), index, next)
        return next
      }
      append(.preposition(preposition), index, index + 1)
      return index + 1
    }
    if let (phrase, next) = nounPhrase(at: index) {
      append(.phrase(phrase), index, next)
      return next
    }
    append(leftover(unit, index), index, index + 1)
    return index + 1
  }

  private mutating func append(_ kind: Element.Kind, _ first: Int, _ next: Int) {
    elements.append(
      Element(
        kind: kind, tokens: units[first].tokens.lowerBound..<units[next - 1].tokens.upperBound,
        span: span(first, next)))
  }

  private func mark(_ kind: TokenKind) -> Element.Kind? {
    switch kind {
    case .comma: .comma
    case .colon, .semicolon, .dash: .boundary
    case .openQuote: .openQuote
    case .closeQuote: .closeQuote
    case .quote: .closeQuote
    case .openParenthesis: .openParenthesis
    case .closeParenthesis: .closeParenthesis
    case .stop: .stop
    case .other: .unknown
    case .word, .number: nil
    }
  }

  private func leftover(_ unit: Unit, _ index: Int) -> Element.Kind {
    if let cue = unit.cue { return .cue(cue) }
    for word in unit.functions {
      switch word {
      case .conjunction: return .conjunction
      case .relative: return .relative
      case .subordinator(let value): return .subordinator(value)
      case .negation: return .negation
      case .adverb(let value): return .adverb(value)
      case .qualifier: return .adverb("qualifier")
      default: continue
      }
    }
    if unit.isUnknownWord, unit.shape == .adverb { return .adverb("manner") }
    if unit.isUnknownWord, unit.shape == .participle { return .verb(unknownVerb(index)) }
    return .unknown
  }

  /// A verb that no table knows, by its ending: it parts what stands before it from what stands behind.
  private func unknownVerb(_ index: Int) -> VerbGroup {
    var verb = VerbGroup()
    let next = index + 1 < units.count ? units[index + 1].preposition?.0 : nil
    verb.isBare = !grammar.contains(.finiteParticiple) || next == .by
    verb.tense = verb.isBare ? .participle : .past
    return verb
  }

  private func isTimePreposition(_ preposition: Preposition) -> Bool {
    switch preposition {
    case .in, .on, .at, .from, .by, .byTime, .during, .of, .to, .between, .for, .through: true
    default: false
    }
  }

  // MARK: - Times

  /// A phrase of time, a date or a year.
  private func time(at index: Int) -> (TimeMention, Int)? {
    guard index < units.count else { return nil }
    if let date = date(at: index) { return date }
    if let row = units[index].time { return (TimeMention(phrase: row, span: units[index].span), index + 1) }
    return nil
  }

  private func date(at index: Int) -> (TimeMention, Int)? {
    // "13 maggio 2026", "il [primo maggio]", "May 13, 2026".
    let start =
      units[index].date == nil && units[index].determiner == .def && index + 1 < units.count ? index + 1 : index
    if let day = units[start].date {
      return (
        TimeMention(year: day.year, month: day.month, day: day.day, span: span(index, start + 1)), start + 1
      )
    }
    if let month = units[index].month, units[index].isCapitalized || grammar.contains(.smallMonths) {
      guard index + 1 < units.count, let year = year(index + 1) else {
        return grammar.contains(.dayBehindMonth) ? nil : (TimeMention(month: month, span: units[index].span), index + 1)
      }
      return (TimeMention(year: year, month: month, span: span(index, index + 2)), index + 2)
    }
    // A year alone counts only after "in": elsewhere it is a number.
    if let year = year(index), index > 0, let (preposition, _) = units[index - 1].preposition,
      preposition == .in || preposition == .from || preposition == .after,
      index + 1 == units.count || units[index + 1].noun == nil
    {
      return (TimeMention(year: year, span: units[index].span), index + 1)
    }
    return nil
  }

  private func year(_ index: Int) -> Int? {
    guard let value = units[index].number, (1900...2100).contains(value), units[index].span.count == 4 else {
      return nil
    }
    return value
  }

  // MARK: - After the pass

  /// "Russia's Belgorod region", "the MNLA's siege": the owner becomes a complement of what is owned; and "of" ties a
  /// phrase to the one before it unless that one is an event, whose own roles decide.
  private mutating func foldPossessives() {
    var folded: [Element] = []
    for element in elements {
      guard let phrase = element.phrase, let tie = phrase.preposition, let last = folded.last, var owner = last.phrase,
        tie == .of || tie == .near && isCloseness(of: owner, to: phrase)
      else {
        folded.append(element)
        continue
      }
      if case .event = owner.head {
        folded.append(element)
        continue
      }
      if owner.head == .count, tie == .of, let counted = counted(phrase, by: owner) {
        // "41 of 60 drones": what is counted is the second noun, and the first number is the count.
        folded[folded.count - 1] = Element(
          kind: .phrase(counted), tokens: last.tokens.lowerBound..<element.tokens.upperBound,
          span: last.span.union(element.span))
        continue
      }
      owner.attach(phrase, by: tie)
      owner.span = owner.span.union(element.span)
      folded[folded.count - 1] = Element(
        kind: .phrase(owner), tokens: last.tokens.lowerBound..<element.tokens.upperBound,
        span: last.span.union(element.span))
    }
    elements = folded
  }

  private func counted(_ phrase: NounPhrase, by owner: NounPhrase) -> NounPhrase? {
    guard case .noun = phrase.head else { return nil }
    var found = phrase
    found.figure = owner.figure
    found.preposition = owner.preposition
    found.determination = .none
    found.isPlural = owner.isPlural
    found.span = owner.span.union(phrase.span)
    return found
  }

  /// "canali vicini allo Stato Islamico": people and media are close to a party, not near a place.
  private func isCloseness(of owner: NounPhrase, to phrase: NounPhrase) -> Bool {
    guard case .noun(let row) = owner.head else { return false }
    let found = lexicon.nouns[row].nounClass
    guard found.isHuman || found == .media || found == .group || found == .source || found == .authority else {
      return false
    }
    switch phrase.head {
    case .entity: return !phrase.isPlace
    case .noun(let other): return !lexicon.nouns[other].nounClass.isSite
    default: return true
    }
  }

  /// "ha attaccato e conquistato": the second participle stands under the helping verb of the first.
  private mutating func shareHelpers() {
    for index in elements.indices {
      guard var verb = elements[index].verb, verb.isBare, verb.tense == .participle,
        let helper = helper(before: index)
      else { continue }
      verb.isBare = false
      verb.hasAuxiliary = true
      verb.isPassive = helper.isPassive
      verb.tense = helper.tense
      verb.modal = helper.modal
      verb.isNegated = verb.isNegated || helper.isNegated
      elements[index].kind = .verb(verb)
    }
  }

  private func helper(before index: Int) -> VerbGroup? {
    var position = index - 1
    var hasConjunction = false
    while position >= 0 {
      switch elements[position].kind {
      case .cue, .adverb, .time, .comma, .negation: break
      case .conjunction: hasConjunction = true
      case .phrase where hasConjunction: break
      case .verb(let verb): return hasConjunction && verb.hasAuxiliary && !verb.isCopula ? verb : nil
      default: return nil
      }
      position -= 1
    }
    return nil
  }

  /// "uomini che si dicevano dell'Iswap": whom they say they belong to is only their word.
  private mutating func foldSelfDescriptions() {
    var index = 0
    while index + 3 < elements.count {
      defer { index += 1 }
      guard var people = elements[index].phrase, elements[index + 1].isRelative, let verb = elements[index + 2].verb,
        verb.isReflexive, verb.saying != nil, let group = elements[index + 3].phrase, group.preposition == .of
      else { continue }
      people.attach(group, by: .attributedTo)
      let whole = Element(
        kind: .phrase(people), tokens: elements[index].tokens.lowerBound..<elements[index + 3].tokens.upperBound,
        span: elements[index].span.union(elements[index + 3].span))
      elements.replaceSubrange(index...(index + 3), with: [whole])
    }
  }
}
