import Clauses
import DocumentModel
import Gazetteers
import Languages

/// One sentence cut into elements, with what is asked of it again and again.
final class SentenceView {
  let index: SentenceIndex
  let kind: SentenceKind
  let language: String
  let grammar: Grammar
  let span: TextSpan
  let elements: [Element]
  /// The clause of each element: a new one begins at a subordinator and at a mark stronger than a comma.
  let clauses: [Int]
  /// The words of the sentence, for vetoes.
  let words: [Int32]
  /// The place that a dateline gives, and the words of it.
  let dateline: NounPhrase?
  /// How the words hang together; nil where that is not read.
  private(set) lazy var syntax: SentenceSyntax? = document[index.offset]
  private let document: Syntax
  /// For each element, if it is a verb and was asked for, the kernel of its clause where that is sure.
  private lazy var kernels = [SureKernel??](repeating: nil, count: elements.count)

  init(
    index: SentenceIndex, sentence: Sentence, elements: [Element], words: [Int32],
    dateline: NounPhrase?,
    syntax: Syntax
  ) {
    document = syntax
    self.dateline = dateline
    self.index = index
    kind = sentence.kind
    language = sentence.language
    grammar = Languages.grammar(of: sentence.language)
    span = sentence.span
    self.elements = elements
    self.words = words
    var clauses: [Int] = []
    var clause = 0
    for element in elements {
      switch element.kind {
      case .subordinator, .boundary, .relative:
        clause += 1
      default: break
      }
      clauses.append(clause)
    }
    self.clauses = clauses
  }

  /// The kernel of the clause of a verb, where the reader of clauses is sure of it.
  func kernel(at element: Int) -> SureKernel? {
    guard element < elements.count, elements[element].verb != nil else { return nil }
    if let known = kernels[element] { return known }
    let kernel = syntax.flatMap { SureKernel(elements[element], elements, $0) }
    kernels[element] = .some(kernel)
    return kernel
  }

  /// Whether anything in it could tell of an event, take up one, or count victims; most sentences need not be read on.
  func mayTell(_ lexicon: EventLexicon) -> Bool {
    elements.contains { element in
      switch element.kind {
      case .verb(let verb): return !verb.triggers.isEmpty
      case .phrase(let phrase):
        switch phrase.head {
        case .event: return true
        case .noun(let row): return lexicon.mayTell(noun: row)
        default: return false
        }
      default: return false
      }
    }
  }

  /// Whether it counts victims, which may belong to an event told before.
  func counts(_ classes: PhraseClass) -> Bool {
    elements.contains { element in element.phrase.map { !classes.effect($0).isEmpty } ?? false }
  }

  /// Whether a word of the sentence vetoes a trigger.
  func isVetoed(_ trigger: Trigger) -> Bool {
    guard !trigger.vetoes.isEmpty else { return false }
    return words.contains { $0 >= 0 && trigger.hasVeto($0) }
  }

  /// The next element after `index` that is no comma, adverb, cue, time or negation.
  func next(after index: Int) -> Int? {
    var position = index + 1
    while position < elements.count {
      switch elements[position].kind {
      case .comma, .adverb, .cue, .time, .negation: position += 1
      default: return position
      }
    }
    return nil
  }

  /// The last element before `index` that is no comma, adverb, cue, time or negation.
  func previous(before index: Int) -> Int? {
    var position = index - 1
    while position >= 0 {
      switch elements[position].kind {
      case .comma, .adverb, .cue, .time, .negation: position -= 1
      default: return position
      }
    }
    return nil
  }

  /// The phrases that stand in a row with the one at `index`: "contractors russi e dell'esercito locale".
  func coordinated(from index: Int) -> [Int] {
    guard let first = elements[index].phrase else { return [] }
    var found = [index]
    var position = index
    while position + 2 < elements.count {
      let isList = elements[position + 1].isConjunction || elements[position + 1].isComma
      guard isList, let phrase = elements[position + 2].phrase else { break }
      guard phrase.preposition == nil || phrase.preposition == first.preposition else { break }
      if case .event = phrase.head, found.count > 0 {
        if case .event = first.head {} else { break }
      }
      // A comma alone joins only where a conjunction ends the list.
      if elements[position + 1].isComma {
        guard position + 4 < elements.count, elements[position + 3].isConjunction || elements[position + 3].isComma,
          elements[position + 4].phrase != nil
        else { break }
      }
      // A phrase right before a verb of its own is that verb's subject.
      if phrase.preposition == nil, let after = next(after: position + 2), let verb = elements[after].verb,
        !verb.isBare, elements[position + 1].isConjunction, hasVerbBefore(index)
      {
        break
      }
      found.append(position + 2)
      position += 2
    }
    return found
  }

  private func hasVerbBefore(_ index: Int) -> Bool {
    elements[..<index].contains { $0.verb != nil }
  }

  /// The first of the phrases that stand in a row and end at `index`.
  func coordinatedStart(endingAt index: Int) -> Int {
    var position = index
    while position >= 2, elements[position - 1].isConjunction || elements[position - 1].isComma,
      let before = elements[position - 2].phrase, let phrase = elements[position].phrase,
      before.preposition == phrase.preposition || phrase.preposition == nil
    {
      if elements[position - 1].isComma, position == index { break }
      position -= 2
    }
    return position
  }
}
