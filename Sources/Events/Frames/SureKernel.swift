import Clauses
import DocumentModel

/// Who does what to whom at a verb whose clause the reader of clauses is sure of, as elements of the sentence.
///
/// "L'esercito ha accusato i ribelli di aver ucciso sei civili": the rebels are said to have killed, whoever stands nearer.
struct SureKernel: Sendable {
  /// The phrase that is the subject; nil where it is none of the elements, as a pronoun.
  var subject: Int?
  /// Whether there is a subject, said or not.
  var hasSubject: Bool
  /// The phrase that is the object.
  var object: Int?
  /// Whether there is an object.
  var hasObject: Bool
  /// Whether another verb follows that may share the object: "attacked and captured a base".
  var mayShareObject: Bool
  /// Whether the verb is denied.
  var isNegated: Bool
  /// Whether the subject suffers it.
  var isPassive: Bool
  /// Whether the verb has a form with a person, its own or a helper's: "did not attack".
  var isFinite: Bool

  /// The kernel of the clause of a verb; nil where the reader is not sure of it.
  init?(_ element: Element, _ elements: [Element], _ syntax: SentenceSyntax) {
    // "have been attempting to retake": one verb to the events, and two clauses.
    guard element.verb != nil else { return nil }
    let verbs = syntax.verbs(in: element.span)
    guard let first = verbs.first, let last = verbs.last, let clause = syntax.clause(ledBy: first),
      let inner = syntax.clause(ledBy: last), syntax.clauses[clause].isSure, syntax.clauses[inner].isSure
    else { return nil }
    let kernel = syntax.kernel(of: clause)
    // "the bombing of a mosque, which killed 40": of two nouns the events know which one can.
    if syntax.clauses[clause].kind == .relative, let noun = kernel.subjects.first,
      syntax.nodes[noun].relation == .nominalModifier
    {
      return nil
    }
    let objects = first == last ? kernel.objects : syntax.kernel(of: inner).objects
    // Of a list before its verb the last is known, of one behind it the first.
    let subject = kernel.subjects.last.flatMap { $0 < first ? $0 : kernel.subjects.first }
    self.subject = Self.element(of: subject, elements, syntax)
    hasSubject = !kernel.subjects.isEmpty
    object = Self.element(of: objects.first, elements, syntax)
    hasObject = !objects.isEmpty
    mayShareObject = syntax.clauses.contains { $0.parent == clause && $0.kind == .coordinate }
    isNegated = kernel.isNegated
    isPassive = kernel.isPassive
    isFinite = syntax.clauses[clause].isFinite
  }

  private static func element(of node: Int?, _ elements: [Element], _ syntax: SentenceSyntax) -> Int? {
    guard let node else { return nil }
    let span = syntax.nodes[node].span
    return elements.firstIndex { $0.phrase != nil && $0.span.contains(span) }
  }
}
