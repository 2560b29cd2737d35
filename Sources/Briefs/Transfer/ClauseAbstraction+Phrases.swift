import Clauses
import DocumentModel
import Events
import Languages
import Quantities
import Reading

extension ClauseAbstraction {
  /// A noun phrase with all that hangs on it.
  mutating func phrase(_ node: Int) throws(Untransferable) -> AbstractPhrase {
    var found: AbstractPhrase
    if let (span, entity) = mention(over: node) {
      found = AbstractPhrase(head: .entity(entity))
      let inside = syntax.nodes.indices.filter { span.contains(syntax.nodes[$0].span) }
      taken.formUnion(inside)
      for word in inside {
        for child in syntax.dependents(of: word) where !inside.contains(child) { try add(child, to: &found, of: word) }
      }
      return found
    }
    switch syntax.nodes[node].part {
    // At the head of a sentence any word has a capital.
    case .properNoun where !syntax.nodes[node].look.contains(.initial): found = name(node)
    case .noun:
      guard let sense = sense(node), lexicon.senses[sense].kind == .noun else {
        throw refused(node, "has several senses, or none")
      }
      found = AbstractPhrase(head: .noun(sense))
      let features = syntax.nodes[node].features
      found.isPlural = features.contains(.plural) && !features.contains(.singular)
      if features.contains(.plural), features.contains(.singular) { found.isPlural = try isPlural(node) }
    // "uccidendone tre" and "killing three" count those just named; "i due" takes up somebody.
    case .numeral where syntax.nodes[node].relation == .object && syntax.dependents(of: node).isEmpty:
      found = AbstractPhrase(head: .counted, isPlural: true)
      found.number = try number(node)
    default: throw refused(node, "is no noun")
    }
    taken.insert(node)
    for child in syntax.dependents(of: node) where !taken.contains(child) { try add(child, to: &found, of: node) }
    return found
  }

  /// A name with its parts: "Musa Bello".
  private mutating func name(_ node: Int) -> AbstractPhrase {
    var parts = [node]
    var next = 0
    while next < parts.count {
      parts += syntax.dependents(of: parts[next]).filter {
        [.flat, .compound].contains(syntax.nodes[$0].relation) && syntax.nodes[$0].part == .properNoun
      }
      next += 1
    }
    taken.formUnion(parts)
    let span = parts.reduce(syntax.nodes[node].span) { span, part in
      TextSpan(min(span.start, syntax.nodes[part].span.start), max(span.end, syntax.nodes[part].span.end))
    }
    return AbstractPhrase(head: .name(scene.words(span)))
  }

  /// "la crisi", "le crisi": the article tells.
  private func isPlural(_ node: Int) throws(Untransferable) -> Bool {
    for child in syntax.dependents(of: node) {
      let features = syntax.nodes[child].features
      switch syntax.nodes[child].relation {
      case .determiner, .adjective:
        if features.contains(.plural), !features.contains(.singular) { return true }
        if features.contains(.singular), !features.contains(.plural) { return false }
      case .number: return true
      default: continue
      }
    }
    throw refused(node, "may be one or several")
  }

  /// What hangs on a noun.
  private mutating func add(_ child: Int, to phrase: inout AbstractPhrase, of noun: Int) throws(Untransferable) {
    let node = syntax.nodes[child]
    if let inner = syntax.clause(ledBy: child) {
      if node.relation == .adnominalClause, syntax.clauses[inner].kind == .infinitive, !syntax.takesInfinitive(noun),
        syntax.nodes[noun].relation == .object,
        lexicon.isConnective(opener(of: child), "conn/in-order-to", language)
      {
        taken.formUnion(openerNodes(of: child))
        purposes.append(inner)
        return
      }
      guard node.relation == .relativeClause, syntax.clauses[inner].kind == .relative,
        let subject = syntax.dependents(of: child).first(where: {
          [.subject, .passiveSubject].contains(syntax.nodes[$0].relation)
        }), isRelativePronoun(subject)
      else { throw refused(child, "describes a noun by a clause that is not transferred") }
      let isBehindComma = syntax.nodes[noun..<child].contains { $0.part == .punctuation }
      phrase.relative.append((try clause(inner, needsSubject: false), isBehindComma))
      return
    }
    switch node.relation {
    case .determiner:
      if node.features.contains(.definite) {
        phrase.determination = .definite
      } else if node.features.contains(.indefinite), let lemma = syntax.lemma(of: child),
        lexicon.preposition(lemma, language, before: .article) != nil
      {
        phrase.determination = .indefinite
      } else {
        throw refused(child, "is no article")
      }
      taken.insert(child)
    case .number:
      guard syntax.dependents(of: child).isEmpty else { throw refused(child, "is more than a number") }
      phrase.number = try number(child)
      taken.insert(child)
    case .adjective:
      guard syntax.dependents(of: child).isEmpty else { throw refused(child, "is more than an adjective") }
      if let people = scene.demonym(at: node.span, language) {
        phrase.peoples.append(people)
      } else if let sense = sense(child), lexicon.senses[sense].kind == .adjective {
        phrase.adjectives.append(sense)
      } else {
        throw refused(child, "is an adjective of several senses, or none")
      }
      taken.insert(child)
    case .nominalModifier:
      guard let preposition = preposition(of: child) else { throw refused(child, "has no preposition that is known") }
      var role: String?
      if case .noun(let sense) = phrase.head {
        role = lexicon.frame(sense, language).first { $0.preposition == preposition }?.role
      }
      guard role != nil || isGenitive(child) else { throw refused(child, "hangs on a noun by a guess") }
      phrase.complements.append((role, try self.phrase(child)))
    case .apposition: phrase.apposition.append(try self.phrase(child))
    case .conjunct: phrase.others.append(try self.phrase(child))
    case .caseMark, .fixed:
      taken.insert(child)
      taken.formUnion(syntax.dependents(of: child))
    case .coordinator: try takeAnd(child)
    case .punctuation: break
    default: throw refused(child, "hangs on a noun in a way that is not transferred")
    }
  }

  /// The preposition before a phrase, in the form of the dictionary: "da parte di".
  func preposition(of node: Int) -> String? {
    let marks = prepositionNodes(of: node)
    guard !marks.isEmpty else { return nil }
    return marks.map { mark in
      syntax.nodes[mark].part == .adposition
        ? syntax.lemma(of: mark) ?? scene.words(syntax.nodes[mark].span).lowercased()
        : scene.words(syntax.nodes[mark].span).lowercased()
    }.joined(separator: " ")
  }

  private func prepositionNodes(of node: Int) -> [Int] {
    let words = mention(over: node).map { mention in
      syntax.nodes.indices.filter { mention.span.contains(syntax.nodes[$0].span) }
    }
    var marks = (words ?? [node]).flatMap { syntax.dependents(of: $0) }
      .filter { syntax.nodes[$0].relation == .caseMark }
    marks += marks.flatMap { syntax.dependents(of: $0) }.filter { syntax.nodes[$0].relation == .fixed }
    return marks.sorted()
  }

  /// Whether a phrase hangs by what ties a noun to another without saying how: "di", "of".
  private func isGenitive(_ node: Int) -> Bool {
    let marks = prepositionNodes(of: node)
    return marks.count == 1 && syntax.nodes[marks[0]].marks.contains(.genitive)
  }

  private func number(_ node: Int) throws(Untransferable) -> Int {
    let span = syntax.nodes[node].span
    for quantity in scene.material.reading.quantities where quantity.span == span {
      if case .number(let amount) = quantity.value, amount.denominator == 1 { return amount.numerator }
    }
    throw refused(node, "is no plain number")
  }
}

extension AbstractPhrase {
  /// Whether its noun is a place or a building.
  func isSite(_ lexicon: TransferLexicon) -> Bool {
    guard case .noun(let sense) = head else { return false }
    return ["place", "settlement", "site", "building", "facility"].contains(lexicon.senseClass(sense))
  }
}
