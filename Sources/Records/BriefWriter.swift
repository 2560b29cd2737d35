public import DocumentModel

/// Writes a brief as Markdown, for people: headline, source, paragraphs with their sentence numbers, and the sentences
/// that the numbers mean.
///
/// A rendering of the record: it adds no fact. Linear in the size of the record; any thread.
public enum BriefWriter {
  /// The bytes of `<id>.<language>.md` in the language of the words, with a newline at the end; a brief that the record
  /// has not is an empty page.
  public static func markdown(_ record: Record, words: PageWords) -> [UInt8] {
    let brief = record.briefs[words.language] ?? Brief(headline: "", headlineSentences: [], clauses: [])
    var page = BriefPage(record: record, brief: brief, wording: words)
    page.write()
    return page.bytes
  }
}

/// One page of a brief on its way into bytes. Blocks are parted by an empty line.
private struct BriefPage {
  let record: Record
  let brief: Brief
  let wording: PageWords
  var bytes: [UInt8] = []

  init(record: Record, brief: Brief, wording: PageWords) {
    self.record = record
    self.brief = brief
    self.wording = wording
    bytes.reserveCapacity(record.text.count * 2 + 1024)
  }

  mutating func write() {
    raw("# ")
    line(brief.headline)
    sourceLine()
    paragraphs()
    eventTable()
    beginBlock()
    raw("---")
    beginBlock()
    raw("## ")
    raw(wording.sourceSentences)
    sourceSentences()
    addedLine()
    raw("\n")
  }

  // MARK: - The parts of the page, from top to bottom

  private mutating func sourceLine() {
    var file = Markdown.code(String(decoding: record.source.name, as: UTF8.self))
    if let part = record.source.part { file += " (\(Markdown.line(part)))" }
    let origin = wording.origin(file: file, language: record.language.code)
    beginBlock()
    raw("*\(origin). ")
    let dateline = record.dateline.map { String(decoding: record.text[$0.range], as: UTF8.self) }
    line(wording.publication(record.published, dateline: dateline, publisher: record.publisher))
    raw(".")
    if !record.isRead { raw(" \(wording.notAnalyzed)") }
    raw("*")
  }

  /// The news in order: what is told runs together, each quotation stands alone. Context, assessments and doubts have a
  /// paragraph each.
  private mutating func paragraphs() {
    var wasTold = false
    for clause in brief.clauses where [.lead, .item, .quote].contains(clause.role) {
      let isTold = clause.role != .quote
      if isTold && wasTold { raw(" ") } else { beginBlock() }
      wasTold = isTold
      marked(clause)
    }
    for role in [ClauseRole.context, .assessment, .uncertain] {
      paragraph(label: wording.label(of: role)) { $0 == role }
    }
    if !record.isRead, !placesRead.isEmpty {
      beginBlock()
      line(wording.namesRecognized(placesRead))
    }
  }

  /// The places and names that the gazetteer knows in a report whose language is not read.
  private var placesRead: [String] {
    var found: [String] = []
    for mentioned in record.entities where mentioned.isNamed {
      let name = wording.name(of: mentioned.entity)
      if !found.contains(name) { found.append(name) }
    }
    return found
  }

  private mutating func paragraph(label: String?, _ belongs: (ClauseRole) -> Bool) {
    let clauses = brief.clauses.filter { belongs($0.role) }
    guard !clauses.isEmpty else { return }
    let start = bytes.count
    beginBlock()
    if let label { raw("**\(label).** ") }
    let wordsStart = bytes.count
    for (index, clause) in clauses.enumerated() {
      if index > 0 { raw(" ") }
      marked(clause)
    }
    // A clause without words makes no paragraph.
    if bytes.count == wordsStart { bytes.removeLast(bytes.count - start) }
  }

  /// The clause with its sentence numbers, before the full stop if it ends in one.
  private mutating func marked(_ clause: Clause) {
    let start = bytes.count
    line(clause.text)
    guard !clause.sentences.isEmpty else { return }
    let stop = UInt8(ascii: ".")
    let words = bytes[start...]
    // The stop of "10:30 p.m." is the abbreviation's own.
    let isAbbreviation = words.count > 3 && words[words.endIndex - 3] == stop
    let endsInStop = words.last == stop && words.dropLast().last != stop && !isAbbreviation
    if endsInStop { bytes.removeLast() }
    raw(" ")
    for sentence in clause.sentences { raw("[\(sentence.number)]") }
    if endsInStop { bytes.append(stop) }
  }

  /// All sentences of a short report, in a list; of a long one only those referred to, each with its own number.
  private mutating func sourceSentences() {
    let total = record.sentences.count
    guard total > Self.longestFullList else {
      if total > 0 { beginBlock() }
      for position in record.sentences.positions {
        if position.offset > 0 { raw("\n") }
        raw("\(position.number). ")
        line(record.text[record.sentences[position].span.range])
      }
      return
    }
    let cited = Set(brief.headlineSentences + brief.clauses.flatMap(\.sentences)).sorted()
    beginBlock()
    raw("*\(wording.onlyCited(cited.count, of: total))*")
    // Markdown would renumber a list with gaps, so these are paragraphs.
    for position in cited {
      beginBlock()
      raw("\(position.number)\\. ")
      line(record.text[record.sentences[position].span.range])
    }
  }

  private static let longestFullList = 40

  private mutating func addedLine() {
    var kinds: [String] = []
    for kind in brief.clauses.flatMap(\.added) where !kinds.contains(kind) { kinds.append(kind) }
    guard !kinds.isEmpty else { return }
    beginBlock()
    raw("*")
    line(wording.added(kinds))
    raw(".*")
  }

  // MARK: - The table of events

  private static let mostRows = 8

  /// What was read as an event in the sentences that the brief tells: a row each.
  private mutating func eventTable() {
    // A table looks sure of itself: a row is set only where the whole sentence was read. What is told again has its row.
    let cited = Set(brief.clauses.flatMap(\.sentences)).intersection(record.vouched)
    // Nor would a table without the news do.
    guard let lead = brief.clauses.first?.sentences.first, cited.contains(lead) else { return }
    let rows = record.events.positions.filter { position in
      let event = record.events[position]
      return cited.contains(event.sentence)
        && !event.links.contains { $0.kind == .sameAs && cited.contains(record.events[$0.event].sentence) }
    }
    guard !rows.isEmpty, record.eventNames.count == record.events.count else { return }
    beginBlock()
    raw("| " + wording.columns.joined(separator: " | ") + " |\n|")
    for _ in wording.columns { raw("---|") }
    for position in rows.prefix(Self.mostRows) {
      raw("\n|")
      for cell in EventRow(record: record, position: position, wording: wording).cells {
        raw(" ")
        line(cell.split(separator: "|").joined(separator: "/"))
        raw(" |")
      }
    }
  }

  // MARK: - Bytes

  private mutating func beginBlock() { raw("\n\n") }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func line(_ words: String) {
    var words = words
    words.withUTF8 { Markdown.append(line: $0, to: &bytes) }
  }

  private mutating func line(_ words: ArraySlice<UInt8>) {
    words.withUnsafeBufferPointer { Markdown.append(line: $0, to: &bytes) }
  }
}
