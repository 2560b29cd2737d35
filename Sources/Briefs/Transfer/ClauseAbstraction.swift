import Clauses
import DocumentModel
import Events
import Languages
import Reading

/// Makes an abstract clause of a sentence that was read, or says what stands against it.
///
/// Every word ends in a function; a word that is left over, a sense that is open, a clause that is not sure shuts the
/// sentence. Which forms make a tense is the grammar of each language: "ha attaccato", "attacked".
struct ClauseAbstraction {
  let scene: Scene
  let sentence: Int
  let syntax: SentenceSyntax
  let lexicon: TransferLexicon
  let language: String
  /// Words that are in some function.
  var taken: Set<Int> = []
  /// Which of the ways to take the words of events is tried, less what the words so far have used of it.
  private var attempt: Int
  /// Infinitives behind an object that say what the whole is for: "bombed the town to free the hostages".
  var purposes: [Int] = []
  /// Clauses that say "of those".
  private var partitives: Set<Int> = []
  /// How many ways there are.
  private(set) var ways = 1
  private var depth = 0

  private static let deepest = 6

  init?(_ scene: Scene, _ sentence: Int, attempt: Int = 0) {
    self.attempt = attempt
    // Of most sentences syntax alone shows that something in them is open: the lexicon need not be read for those.
    guard let syntax = scene.material.syntax[sentence], syntax.isWhole, let lexicon = scene.transfer.lexicon else {
      return nil
    }
    self.scene = scene
    self.sentence = sentence
    self.syntax = syntax
    self.lexicon = lexicon
    language = scene.material.sentences[sentence].language
  }

  /// Why a sentence cannot be made abstract.
  struct Untransferable: Error {
    /// The words it stumbled over, and what is wrong with them.
    var reason: String
  }

  /// The sentence as one clause with what hangs on it.
  mutating func sentenceClause() throws(Untransferable) -> AbstractClause {
    try checkMarks()
    guard let root = syntax.root, let main = syntax.clause(ledBy: root) else {
      throw Untransferable(reason: "no main clause")
    }
    let clause = try clause(main, needsSubject: true)
    for (index, node) in syntax.nodes.enumerated() where !taken.contains(index) && node.part != .punctuation {
      throw refused(index, "is in no function")
    }
    return clause
  }

  /// A question is no statement, what stands in quotation marks is somebody's, and a dash, a colon or a bracket parts what
  /// nobody has read together: only commas and the full stop are said again.
  private func checkMarks() throws(Untransferable) {
    let traits = scene.traits[sentence]
    if traits.beginsQuoted || traits.endsQuoted || traits.isQuestion {
      throw Untransferable(reason: "a question, or a part of a quotation")
    }
    for (index, node) in syntax.nodes.enumerated() where node.part == .punctuation {
      let mark = scene.words(node.span)
      let isName = mention(over: index) != nil
      guard isName || mark == "," || mark == "." && index == syntax.nodes.count - 1 else {
        throw refused(index, "parts what is not read together")
      }
    }
  }

  /// The known name that a word lies in.
  func mention(over node: Int) -> (span: TextSpan, entity: Entity)? {
    scene.mentionsOfSentence[sentence]?.first { $0.span.contains(syntax.nodes[node].span) }
  }

  func refused(_ node: Int, _ why: String) -> Untransferable {
    Untransferable(reason: "“\(scene.words(syntax.nodes[node].span))” \(why)")
  }

  // MARK: - Clauses

  mutating func clause(_ number: Int, needsSubject: Bool) throws(Untransferable) -> AbstractClause {
    let found = syntax.clauses[number]
    guard depth < Self.deepest else { throw refused(found.head, "lies too deep") }
    depth += 1
    defer { depth -= 1 }
    guard found.isSureOfItself else { throw refused(found.head, "leads a clause that is open") }
    guard let sense = verbSense(found.head) else {
      throw refused(found.head, "has several senses, or none that takes what stands here")
    }
    taken.insert(found.head)
    var clause = AbstractClause(verb: sense)
    try readTime(found, &clause)
    for child in syntax.dependents(of: found.head) where !taken.contains(child) {
      if let inner = syntax.clause(ledBy: child) {
        try readInner(inner, child, of: found, &clause)
      } else {
        try readPart(child, of: number, &clause)
      }
    }
    if needsSubject, clause.subject == nil { throw refused(found.head, "has no subject") }
    // "uccidendone tre": who counts somebody says of whom, and who says so counts them.
    guard partitives.contains(number) == clause.object?.isCounted ?? false else {
      throw refused(found.head, "counts whom nobody names")
    }
    return clause
  }

  /// A phrase or a word that hangs on the verb.
  private mutating func readPart(_ node: Int, of number: Int, _ clause: inout AbstractClause) throws(Untransferable) {
    switch syntax.nodes[node].relation {
    case .subject, .passiveSubject:
      // The noun that it stands for is said outside.
      if isRelativePronoun(node), syntax.clauses[number].kind == .relative {
        taken.insert(node)
        return
      }
      clause.subject = try phrase(node)
    case .object:
      clause.object = try phrase(node)
      let inner = purposes
      purposes = []
      for inner in inner { clause.links.append((.purpose, try self.clause(inner, needsSubject: false))) }
    case .agent: clause.agent = try phrase(node)
    case .oblique, .timeOblique: try readCircumstance(node, &clause)
    case .adverb: try readAdverb(node, &clause)
    // "uccidendone tre": the pronoun stands for those of whom three are counted.
    case .expletive where syntax.nodes[node].marks.contains(.partitive):
      partitives.insert(number)
      taken.insert(node)
    case .coordinator: try takeAnd(node)
    case .punctuation: break
    default: throw refused(node, "has no function that is transferred")
    }
  }

  /// "che", "who"
  func isRelativePronoun(_ node: Int) -> Bool {
    syntax.nodes[node].part == .pronoun && syntax.nodes[node].features.contains(.relative)
  }

  /// "e", "and": what "or" and "but" join is said with those words or not at all.
  mutating func takeAnd(_ node: Int) throws(Untransferable) {
    guard lexicon.isConnective(scene.words(syntax.nodes[node].span).lowercased(), "conn/and", language) else {
      throw refused(node, "joins what is not transferred")
    }
    taken.insert(node)
  }

  private mutating func readAdverb(_ node: Int, _ clause: inout AbstractClause) throws(Untransferable) {
    if syntax.nodes[node].marks.contains(.negation) {
      clause.isNegated = true
      taken.insert(node)
      return
    }
    if let time = time(over: node) {
      try take(time, &clause)
      return
    }
    // "mai", "never" and "nemmeno" deny in ways of their own.
    guard !syntax.nodes[node].features.contains(.negative), syntax.dependents(of: node).isEmpty,
      let sense = sense(node), lexicon.senses[sense].kind == .adverb
    else { throw refused(node, "is an adverb that is not transferred") }
    clause.adverbs.append(sense)
    taken.insert(node)
  }

  /// A clause that hangs on the verb.
  private mutating func readInner(
    _ inner: Int, _ node: Int, of outer: ReadClauses.Found, _ clause: inout AbstractClause
  ) throws(Untransferable) {
    let found = syntax.clauses[inner]
    let opener = opener(of: node)
    func opens(_ id: String) -> Bool { lexicon.isConnective(opener, id, language) }
    let link: AbstractClause.Link
    switch syntax.nodes[node].relation {
    case .conjunct where opener.isEmpty:
      guard found.isFinite || found.kind == .coordinate else { throw refused(node, "stands beside the verb") }
      link = .further
    case .complement
    where found.isFinite && lexicon.senseClass(clause.verb) == "SAY" && (opener.isEmpty || opens("conn/that")):
      link = .said
    case .openComplement where lexicon.senseClass(clause.verb) == "ACCUSE": link = .charge
    case .adverbialClause where found.kind == .infinitive && opens("conn/in-order-to"): link = .purpose
    case .adverbialClause
    where found.kind == .gerund && !syntax.nodes[node].features.contains(.finite) && node > outer.head && opener.isEmpty:
      link = .outcome
    case .adverbialClause where found.isFinite:
      guard let sense = whenSense(opener) else { throw refused(node, "opens with no connective that is transferred") }
      link = .when(sense: sense, isFronted: node < outer.head)
    default: throw refused(node, "leads a clause that is not transferred")
    }
    taken.formUnion(openerNodes(of: node))
    var needsSubject = false
    switch link {
    case .said, .when: needsSubject = true
    default: break
    }
    let clauseInside = try self.clause(inner, needsSubject: needsSubject)
    if case .further = link, clauseInside.subject != nil { throw refused(node, "has a subject of its own") }
    // "ha detto che avrebbe attaccato" is a future of the past, and nothing that others report.
    if case .said = link, clauseInside.time == .reported { throw refused(node, "may be yet to come") }
    clause.links.append((link, clauseInside))
  }

  /// The sense of a connective of time or cause: one of few, the first of those that the words have.
  private func whenSense(_ opener: String) -> Int? {
    lexicon.senses(ofConnective: opener, language).first.flatMap {
      Self.plain.contains(lexicon.senses[$0].id) ? $0 : nil
    }
  }

  /// Senses that want the same forms of the verb in all languages; of "perché" and "as" nobody knows which is meant.
  private static let plain: Set<String> = ["conn/after", "conn/when"]

  /// The words that open a clause: "per", "dopo che".
  func opener(of node: Int) -> String {
    openerNodes(of: node).map { scene.words(syntax.nodes[$0].span).lowercased() }.joined(separator: " ")
  }

  func openerNodes(of node: Int) -> [Int] {
    let first = syntax.dependents(of: node).filter { child in
      child < node && syntax.clause(ledBy: child) == nil
        && (syntax.nodes[child].relation == .marker
          || syntax.nodes[child].relation == .adverb
            && syntax.dependents(of: child).contains { syntax.nodes[$0].relation == .fixed })
    }
    return (first + first.flatMap { syntax.dependents(of: $0) }).sorted()
  }

  // MARK: - Times

  /// What the verb and its helpers say of time and voice.
  private mutating func readTime(
    _ found: ReadClauses.Found, _ clause: inout AbstractClause
  ) throws(Untransferable) {
    let helpers = syntax.dependents(of: found.head).filter {
      syntax.nodes[$0].relation == .auxiliary || syntax.nodes[$0].relation == .passiveAuxiliary
    }
    taken.formUnion(helpers)
    clause.isPassive = helpers.contains { syntax.nodes[$0].relation == .passiveAuxiliary }
    guard found.isFinite else { return }
    guard
      let time = AbstractClause.Time(
        verb: syntax.nodes[found.head], helpers: helpers.map { syntax.nodes[$0] }, isPassive: clause.isPassive,
        Languages.grammar(of: language))
    else { throw refused(found.head, "stands in a tense or under a modal that is not transferred") }
    clause.time = time
  }

  private mutating func readCircumstance(_ node: Int, _ clause: inout AbstractClause) throws(Untransferable) {
    if let time = time(over: node) {
      try take(time, &clause)
      return
    }
    guard let preposition = preposition(of: node) else { throw refused(node, "has no preposition that is known") }
    // "l'uccisione di due medici da parte dei ribelli": behind the verb stands who did what its object names.
    if let role = objectRole(preposition, clause) {
      clause.object?.complements.append((role, try phrase(node)))
      return
    }
    if let role = lexicon.frame(clause.verb, language).first(where: { $0.preposition == preposition })?.role {
      clause.circumstances.append(.init(tie: .role(role), phrase: try phrase(node)))
      return
    }
    let isMotion = ["MOT", "PUT"].contains(lexicon.senseClass(clause.verb))
    let phrase = try phrase(node)
    if case .entity(let entity) = phrase.head, phrase.isBare, scene.isPlace(entity), !isMotion,
      lexicon.preposition(preposition, language, before: .named) != nil
    {
      clause.circumstances.append(.init(tie: .place(entity), phrase: nil))
      return
    }
    let site =
      phrase.isSite(lexicon) && !isMotion ? lexicon.preposition(preposition, language, before: .place) : nil
    guard let meaning = site ?? lexicon.preposition(preposition, language, before: .any) else {
      throw refused(node, "hangs on a preposition of several meanings")
    }
    clause.circumstances.append(.init(tie: .meaning(meaning), phrase: phrase))
  }

  private func objectRole(_ preposition: String, _ clause: AbstractClause) -> String? {
    guard case .noun(let noun)? = clause.object?.head else { return nil }
    let role = lexicon.frame(noun, language).first { $0.preposition == preposition }?.role
    return role == AbstractPhrase.doer ? role : nil
  }

  /// The time that a word lies in.
  private func time(over node: Int) -> TimeMention? {
    scene.material.reading.times.first { $0.span.contains(syntax.nodes[node].span) }
  }

  /// Takes the words of a time, and the preposition before them.
  private mutating func take(_ time: TimeMention, _ clause: inout AbstractClause) throws(Untransferable) {
    for (index, node) in syntax.nodes.enumerated() where time.span.contains(node.span) {
      taken.insert(index)
      for child in syntax.dependents(of: index) where !time.span.contains(syntax.nodes[child].span) {
        switch syntax.nodes[child].relation {
        case .caseMark, .determiner: taken.insert(child)
        case .punctuation: break
        default: throw refused(child, "hangs on a time")
        }
      }
    }
    clause.times.append(time)
  }

  /// The sense of a word, if it has one and its reading is no guess. Of several that the word of an event may have, each is
  /// tried in turn, since the event is read again in the other language.
  mutating func sense(_ node: Int, where fits: (Int) -> Bool = { _ in true }) -> Int? {
    // "unarmed" is known by "armed", "il più grande" by "grande": what the form adds no sense has.
    guard syntax.nodes[node].certainty != .open, syntax.nodes[node].origin == .listed,
      syntax.nodes[node].features.isDisjoint(with: [.comparative, .superlative])
    else { return nil }
    let candidates = lexicon.senses(of: syntax.nodes[node].row, language, where: fits)
    if candidates.count < 2 { return candidates.first?.sense }
    let isTrigger = scene.frames(of: sentence).contains {
      scene.frames[$0].trigger != nil && scene.frames[$0].span.contains(syntax.nodes[node].span)
    }
    let usual = lexicon.usual(candidates)
    guard isTrigger, usual == nil else { return usual }
    ways *= candidates.count
    defer { attempt /= candidates.count }
    return candidates[attempt % candidates.count].sense
  }

  /// The sense of a verb that takes what the clause has: "left the base" is no "partire".
  private mutating func verbSense(_ node: Int) -> Int? {
    let links = syntax.dependents(of: node).map { (syntax.nodes[$0].relation, syntax.clause(ledBy: $0) != nil) }
    let isPassive = links.contains { $0.0 == .passiveAuxiliary }
    let hasObject = isPassive || links.contains { $0.0 == .object }
    let complement = syntax.dependents(of: node).first {
      [.complement, .openComplement].contains(syntax.nodes[$0].relation)
    }.flatMap { syntax.clause(ledBy: $0) }
    let isFinite = complement.map { syntax.clauses[$0].isFinite }
    let lexicon = lexicon
    return sense(node) { sense in
      lexicon.senses[sense].kind == .verb
        && VerbTaking(lexicon.senseClass(sense)).fits(hasObject: hasObject, finiteClause: isFinite)
    }
  }
}

/// What a verb takes, by its class in the table of senses.
private struct VerbTaking {
  private let name: String
  init(_ name: String) { self.name = name }

  private static let withoutObject: Set<String> = [
    "UNACC", "UNERG", "EXIST", "MOT", "OBL", "RECIP", "PRON", "COP", "RAISE",
  ]
  private static let withObject: Set<String> = [
    "TR", "PUT", "DIT", "OPRED", "LIGHT", "CAUSE", "ACCUSE", "BIDA", "BIDB", "KEEP", "MAKEDO",
  ]
  /// Classes of verbs that say or think what a clause tells; those that bid take an infinitive.
  private static let withFinite: Set<String> = ["SAY", "DENY", "EPIST", "FACT", "WH", "RAISE"]
  private static let withClause: Set<String> = withFinite.union([
    "ACCUSE", "BIDA", "BIDB", "KEEP", "COMMIT", "MAKEDO",
  ])

  /// - Parameter finiteClause: whether its complement has a person; nil if there is none.
  func fits(hasObject: Bool, finiteClause: Bool?) -> Bool {
    if let finiteClause { return (finiteClause ? Self.withFinite : Self.withClause).contains(name) }
    return hasObject ? !Self.withoutObject.contains(name) : !Self.withObject.contains(name)
  }
}
