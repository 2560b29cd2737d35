internal import CCLD2

/// Tells what language a text is in, from at most two kilobytes of it.
///
/// Three witnesses: the script decides Arabic, Russian, Greek and others at once; word lists vote for the languages that
/// have one; CLD2 knows eighty languages but takes *Attentato a Gao* for English, so on short texts the lists weigh more.
/// The same text always gets the same answer, on every machine.
///
/// Sendable notes: an immutable value, and CLD2's tables are constant; share it among threads.
public struct LanguageIdentifier: Sendable {
  /// How many bytes of a text are looked at.
  public static let sampleLimit = 2048

  /// CLD2's code version and the date of its tables: `V2.0 - 20141016`.
  public static var cld2Version: String { String(cString: ccld2_version()) }

  private let votes: WordVotes

  /// An identifier that knows these languages best: by code, words and parts of words in lower case, NFC.
  ///
  /// `l'` is an elided word, `ge-` begins a word, `-ung` ends one, `-sch-` stands within. See ``readList(_:)``.
  public init(functionWords: [String: [String]]) { votes = WordVotes(functionWords) }

  /// The entries of a list: one a line, without empty lines and lines that begin with `#`.
  public static func readList(_ bytes: [UInt8]) -> [String] {
    bytes.split { $0 == 0x0A || $0 == 0x0D }
      .map { $0.drop { $0 == 0x20 || $0 == 0x09 } }
      .map { line in line.prefix(line.reversed().drop { $0 == 0x20 || $0 == 0x09 }.count) }
      .filter { !$0.isEmpty && $0.first != UInt8(ascii: "#") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The language of a text in UTF-8, from its first ``sampleLimit`` bytes; some hundredths of a millisecond for all.
  public func identify(_ text: [UInt8]) -> IdentifiedLanguage { identify(text[...]) }

  /// The same for a part of a text.
  public func identify(_ text: ArraySlice<UInt8>) -> IdentifiedLanguage {
    var memo = LanguageGuesses()
    return identify(Self.sample(text, from: text.startIndex, count: Self.sampleLimit), &memo)
  }

  /// The language of a text, and whether it ``looksMixed(_:)``; for both together less than for one after the other.
  ///
  /// - Parameter memo: what was guessed before, for the texts that come one after another on a thread.
  public func survey(
    _ text: [UInt8], _ memo: inout LanguageGuesses
  ) -> (language: IdentifiedLanguage, isMixed: Bool) {
    memo.bound()
    let language = identify(Self.sample(text[...], from: 0, count: Self.sampleLimit), &memo)
    return (language, looksMixed(text, &memo))
  }

  /// Whether parts of the text are in different languages, so that each sentence should be asked for its own.
  ///
  /// Looks at eight places of 128 bytes over the whole text. A few words of a language are not enough to say so.
  public func looksMixed(_ text: [UInt8]) -> Bool {
    var memo = LanguageGuesses()
    return looksMixed(text, &memo)
  }

  private func identify(_ sample: ArraySlice<UInt8>, _ memo: inout LanguageGuesses) -> IdentifiedLanguage {
    // A hundred words mostly settle it; only where they do not is the rest looked at.
    let head = Self.sample(sample, from: sample.startIndex, count: Self.firstLook)
    if head.count < sample.count {
      let first = verdict(on: head, &memo)
      if first.confidence >= 0.98 { return first }
    }
    return verdict(on: sample, &memo)
  }

  private func verdict(on sample: ArraySlice<UInt8>, _ memo: inout LanguageGuesses) -> IdentifiedLanguage {
    let words = Words(sample)
    if let byScript = identifyByScript(words, sample) { return byScript }
    return identifyLatin(words, sample, Ballot(votes.points(of: words, &memo), words))
  }

  /// How many bytes are looked at first.
  private static let firstLook = 640

  private func looksMixed(_ text: [UInt8], _ memo: inout LanguageGuesses) -> Bool {
    let places = 8
    let size = 128
    var verdicts = PlaceVerdicts()
    var open: [ArraySlice<UInt8>] = []
    for place in 0..<places {
      let start = text.count <= places * size ? place * size : place * (text.count - size) / (places - 1)
      guard start < text.count else { break }
      let sample = Self.sample(text[...], from: start, count: size)
      let words = Words(sample)
      if let byScript = identifyByScript(words, sample) {
        verdicts.add(byScript)
        continue
      }
      let ballot = Ballot(votes.points(of: words, &memo), words)
      // The word lists alone mostly leave one language that can be the answer; CLD2 then need not be asked.
      if let only = ballot.onlyConfidentAnswer {
        verdicts.add(possible: votes.codes[only])
        open.append(sample)
      } else {
        verdicts.add(identifyLatin(words, sample, ballot))
      }
    }
    if verdicts.areMixed || verdicts.cannotBeMixed { return verdicts.areMixed }
    for sample in open { verdicts.add(identify(sample, &memo)) }
    return verdicts.areMixed
  }

  /// What the places of a text said so far.
  private struct PlaceVerdicts {
    private var sure: String?
    private var possible: String?
    private(set) var areMixed = false
    private var differ = false

    mutating func add(_ verdict: IdentifiedLanguage) {
      guard verdict.confidence >= 0.8 else { return }
      if let sure, sure != verdict.code { areMixed = true }
      if let possible, possible != verdict.code { differ = true }
      sure = verdict.code
    }

    /// A place that will say this, or nothing.
    mutating func add(possible code: String) {
      if let known = possible ?? sure, known != code { differ = true }
      possible = code
    }

    var cannotBeMixed: Bool { !differ }
  }

  /// A part that begins and ends between characters.
  private static func sample(_ text: ArraySlice<UInt8>, from start: Int, count: Int) -> ArraySlice<UInt8> {
    var start = start
    while start > text.startIndex, start < text.endIndex, text[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(start + count, text.endIndex)
    while end > start, end < text.endIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[min(start, text.endIndex)..<max(start, end)]
  }
}

// MARK: - Other scripts

extension LanguageIdentifier {
  private func identifyByScript(_ words: Words, _ sample: ArraySlice<UInt8>) -> IdentifiedLanguage? {
    let count = words.count
    guard count > 0 else { return .undetermined }
    let leading = Script.allCases.max { words.scripts[$0.rawValue] < words.scripts[$1.rawValue] } ?? .latin
    var script = leading
    // Japanese mixes kana with Han; Chinese has no kana at all.
    if leading == .han, words.scripts[Script.kana.rawValue] * 10 > words.scripts[Script.han.rawValue] { script = .kana }
    guard script != .latin else { return nil }
    let share = words.scripts[leading.rawValue] * 100 / count
    let hundredths = min(share, count >= 6 ? 99 : 50 + count * 8)
    guard let code = script.language ?? narrowed(script, words, sample) else { return .undetermined }
    return IdentifiedLanguage(code: code, hundredths: hundredths)
  }

  /// Languages that share a script: letters that only one of them writes, else CLD2, else the most likely one.
  private func narrowed(_ script: Script, _ words: Words, _ sample: ArraySlice<UInt8>) -> String? {
    let second = Self.cld2(sample).first { !$0.code.isEmpty }?.code
    switch script {
    case .arabic:
      if words.urdu * 50 > words.count { return "ur" }
      if words.persian * 20 > words.count { return second == "ps" || second == "ku" || second == "ug" ? second : "fa" }
      return "ar"
    case .cyrillic:
      if words.ukrainian > words.russian { return second == "be" || second == "kk" ? second : "uk" }
      if words.russian > 0 { return second == "be" ? second : "ru" }
      return second ?? "ru"
    case .devanagari: return second ?? "hi"
    case .ethiopic: return second ?? "am"
    default: return second
    }
  }
}

// MARK: - Latin script

extension LanguageIdentifier {
  private func identifyLatin(_ words: Words, _ sample: ArraySlice<UInt8>, _ ballot: Ballot) -> IdentifiedLanguage {
    if let sure = ballot.onlySureAnswer { return IdentifiedLanguage(code: votes.codes[sure], hundredths: 99) }
    var scores: [String: Int] = [:]
    for (code, count) in zip(votes.codes, ballot.points) { scores[code] = count }
    for opinion in Self.cld2(sample) {
      scores[opinion.code, default: 0] += weight(of: opinion, ballot, voted: scores[opinion.code])
    }
    // Equal scores go by the order of codes, never by the order of a dictionary.
    let ranked = scores.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    guard let best = ranked.first, best.value > 0 else { return .undetermined }
    if ballot.known == 0, looksLikeNames(words) { return .undetermined }
    let margin = best.value - (ranked.dropFirst().first?.value ?? 0)
    let hundredths = Ballot.confidence(best: best.value, margin: margin)
    guard best.value >= Self.least, hundredths >= Self.unsure else { return .undetermined }
    return IdentifiedLanguage(code: best.key, hundredths: hundredths)
  }

  /// Points below which there is nothing to go by.
  private static let least = 20

  /// Hundredths below which no language is named.
  private static let unsure = 51

  /// CLD2's opinion in points.
  ///
  /// It falls back on English for what it does not know, so its English counts as far as the lists see some too. A
  /// language without a list is believed slowly, unless the lists know few of the words. On a few words it is as sure as
  /// ever and often wrong, *Les candidats de la formation* being English to it and *E invece neanche quando si*
  /// Portuguese, so its voice grows with the words.
  private func weight(of opinion: Opinion, _ ballot: Ballot, voted: Int?) -> Int {
    let full = ballot.mostForeignPoints * opinion.percent / 100
    let isShort = ballot.count < Self.fullHearing
    guard let voted else {
      if isShort { return full * Self.shortForeignPercent / 100 }
      return ballot.isForeign ? full * 3 / 2 : full
    }
    let heard = isShort ? full * Self.shortPercent / 100 : full
    return opinion.code == "en" ? min(heard, voted + 6 * ballot.count) : heard
  }

  /// So many words give CLD2 its full voice.
  private static let fullHearing = 8

  /// What is heard of it on fewer, of a language that has a list and of one that has none.
  private static let shortPercent = 70
  private static let shortForeignPercent = 60

  /// A few capitalized words and nothing else.
  private func looksLikeNames(_ words: Words) -> Bool {
    words.words.count <= 6 && words.words.allSatisfy { $0.isCapitalized || $0.range.count <= 2 }
  }

  private struct Opinion {
    let code: String
    let percent: Int
  }

  private static func cld2(_ sample: ArraySlice<UInt8>) -> [Opinion] {
    let result = sample.withUnsafeBufferPointer { ccld2_identify($0.baseAddress, Int32($0.count)) }
    let codes = [result.codes.0, result.codes.1, result.codes.2].map { String(cString: $0) }
    let percents = [result.percents.0, result.percents.1, result.percents.2]
    return zip(codes, percents)
      .filter { $0.0 != "un" && $0.1 > 0 }
      .map { Opinion(code: canonical($0.0), percent: Int($0.1)) }
  }

  /// CLD2 uses some codes that ISO 639 has withdrawn or that name a script.
  private static func canonical(_ code: String) -> String {
    switch code {
    case "iw": "he"
    case "zh-Hant": "zh"
    case "no", "nn": "nb"
    default: code
    }
  }
}
