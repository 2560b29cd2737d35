public import DocumentModel
import Languages
import Lexicons

extension EventLexiconReader {
  /// Reads the scheme of event types, before the concepts: `type subtypes traits`.
  public mutating func readScheme(file: String, bytes: [UInt8]) throws(RuleError) {
    try scheme.read(file: file, bytes: bytes)
  }

  /// Reads concepts: `concept kind type subtype if_state if_nonstate effect weight requires traits`.
  public mutating func readConcepts(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: [
        "concept", "kind", "type", "subtype", "if_state", "if_nonstate", "effect", "weight", "requires", "traits",
      ])
    for row in table.rows {
      guard
        row[2].isEmpty || (row[2] == "background" && row[1] == "statement")
          || scheme.isKnown(type: row[2], subtype: row[3])
      else {
        throw table.error(
          at: row, "The type \"\(row[2])/\(row[3])\" is not of the scheme",
          remedy: "Use one of \(scheme.types.joined(separator: ", ")) with one of its subtypes, or add it to scheme.tsv"
        )
      }
      let effect = Effect(rawValue: row[6])
      guard effect != nil || row[6].isEmpty else {
        throw table.error(
          at: row, "The effect \"\(row[6])\" is not known",
          remedy: "Use one of \(Effect.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let kinds = row[1].split(separator: ">").map(String.init)
      guard let kind = kinds.first, kind == "event" || kind == "statement" else {
        throw table.error(
          at: row, "The kind \"\(row[1])\" is not known", remedy: "Use event, statement, or event>implied-concept")
      }
      let concept = Concept(
        id: row[0], isStatement: kind == "statement", type: row[2], subtype: row[3], ifState: row[4],
        ifNonState: row[5], effect: effect, weight: Int(row[7]) ?? 3, implied: kinds.count > 1 ? kinds[1] : nil,
        requires: try requirements(row, table),
        traits: scheme.traits(of: row[2]).union(try ConceptTraits(row, 9, of: table)))
      guard append(concept) else {
        throw table.error(at: row, "The concept \(row[0]) is given twice", remedy: "Put both lines together")
      }
    }
  }

  /// "target|figure": the groups of participants of which one each must be there, parted by `,`.
  private func requirements(_ row: Table.Row, _ table: Table) throws(RuleError) -> [[Requirement]] {
    var groups: [[Requirement]] = []
    for group in row[8].split(separator: ",") {
      var kinds: [Requirement] = []
      for name in group.split(separator: "|") {
        guard let kind = Requirement(rawValue: String(name)) else {
          throw table.error(
            at: row, "The participant \"\(name)\" is not known",
            remedy: "Use one of \(Requirement.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        kinds.append(kind)
      }
      groups.append(kinds)
    }
    return groups
  }

  /// Reads named sets of words that veto a trigger: `set words`.
  public mutating func readVetoes(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["set", "words"])
    for row in table.rows {
      var set: [Int32] = []
      for word in row.list(1) { set += try words(word).prefix(1) }
      vetoSets[row[0], default: []] += set
    }
  }

  /// Reads triggers of one language: `lemma pos concept forms roles needs unless`.
  public mutating func readTriggers(file: String, bytes: [UInt8], language: String) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes, columns: ["lemma", "pos", "concept", "forms", "roles", "needs", "unless"])
    // Most triggers share their vetoes with many others.
    var known: [String: [Int32]] = [:]
    for row in table.rows {
      guard let concept = tables.conceptPositions[row[2]] else {
        throw table.error(
          at: row, "The concept \"\(row[2])\" is not in the table of concepts",
          remedy: "Add it there, or use one that is")
      }
      let isNoun = row[1] == "n"
      var trigger = Trigger(
        lemma: row[0], isNoun: isNoun, concept: concept, subject: isNoun ? nil : .actor,
        object: isNoun ? nil : .target, prepositions: isNoun ? Self.nounDefaults : Self.verbDefaults, adjective: .actor,
        needs: [], vetoes: [], origin: "\(file):\(row.line)")
      try readRoles(of: &trigger, row, table, language)
      for need in row[5].split(separator: "|") {
        let name = need.filter { $0 != " " }
        guard let known = Need(rawValue: name) else {
          throw table.error(at: row, "The need \"\(name)\" is not known", remedy: "Use armed, human, site, place …")
        }
        if known != .any { trigger.needs.append(known) }
      }
      if let vetoes = known[row[6]] {
        trigger.vetoes = vetoes
      } else {
        trigger.vetoes = try vetoes(row, table)
        known[row[6]] = trigger.vetoes
      }
      if !isNoun { trigger.isReflexive = Languages.of(language).isReflexive(lemma: row[0]) }
      let position = append(trigger, to: \.triggers)
      try insertForms(of: row, position, table, language)
    }
  }

  /// The words that veto a trigger, sorted: those of named sets and its own.
  private func vetoes(_ row: Table.Row, _ table: Table) throws(RuleError) -> [Int32] {
    var found: [Int32] = []
    for word in row.list(6) {
      if word.hasPrefix("@") {
        guard let set = vetoSets[String(word.dropFirst())] else {
          throw table.error(at: row, "The set \(word) is not known", remedy: "Define it in vetoes.tsv")
        }
        found += set
      } else {
        found += try words(word).prefix(1)
      }
    }
    return found.sorted()
  }

  private static let nounDefaults: [Preposition: Role] = [
    .of: .actor, .by: .actor, .attributedTo: .actor, .against: .target, .on: .target, .between: .both, .with: .target,
  ]
  private static let verbDefaults: [Preposition: Role] = [
    .by: .actor, .attributedTo: .actor, .against: .target,
  ]
  private static let prepositionNames: [String: Preposition] = [
    "di": .of, "a": .to, "da": .from, "in": .in, "con": .with, "su": .on, "per": .for, "tra": .between,
    "fra": .between, "contro": .against, "verso": .toward, "presso": .at, "of": .of, "to": .to, "from": .from,
    "with": .with, "on": .on, "for": .for, "between": .between, "against": .against, "at": .at, "over": .over,
    "by": .by, "into": .to, "near": .near, "among": .between, "toward": .toward, "towards": .toward,
    "through": .through, "after": .after, "upon": .on, "about": .over,
  ]

  private func readRoles(
    of trigger: inout Trigger, _ row: Table.Row, _ table: Table, _ language: String
  ) throws(RuleError) {
    for pair in row[4].split(separator: " ") {
      let sides = pair.split(separator: "=").map(String.init)
      if sides.count == 2, sides[0] == "status", let status = EventStatus(rawValue: sides[1]) {
        trigger.status = status
        continue
      }
      guard sides.count == 2, let role = Role(rawValue: sides[1] == "instrument-or-ignored" ? "instrument" : sides[1])
      else {
        throw table.error(at: row, "The role \"\(pair)\" cannot be read", remedy: "Write slot=role, as in di=target")
      }
      switch sides[0] {
      case "subj": trigger.subject = role
      case "obj": trigger.object = role
      case "adj": trigger.adjective = role
      default:
        guard var preposition = Self.prepositionNames[sides[0]] else {
          throw table.error(
            at: row, "The slot \"\(sides[0])\" is not known",
            remedy: "Use subj, obj, adj or a preposition in its plain form")
        }
        if preposition == .from, Languages.grammar(of: language).contains(.agentFrom), !trigger.isNoun, role == .actor {
          preposition = .by
        }
        trigger.prepositions[preposition] = role
      }
    }
  }

  private mutating func insertForms(
    of row: Table.Row, _ position: Int, _ table: Table, _ language: String
  ) throws(RuleError) {
    let forms: [(text: String, sense: Sense)]
    if row[1] == "n" {
      forms = Self.nounForms(row, position, language)
    } else {
      do throws(MorphologyError) {
        forms = try Self.verbForms(lemma: row[0], irregular: row[3], language, .verb(position))
      } catch { throw table.error(at: row, error) }
    }
    for form in forms { try insert(form.text, language, form.sense) }
  }

  private static func nounForms(
    _ row: Table.Row, _ position: Int, _ language: String
  ) -> [(text: String, sense: Sense)] {
    let given = nounForms(row[3])
    let plural = given.plural ?? Languages.of(language).plural(of: row[0], isFeminine: given.isFeminine)
    let singular = Sense(kind: .eventNoun(position), isFeminine: given.isFeminine)
    guard plural != row[0] else { return [(row[0], singular)] }
    return [
      (row[0], singular), (plural, Sense(kind: .eventNoun(position), isPlural: true, isFeminine: given.isFeminine)),
    ]
  }

  private static func nounForms(_ cell: String) -> (plural: String?, isFeminine: Bool) {
    var plural: String?
    var isFeminine = false
    for part in cell.split(separator: ";") {
      if part.hasPrefix("pl=") { plural = String(part.dropFirst(3)) }
      if part == "g=f" { isFeminine = true }
    }
    return (plural, isFeminine)
  }
}
