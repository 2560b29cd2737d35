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
    guard let root = syntax.nodes.firstIndex(where: { $0.head == -1 }), let main = syntax.clause(ledBy: root) else {
      throw Untransferable(reason: "no main clause")
    }
    let clause = try clause(main, needsSubject: true)
    for (index, node) in syntax.nodes.enumerated() where !taken.contains(index) && node.part != .punctuation {
      throw refused(index, "is in no function")
    }
    return clause
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
    return clause
  }

  /// A phrase or a word that hangs on the verb.
  private mutating func readPart(_ node: Int, of number: Int, _ clause: inout AbstractClause) throws(Untransferable) {
    switch syntax.nodes[node].relation {
    case .subject, .passiveSubject:
      // The noun that it stands for is said outside.
      if syntax.nodes[node].features.contains(.relative) || syntax.clauses[number].kind == .relative,
        syntax.nodes[node].part == .pronoun
      {
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
    case .auxiliary, .passiveAuxiliary, .marker, .coordinator, .caseMark, .fixed: taken.insert(node)
    case .punctuation: break
    case .expletive where isPartitive(node): taken.insert(node)
    default: throw refused(node, "has no function that is transferred")
    }
  }

  /// "uccidendone tre": the pronoun that stands for those of whom three are counted.
  private func isPartitive(_ node: Int) -> Bool { syntax.lemma(of: node) == "ne" }

  private mutating func readAdverb(_ node: Int, _ clause: inout AbstractClause) throws(Untransferable) {
    if syntax.nodes[node].features.contains(.negative) || syntax.nodes[node].part == .particle {
      clause.isNegated = true
      taken.insert(node)
      return
    }
    if let time = time(over: node) {
      try take(time, &clause)
      return
    }
    // "dopo che": the connective was taken with its clause.
    guard syntax.dependents(of: node).isEmpty, let sense = sense(node), lexicon.senses[sense].kind == .adverb else {
      throw refused(node, "is an adverb of several senses, or none")
    }
    clause.adverbs.append(sense)
    taken.insert(node)
  }

  /// A clause that hangs on the verb.
  private mutating func readInner(
    _ inner: Int, _ node: Int, of outer: ReadClauses.Found, _ clause: inout AbstractClause
  ) throws(Untransferable) {
    let found = syntax.clauses[inner]
    switch syntax.nodes[node].relation {
    case .conjunct:
      guard found.isFinite || found.kind == .coordinate else { throw refused(node, "stands beside the verb") }
      let said = syntax.dependents(of: node).contains { syntax.nodes[$0].relation == .subject }
      guard !said else { throw refused(node, "has a subject of its own") }
      clause.links.append((.further, try self.clause(inner, needsSubject: false)))
    case .complement where found.isFinite && lexicon.senseClass(clause.verb) == "SAY":
      clause.links.append((.said, try self.clause(inner, needsSubject: true)))
    case .openComplement where lexicon.senseClass(clause.verb) == "ACCUSE":
      clause.links.append((.charge, try self.clause(inner, needsSubject: false)))
    case .adverbialClause where found.kind == .infinitive:
      guard openers(of: node).contains(where: { lexicon.senses[$0].id == "conn/in-order-to" }) else {
        throw refused(node, "is no purpose")
      }
      clause.links.append((.purpose, try self.clause(inner, needsSubject: false)))
    case .adverbialClause where found.kind == .gerund && !syntax.nodes[node].features.contains(.finite):
      guard node > outer.head, openerNodes(of: node).isEmpty else { throw refused(node, "is no outcome") }
      clause.links.append((.outcome, try self.clause(inner, needsSubject: false)))
    case .adverbialClause where found.isFinite:
      // Of "as" nobody knows which one is meant.
      let senses = openers(of: node)
      guard let sense = senses.first, senses.count == 1 || Self.plain.contains(lexicon.senses[sense].id) else {
        throw refused(node, "opens with no connective of one sense")
      }
      let isFronted = node < outer.head
      takeOpener(of: node)
      clause.links.append((.when(sense: sense, isFronted: isFronted), try self.clause(inner, needsSubject: true)))
    default: throw refused(node, "leads a clause that is not transferred")
    }
  }

  /// The senses of the connective before a clause: "per", "dopo che".
  func openers(of node: Int) -> [Int] {
    let words = openerNodes(of: node)
    guard !words.isEmpty else { return [] }
    return lexicon.senses(
      ofConnective: words.map { scene.words(syntax.nodes[$0].span).lowercased() }.joined(separator: " "), language)
  }

  /// Senses of time that come first among those of their words.
  private static let plain: Set<String> = ["conn/after", "conn/when", "conn/before", "conn/while"]

  private func openerNodes(of node: Int) -> [Int] {
    let first = syntax.dependents(of: node).filter { child in
      child < node && syntax.clause(ledBy: child) == nil
        && (syntax.nodes[child].relation == .marker
          || syntax.nodes[child].relation == .adverb
            && syntax.dependents(of: child).contains { syntax.nodes[$0].relation == .fixed })
    }
    return (first + first.flatMap { syntax.dependents(of: $0) }).sorted()
  }

  private mutating func takeOpener(of node: Int) { taken.formUnion(openerNodes(of: node)) }

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
    let finite = helpers.first ?? found.head
    let group = VerbGroupForms(
      finite: syntax.nodes[finite].features, isHave: syntax.nodes[finite].isHave,
      hasHelper: !helpers.isEmpty, isPassive: clause.isPassive, helperCount: helpers.count,
      lemma: syntax.lemma(of: finite) ?? "")
    guard let time = group.time(Languages.grammar(of: language)) else {
      throw refused(found.head, "stands in a tense or under a modal that is not transferred")
    }
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
    if phrase.isSomewhere(scene), !isMotion, lexicon.preposition(preposition, language, before: .named) != nil {
      clause.circumstances.append(.init(tie: .place, phrase: phrase))
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
    return role == "S" ? role : nil
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
    guard syntax.nodes[node].certainty != .open else { return nil }
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
