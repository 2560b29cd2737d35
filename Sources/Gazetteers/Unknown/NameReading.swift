public import DocumentModel
import Lexicons

/// What a text names: what the gazetteer knows, and what it does not.
public struct NameReading: Sendable {
  /// The known names in order, each with its sentence, from 0.
  public var matches: [(match: GazetteerMatch, sentence: Int)] = []
  /// The unknown names of which the words around them say what they are, in order.
  public var unknown: [UnknownName] = []
}

/// Puts together what the sentences of a text define and leave unknown.
struct LocalNames {
  let text: UnsafeBufferPointer<UInt8>
  let sentences: [(span: TextSpan, language: String)]
  let cues: NameCues
  let letters: NameLetters
  private(set) var definitions: [LocalDefinition] = []
  private(set) var runs: [NameRun] = []

  init(
    _ text: UnsafeBufferPointer<UInt8>, sentences: [(span: TextSpan, language: String)], cues: NameCues,
    letters: NameLetters
  ) {
    self.text = text
    self.sentences = sentences
    self.cues = cues
    self.letters = letters
  }

  /// Reads a sentence whose names have been found.
  mutating func read(_ matcher: NameMatcher, found: [NameMatcher.Found], sentence: Int, gazetteer: Gazetteer) {
    guard let language = cues.languages[sentences[sentence].language] else { return }
    let outer = found.filter { !$0.isNested }
    var taken = outer.map(\.words)
    let span = sentences[sentence].span
    if text[span.range].contains(UInt8(ascii: "(")) {
      let reader = DefinitionReader(
        text: text, matcher: matcher, cues: cues, language: language, gazetteer: gazetteer, found: found)
      for (acronym, long, candidates) in reader.definitions() {
        let definition = LocalDefinition(
          acronym: Self.span(acronym, matcher), long: Self.span(long, matcher), sentence: sentence,
          candidates: candidates)
        guard !definitions.contains(where: { letters(of: $0.acronym) == letters(of: definition.acronym) }) else {
          continue
        }
        definitions.append(definition)
        taken.removeAll { $0.overlaps(long) || $0.overlaps(acronym) }
        taken += [acronym, long]
      }
      taken.sort { $0.lowerBound < $1.lowerBound }
    }
    var reader = RunReader(text, matcher, cues, language, taken: taken, sentence: sentence)
    runs += reader.read()
  }

  private static func span(_ range: Range<Int>, _ matcher: NameMatcher) -> TextSpan {
    TextSpan(Int(matcher.words[range.lowerBound].start), Int(matcher.words[range.upperBound - 1].end))
  }

  private func letters(of span: TextSpan) -> [UInt64] { letters.letters(text, span.range).map(\.key) }

  // MARK: - Definitions

  /// Makes mentions of the acronyms, before and behind where they are explained, and the unknown names of the rest.
  func reading(_ found: [(match: GazetteerMatch, sentence: Int)]) -> NameReading {
    var reading = NameReading(matches: found)
    for definition in definitions {
      let uses = uses(of: definition.acronym)
      if definition.candidates.isEmpty {
        // What the gazetteer knows by these letters is something else here.
        reading.matches.removeAll { name in uses.contains { $0.span == name.match.span } }
        reading.nest(in: definition.long)
        reading.unknown.append(unknown(definition, uses))
      } else {
        reading.nest(in: definition.long)
        reading.add(
          GazetteerMatch(span: definition.long, candidates: definition.candidates, isNominal: false),
          definition.sentence)
        for use in uses {
          reading.add(
            GazetteerMatch(span: use.span, candidates: definition.candidates, isNominal: false), use.sentence.offset)
        }
      }
    }
    reading.unknown += names()
    reading.unknown.sort { one, other in
      (one.mentions.first?.span ?? TextSpan(0, 0)) < (other.mentions.first?.span ?? TextSpan(0, 0))
    }
    return reading
  }

  private func unknown(_ definition: LocalDefinition, _ uses: [Candidate]) -> UnknownName {
    let long = letters(of: definition.long)
    var mentions = uses + [Candidate(span: definition.long, sentence: SentenceIndex(definition.sentence))]
    mentions += runs.filter { $0.span != definition.long && letters(of: $0.span) == long }
      .map { Candidate(span: $0.span, sentence: SentenceIndex($0.sentence)) }
    mentions.sort { $0.span < $1.span }
    var name = UnknownName(
      kind: "organization", type: .organization, reason: "acronym: \(string(definition.acronym))",
      acronym: definition.acronym, article: article(uses), mentions: mentions)
    if let cue = cue(of: definition) {
      name.kind = cue.kind
      name.type = cue.type
    }
    return name
  }

  /// What the words of the long form themselves say: "Fronte …", "… Brigade".
  private func cue(of definition: LocalDefinition) -> NameCues.Cue? {
    guard let language = cues.languages[sentences[definition.sentence].language] else { return nil }
    let long = definition.long
    var first = long.start
    while first < long.end, text[first] != 0x20 { first += 1 }
    var last = long.end
    while last > long.start, text[last - 1] != 0x20 { last -= 1 }
    return language.first[cues.number(in: text, long.start..<first)]
      ?? language.last[cues.number(in: text, last..<long.end)]
  }

  /// The stretches where an acronym stands as a word of its own: not in "anti-FLA", not in "SPLM-N" for "SPLM".
  private func uses(of acronym: TextSpan) -> [Candidate] {
    let wanted = text[acronym.range]
    guard let first = wanted.first else { return [] }
    var found: [Candidate] = []
    for (position, sentence) in sentences.enumerated() {
      var offset = sentence.span.start
      while offset + wanted.count <= sentence.span.end {
        if text[offset] == first, text[offset..<(offset + wanted.count)].elementsEqual(wanted),
          isWhole(offset..<(offset + wanted.count))
        {
          found.append(
            Candidate(span: TextSpan(offset, offset + wanted.count), sentence: SentenceIndex(position)))
          offset += wanted.count
        } else {
          offset += 1
        }
      }
    }
    return found
  }

  private func isWhole(_ range: Range<Int>) -> Bool {
    if range.lowerBound > 0 {
      var before = range.lowerBound - 1
      while before > 0, text[before] & 0xC0 == 0x80 { before -= 1 }
      if isLetterOrHyphen(before) { return false }
    }
    guard range.upperBound < text.count else { return true }
    guard isLetterOrHyphen(range.upperBound) else { return true }
    // "FLA-led" is of the FLA, "SPLM-N" is no SPLM.
    guard text[range.upperBound] == UInt8(ascii: "-"), range.upperBound + 1 < text.count else { return false }
    return text[range.upperBound + 1] >= UInt8(ascii: "a") && text[range.upperBound + 1] <= UInt8(ascii: "z")
  }

  private func isLetterOrHyphen(_ offset: Int) -> Bool {
    let sort = UInt8(truncatingIfNeeded: letters.entry(scalar(at: offset, in: text).value) >> 56) & 0x0F
    return sort == NameLetters.Sort.letter.rawValue || sort == NameLetters.Sort.hyphen.rawValue
  }

  /// The article that an acronym is mostly used with.
  private func article(_ uses: [Candidate]) -> String? {
    var counts: [(article: String, count: Int)] = []
    for use in uses {
      guard let language = cues.languages[sentences[use.sentence.offset].language] else { continue }
      let limit = sentences[use.sentence.offset].span.start
      var start = use.span.start
      // Over a space, or an apostrophe, which is of the word.
      if start > limit, text[start - 1] == 0x20 { start -= 1 }
      let end = start
      while start > limit, text[start - 1] != 0x20, text[start - 1] != 0x0A, end - start < 12 { start -= 1 }
      let number = cues.number(in: text, start..<min(text.count, use.span.start + 1))
      guard let article = language.articles[number] else { continue }
      if let known = counts.firstIndex(where: { $0.article == article }) {
        counts[known].count += 1
      } else {
        counts.append((article, 1))
      }
    }
    return counts.max { $0.count < $1.count }?.article
  }

  // MARK: - Names

  /// The runs of which anything speaks, with all others of the same letters.
  private func names() -> [UnknownName] {
    guard runs.contains(where: { $0.cue != nil }) else { return [] }
    var groups: [[UInt64]: [NameRun]] = [:]
    var order: [[UInt64]] = []
    for run in runs {
      let key = letters(of: run.span)
      guard !key.isEmpty else { continue }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(run)
    }
    let defined = Set(definitions.map { letters(of: $0.long) } + definitions.map { letters(of: $0.acronym) })
    var found: [UnknownName] = []
    for key in order where !defined.contains(key) {
      guard let runs = groups[key], let best = Self.best(runs) else { continue }
      found.append(
        UnknownName(
          kind: best.cue.kind, type: best.cue.type, reason: best.reason,
          mentions: runs.map { Candidate(span: $0.span, sentence: SentenceIndex($0.sentence)) }))
    }
    return found
  }

  /// The kind that most of the runs are of, with the first reason for it.
  private static func best(_ runs: [NameRun]) -> (cue: NameCues.Cue, reason: String)? {
    var kinds: [(cue: NameCues.Cue, reason: String, count: Int)] = []
    for run in runs {
      guard let cue = run.cue else { continue }
      if let known = kinds.firstIndex(where: { $0.cue == cue }) {
        kinds[known].count += 1
      } else {
        kinds.append((cue, run.reason, 1))
      }
    }
    guard let most = kinds.map(\.count).max(), let best = kinds.first(where: { $0.count == most }) else { return nil }
    return (best.cue, best.reason)
  }

  private func string(_ span: TextSpan) -> String { String(decoding: text[span.range], as: UTF8.self) }
}

extension NameReading {
  /// Names inside of a longer one are no mentions of their own: "Azawad" in "Forces for the Liberation of Azawad".
  fileprivate mutating func nest(in span: TextSpan) {
    for position in matches.indices
    where span.contains(matches[position].match.span) && matches[position].match.span != span {
      matches[position].match.isNested = true
    }
  }

  /// Adds a name, or puts it in the place of what was found on the same letters; a longer name that is there stays.
  fileprivate mutating func add(_ match: GazetteerMatch, _ sentence: Int) {
    if let same = matches.firstIndex(where: { $0.match.span == match.span && !$0.match.isNested }) {
      if matches[same].match.candidates != match.candidates {
        matches[same].match.candidates = match.candidates
        matches[same].match.isNominal = false
      }
      return
    }
    guard !matches.contains(where: { $0.match.span.contains(match.span) && !$0.match.isNested }) else { return }
    let place = matches.firstIndex { $0.match.span.start > match.span.start } ?? matches.count
    matches.insert((match, sentence), at: place)
  }
}
