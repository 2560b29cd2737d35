import Briefs
import Clauses
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
  /// Does the step to a document that has been through the steps before it.
  ///
  /// Pure: the same document and ruleset always give the same result, whatever the time, the thread or the machine.
  public func perform(
    on document: inout Document, with handles: inout LaneHandles, ruleset: Ruleset
  ) throws(AnalysisError) {
    try performAlone(on: &document, with: &handles, ruleset: ruleset)
    // What came out of the file just now is extracted already.
    guard self != .extract else { return }
    for index in document.further.indices {
      document.further[index].deadline = document.deadline
      try performAlone(on: &document.further[index], with: &handles, ruleset: ruleset)
    }
  }

  private func performAlone(
    on document: inout Document, with handles: inout LaneHandles, ruleset: Ruleset
  ) throws(AnalysisError) {
    try demand(document.known)
    switch self {
    case .extract: try Self.extract(&document, ruleset)
    case .normalize: try normalize(&document, ruleset)
    case .identify: Self.identify(&document, &handles, ruleset)
    case .split: try split(&document, &handles, ruleset)
    case .match: try inTime { () throws(Deadline.Passed) in try Self.match(&document, ruleset) }
    case .classify:
      readSyntax(&document, ruleset)
      try inTime { () throws(Deadline.Passed) in try Self.classify(&document, ruleset) }
      try checkSyntax(document)
    case .summarize: try summarize(&document, &handles, ruleset)
    case .write: try Self.write(&document, ruleset)
    }
    document.known.formUnion(provides)
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

  private static func extract(_ document: inout Document, _ ruleset: Ruleset) throws(AnalysisError) {
    let reports: [Extracted]
    do throws(IntakeError) {
      reports = try Intake.extract(document.input, name: document.name, extractors: ruleset.extractors)
    } catch {
      throw AnalysisError(
        step: .extract, errorClass: error.errorClass.rawValue, message: error.sentence, remedy: error.remedy)
    }
    let input = document.input
    let digest = SHA256.hex(SHA256.hash(input))
    document.input = []
    for (position, report) in reports.enumerated() {
      // Two reports of a file never share a name, whatever their extractor forgot.
      let part = report.part ?? (reports.count > 1 ? String(position + 1) : nil)
      let source = Source(
        name: document.name, part: part, byteCount: input.count, sha256: digest, mediaType: report.mediaType,
        charset: report.charset, replaced: report.replaced, author: report.attestation.author,
        url: report.attestation.url)
      let id = RecordID.make(pipeline: ruleset.pipeline, name: document.name, part: part, input: input)
      if position == 0 {
        document.take(report, source, id: id)
      } else {
        var further = Document(name: document.name, bytes: [])
        further.isCaseless = document.isCaseless
        further.asksOptions = document.asksOptions
        further.take(report, source, id: id)
        document.further.append(further)
      }
    }
  }

  private static func identify(_ document: inout Document, _ handles: inout LaneHandles, _ ruleset: Ruleset) {
    let (found, isMixed) = ruleset.identifier.survey(document.text, &handles.guesses)
    document.isMixed = isMixed
    document.language = found.code
    document.languagePercent = Int((found.confidence * 100).rounded())
  }

  private func normalize(_ document: inout Document, _ ruleset: Ruleset) throws(AnalysisError) {
    do throws(ICUError) {
      document.folded = try ruleset.tokenizer.folded(document.text, vocabulary: ruleset.vocabulary)
    } catch { throw failure(error) }
  }

  private func split(
    _ document: inout Document, _ handles: inout LaneHandles, _ ruleset: Ruleset
  ) throws(AnalysisError) {
    guard let folded = document.folded else { throw lacking("folded text") }
    do throws(ICUError) {
      document.tokens = try ruleset.tokenizer.tokens(of: document.text, folded: folded, vocabulary: ruleset.vocabulary)
      document.folded = nil
      document.sentences = try ruleset.splitter.sentences(
        of: document.text, blocks: document.blocks, language: document.language, breaker: &handles.breaker)
    } catch { throw failure(error) }
    if document.isMixed {
      for index in document.sentences.indices where document.sentences[index].span.count >= TitleLanguages.shortest {
        try inTime { () throws(Deadline.Passed) in try document.deadline.check() }
        let found = ruleset.identifier.identify(document.text[document.sentences[index].span.range])
        if !found.isUndetermined { document.sentences[index].language = found.code }
      }
      TitleLanguages.judge(&document.sentences)
    }
    document.sentenceTokens = Self.tokenRanges(document)
    document.counts.sentences = document.sentences.count
  }

  private func failure(_ error: ICUError) -> AnalysisError {
    AnalysisError(step: self, errorClass: "internal", message: error.description, remedy: error.remedy)
  }

  /// The tokens of each sentence; both lists are in the order of the text.
  private static func tokenRanges(_ document: Document) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(document.sentences.count)
    var token = 0
    for sentence in document.sentences {
      while token < document.tokens.count, Int(document.tokens[token].start) < sentence.span.start { token += 1 }
      let first = token
      while token < document.tokens.count, Int(document.tokens[token].start) < sentence.span.end { token += 1 }
      ranges.append(first..<token)
    }
    return ranges
  }

  /// So many sentences at the head of a report are read whatever they tell: a brief may choose among them.
  private static let headSentences = 5

  /// Makes ready the reading of clauses: of the sentences that can matter, those that may tell of an event and the first
  /// ones, each when it is first asked for.
  private func readSyntax(_ document: inout Document, _ ruleset: Ruleset) {
    let masthead = Self.masthead(of: document, ruleset)
    document.masthead = masthead
    let names = document.entities.flatMap(\.mentions).filter { $0.kind == .name }.map(\.span)
    var head = 0
    var isHead: [Bool] = []
    let sentences = document.sentences.map { sentence -> (span: TextSpan, language: String)? in
      let isRead = sentence.kind != .furniture
      if isRead { head += 1 }
      isHead.append(isRead && head <= Self.headSentences)
      // "MOPTI Nella mattinata di ieri": the place before the dash is no word of the sentence.
      return isRead ? (masthead.behindDateline(sentence.span), sentence.language) : nil
    }
    let (text, tokens, ranges, entities, all) = (
      document.text, document.tokens, document.sentenceTokens, document.entitiesAtTokens,
      document.sentences
    )
    document.syntax = ruleset.syntax.syntax(
      of: text, sentences, names: names.sorted { $0.start < $1.start }
    ) {
      [reader = ruleset.documentReader, isHead] index in
      isHead[index]
        || reader.mayTell(
          text: text, sentence: all[index], tokens: tokens[ranges[index]], entities: entities)
    }
  }

  /// Throws where a sentence that was asked for could not be read.
  private func checkSyntax(_ document: Document) throws(AnalysisError) {
    if let error = document.syntax.failure { throw failure(error) }
  }

  private static func classify(_ document: inout Document, _ ruleset: Ruleset) throws(Deadline.Passed) {
    let reading = try read(&document, ruleset)
    document.events = ruleset.eventBuilder.events(reading)
    document.eventPositions = ruleset.eventBuilder.eventPositions(reading.frames)
    document.statements = ruleset.eventBuilder.statements(reading)
    document.dates = ruleset.eventBuilder.dates(reading)
    document.counts.events = document.events.count
  }

  /// Reads what the sentences tell, before it is made into events.
  private static func read(
    _ document: inout Document, _ ruleset: Ruleset
  ) throws(Deadline.Passed) -> DocumentReading {
    let reading = try ruleset.documentReader.read(
      text: document.text, sentences: document.sentences, allTokens: document.tokens, tokens: document.sentenceTokens,
      entities: document.entitiesAtTokens, syntax: document.syntax, published: document.masthead.published,
      deadline: document.deadline)
    document.reading = reading
    return reading
  }

  private func summarize(
    _ document: inout Document, _ handles: inout LaneHandles, _ ruleset: Ruleset
  ) throws(AnalysisError) {
    guard let reading = document.reading, let source = document.source else { throw lacking("reading") }
    let events = document.events
    let masthead = document.masthead
    let isRead = ruleset.languages.contains(document.language)
    let material = BriefMaterial(
      text: document.text, sentences: document.sentences, entities: document.entities, reading: reading, events: events,
      positions: document.eventPositions, language: document.language, isRead: isRead,
      tokens: document.tokens, sentenceTokens: document.sentenceTokens, syntax: document.syntax, masthead: masthead)
    var failed: AnalysisError?
    let composed = ruleset.composer.compose(
      material, keySentences: ruleset.parameters["key_sentences"] ?? 3
    ) { text, language in
      do throws(AnalysisError) {
        return try Self.reread(text, language, &handles, ruleset)
      } catch {
        failed = error
        return nil
      }
    }
    if let failed { throw failed }
    try checkSyntax(document)
    document.record = Record(
      id: document.id, source: source,
      pipeline: (name: ruleset.pipeline, version: ruleset.version, ruleset: ruleset.hash),
      generator: (dispaccio: Version.current, icu: LibraryVersion.icu, cld2: LanguageIdentifier.cld2Version),
      title: masthead.title, published: masthead.published?.iso,
      language: (code: document.language, percent: document.languagePercent),
      text: document.text, sentences: document.sentences, entities: document.allEntities,
      candidates: reading.candidates,
      events: events, statements: document.statements, labels: Topics.labels(of: events),
      dates: document.dates, keySentences: composed.keySentences,
      briefs: composed.briefs,
      warnings: document.warnings)
    document.record?.dateline = masthead.published?.span ?? reading.datelineDay?.span
    document.record?.isRead = isRead
    document.record?.unknownNames = document.unknownNames
    document.record?.vouched = composed.vouched
    document.leftOut = composed.leftOut
    document.record?.eventNames = events.map { event in
      ByLanguage(ruleset.briefLanguages.map { ($0, ruleset.phrasebook.name(of: event.concept, in: $0)) })
    }
    document.record?.publisher = masthead.publisher
    document.counts.count(composed.briefs.values)
    document.tokens = []
    document.syntax = Syntax()
    document.entitiesAtTokens = TokenMentions()
  }

  /// What the report says of itself; a place in small letters before a dash is one that the gazetteer knows.
  private static func masthead(of document: Document, _ ruleset: Ruleset) -> Masthead {
    let places = document.entities.filter {
      $0.entity.type == .place || $0.entity.type == .country || $0.entity.type == .facility
    }
    let known = Set(places.flatMap { $0.mentions.map(\.span) })
    var masthead = ruleset.mastheadReader.masthead(
      of: document.text, sentences: document.sentences, language: document.language
    ) { range in known.contains { $0.start == range.lowerBound && $0.end == range.upperBound } }
    // What the file says beside the report's words is meant as its day and its publisher.
    masthead.published = document.attestation.published.flatMap { Masthead.Day(iso: $0) } ?? masthead.published
    masthead.publisher = document.attestation.publisher ?? masthead.publisher
    return masthead
  }

  /// Reads a wording as a text of its own, from words to frames.
  private static func reread(
    _ text: String, _ language: String, _ handles: inout LaneHandles, _ ruleset: Ruleset
  ) throws(AnalysisError) -> DocumentReading? {
    var document = Document(name: [], bytes: [])
    document.text = Array(text.utf8)
    document.language = language
    document.known = [.text, .language]
    for step in [AnalysisStep.normalize, .split, .match] {
      try step.perform(on: &document, with: &handles, ruleset: ruleset)
    }
    AnalysisStep.classify.readSyntax(&document, ruleset)
    try AnalysisStep.classify.inTime { () throws(Deadline.Passed) in
      _ = try read(&document, ruleset)
    }
    try AnalysisStep.classify.checkSyntax(document)
    return document.reading
  }

  private static func write(_ document: inout Document, _ ruleset: Ruleset) throws(AnalysisError) {
    guard let record = document.record else { throw AnalysisStep.write.lacking("record") }
    document.outputs = ruleset.renderings.map { Document.Output(name: $0.name, bytes: $0.bytes(of: record)) }
  }
}

extension Document {
  /// Takes a report as it came out of its file.
  fileprivate mutating func take(_ report: Extracted, _ source: Source, id: String) {
    known = .text
    self.source = source
    self.id = id
    text = report.text
    blocks = report.blocks
    attestation = report.attestation
    if let misreading = report.misreading {
      let isOne = misreading.count == 1
      warnings.append(
        "\(misreading.count) character\(isOne ? " was" : "s were") UTF-8 read as \(misreading.charset) before the file came, and \(isOne ? "was" : "were") turned back"
      )
    }
    guard report.replaced > 0 else { return }
    warnings.append(
      "\(report.replaced) broken byte sequence\(report.replaced == 1 ? " was" : "s were") replaced while decoding from \(report.charset)"
    )
  }
}
