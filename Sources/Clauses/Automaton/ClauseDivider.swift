import Languages
import Reading

/// Phrases to clauses, left to right: verbs, openers, commas and marks open and close them on one stack.
extension Sentence {
  mutating func divideClauses() {
    open(Clause(kind: .main, parent: -1, link: .parataxis))
    for index in phrases.indices {
      switch phrases[index].kind {
      case .comma: closeAtComma(index)
      case .mark: readMark(index)
      case .coordinator: break
      case .subordinator: openSubordinate(index)
      case .relative: openRelative(index)
      case .nominal: placeNominal(index)
      case .verbal: placeVerb(index)
      case .adjectival, .adverbial, .other: place(index)
      }
    }
  }

  // MARK: - The stack

  /// The innermost open clause.
  var top: Int { Int(stack[stack.count - 1]) }

  /// Opens a clause inside the innermost one.
  mutating func open(_ clause: Clause) {
    var clause = clause
    if stack.count >= Self.deepest {
      clause.doubts.insert(.boundary)
      stack.removeLast()
    }
    clause.depth = UInt8(stack.count)
    clauses.append(clause)
    stack.append(Int32(clauses.count - 1))
  }

  /// Closes clauses until one is the innermost.
  mutating func close(to clause: Int) {
    while stack.count > 1, top != clause { stack.removeLast() }
  }

  /// Puts a phrase into the innermost clause.
  mutating func place(_ phrase: Int) { place(phrase, in: top) }

  mutating func place(_ phrase: Int, in clause: Int) {
    phrases[phrase].clause = Int32(clause)
    phrases[phrase].host = -1
    phrases[phrase].next = -1
    let last = clauses[clause].last
    phrases[phrase].previous = last
    if last >= 0 { phrases[Int(last)].next = Int32(phrase) } else { clauses[clause].first = Int32(phrase) }
    clauses[clause].last = Int32(phrase)
  }

  /// Moves the phrases behind a place from their clauses to the innermost one.
  mutating func moveTail(from start: Int, before end: Int) {
    for index in start..<end {
      let phrase = phrases[index]
      guard phrase.kind == .nominal || phrase.kind == .adjectival || phrase.kind == .adverbial || phrase.kind == .other
      else { continue }
      if phrase.clause >= 0 {
        remove(index)
        place(index)
      } else if phrase.host >= 0, phrase.host < start {
        phrases[Int(phrase.host)].isCoordinated = false
        place(index)
      }
    }
  }

  /// Takes a phrase out of its clause.
  private mutating func remove(_ phrase: Int) {
    let clause = Int(phrases[phrase].clause)
    let (before, next) = (phrases[phrase].previous, phrases[phrase].next)
    if before >= 0 { phrases[Int(before)].next = next } else { clauses[clause].first = next }
    if next >= 0 { phrases[Int(next)].previous = before } else { clauses[clause].last = before }
    phrases[phrase].previous = -1
    phrases[phrase].next = -1
  }

  // MARK: - What stands before

  /// The phrase before a place, over adverbs.
  func content(before index: Int) -> Int {
    var position = index - 1
    while position >= 0, phrases[position].kind == .adverbial { position -= 1 }
    return position
  }

  func isKind(_ index: Int, _ kind: Phrase.Kind) -> Bool {
    index >= 0 && index < phrases.count && phrases[index].kind == kind
  }

  /// "e" right before a place, or with adverbs between.
  func coordinator(before index: Int) -> Int? {
    let position = content(before: index)
    return isKind(position, .coordinator) ? position : nil
  }

  /// Whether a comma or another mark stands before a place.
  func isBehindComma(_ index: Int) -> Bool {
    let position = content(before: index)
    return isKind(position, .comma) || isKind(position, .mark) || isKind(index - 1, .comma)
  }

  // MARK: - Commas and marks

  /// A comma closes what was inserted, and what stands before its main clause.
  private mutating func closeAtComma(_ index: Int) {
    // "tanto scarso quanto quello del 2012, e i prezzi salgono": a comparison without a verb is over.
    let opener = clauses[top].opener
    if stack.count > 1, clauses[top].verb < 0, opener >= 0, phrases[Int(opener)].kind == .subordinator,
      index - Int(opener) > 1,
      has(phrases[Int(opener)].first, .comparison) || has(phrases[Int(opener)].first, .as),
      isKind(index + 1, .coordinator) || startsClause(index + 1)
    {
      stack.removeLast()
    }
    while stack.count > 1 {
      let clause = clauses[top]
      guard clause.verb >= 0, clause.kind != .main, clause.kind != .parataxis || clause.isBehindComma else { return }
      let parent = clauses[Int(max(clause.parent, 0))]
      let closesFront = parent.verb < 0 && clause.kind != .coordinate
      let closesInserted =
        clause.isBehindComma
        && (clause.kind == .relative || clause.kind == .participial || clause.kind == .gerund
          || clause.kind == .adverbial || clause.kind == .infinitive
          || clause.kind == .parataxis && Int(clause.verb) >= index - 2 && takesComplement(top))
      guard closesFront || closesInserted, !continuesList(index) else { return }
      stack.removeLast()
    }
  }

  /// "…, ucciso tre soldati e ferito …": the comma parts members of a list inside the clause.
  private func continuesList(_ index: Int) -> Bool {
    isKind(index + 1, .nominal) && isKind(index - 1, .nominal) && isList(from: index + 1)
      && clauses[top].verb >= 0 && Int(clauses[top].verb) < index - 1
  }

  private mutating func readMark(_ index: Int) {
    let phrase = phrases[index]
    if words[Int(phrase.first)].isQuote, clauses[top].isInsertion, clauses[top].verb >= 0,
      Int(clauses[top].verb) < index
    {
      stack.removeLast()
      return
    }
    switch phrase.mark {
    case UInt8(ascii: "("):
      guard phrase.opens else { return }
      open(Clause(kind: .parataxis, parent: Int32(top), link: .parataxis))
      clauses[top].isFronted = false
      clauses[top].opener = Int32(index)
    case UInt8(ascii: ")"):
      guard phrase.closes else { return }
      var depth = stack.count - 1
      while depth > 0 {
        let opener = clauses[Int(stack[depth])].opener
        if opener >= 0, phrases[Int(opener)].mark == UInt8(ascii: "(") { break }
        depth -= 1
      }
      if depth > 0 { stack.removeLast(stack.count - depth) }
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "~"):
      guard index + 1 < phrases.count, contentFollows(index) else { return }
      if phrase.mark == UInt8(ascii: "~"), clauses[0].verb < 0 {
        setDatelineAside(index)
        return closeAtComma(index)
      }
      let saying = phrase.mark == UInt8(ascii: ":") ? sayingBefore(index) : nil
      let base = bracketDepth
      stack.removeLast(stack.count - base - 1)
      open(Clause(kind: .parataxis, parent: Int32(top), link: .parataxis))
      // "Il ministro ha detto: …"
      if let saying {
        clauses[top].parent = Int32(saying)
        clauses[top].link = .complement
        clauses[top].doubts.insert(.unmarked)
      }
    default: break
    }
  }

  /// The clause that ends before a colon and says something, with nothing said so far: "told the press:".
  private func sayingBefore(_ index: Int) -> Int? {
    let verb = Int(clauses[top].verb)
    guard verb >= 0, index - verb < 5, isSaying(words[Int(phrases[verb].head)]), !phrases[verb].isCopula else {
      return nil
    }
    let isBare = ((verb + 1)..<index).allSatisfy {
      phrases[$0].kind == .adverbial || phrases[$0].kind == .comma
        || phrases[$0].kind == .nominal && (phrases[$0].preposition >= 0 || words[Int(phrases[verb].head)].has(.tells))
    }
    return isBare ? top : nil
  }

  private func isSaying(_ verb: Word) -> Bool {
    verb.frames.contains(.say) || verb.has(.tells) && verb.has(.says)
  }

  /// "ROMA - Nella notte …": what stands before a dash at the beginning is where the report comes from.
  private mutating func setDatelineAside(_ index: Int) {
    guard index <= 4, (0..<index).allSatisfy({ phrases[$0].kind != .verbal && phrases[$0].kind != .relative }) else {
      return
    }
    for position in 0..<index where phrases[position].kind == .nominal { phrases[position].kind = .other }
  }

  private func contentFollows(_ index: Int) -> Bool {
    for position in (index + 1)..<min(phrases.count, index + 9) {
      let kind = phrases[position].kind
      if kind != .mark && kind != .comma { return true }
    }
    return false
  }

  /// Where the stack stands inside the innermost bracket.
  private var bracketDepth: Int {
    var depth = stack.count - 1
    while depth > 0 {
      let opener = clauses[Int(stack[depth])].opener
      if opener >= 0, phrases[Int(opener)].mark == UInt8(ascii: "(") { return depth }
      depth -= 1
    }
    return 0
  }

  /// Finds for each bracket its partner.
  mutating func matchBrackets() {
    var open: [Int] = []
    for index in phrases.indices where phrases[index].kind == .mark {
      if phrases[index].mark == UInt8(ascii: "("), open.count < 8 {
        open.append(index)
      } else if phrases[index].mark == UInt8(ascii: ")"), let start = open.popLast() {
        phrases[start].opens = true
        phrases[index].closes = true
      }
    }
  }
}
