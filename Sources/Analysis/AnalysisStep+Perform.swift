import Briefs
import Digest
import DocumentModel
import Events
import Gazetteers
import ICU
import Intake
import LanguageIdentification
import Lexicons
import Records
public import Rulesets
import Segmentation

extension AnalysisStep {
  /// Does the step to a dossier that has been through the steps before it.
  ///
  /// Pure: the same dossier and ruleset always give the same result, whatever the time, the thread or the machine.
  public func perform(
    on dossier: inout Dossier, with workbench: inout Workbench, ruleset: Ruleset
  ) throws(AnalysisError) {
    try performAlone(on: &dossier, with: &workbench, ruleset: ruleset)
    // What came out of the file just now is extracted already.
    guard self != .extract else { return }
    for index in dossier.further.indices {
      dossier.further[index].deadline = dossier.deadline
      try performAlone(on: &dossier.further[index], with: &workbench, ruleset: ruleset)
    }
  }

  private func performAlone(
    on dossier: inout Dossier, with workbench: inout Workbench, ruleset: Ruleset
  ) throws(AnalysisError) {
    try demand(dossier.known)
    switch self {
    case .extract: try Self.extract(&dossier, ruleset)
    case .normalize: try normalize(&dossier, ruleset)
    case .identify: Self.identify(&dossier, &workbench, ruleset)
    case .split: try split(&dossier, &workbench, ruleset)
    case .match: try inTime { () throws(Deadline.Passed) in try Self.match(&dossier, ruleset) }
    case .classify: try inTime { () throws(Deadline.Passed) in try Self.classify(&dossier, ruleset) }
    case .summarize: try summarize(&dossier, &workbench, ruleset)
    case .write: try Self.write(&dossier, ruleset)
    }
    dossier.known.formUnion(provides)
  }

  private func inTime(_ body: () throws(Deadline.Passed) -> Void) throws(AnalysisError) {
    do throws(Deadline.Passed) {
      try body()
    } catch {
      throw AnalysisError(
        step: self, errorClass: "timeout", message: "It took longer than the stage \(rawValue) may.",
        remedy: "Split it, raise the stage's deadline in the settings, or try it again on a machine with less to do.")
    }
  }

  // MARK: - Steps

  private static func extract(_ dossier: inout Dossier, _ ruleset: Ruleset) throws(AnalysisError) {
    let reports: [Extracted]
    do throws(IntakeError) {
      reports = try Intake.extract(dossier.input, name: dossier.name, extractors: ruleset.extractors)
    } catch {
      throw AnalysisError(
        step: .extract, errorClass: error.errorClass.rawValue, message: error.sentence, remedy: error.remedy)
    }
    let input = dossier.input
    let digest = SHA256.hex(SHA256.hash(input))
    dossier.input = []
    for (position, report) in reports.enumerated() {
      let source = Source(
        name: dossier.name, part: report.part, byteCount: input.count, sha256: digest, mediaType: report.mediaType,
        charset: report.charset, replaced: report.replaced, author: report.attestation.author,
        url: report.attestation.url)
      let id = RecordID.make(pipeline: ruleset.pipeline, name: dossier.name, part: report.part, input: input)
      if position == 0 {
        dossier.take(report, source, id: id)
      } else {
        var further = Dossier(name: dossier.name, bytes: [])
        further.take(report, source, id: id)
        dossier.further.append(further)
      }
    }
  }

  private static func identify(_ dossier: inout Dossier, _ workbench: inout Workbench, _ ruleset: Ruleset) {
    let (found, isMixed) = ruleset.identifier.survey(dossier.text, &workbench.guesses)
    dossier.isMixed = isMixed
    dossier.language = found.code
    dossier.languagePercent = Int((found.confidence * 100).rounded())
  }

  private func normalize(_ dossier: inout Dossier, _ ruleset: Ruleset) throws(AnalysisError) {
    do throws(ICUError) {
      dossier.folded = try ruleset.tokenizer.folded(dossier.text)
    } catch { throw failure(error) }
  }

  private func split(
    _ dossier: inout Dossier, _ workbench: inout Workbench, _ ruleset: Ruleset
  ) throws(AnalysisError) {
    guard let folded = dossier.folded else { throw nothing("folded text") }
    do throws(ICUError) {
      dossier.tokens = try ruleset.tokenizer.tokens(of: dossier.text, folded: folded, vocabulary: ruleset.vocabulary)
      dossier.folded = nil
      dossier.sentences = try ruleset.splitter.sentences(
        of: dossier.text, blocks: dossier.blocks, language: dossier.language, breaker: &workbench.breaker)
    } catch { throw failure(error) }
    if dossier.isMixed {
      for index in dossier.sentences.indices where dossier.sentences[index].span.count >= 40 {
        try inTime { () throws(Deadline.Passed) in try dossier.deadline.check() }
        let found = ruleset.identifier.identify(dossier.text[dossier.sentences[index].span.range])
        if !found.isUndetermined { dossier.sentences[index].language = found.code }
      }
    }
    dossier.sentenceTokens = Self.tokenRanges(dossier)
    dossier.counts.sentences = dossier.sentences.count
  }

  private func nothing(_ what: String) -> AnalysisError {
    AnalysisError(
      step: self, errorClass: "internal", message: "The step \(rawValue) lacks a \(what).",
      remedy: "This is a fault of the program: please report it with the document.")
  }

  private func failure(_ error: ICUError) -> AnalysisError {
    AnalysisError(step: self, errorClass: "internal", message: error.description, remedy: error.remedy)
  }

  /// The tokens of each sentence; both lists are in the order of the text.
  private static func tokenRanges(_ dossier: Dossier) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(dossier.sentences.count)
    var token = 0
    for sentence in dossier.sentences {
      while token < dossier.tokens.count, Int(dossier.tokens[token].start) < sentence.span.start { token += 1 }
      let first = token
      while token < dossier.tokens.count, Int(dossier.tokens[token].start) < sentence.span.end { token += 1 }
      ranges.append(first..<token)
    }
    return ranges
  }

  private static func match(_ dossier: inout Dossier, _ ruleset: Ruleset) throws(Deadline.Passed) {
    var matches: [GazetteerMatch] = []
    var sentences: [Int] = []
    for (index, range) in dossier.sentenceTokens.enumerated() {
      try dossier.deadline.check()
      let found = ruleset.gazetteer.matches(in: dossier.tokens[range], language: dossier.sentences[index].language)
      matches += found
      sentences += repeatElement(index, count: found.count)
    }
    let resolved = ruleset.resolver.resolve(matches)
    var positions: [Int: Int] = [:]
    for (index, match) in matches.enumerated() {
      dossier.entitiesAtTokens.insert(match.tokens, entity: resolved[index])
      let mention = Mention(
        span: match.span, sentence: sentences[index], kind: match.isNominal ? .nominal : .name)
      if let position = positions[resolved[index]] {
        dossier.entities[position].mentions.append(mention)
      } else {
        positions[resolved[index]] = dossier.entities.count
        dossier.entities.append(
          MentionedEntity(entity: ruleset.gazetteer.entities[resolved[index]], mentions: [mention]))
      }
    }
    dossier.counts.mentions = matches.count
  }

  private static func classify(_ dossier: inout Dossier, _ ruleset: Ruleset) throws(Deadline.Passed) {
    try read(&dossier, ruleset)
    guard let reading = dossier.reading else { return }
    dossier.events = ruleset.eventBuilder.events(reading)
    dossier.eventPositions = ruleset.eventBuilder.eventPositions(reading.frames)
    dossier.statements = ruleset.eventBuilder.statements(reading)
    dossier.dates = ruleset.eventBuilder.dates(reading)
    dossier.counts.events = dossier.events.count
  }

  /// Reads what the sentences tell, before it is made into events.
  private static func read(_ dossier: inout Dossier, _ ruleset: Ruleset) throws(Deadline.Passed) {
    dossier.masthead = masthead(of: dossier, ruleset)
    dossier.reading = try ruleset.documentReader.read(
      text: dossier.text, sentences: dossier.sentences, allTokens: dossier.tokens, tokens: dossier.sentenceTokens,
      entities: dossier.entitiesAtTokens, published: dossier.masthead.published,
      deadline: dossier.deadline)
  }

  private func summarize(
    _ dossier: inout Dossier, _ workbench: inout Workbench, _ ruleset: Ruleset
  ) throws(AnalysisError) {
    guard let reading = dossier.reading, let source = dossier.source else { throw nothing("reading") }
    let events = dossier.events
    let masthead = dossier.masthead
    let isRead = ruleset.languages.contains(dossier.language)
    let material = BriefMaterial(
      text: dossier.text, sentences: dossier.sentences, entities: dossier.entities, reading: reading, events: events,
      positions: dossier.eventPositions, language: dossier.language, isRead: isRead,
      tokens: dossier.tokens, sentenceTokens: dossier.sentenceTokens, masthead: masthead)
    var failed: AnalysisError?
    let composed = ruleset.composer.compose(
      material, keySentences: ruleset.parameters["key_sentences"] ?? 3
    ) { text, language in
      do throws(AnalysisError) {
        return try Self.reread(text, language, &workbench, ruleset)
      } catch {
        failed = error
        return nil
      }
    }
    if let failed { throw failed }
    dossier.record = Record(
      id: dossier.id, source: source,
      pipeline: (name: ruleset.pipeline, version: ruleset.version, ruleset: ruleset.hash),
      generator: (dispaccio: Version.current, icu: LibraryVersion.icu, cld2: LanguageIdentifier.cld2Version),
      title: masthead.title, published: masthead.published?.iso,
      language: (code: dossier.language, percent: dossier.languagePercent),
      text: dossier.text, sentences: dossier.sentences, entities: dossier.entities, candidates: reading.candidates,
      events: events, statements: dossier.statements, labels: Topics.labels(of: events),
      dates: dossier.dates, keySentences: composed.keySentences,
      briefs: composed.briefs,
      warnings: dossier.warnings)
    dossier.record?.dateline = masthead.published?.span ?? reading.datelineDay?.span
    dossier.record?.isRead = isRead
    dossier.record?.vouched = composed.vouched
    dossier.leftOut = composed.leftOut
    dossier.record?.eventNames = events.map { event in
      ByLanguage(ruleset.briefLanguages.map { ($0, ruleset.phrasebook.name(of: event.concept, in: $0)) })
    }
    dossier.record?.publisher = masthead.publisher
    dossier.counts.count(composed.briefs.values)
    dossier.tokens = []
    dossier.entitiesAtTokens = TokenMentions()
  }

  /// What the report says of itself; a place in small letters before a dash is one that the gazetteer knows.
  private static func masthead(of dossier: Dossier, _ ruleset: Ruleset) -> Masthead {
    let places = dossier.entities.filter {
      $0.entity.type == .place || $0.entity.type == .country || $0.entity.type == .facility
    }
    let known = Set(places.flatMap { $0.mentions.map(\.span) })
    var masthead = ruleset.mastheadReader.masthead(
      of: dossier.text, sentences: dossier.sentences, language: dossier.language
    ) { range in known.contains { $0.start == range.lowerBound && $0.end == range.upperBound } }
    // What the file says beside the report's words is meant as its day and its publisher.
    masthead.published = dossier.attestation.published.flatMap { Masthead.Day(iso: $0) } ?? masthead.published
    masthead.publisher = dossier.attestation.publisher ?? masthead.publisher
    return masthead
  }

  /// Reads a wording as a text of its own, from words to frames.
  private static func reread(
    _ text: String, _ language: String, _ workbench: inout Workbench, _ ruleset: Ruleset
  ) throws(AnalysisError) -> DocumentReading? {
    var dossier = Dossier(name: [], bytes: [])
    dossier.text = Array(text.utf8)
    dossier.language = language
    dossier.known = [.text, .language]
    for step in [AnalysisStep.normalize, .split, .match] {
      try step.perform(on: &dossier, with: &workbench, ruleset: ruleset)
    }
    try AnalysisStep.classify.inTime { () throws(Deadline.Passed) in try read(&dossier, ruleset) }
    return dossier.reading
  }

  private static func write(_ dossier: inout Dossier, _ ruleset: Ruleset) throws(AnalysisError) {
    guard let record = dossier.record else { throw AnalysisStep.write.nothing("record") }
    dossier.outputs = ruleset.renderings.map { Dossier.Output(name: $0.name, bytes: $0.bytes(of: record)) }
  }
}

extension Dossier {
  /// Takes a report as it came out of its file.
  fileprivate mutating func take(_ report: Extracted, _ source: Source, id: String) {
    known = .text
    self.source = source
    self.id = id
    text = report.text
    blocks = report.blocks
    attestation = report.attestation
    guard report.replaced > 0 else { return }
    warnings.append(
      "\(report.replaced) broken byte sequence\(report.replaced == 1 ? " was" : "s were") replaced while decoding from \(report.charset)"
    )
  }
}
