internal import Clauses
internal import DocumentModel
internal import FoundationEssentials
internal import Reading
internal import ServiceSetup

/// Times the reading of words and of clauses alone: every text by the lexicon of one language, each of its lines as a
/// sentence.
enum WordBench {
  static func run(_ options: BenchOptions, language: String, folders: [String]) throws {
    let loaded = try PipelineFolder(folders).load(options.pipeline)
    let lexicon = try LexiconFolder(loaded).clauses(of: language)
    let reader = WordReader(lexicon.words)
    let clauseReader = ClauseReader(lexicon)
    var clauseTime: UInt64 = 0
    var clauses = 0
    var time: UInt64 = 0
    var bytes = 0
    var words = 0
    var sure = 0
    for _ in 0..<options.repeats {
      let lines = try LineReader(path: options.file)
      while let line = lines.next() {
        guard let document = BenchDocument(line: line, number: 0) else { continue }
        let sentences = spans(of: document.bytes)
        let began = Stopwatch.now
        let read = try reader.read(document.bytes, sentences: sentences)
        let wordsEnd = Stopwatch.now
        time += wordsEnd - began
        let found = clauseReader.read(document.bytes, read)
        clauseTime += Stopwatch.now - wordsEnd
        clauses += found.clauses.count
        bytes += document.bytes.count
        words += read.words.count
        sure += read.words.count { $0.certainty == .sure }
      }
    }
    let rate = time == 0 ? 0 : UInt64(bytes) * 1000 / time
    print("\(bytes) bytes, \(words) words, \(sure) of them sure, \(time / 1_000_000) ms, \(rate) MB/s")
    let both = time + clauseTime
    let rateOfBoth = both == 0 ? 0 : UInt64(bytes) * 10_000 / both
    print(
      "\(clauses) clauses, \(clauseTime / 1_000_000) ms; words and clauses \(rateOfBoth / 10).\(rateOfBoth % 10) MB/s")
  }

  private static func spans(of text: [UInt8]) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = 0
    for (offset, byte) in text.enumerated() where byte == 0x0A || offset == text.count - 1 {
      if offset > start { spans.append(TextSpan(start, offset + 1)) }
      start = offset + 1
    }
    return spans
  }
}
