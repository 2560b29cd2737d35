import DocumentModel
import Languages
public import Lexicons

/// Finds the numbers, dates and lengths of time of a sentence.
///
/// At each place the longest thing wins, days before lengths before names before bare numbers, and the next one begins
/// behind it. Every look is bounded, so that the whole is linear in the number of tokens.
public struct QuantityReader {
  let words: QuantityWords
  let text: [UInt8]
  let tokens: ArraySlice<Token>
  /// The day that "today" is; nil if the report gives none.
  let today: CalendarDay?
  /// The number that was read last, and where.
  let lastNumber = LastNumber()
  /// The kinds of phrases that begin anywhere in the sentence, a bit each.
  private let kinds: UInt64

  /// Makes a reader of one sentence; `today` is the day of the report.
  public init(words: QuantityWords, text: [UInt8], tokens: ArraySlice<Token>, today: CalendarDay?) {
    self.words = words
    self.text = text
    self.tokens = tokens
    self.today = today
    kinds = words.openings(of: tokens)
  }

  /// The units of the sentence, in order; none overlaps another.
  public func quantities() -> [Quantity] {
    var found: [Quantity] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard mayBegin(index), let quantity = quantity(at: index) else {
        index += 1
        continue
      }
      found.append(quantity)
      index = max(index + 1, quantity.tokens.upperBound)
    }
    return found
  }

  /// Every number in digits or words, also those inside a date or a length of time: "[2] ottobre", "[tre] ore".
  public func numbers() -> [Quantity] {
    var found: [Quantity] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard mayBegin(index), let number = signed(at: index), number.suffix.isEmpty || number.isScaled,
        !number.isOrdinal, !isWithinWord(index)
      else {
        index += 1
        continue
      }
      found.append(quantity(.number(number.amount), index, number.next, end: number.end))
      // "per cento" has a number in it that is none.
      index = max(index + 1, match(.percent, at: number.next)?.next ?? number.next)
    }
    return found
  }

  private func isWithinWord(_ index: Int) -> Bool {
    index > tokens.startIndex && tokens[index].kind == .number && tokens[index].isJoined
      && tokens[index - 1].kind == .word
  }

  /// Whether a number, a day or a length may begin at a token. Most words do not open any phrase.
  private func mayBegin(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .number: return true
    case .dash, .other: return true
    case .word:
      if words.mayBegin(token.word) { return words.isCore(token.word) || hasCore(behind: index) }
      if startsWithDigit(index) { return true }
      // "T-72", "Oct2"
      if kind(index + 1) == .number && isJoined(index + 1) || endsWithDigit(index) { return true }
      return numberWord(at: index) != nil
    default: return false
    }
  }

  /// Whether a number, a day or a length begins a few words behind a word that leads up to one: "dalla fine di marzo".
  private func hasCore(behind index: Int) -> Bool {
    for place in (index + 1)..<max(index + 1, min(tokens.endIndex, index + 6)) {
      switch tokens[place].kind {
      case .number: return true
      case .word:
        // "all'una" is an hour, "di chi in una notte" no number.
        let word = tokens[place].word
        if words.isCore(word), place == index + 1 || !words.isArticle(word) { return true }
        if startsWithDigit(place) || endsWithDigit(place) { return true }
      default: continue
      }
    }
    return false
  }

  private func quantity(at index: Int) -> Quantity? {
    if let date = date(at: index) { return date }
    if let named = label(at: index) ?? clock(at: index) ?? aged(at: index) { return named }
    if let whole = wholeUnit(at: index) { return whole }
    if let money = moneyBefore(at: index) { return money }
    if let found = measured(at: index) { return found }
    return nil
  }

  // MARK: - Tokens

  func startsWithDigit(_ index: Int) -> Bool {
    tokens[index].end > tokens[index].start && isDigit(text[Int(tokens[index].start)])
  }

  /// Whether the last letter of a word is a digit: "Oct2".
  private func endsWithDigit(_ index: Int) -> Bool {
    tokens[index].end > tokens[index].start && isDigit(text[Int(tokens[index].end) - 1])
  }

  func quantity(
    _ value: Quantity.Value, _ first: Int, _ next: Int, anchor: Quantity.Anchor = .none, end: Int? = nil
  ) -> Quantity {
    let start = Int(tokens[first].start)
    return Quantity(
      value: value, anchor: anchor, span: TextSpan(start, max(start, end ?? Int(tokens[next - 1].end))),
      tokens: first..<next)
  }

  func kind(_ index: Int) -> TokenKind? { index < tokens.endIndex ? tokens[index].kind : nil }

  /// Whether the only byte of a mark is this one.
  func isMark(_ index: Int, _ byte: UInt8) -> Bool {
    guard index < tokens.endIndex, tokens[index].end == tokens[index].start + 1 else { return false }
    return text[Int(tokens[index].start)] == byte
  }

  /// Whether a token touches the one before, or a hyphen that is no token does.
  func isJoined(_ index: Int) -> Bool {
    guard index < tokens.endIndex else { return false }
    return tokens[index].isJoined || index > tokens.startIndex && tokens[index - 1].end == tokens[index].start
  }

  /// Whether a clause may end before a token: nothing, a stop or a mark stands there.
  func endsClause(_ index: Int) -> Bool {
    guard let kind = kind(index) else { return true }
    return kind != .word && kind != .number && kind != .other
  }

  /// The longest phrase of a kind that begins at a token.
  func match(_ kind: QuantityWord.Kind, at index: Int) -> (word: QuantityWord, next: Int)? {
    guard index < tokens.endIndex, words.opens(tokens[index].word, kind) else { return nil }
    return match(at: index) { $0.kind == kind }
  }

  func match(at start: Int, _ accepts: (QuantityWord) -> Bool) -> (word: QuantityWord, next: Int)? {
    guard start < tokens.endIndex, tokens[start].kind == .word, words.opens(tokens[start].word) else { return nil }
    var state = PhraseTable<QuantityWord>.root
    var index = start
    var found: (QuantityWord, Int)?
    while index < tokens.endIndex {
      if index > start, tokens[index].kind == .stop, isJoined(index), isJoined(index + 1) { index += 1 }
      guard tokens[index].kind == .word || tokens[index].kind == .number, index - start < 8 else { break }
      state = words.step(state, tokens[index].word)
      guard state != PhraseTable<QuantityWord>.dead else { break }
      index += 1
      for meaning in words.meanings(state) where accepts(meaning) { found = (meaning, index) }
    }
    return found
  }

  /// One past the full stop of a short form, "ott.", where it touches the word and more follows.
  func afterStop(_ index: Int) -> Int {
    guard index < tokens.endIndex, tokens[index].kind == .stop, isJoined(index), isMark(index, UInt8(ascii: ".")),
      tokens[index - 1].end - tokens[index - 1].start <= 7
    else { return index }
    return index + 1
  }

  /// Whether a phrase of a kind may begin anywhere in the sentence.
  func has(_ kind: QuantityWord.Kind) -> Bool { kinds & 1 << UInt64(kind.rawValue) != 0 }

  func skipped(_ kind: QuantityWord.Kind, at index: Int) -> Int { match(kind, at: index)?.next ?? index }
}
