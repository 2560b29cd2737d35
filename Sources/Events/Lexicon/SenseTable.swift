import Lexicons

/// All that a word or phrase may be, ready to be handed out without a copy.
struct SenseSet: Sendable {
  /// The readings, in the order of the files.
  var senses: [Sense] = []
  /// Which kinds of reading there are, so that most questions cost one test of a bit.
  var kinds: Kinds = []

  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt32
    static let function = Kinds(rawValue: 1)
    static let noun = Kinds(rawValue: 2)
    static let eventNoun = Kinds(rawValue: 4)
    static let verb = Kinds(rawValue: 8)
    static let adjective = Kinds(rawValue: 16)
    static let demonymAdjective = Kinds(rawValue: 32)
    static let demonymNoun = Kinds(rawValue: 64)
    static let cue = Kinds(rawValue: 128)
    static let time = Kinds(rawValue: 256)
    static let quantifier = Kinds(rawValue: 512)
    static let numeral = Kinds(rawValue: 1024)
    static let collective = Kinds(rawValue: 2048)
    static let month = Kinds(rawValue: 4096)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ kind: Sense.Kind) {
      switch kind {
      case .noun: self = .noun
      case .adjective: self = .adjective
      case .demonymAdjective: self = .demonymAdjective
      case .demonymNoun: self = .demonymNoun
      case .verb, .saying, .control, .support: self = .verb
      case .eventNoun: self = .eventNoun
      case .cue: self = .cue
      case .time: self = .time
      case .quantifier: self = .quantifier
      case .numeral: self = .numeral
      case .collective: self = .collective
      case .month: self = .month
      case .function: self = .function
      }
    }
  }

  mutating func append(_ sense: Sense) {
    senses.append(sense)
    kinds.insert(Kinds(sense.kind))
  }
}

/// The phrases of one language with everything that they may be.
struct SenseTable: Sendable {
  private var phrases = PhraseTable<Int32>()
  private var sets: [SenseSet] = []
  /// The state behind a first word, by the word; most words need no look-up by hash at all.
  private var firstStates: [Int32] = []
  /// Whether any phrase goes on behind a state.
  private var continues: [Bool] = []
  /// For each state which of the sets its phrase has, or -1.
  private var setOfState: [Int32] = []

  /// The state behind a first word, or `dead`.
  func first(_ word: Int32) -> Int32 {
    word >= 0 && Int(word) < firstStates.count ? firstStates[Int(word)] : PhraseTable<Int32>.dead
  }
  /// Whether a longer phrase may begin with what led to the state.
  func goesOn(_ state: Int32) -> Bool { Int(state) < continues.count && continues[Int(state)] }
  func step(_ state: Int32, _ word: Int32) -> Int32 { phrases.step(state, word) }
  func isEnd(_ state: Int32) -> Bool { set(at: state) >= 0 }

  /// What the phrase of a state may be.
  func senses(_ state: Int32) -> SenseSet {
    let set = set(at: state)
    return set >= 0 ? sets[Int(set)] : SenseSet()
  }

  private func set(at state: Int32) -> Int32 {
    state >= 0 && Int(state) < setOfState.count ? setOfState[Int(state)] : -1
  }

  mutating func insert(_ phrase: [Int32], _ sense: Sense) {
    var state = PhraseTable<Int32>.root
    for word in phrase where state != PhraseTable<Int32>.dead { state = phrases.step(state, word) }
    if state != PhraseTable<Int32>.dead, isEnd(state) {
      sets[Int(set(at: state))].append(sense)
      return
    }
    var set = SenseSet()
    set.append(sense)
    phrases.insert(phrase, Int32(sets.count))
    sets.append(set)
    note(phrase, Int32(sets.count - 1))
  }

  private mutating func note(_ phrase: [Int32], _ set: Int32) {
    guard let word = phrase.first else { return }
    var state = phrases.step(PhraseTable<Int32>.root, word)
    if Int(word) >= firstStates.count {
      firstStates += repeatElement(PhraseTable<Int32>.dead, count: Int(word) + 1 - firstStates.count)
    }
    firstStates[Int(word)] = state
    for next in phrase.dropFirst() {
      if Int(state) >= continues.count { continues += repeatElement(false, count: Int(state) + 1 - continues.count) }
      continues[Int(state)] = true
      state = phrases.step(state, next)
    }
    if Int(state) >= setOfState.count {
      setOfState += repeatElement(-1, count: Int(state) + 1 - setOfState.count)
    }
    setOfState[Int(state)] = set
  }
}

/// The phrases of a language as all readers share them: whoever holds them holds one reference, not five.
final class Phrases: Sendable {
  private let table: SenseTable

  init(_ table: SenseTable) { self.table = table }

  /// The state behind a first word, or `dead`.
  func first(_ word: Int32) -> Int32 { table.first(word) }
  /// Whether a longer phrase may begin with what led to the state.
  func goesOn(_ state: Int32) -> Bool { table.goesOn(state) }
  func step(_ state: Int32, _ word: Int32) -> Int32 { table.step(state, word) }
  func isEnd(_ state: Int32) -> Bool { table.isEnd(state) }
  /// What the phrase of a state may be.
  func senses(_ state: Int32) -> SenseSet { table.senses(state) }
}
