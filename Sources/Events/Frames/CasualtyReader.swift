import DocumentModel
import Gazetteers
import Languages

/// Finds counts of people who suffered something, wherever the sentence puts them.
struct CasualtyReader {
  let lexicon: EventLexicon
  let classes: PhraseClass
  let view: SentenceView

  struct Found {
    var people: CountedPeople
    /// The element that the count stands in.
    var element: Int
  }

  /// The victims that the sentence names by a noun: "cinque morti", "i feriti sono dodici", "nessun ferito".
  func named() -> [Found] {
    var found: [Found] = []
    for (index, element) in view.elements.enumerated() {
      guard let phrase = element.phrase else { continue }
      let effects = classes.effect(phrase)
      guard let effect = effects.first, !isPlainArgument(index, effect), !isVictimOfCrime(phrase) else { continue }
      var figure = phrase.figure
      var span = phrase.span
      var who: NounPhrase?
      if figure == nil, let people = describedPeople(index) {
        who = people
        figure = people.figure ?? one(people)
        span = people.span
      }
      if figure == nil, let (other, otherSpan) = figureAcrossCopula(index) {
        figure = other
        span = span.union(otherSpan)
      }
      if figure == nil, let shared = figureOfPartner(index) { figure = shared }
      if figure == nil {
        if phrase.determination == .indefinite, !phrase.isPlural, effect == .killed || effect == .wounded {
          figure = Figure(minimum: 1, maximum: 1, kind: .exact, span: phrase.span, quantifier: nil)
        } else {
          guard phrase.isPlural, phrase.determination == .none || isCoordinatedVictim(index) else { continue }
        }
      }
      if who == nil, phrase.preposition == nil, isVictim(phrase), let figure {
        who = group(around: index, figure: figure)
      }
      let isNone = figure?.kind == .noneReported || isNegated(index)
      if isNone {
        figure = Figure(minimum: 0, maximum: 0, kind: .noneReported, span: figure?.span ?? phrase.span, quantifier: nil)
      }
      var certainty = Certainty.asserted
      if let verb = copula(near: index), verb.tense == .conditional, view.grammar.contains(.reportingConditional) {
        certainty = .reported
      }
      let all: [Effect] = isNone && isCasualtyWord(phrase) ? [.killed, .wounded] : [effect]
      for each in all {
        found.append(
          Found(
            people: CountedPeople(
              effect: each, figure: figure, who: who, span: span, certainty: certainty,
              sentence: view.index), element: index))
      }
      if let replaced = replacedFigure(after: index) {
        found.append(
          Found(
            people: CountedPeople(
              effect: effect, figure: replaced, who: nil, span: replaced.span, certainty: certainty,
              isSuperseded: true, sentence: view.index), element: index))
      }
    }
    return found
  }

  /// "cinque soldati, non sette come riferito ieri": the count that the report takes back.
  func replacedFigure(after index: Int) -> Figure? {
    var position = index + 1
    if position < view.elements.count, view.elements[position].isComma { position += 1 }
    guard position + 1 < view.elements.count, case .negation = view.elements[position].kind,
      let phrase = view.elements[position + 1].phrase, phrase.head == .count, let figure = phrase.figure
    else { return nil }
    return figure
  }

  /// "left his driver dead", "30 passengers are missing": the people whom a victim word describes.
  private func describedPeople(_ index: Int) -> NounPhrase? {
    guard let victim = view.elements[index].phrase, victim.determination == .none, victim.preposition == nil,
      let before = view.previous(before: index)
    else { return nil }
    if let phrase = view.elements[before].phrase, before == index - 1 {
      return view.grammar.contains(.bareApposition) && isPeople(phrase) ? phrase : nil
    }
    guard let verb = view.elements[before].verb, verb.isCopula, let subject = view.previous(before: before),
      let phrase = view.elements[subject].phrase, isPeople(phrase)
    else { return nil }
    return phrase
  }

  /// "Tra i militari ci sarebbero due morti", "two dead among the soldiers": whom the dead are counted among.
  private func group(around index: Int, figure: Figure) -> NounPhrase? {
    for position in [view.previous(before: index), view.next(after: index)] {
      guard var near = position else { continue }
      if let verb = view.elements[near].verb, verb.isCopula, near < index, let before = view.previous(before: near) {
        near = before
      }
      guard var phrase = view.elements[near].phrase, phrase.preposition == .between, phrase.isPlural,
        phrase.figure == nil, view.clauses[near] == view.clauses[index], case .noun(let row) = phrase.head,
        classes.isHuman(phrase), lexicon.nouns[row].nounClass != .victim, !belongsToEvent(near)
      else { continue }
      phrase.preposition = nil
      phrase.determination = .none
      phrase.figure = figure
      return phrase
    }
    return nil
  }

  private func isPeople(_ phrase: NounPhrase) -> Bool {
    guard phrase.preposition == nil, case .noun(let row) = phrase.head else { return false }
    return classes.isHuman(phrase) && lexicon.nouns[row].nounClass != .victim
  }

  private func one(_ phrase: NounPhrase) -> Figure? {
    phrase.isPlural ? nil : Figure(minimum: 1, maximum: 1, kind: .exact, span: phrase.headSpan, quantifier: nil)
  }

  /// "vittime del furto", "le due ragazzine vittime": nobody died of it.
  private func isVictimOfCrime(_ phrase: NounPhrase) -> Bool {
    guard isCasualtyWord(phrase) else { return false }
    return phrase.hasUnknownModifier
      || phrase.complements.contains { complement in
        if classes.isEvent(complement.phrase) { return true }
        guard case .noun(let row) = complement.phrase.head else { return false }
        return lexicon.nouns[row].nounClass == .abstract
      }
  }

  /// "Una sparatoria tra miliziani": they fought, and nobody is counted among them.
  private func belongsToEvent(_ index: Int) -> Bool {
    index > 0 && view.elements[index - 1].phrase.map { classes.isEvent($0) } ?? false
  }

  private func isVictim(_ phrase: NounPhrase) -> Bool {
    guard case .noun(let row) = phrase.head else { return false }
    return lexicon.nouns[row].nounClass == .victim
  }

  private func isCasualtyWord(_ phrase: NounPhrase) -> Bool {
    guard case .noun(let row) = phrase.head else { return false }
    return lexicon.nouns[row].mode == "casualty"
  }

  /// A hostage or a prisoner that somebody frees or kills is no count of hostages.
  private func isPlainArgument(_ index: Int, _ effect: Effect) -> Bool {
    guard effect == .captured || effect == .detained || effect == .displaced || effect == .missing else { return false }
    if effect == .missing, describedPeople(index) != nil { return false }
    if effect == .missing { return view.elements[index].phrase?.figure == nil }
    guard let phrase = view.elements[index].phrase else { return true }
    return figureAcrossCopula(index) == nil && !(phrase.figure != nil && hasNoVerb())
  }

  private func hasNoVerb() -> Bool { !view.elements.contains { $0.verb != nil } }

  private func isCoordinatedVictim(_ index: Int) -> Bool { partner(index) != nil }

  private func partner(_ index: Int) -> Int? {
    for other in [index - 2, index + 2] where other >= 0 && other < view.elements.count {
      guard view.elements[(index + other) / 2].isConjunction, let phrase = view.elements[other].phrase,
        !classes.effect(phrase).isEmpty
      else { continue }
      return other
    }
    return nil
  }

  /// "diversi morti e feriti": an uncounted quantity covers both; a number covers only its own.
  private func figureOfPartner(_ index: Int) -> Figure? {
    // "No damage or casualties": the denial covers what is joined to it.
    if index >= 2, view.elements[index - 1].isConjunction, let figure = view.elements[index - 2].phrase?.figure,
      figure.kind == .noneReported
    {
      return figure
    }
    guard let other = partner(index), other < index, let figure = view.elements[other].phrase?.figure else {
      return nil
    }
    return figure.kind == .uncounted || figure.kind == .noneReported ? figure : nil
  }

  private func copula(near index: Int) -> VerbGroup? {
    for position in [index - 1, index + 1, index - 2] where position >= 0 && position < view.elements.count {
      if let verb = view.elements[position].verb, verb.isCopula { return verb }
    }
    return nil
  }

  private func isNegated(_ index: Int) -> Bool {
    guard let before = view.previous(before: index), let verb = view.elements[before].verb else { return false }
    return verb.isNegated
  }

  /// "i morti sono almeno nove", "Sarebbero almeno venti i morti", "Ventitré i fermati".
  private func figureAcrossCopula(_ index: Int) -> (Figure, TextSpan)? {
    guard let phrase = view.elements[index].phrase, phrase.determination == .definite, phrase.figure == nil else {
      return nil
    }
    if let after = view.next(after: index), let verb = view.elements[after].verb, verb.isCopula,
      let next = view.next(after: after), let count = view.elements[next].phrase, count.head == .count,
      let figure = count.figure
    {
      return (figure, count.span)
    }
    var before = view.previous(before: index)
    if let position = before, let verb = view.elements[position].verb, verb.isCopula {
      before = view.previous(before: position)
    }
    if let position = before, let count = view.elements[position].phrase, count.head == .count,
      count.preposition == nil,
      let figure = count.figure
    {
      return (figure, count.span)
    }
    return nil
  }

  /// The count that a verb such as "uccidere" makes of its target.
  func counted(_ target: NounPhrase, effect: Effect, certainty: Certainty) -> CountedPeople? {
    // "killing dozens": a count of nothing else is one of people.
    guard classes.isHuman(target) || target.isBareCount else { return nil }
    var figure = target.figure
    if figure == nil {
      // One person named or meant is one; "soldati" without a number is some.
      switch target.head {
      case .entity(let position):
        guard classes.gazetteer.type(of: position) == .person else { return nil }
        figure = Figure(minimum: 1, maximum: 1, kind: .exact, span: target.headSpan, quantifier: nil)
      case .noun where !target.isPlural && classes.nounClass(target) != .group && classes.nounClass(target) != .force:
        figure = Figure(minimum: 1, maximum: 1, kind: .exact, span: target.headSpan, quantifier: nil)
      case .noun where target.isPlural: figure = nil
      case .name: figure = Figure(minimum: 1, maximum: 1, kind: .exact, span: target.headSpan, quantifier: nil)
      default: return nil
      }
    }
    var who: NounPhrase? = target
    if target.isBareCount { who = nil }
    return CountedPeople(
      effect: effect, figure: figure, who: who, span: target.span, certainty: certainty, sentence: view.index)
  }
}
