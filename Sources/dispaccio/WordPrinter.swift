internal import Analysis
internal import Clauses
internal import DocumentModel
internal import FoundationEssentials
internal import Reading
internal import ServiceSetup

/// Prints the words of reports with their readings; opens the lexicon of a language when the first report asks for it.
struct WordPrinter {
  private let folder: LexiconFolder
  private var lexicons: [String: ClauseLexicon] = [:]

  init(_ pipeline: LoadedPipeline) { folder = LexiconFolder(pipeline) }

  /// The lexicon of a language, opened once.
  private mutating func lexicon(of language: String) throws -> ClauseLexicon {
    if let known = lexicons[language] { return known }
    let found = try folder.clauses(of: language)
    lexicons[language] = found
    return found
  }

  /// The words of a report by its own language.
  mutating func read(_ report: Document, isCaseless: Bool = false) throws -> (ClauseLexicon, ReadWords, Record)? {
    guard let record = report.record else { return nil }
    let lexicon = try lexicon(of: record.language.code)
    let words = try WordReader(lexicon.words).read(
      record.text, sentences: record.sentences.map(\.span),
      names: record.entities.flatMap(\.mentions).filter { $0.kind == .name }.map(\.span).sorted { $0.start < $1.start },
      isCaseless: isCaseless)
    return (lexicon, words, record)
  }

  /// CoNLL-U on standard output.
  mutating func print(_ report: Document) throws {
    guard let (lexicon, words, record) = try read(report) else { return }
    let writer = ConlluWriter(text: record.text, lexicon: lexicon.words, words: words)
    let clauses = ClauseReader(lexicon).read(record.text, words)
    for position in record.sentences.positions {
      let arcs = clauses.nodes[clauses.sentences[position.offset]].map { node in
        ConlluWriter.Arc(head: node.head.map { $0 + 1 }, relation: node.relation, isSafe: node.isSafe)
      }
      try Terminal.print(
        Array(writer.sentence(position.offset, named: "\(record.id).s\(position.number)", arcs: arcs).utf8))
    }
  }

  /// For each line of a text, read as a sentence of a language, its clauses.
  mutating func drawSyntax(of text: [UInt8], language: String) throws {
    let lexicon = try lexicon(of: language)
    var spans: [TextSpan] = []
    var start = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.contains(where: { $0 > 0x20 }) { spans.append(TextSpan(start, start + line.count)) }
      start += line.count + 1
    }
    let words = try WordReader(lexicon.words).read(text, sentences: spans)
    let clauses = ClauseReader(lexicon).read(text, words)
    let drawing = ClauseDrawing(text: text, words: words, clauses: clauses)
    for (sentence, span) in spans.enumerated() {
      try Terminal.print(line: String(decoding: text[span.range], as: UTF8.self))
      for line in drawing.lines(ofSentence: sentence) { try Terminal.print(line: line) }
    }
  }

  /// For each word its reading, what else it may be, and how sure that is.
  mutating func explain(_ report: Document) throws {
    guard let (lexicon, words, record) = try read(report) else { return }
    for position in record.sentences.positions {
      try Terminal.print(line: "s\(position.number)")
      for word in words.sentences[position.offset] {
        let readings = words.readings(of: word).map { reading in
          "\(lexicon.words.forms.lemma(of: reading) ?? "?") \(reading.part.name) \(reading.origin)"
        }
        let form = String(decoding: words.spelling(of: word, in: record.text), as: UTF8.self)
        try Terminal.print(line: "  \(form)  \(words.words[word].certainty): \(readings.joined(separator: " | "))")
      }
    }
  }
}
