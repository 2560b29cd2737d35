import DocumentModel

/// Words with capitals that no gazetteer knows as a name.
struct NameRun {
  var span: TextSpan
  var sentence: Int
  /// What the words around it make of it; nil where nothing speaks.
  var cue: NameCues.Cue?
  /// Which words, and where they stand.
  var reason = ""
}

/// Finds the unknown names of a sentence.
struct RunReader {
  let text: UnsafeBufferPointer<UInt8>
  let matcher: NameMatcher
  let cues: NameCues
  let language: NameCues.Words
  /// The words that known names take, in order.
  let taken: [Range<Int>]
  let sentence: Int
  private let words: [NameWord]
  private var runs: [NameRun] = []

  /// Longer runs are headlines or lists.
  private static let longest = 7

  init(
    _ text: UnsafeBufferPointer<UInt8>, _ matcher: NameMatcher, _ cues: NameCues, _ language: NameCues.Words,
    taken: [Range<Int>], sentence: Int
  ) {
    self.text = text
    self.matcher = matcher
    self.cues = cues
    self.language = language
    self.taken = taken
    self.sentence = sentence
    words = matcher.words
  }

  /// The runs of the sentence, in order; none where a capital says nothing.
  mutating func read() -> [NameRun] {
    // "PRESIDENT SAYS CITY OF …"
    guard !matcher.isTitleCase else { return [] }
    var position = 0
    while position < words.count {
      if let known = taken.first(where: { $0.contains(position) }) {
        position = known.upperBound
      } else if let end = numbered(position) {
        position = end
      } else if words[position].isCapitalized, !isArticle(position) {
        position = take(position..<runEnd(position))
      } else {
        position += 1
      }
    }
    return runs
  }

  /// "L'XI reggimento", "Il Fronte …": an article begins no name, whatever its capital.
  private func isArticle(_ position: Int) -> Bool {
    !words[position].isAllCapitals && language.articles[number(position)] != nil
  }

  private func isTaken(_ position: Int) -> Bool { taken.contains { $0.contains(position) } }

  // MARK: - Numbers

  /// "36th Brigade", "XI reggimento", "82nd Airborne Division": where it ends.
  private mutating func numbered(_ first: Int) -> Int? {
    guard isNumeral(words[first]), first + 1 < words.count else { return nil }
    for position in (first + 1)..<min(words.count, first + 4) {
      guard !isTaken(position), isBeside(position) || position == first + 1 && isDegree(first) else { return nil }
      if let cue = language.ordinal[number(position)] {
        // "3 brigade" counts brigades; "47 Brigade" is one.
        guard words[position].isCapitalized || !isCardinal(first) else { return nil }
        append(first..<(position + 1), cue, "number before: \(string(position..<(position + 1)))")
        return position + 1
      }
      guard words[position].isCapitalized else { return nil }
    }
    return nil
  }

  private func isNumeral(_ word: NameWord) -> Bool {
    let bytes = text[Int(word.start)..<Int(word.end)]
    guard let first = bytes.first else { return false }
    if first >= 0x30, first <= 0x39 { return bytes.count <= 10 }
    return word.isAllCapitals && bytes.count <= 6 && bytes.allSatisfy { "IVXLCDM".utf8.contains($0) }
  }

  private func isCardinal(_ position: Int) -> Bool {
    text[Int(words[position].start)..<Int(words[position].end)].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      && !isDegree(position)
  }

  /// "36° reggimento".
  private func isDegree(_ position: Int) -> Bool {
    let between = text[Int(words[position].end)..<Int(words[position + 1].start)]
    return (2...4).contains(between.count)
      && between.allSatisfy { $0 == 0x20 || $0 >= 0x80 || $0 == UInt8(ascii: ".") }
  }

  // MARK: - Runs

  private func isBeside(_ position: Int) -> Bool {
    words[position].gap == .space || words[position].gap == .hyphen || words[position].gap == .none
  }

  /// One past the last word of the run from a word on; small words that link stand inside.
  private func runEnd(_ first: Int) -> Int {
    var end = first + 1
    while end < words.count, isBeside(end), !isTaken(end) {
      if words[end].isCapitalized {
        end += 1
        continue
      }
      var next = end
      while next < words.count, next < end + 2, isBeside(next), !isTaken(next), !words[next].isCapitalized,
        language.links.contains(number(next))
      {
        next += 1
      }
      guard next > end, next < words.count, isBeside(next), !isTaken(next), words[next].isCapitalized else { break }
      end = next + 1
    }
    return end
  }

  /// Notes the run with what speaks for it; returns where to go on.
  private mutating func take(_ whole: Range<Int>) -> Int {
    let next = whole.upperBound
    guard whole.count <= Self.longest else { return next }
    // "Roma Capitale", "Bashar Assad": a known name goes on here, and is none of its own.
    if whole.lowerBound > 0, words[whole.lowerBound].gap == .space, isTaken(whole.lowerBound - 1) { return next }
    if next < words.count, words[next].gap == .space, isTaken(next), words[next].isCapitalized { return next }
    var run = whole
    if let (cue, reason, range) = head(run) {
      append(range, cue, reason)
      return max(next, range.upperBound)
    }
    // "Il generale …", "General James Mattis": the words of the cue have capitals too.
    for start in run.lowerBound..<min(run.upperBound, run.lowerBound + 3) {
      guard let (cue, reason) = before(start) else { continue }
      run = start..<run.upperBound
      // "Rev. Dr. Fred Winters": a title before a title.
      while cue.type == .person, run.count > 1, isTitle(run.lowerBound) { run = (run.lowerBound + 1)..<run.upperBound }
      guard isName(run), !isStreet(whole), !(run.count == 1 && isTitle(run.lowerBound)) else { return next }
      // "il senatore Pdl Carlo Giovanardi".
      if cue.type == .person, run.count > 2, !isGiven(run.lowerBound), isGiven(run.lowerBound + 1) {
        run = (run.lowerBound + 1)..<run.upperBound
      }
      // "west of ST": letters are no town.
      if cue.type == .place, run.count == 1, words[start].isAllCapitals, words[start].end - words[start].start <= 3 {
        return next
      }
      if cue.type != .person, let person = person(run) {
        append(run, person, given(run))
      } else {
        append(run, cue, reason)
      }
      return next
    }
    // At the start of a sentence a capital says nothing: "Ieri Mario Rossi …".
    while run.lowerBound == 0 || run.lowerBound > whole.lowerBound, run.count > 1, isOrdinary(run.lowerBound) {
      run = (run.lowerBound + 1)..<run.upperBound
    }
    guard isName(run), !isStreet(whole) else { return next }
    if let (cue, reason) = after(run) {
      append(run, cue, reason)
    } else if let person = person(run) {
      append(run, person, given(run))
    } else {
      runs.append(NameRun(span: span(run), sentence: sentence))
    }
    return next
  }

  private mutating func append(_ range: Range<Int>, _ cue: NameCues.Cue, _ reason: String) {
    runs.append(NameRun(span: span(range), sentence: sentence, cue: cue, reason: reason))
  }

  private func isOrdinary(_ position: Int) -> Bool { matcher.isOrdinary(Int(words[position].start)) }

  /// Whether one of the words is no word of the language: "Monday", "Stato" are no names.
  private func isName(_ run: Range<Int>) -> Bool {
    run.contains { words[$0].isCapitalized && !isOrdinary($0) && words[$0].end - words[$0].start > 1 }
  }

  /// "via Vittorio Emanuele", "near LaVista Road": no person and no town.
  private func isStreet(_ run: Range<Int>) -> Bool {
    if run.count > 1, language.noneLast.contains(number(run.upperBound - 1)) { return true }
    if language.noneFirst.contains(number(run.lowerBound)) { return true }
    let previous = run.lowerBound - 1
    return previous >= 0 && words[run.lowerBound].gap <= .soft && language.noneFirst.contains(number(previous))
  }

  private func isGiven(_ position: Int) -> Bool {
    matcher.index.classes(of: matcher.number(position)).contains(.given)
  }

  /// Whether a word by itself stands before names.
  private func isTitle(_ position: Int) -> Bool {
    var state = PhraseState(table: language.before)
    return state.step(number(position)) && state.cue != nil
  }

  // MARK: - What speaks

  /// "Tharallah Brigade", "battaglione Azov", "Movimento Arabo dell'Azawad": a word of the name says it.
  private func head(_ run: Range<Int>) -> (NameCues.Cue, String, Range<Int>)? {
    if run.count > 1, let cue = language.last[number(run.upperBound - 1)], isName(run.lowerBound..<(run.upperBound - 1))
    {
      return (cue, "last word: \(string((run.upperBound - 1)..<run.upperBound))", run)
    }
    for start in run where start < run.lowerBound + 2 && start + 1 < run.upperBound {
      // "Florida Association of Realtors" begins with Florida, "Il Fronte …" with its second word.
      guard start == run.lowerBound || isOrdinary(run.lowerBound), let cue = language.first[number(start)],
        isName((start + 1)..<run.upperBound)
      else { continue }
      return (cue, "first word: \(string(start..<(start + 1)))", start..<run.upperBound)
    }
    let previous = run.lowerBound - 1
    // "il battaglione Azov"; but "di fronte Mario Rossi".
    if previous >= 0, !isTaken(previous), words[run.lowerBound].gap == .space,
      let cue = language.first[number(previous)],
      cue.type != .armedGroup, isName(run), person(run) == nil
    {
      return (cue, "first word: \(string(previous..<(previous + 1)))", previous..<run.upperBound)
    }
    return nil
  }

  private func before(_ start: Int) -> (NameCues.Cue, String)? {
    guard start > 0, words[start].gap <= .soft else { return nil }
    var state = PhraseState(table: language.before)
    var best: (cue: NameCues.Cue, first: Int)?
    var position = start - 1
    while position >= 0, !isTaken(position), position == start - 1 || isBeside(position + 1) || isPoint(position),
      state.step(number(position))
    {
      if let cue = state.cue { best = (cue, position) }
      position -= 1
    }
    guard let best else { return nil }
    // A full stop behind a whole word ends a sentence: "… il generale. Rossi …".
    if words[start].gap == .soft, isPoint(start - 1), words[start - 1].end - words[start - 1].start > 4 { return nil }
    return (best.cue, "before: \(string(best.first..<start))")
  }

  /// Whether a full stop and no more stands behind a word: "Gen. Rossi".
  private func isPoint(_ position: Int) -> Bool {
    position + 1 < words.count && words[position + 1].gap == .soft
      && text[Int(words[position].end)] == UInt8(ascii: ".")
  }

  private func after(_ run: Range<Int>) -> (NameCues.Cue, String)? {
    var state = PhraseState(table: language.after)
    var best: (cue: NameCues.Cue, last: Int)?
    var position = run.upperBound
    while position < words.count, isBeside(position), !isTaken(position), state.step(number(position)) {
      if let cue = state.cue { best = (cue, position) }
      position += 1
    }
    return best.map { ($0.cue, "after: \(string(run.upperBound..<($0.last + 1)))") }
  }

  /// "Mario Rossi": a given name and a name that nobody knows.
  private func person(_ run: Range<Int>) -> NameCues.Cue? {
    guard (2...4).contains(run.count), !words[run.lowerBound].isAllCapitals,
      isGiven(run.lowerBound),
      !matcher.index.classes(of: matcher.number(run.upperBound - 1)).contains(.after),
      isName((run.lowerBound + 1)..<run.upperBound)
    else { return nil }
    return NameCues.Cue(kind: "person", type: .person)
  }

  private func given(_ run: Range<Int>) -> String { "given name: \(string(run.lowerBound..<(run.lowerBound + 1)))" }

  // MARK: - Words

  private func number(_ position: Int) -> Int32 {
    cues.number(hash: words[position].hash)
  }

  private func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(Int(words[range.lowerBound].start), Int(words[range.upperBound - 1].end))
  }

  private func string(_ range: Range<Int>) -> String {
    let span = span(range)
    return String(decoding: text[span.range].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
