import DocumentModel
import Languages
public import Lexicons

/// The words of one language that numbers and days are made with, ready to be looked up by the numbers of a vocabulary.
public struct QuantityWords: Sendable {
  /// The grammar of the numbers.
  let language: any Language
  let grammar: Grammar
  private var phrases = PhraseTable<QuantityWord>()
  /// Which of ``spoken`` each known word says, from 1, by its number in the vocabulary; 0 for none. No word is taken apart
  /// twice.
  private var numberWords: [UInt32] = []
  /// What words say in numbers, each once.
  private var spoken: [NumberWord] = []
  /// Whether a unit may begin with a word, by its number in the vocabulary.
  private var starters: [Bool] = []
  /// The kinds of phrases that begin with a word, a bit each, by its number in the vocabulary.
  private var openings: [UInt64] = []
  /// Every phrase, until the table is prepared.
  private var phrasesSeen: [(words: [Int32], kind: QuantityWord.Kind)] = []
  /// Whether a unit may stand on a word, by its number in the vocabulary.
  private var cores: [Bool] = []
  /// What leads up to a number, a day or a length, and says nothing by itself.
  private static let leads: Set<QuantityWord.Kind> = [
    .definite, .indefinite, .on, .from, .between, .to, .within, .current, .next, .last, .whole, .hour, .aged, .label,
    .and, .or, .of, .in, .outOf, .dayLead,
  ]
  /// What only stands inside a unit, behind it or before it.
  private static let followers: Set<QuantityWord.Kind> = [
    .and, .or, .of, .to, .point, .outOf, .percent, .ago, .hence, .later, .earlier, .meridiem, .old, .capital,
    .magnitude, .edge, .dayLead, .year, .in,
  ]
  /// The words that may follow digits without a space, "29km", by their letters.
  private var suffixes: [[UInt8]: [QuantityWord]] = [:]
  /// The units of time that rows name.
  var periods: [Period] = []
  /// The names of measures.
  var names: [String] = []

  /// Makes an empty table of a language.
  public init(language code: String) {
    language = Languages.of(code)
    grammar = language.grammar
  }

  /// Takes apart the words of a finished vocabulary, and finds the words without which nothing is a unit.
  public mutating func prepare(_ vocabulary: Vocabulary) {
    var numbers: [NumberWord: UInt32] = [:]
    numberWords = (0..<vocabulary.count).map { word in
      guard let says = language.numberWord(vocabulary.word(Int32(word))) else { return 0 }
      if let known = numbers[says] { return known }
      spoken.append(says)
      numbers[says] = UInt32(spoken.count)
      return UInt32(spoken.count)
    }
    let leads = Set(phrasesSeen.filter { $0.words.count == 1 && Self.leads.contains($0.kind) }.map { $0.words[0] })
    cores = numberWords.map { $0 > 0 }
    for phrase in phrasesSeen where !Self.leads.contains(phrase.kind) && !Self.followers.contains(phrase.kind) {
      // "il giorno [dopo]", "[end] of the"
      guard let core = phrase.words.last(where: { !leads.contains($0) }) ?? phrase.words.first else { continue }
      if Int(core) >= cores.count { cores += repeatElement(false, count: Int(core) + 1 - cores.count) }
      cores[Int(core)] = true
    }
    phrasesSeen = []
  }

  /// What a word says in a number.
  func numberWord(_ word: Int32) -> NumberWord? {
    guard word >= 0, Int(word) < numberWords.count, numberWords[Int(word)] > 0 else { return nil }
    return spoken[Int(numberWords[Int(word)]) - 1]
  }

  /// Whether a unit may begin with a word: "tra", but not "di", which is every tenth word of a text.
  func mayBegin(_ word: Int32) -> Bool { word >= 0 && Int(word) < starters.count && starters[Int(word)] }
  /// Whether a word is a number, or the word of a phrase that makes it more than a lead: "ieri", "[giorno] dopo". Without
  /// one at a place or near behind it nothing begins there: "the", "di", "alle".
  func isCore(_ word: Int32) -> Bool { word >= 0 && Int(word) < cores.count && cores[Int(word)] }
  /// Whether a word is an article as well as a number, "un", "a".
  func isArticle(_ word: Int32) -> Bool { opens(word, .indefinite) }
  /// Whether any phrase begins with a word.
  func opens(_ word: Int32) -> Bool { phrases.opens(word) }
  /// Whether any phrase of a kind begins with a word: asked some twenty times for every "the" and "il".
  func opens(_ word: Int32, _ kind: QuantityWord.Kind) -> Bool {
    word >= 0 && Int(word) < openings.count && openings[Int(word)] & 1 << UInt64(kind.rawValue) != 0
  }
  /// The kinds of phrases that begin with any of the words, a bit each.
  func openings(of tokens: ArraySlice<Token>) -> UInt64 {
    var found: UInt64 = 0
    for token in tokens where token.word >= 0 && Int(token.word) < openings.count { found |= openings[Int(token.word)] }
    return found
  }
  func step(_ state: Int32, _ word: Int32) -> Int32 { phrases.step(state, word) }
  func meanings(_ state: Int32) -> [QuantityWord] { phrases.isEnd(state) ? phrases.meanings(state) : [] }
  func meanings(suffix: [UInt8]) -> [QuantityWord] { suffixes[suffix] ?? [] }

  mutating func insert(_ form: String, _ words: [Int32], _ meaning: QuantityWord) {
    phrases.insert(words, meaning)
    phrasesSeen.append((words, meaning.kind))
    if let first = words.first.map(Int.init) {
      if first >= openings.count { openings += repeatElement(0, count: first + 1 - openings.count) }
      openings[first] |= 1 << UInt64(meaning.kind.rawValue)
    }
    if let first = words.first, !Self.followers.contains(meaning.kind) {
      if Int(first) >= starters.count {
        starters += repeatElement(false, count: Int(first) + 1 - starters.count)
      }
      starters[Int(first)] = true
    }
    guard words.count <= 1 else { return }
    var letters = Array(form.utf8)
    for index in letters.indices where letters[index] >= 0x41 && letters[index] <= 0x5A { letters[index] |= 0x20 }
    if letters.last == UInt8(ascii: ".") { letters.removeLast() }
    suffixes[letters, default: []].append(meaning)
  }
}
