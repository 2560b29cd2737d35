import Languages

/// Leaves the words of a sentence fewer readings, by the rules of their language: the safe ones first, then the likely ones,
/// each tier twice over the words. A word keeps at least one.
///
/// Rules, conditions and sets lie in flat arrays, and for each part of speech and each word that rules name there is a row
/// of bits, one a rule: what can touch a word at all is two or three of these rows put together, so that most rules are
/// never tried.
struct Discarder: Sendable {
  struct FlatKind {
    var parts: UInt32
    var features: UInt32
    var barred: UInt32
    var look: UInt8
    var isEdge: Bool
    var isDerived: Bool
    var agrees: Bool
    /// The row of bits that tells which words it has; -1 for one that has any.
    var wordRow: Int32
  }

  struct FlatCondition {
    var offset: Int32
    var isScan: Bool
    var isCareful: Bool
    var isNegated: Bool
    /// The parts of speech that the set has: a word with none of them, or with another one, mostly decides at once.
    var parts: UInt32
    var set: Range<Int32>
    var barrier: Range<Int32>
  }

  struct FlatRule {
    var selects: Bool
    var target: Range<Int32>
    /// The conditions that ask nothing of the reading itself.
    var conditions: Range<Int32>
    /// Those that ask whether something agrees with it.
    var agreements: Range<Int32>
  }

  private var kinds: [FlatKind] = []
  /// Rows of bits, one bit for each word that rules name.
  private var words: [UInt64] = []
  private let wordRowLength: Int
  private var conditions: [FlatCondition] = []
  private var rules: [FlatRule] = []
  /// How many words of 64 bits a row of rules has.
  private let rowLength: Int
  /// Rows of bits, one bit a rule, that tell which rules may touch a word at all.
  private var rows: [UInt64] = []
  private var places = Places()

  /// Where the rows of each kind begin.
  struct Places {
    /// For each part of speech the rules whose target may be one.
    var ofPart = 0
    /// For each word that rules name the rules that ask for no other word at its place; the first row is for all others.
    var ofWord = 0
    /// For each part of speech the rules whose condition on the word before, or behind, one of that part may meet; the last
    /// row is for the edge of the sentence. "-1 DET" is never met behind a verb.
    var behindPart = 0
    var beforePart = 0
    /// For each word that rules name the rules that may hold behind it, and before it.
    var behindWord = 0
    var beforeWord = 0
    /// For each part of speech the rules whose first condition on the word itself it may meet: "0 NOUN".
    var besidePart = 0
    /// For each way to be written the rules that may hold of a word that is: "0 <cap> & !0 <initial>".
    var ofLook = 0
    /// For each tier its rules.
    var ofTier = 0
  }

  /// How far a scan goes.
  static let farthest = 12
  static let sweeps = 2

  init(_ rules: [DiscardRule], wordCount: Int) {
    rowLength = max(1, (rules.count + 63) / 64)
    wordRowLength = (wordCount + 64) / 64
    let parts = PartOfSpeech.allCases.count
    var count = 0
    func room(_ number: Int) -> Int {
      defer { count += number * rowLength }
      return count
    }
    places.ofPart = room(parts)
    places.behindPart = room(parts + 1)
    places.beforePart = room(parts + 1)
    places.besidePart = room(parts + 1)
    places.ofWord = room(wordCount + 1)
    places.behindWord = room(wordCount + 1)
    places.beforeWord = room(wordCount + 1)
    places.ofLook = room(256)
    places.ofTier = room(DiscardRule.Tier.allCases.count)
    self.rows = [UInt64](repeating: 0, count: count)
    for (index, rule) in rules.enumerated() {
      let bit: UInt64 = 1 << UInt64(index & 63)
      func note(_ kind: Int, _ row: Int) { self.rows[kind + row * rowLength + index / 64] |= bit }
      note(places.ofTier, rule.tier.rawValue)
      for part in PartOfSpeech.allCases where rule.target.parts.contains(PartsOfSpeech(part)) {
        note(places.ofPart, Int(part.rawValue))
      }
      let (named, behind, before) = (
        Self.words(namedBy: rule, at: 0), Self.words(namedBy: rule, at: -1), Self.words(namedBy: rule, at: 1)
      )
      for word in 0...wordCount {
        if named?.contains(UInt16(word)) ?? true { note(places.ofWord, word) }
        if behind?.contains(UInt16(word)) ?? true { note(places.behindWord, word) }
        if before?.contains(UInt16(word)) ?? true { note(places.beforeWord, word) }
      }
      for part in 0...parts {
        if Self.mayHold(rule, at: -1, part) { note(places.behindPart, part) }
        if Self.mayHold(rule, at: 1, part) { note(places.beforePart, part) }
        if Self.mayHold(rule, beside: part) { note(places.besidePart, part) }
      }
      let looks = Self.looks(askedBy: rule)
      for look in 0..<256 where looks == 0 || Self.mayHold(rule, look: UInt8(look)) {
        note(places.ofLook, look)
      }
      // What is asked of the word itself is answered soonest.
      let sorted = rule.conditions.sorted { Self.cost($0) < Self.cost($1) }
      let plain = add(sorted.filter { !Self.agrees($0) })
      let agreements = add(sorted.filter { Self.agrees($0) })
      self.rules.append(
        FlatRule(selects: rule.selects, target: add(rule.target), conditions: plain, agreements: agreements))
    }
  }

  /// Whether what a rule asks of a neighbour may be met by a word that can be of a part of speech, or by the edge, which
  /// stands behind all parts.
  private static func mayHold(_ rule: DiscardRule, at offset: Int, _ part: Int) -> Bool {
    rule.conditions.allSatisfy { condition in
      guard condition.offset == offset, !condition.isScan, !condition.isNegated else { return true }
      return condition.set.kinds.contains { kind in
        part == PartOfSpeech.allCases.count ? kind.isEdge : kind.parts.rawValue & 1 << UInt32(part) != 0
      }
    }
  }

  private static func agrees(_ condition: WordCondition) -> Bool { condition.set.kinds.contains { $0.agrees } }

  private mutating func add(_ conditions: [WordCondition]) -> Range<Int32> {
    let first = Int32(self.conditions.count)
    for condition in conditions {
      let set = add(condition.set)
      let barrier = condition.barrier.map { add($0) } ?? 0..<0
      self.conditions.append(
        FlatCondition(
          offset: Int32(condition.offset), isScan: condition.isScan, isCareful: condition.isCareful,
          isNegated: condition.isNegated, parts: condition.set.kinds.reduce(0) { $0 | $1.parts.rawValue }, set: set,
          barrier: barrier))
    }
    return first..<Int32(self.conditions.count)
  }

  private static func cost(_ condition: WordCondition) -> Int {
    condition.isScan ? 100 : abs(condition.offset)
  }

  /// The only words that a rule can have at a place; nil where it names none.
  private static func words(namedBy rule: DiscardRule, at offset: Int) -> Set<UInt16>? {
    var found: Set<UInt16>?
    for condition in rule.conditions where condition.offset == offset && !condition.isScan && !condition.isNegated {
      guard condition.set.kinds.allSatisfy({ !$0.words.isEmpty && !$0.isEdge }) else { continue }
      let named = Set(condition.set.kinds.flatMap(\.words))
      found = found?.intersection(named) ?? named
    }
    return found
  }

  /// Whether a word that can be of a part of speech may meet the first condition on the word itself.
  private static func mayHold(_ rule: DiscardRule, beside part: Int) -> Bool {
    let first = rule.conditions.first { $0.offset == 0 && !$0.isScan && !$0.isNegated && !$0.isCareful }
    return first?.set.kinds.contains { $0.parts.rawValue & 1 << UInt32(part) != 0 } ?? true
  }

  /// The ways to be written that a rule asks for, of the word itself; most ask for none, and hold of all.
  private static func looks(askedBy rule: DiscardRule) -> UInt8 {
    let sets = rule.conditions.filter { $0.offset == 0 && !$0.isScan }.map(\.set) + [rule.target]
    return sets.reduce(0) { found, set in
      // A set without a kind never holds.
      set.kinds.isEmpty ? .max : set.kinds.reduce(found) { $0 | $1.look.rawValue }
    }
  }

  /// Whether a rule may hold of a word that is written in a way.
  private static func mayHold(_ rule: DiscardRule, look: UInt8) -> Bool {
    rule.conditions.allSatisfy { condition in
      guard condition.offset == 0, !condition.isScan else { return true }
      let needed = condition.set.kinds.map(\.look.rawValue)
      if !condition.isNegated { return needed.contains { $0 & look == $0 } }
      // "!0 <unknown>", which asks for nothing but the look
      return condition.set.kinds.allSatisfy { kind in
        let isLookOnly =
          kind.look.rawValue != 0 && kind.words.isEmpty && kind.features.isEmpty && kind.barred.isEmpty
          && !kind.isDerived && !kind.agrees && kind.parts == ReadingSet.Kind().parts
        return !isLookOnly || kind.look.rawValue & look != kind.look.rawValue
      }
    } && rule.target.kinds.contains { $0.look.rawValue & look == $0.look.rawValue }
  }

  private mutating func add(_ set: ReadingSet) -> Range<Int32> {
    let first = Int32(kinds.count)
    for kind in set.kinds {
      kinds.append(
        FlatKind(
          parts: kind.parts.rawValue, features: kind.features.rawValue, barred: kind.barred.rawValue,
          look: kind.look.rawValue, isEdge: kind.isEdge, isDerived: kind.isDerived, agrees: kind.agrees,
          wordRow: kind.words.isEmpty ? -1 : Int32(words.count)))
      guard !kind.words.isEmpty else { continue }
      let first = words.count
      words += repeatElement(0, count: wordRowLength)
      for word in kind.words { words[first + Int(word) / 64] |= 1 << UInt64(word & 63) }
    }
    return first..<Int32(kinds.count)
  }

  /// Goes over the words of a sentence.
  func discard(in range: Range<Int>, _ read: inout ReadWords) {
    read.words.withUnsafeMutableBufferPointer { all in
      read.arena.withUnsafeMutableBufferPointer { arena in
        kinds.withUnsafeBufferPointer { kinds in
          words.withUnsafeBufferPointer { words in
            conditions.withUnsafeBufferPointer { conditions in
              rules.withUnsafeBufferPointer { rules in
                rows.withUnsafeBufferPointer { rows in
                  let pass = Pass(
                    rows: rows, places: places, length: rowLength, kinds: kinds, words: words,
                    conditions: conditions,
                    rules: rules, all: all, arena: arena, range: range)
                  pass.run()
                }
              }
            }
          }
        }
      }
    }
  }
}
