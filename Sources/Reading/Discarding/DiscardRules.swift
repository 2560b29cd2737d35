public import DocumentModel
import Languages
import Lexicons

/// The rules of a language that leave words fewer readings, as its table has them.
///
/// A row is a tier (`safe`, `likely`), an action (`remove`, `select`), the target, and conditions joined by `&`:
///
/// - `-1 DET` one of the readings of the word before is a determiner; `-1C DET` all are; `!1 NOUN` none is
/// - `*-1 VERB.finite / PUNCT` some word before, up to a mark, at most twelve words off
/// - `-1 DET~` one that agrees with the target in number and gender
/// - sets: `NOUN|ADJ`, `VERB.finite.pl`, `VERB-finite` (without the feature), `.sg`, `"che"`, `<cap>`, `<caps>`, `<initial>`, `<unknown>`,
///   `<joined>`, `<named>` (within a name of the gazetteer), `<digits>`, `<derived>` (an adjective that is a participle), `<edge>`
public struct DiscardRules: Sendable {
  private(set) var rules: [DiscardRule] = []
  private(set) var words: [[UInt8]: UInt16] = [:]

  /// Makes an empty set of rules.
  public init() {}

  private static let looks: [String: ReadWord.Look] = [
    "cap": .capital, "caps": .capitals, "initial": .initial, "unknown": .unknown, "joined": .joined, "digits": .digits,
    "named": .named,
  ]

  /// Reads a table with the columns tier, action, target and where.
  public mutating func read(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["tier", "action", "target", "where"])
    for row in table.rows {
      guard let tier = DiscardRule.Tier(name: row[0]),
        row[1] == "remove" || row[1] == "select"
      else {
        throw table.error(
          at: row, "“\(row[0]) \(row[1])” is no rule", remedy: "Begin with safe or likely, then remove or select")
      }
      guard let target = set(row[2]) else { throw unreadable(row[2], row, table) }
      var conditions: [WordCondition] = []
      for part in row[3].split(separator: "&") {
        guard let condition = condition(part) else { throw unreadable(String(part), row, table) }
        conditions.append(condition)
      }
      rules.append(
        DiscardRule(tier: tier, selects: row[1] == "select", target: target, conditions: conditions))
    }
  }

  private func unreadable(_ part: String, _ row: Table.Row, _ table: Table) -> RuleError {
    table.error(
      at: row, "“\(part)” cannot be read",
      remedy: "Write conditions as -1C DET & !1 NOUN, sets as NOUN|VERB.finite|\"che\"")
  }

  /// "-1C DET~", "*1 VERB / PUNCT", "!2 \"che\""
  private mutating func condition(_ text: Substring) -> WordCondition? {
    var pieces = text.split(separator: " ").map(String.init)
    guard pieces.count >= 2 else { return nil }
    var place = pieces.removeFirst()
    let isNegated = place.hasPrefix("!")
    if isNegated { place.removeFirst() }
    let isScan = place.hasPrefix("*")
    if isScan { place.removeFirst() }
    let isCareful = place.hasSuffix("C")
    if isCareful { place.removeLast() }
    guard let offset = Int(place), abs(offset) <= 12 else { return nil }
    guard let set = set(pieces.removeFirst()) else { return nil }
    var barrier: ReadingSet?
    if !pieces.isEmpty {
      guard pieces.count == 2, pieces[0] == "/", isScan, let found = self.set(pieces[1]) else { return nil }
      barrier = found
    }
    return WordCondition(
      offset: offset, isScan: isScan, isCareful: isCareful, isNegated: isNegated, set: set,
      barrier: barrier)
  }

  private mutating func set(_ text: String) -> ReadingSet? {
    var kinds: [ReadingSet.Kind] = []
    for part in text.split(separator: "|").map(String.init) {
      var kind = ReadingSet.Kind()
      var rest = Substring(part)
      while let first = rest.first {
        switch first {
        case "\"":
          guard let end = rest.dropFirst().firstIndex(of: "\"") else { return nil }
          for word in rest[rest.index(after: rest.startIndex)..<end].split(separator: ";") {
            kind.words.append(number(word))
          }
          rest = rest[rest.index(after: end)...]
        case "<":
          guard let end = rest.firstIndex(of: ">") else { return nil }
          let name = String(rest[rest.index(after: rest.startIndex)..<end])
          if name == "edge" {
            kind.isEdge = true
          } else if name == "derived" {
            kind.isDerived = true
          } else {
            guard let look = Self.looks[name] else { return nil }
            kind.look.formUnion(look)
          }
          rest = rest[rest.index(after: end)...]
        case "~":
          kind.agrees = true
          rest = rest.dropFirst()
        case ".", "-":
          let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "+" }
          guard let feature = ClosedWords.features[String(name)] else { return nil }
          if first == "." { kind.features.formUnion(feature) } else { kind.barred.formUnion(feature) }
          rest = rest.dropFirst(name.count + 1)
        default:
          let name = rest.prefix { $0.isLetter }
          guard let found = PartOfSpeech(name: String(name)) else { return nil }
          kind.parts = PartsOfSpeech(found)
          rest = rest.dropFirst(name.count)
        }
      }
      kinds.append(kind)
    }
    return kinds.isEmpty ? nil : ReadingSet(kinds: kinds)
  }

  private mutating func number(_ word: Substring) -> UInt16 {
    let key = Array(word.utf8)
    if let known = words[key] { return known }
    let added = UInt16(clamping: words.count + 1)
    words[key] = added
    return added
  }
}
