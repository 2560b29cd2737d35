import DocumentModel
import Glibc
import ICU
import Segmentation
import Testing

/// A report, its language, and all that is read of its layout and masthead, a line each.
struct MastheadCase: Sendable, CustomTestStringConvertible {
  let language: String
  let text: String
  let reading: String

  init(_ language: String, _ text: String, _ reading: String) {
    self.language = language
    self.text = text
    self.reading = reading
  }

  var testDescription: String { text.split(separator: "\n").first.map(String.init) ?? "nothing" }
}

/// Reads reports with the project's own tables.
struct MastheadReading: Sendable {
  /// One for all cases: the tables are read once.
  static let shared = Result { try MastheadReading() }

  let splitter: SentenceSplitter
  let reader: MastheadReader

  init() throws {
    var words = MastheadWords()
    try words.readAgencies(file: "agencies.tsv", bytes: Self.bytes("agencies.tsv"))
    try words.readCalendar(file: "calendar.tsv", bytes: Self.bytes("calendar.tsv"))
    try words.readFurniture(file: "furniture.tsv", bytes: Self.bytes("furniture.tsv"))
    var abbreviations: [String: Abbreviations] = [:]
    for language in ["it", "en"] {
      abbreviations[language] = Abbreviations(bytes: Self.bytes("\(language)/abbreviations.txt"))
    }
    splitter = SentenceSplitter(abbreviations: abbreviations, masthead: words)
    reader = MastheadReader(words: words)
  }

  /// The sentences and the masthead of a text.
  func read(
    _ text: [UInt8], _ language: String, isPlace: ((Range<Int>) -> Bool)? = nil
  ) throws -> ([Sentence], Masthead) {
    var breaker = try SentenceBreaker(locale: language)
    let sentences = try splitter.sentences(of: text, language: language, breaker: &breaker)
    return (sentences, reader.masthead(of: text, sentences: sentences, language: language, isPlace: isPlace))
  }

  /// What is read, a line each: the masthead behind `=`, then the sentences behind their kind. `⏎` is a line end.
  func told(_ text: String, _ language: String) throws -> String {
    let bytes = Array(text.utf8)
    let (sentences, masthead) = try read(bytes, language)
    func words(_ span: TextSpan) -> String {
      String(decoding: bytes[span.range], as: UTF8.self).split(separator: "\n").joined(separator: "⏎")
    }
    var lines: [String] = []
    if let title = masthead.title { lines.append("= title: \(words(title))") }
    if let publisher = masthead.publisher { lines.append("= publisher: \(publisher)") }
    if let day = masthead.published {
      lines.append("= published: \(day.iso ?? "--\(day.month)-\(day.day)") “\(day.span.map(words) ?? "")”")
    }
    if let dateline = masthead.dateline { lines.append("= dateline: \(words(dateline))") }
    if let place = masthead.datelinePlace { lines.append("= place: \(words(place))") }
    lines += masthead.furniture.map { "= cut: \(words($0))" }
    lines += sentences.map { "\($0.kind.rawValue): \(words($0.span))" }
    return lines.joined(separator: "\n")
  }

  private static func bytes(_ path: String) -> [UInt8] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    guard let file = fopen("\(root)/pipelines/common/\(path)", "rb") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return bytes
  }
}
