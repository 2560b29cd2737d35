public import DocumentModel

/// Writes a brief as Markdown, for people: headline, source, paragraphs with their sentence numbers, and the sentences
/// that the numbers mean.
///
/// A rendering of the record: it adds no fact. Linear in the size of the record; any thread.
public enum BriefWriter {
  /// The bytes of `<id>.it.md` or `<id>.en.md`, with a newline at the end.
  public static func markdown(_ record: Record, language: BriefLanguage) -> [UInt8] {
    let brief = language == .italian ? record.brief.it : record.brief.en
    let wording = BriefWording(language)
    var blocks = ["# \(Markdown.line(brief.headline))", sourceLine(of: record, wording)]
    blocks += paragraphs(of: brief, wording)
    blocks.append("---")
    blocks.append("## \(wording.sourceSentences)")
    blocks += sourceSentences(of: record, for: brief, wording)
    if let added = addedLine(of: brief, wording) { blocks.append(added) }
    return Array((blocks.joined(separator: "\n\n") + "\n").utf8)
  }

  // MARK: - The parts of the page, from top to bottom

  private static func sourceLine(of record: Record, _ wording: BriefWording) -> String {
    var file = Markdown.code(String(decoding: record.source.name, as: UTF8.self))
    if let part = record.source.part { file += " (\(Markdown.line(part)))" }
    let origin = wording.origin(file: file, language: record.language.code)
    return "*\(origin). \(Markdown.line(wording.publication(record.published))).*"
  }

  /// Lead and items run together; context, assessments and doubts each have their paragraph; quotes stand alone.
  private static func paragraphs(of brief: Brief, _ wording: BriefWording) -> [String] {
    func run(_ roles: Set<ClauseRole>) -> String {
      brief.clauses.filter { roles.contains($0.role) }.map(marked).joined(separator: " ")
    }
    let main = run([.lead, .item])
    let labelled = [ClauseRole.context, .assessment, .uncertain].compactMap { role -> String? in
      let text = run([role])
      return text.isEmpty ? nil : "**\(wording.label(of: role)).** \(text)"
    }
    let quotes = brief.clauses.filter { $0.role == .quote }.map(marked)
    return (main.isEmpty ? [] : [main]) + labelled + quotes
  }

  /// The clause with its sentence numbers, before the full stop if it ends in one.
  private static func marked(_ clause: Clause) -> String {
    let marks = clause.sentences.map { "[\($0 + 1)]" }.joined()
    let text = Markdown.line(clause.text)
    guard !marks.isEmpty else { return text }
    guard text.hasSuffix("."), !text.hasSuffix("..") else { return "\(text) \(marks)" }
    return "\(text.dropLast()) \(marks)."
  }

  /// All sentences of a short report, in a list; of a long one only those referred to, each with its own number.
  private static func sourceSentences(of record: Record, for brief: Brief, _ wording: BriefWording) -> [String] {
    func words(_ position: Int) -> String {
      Markdown.line(String(decoding: record.text[record.sentences[position].span.range], as: UTF8.self))
    }
    let total = record.sentences.count
    guard total > longestFullList else {
      return total == 0 ? [] : [(0..<total).map { "\($0 + 1). \(words($0))" }.joined(separator: "\n")]
    }
    let cited = Set(brief.headlineSentences + brief.clauses.flatMap(\.sentences)).sorted()
    // Markdown would renumber a list with gaps, so these are paragraphs.
    return ["*\(wording.onlyCited(cited.count, of: total))*"] + cited.map { "\($0 + 1)\\. \(words($0))" }
  }

  private static let longestFullList = 40

  private static func addedLine(of brief: Brief, _ wording: BriefWording) -> String? {
    var kinds: [String] = []
    for kind in brief.clauses.flatMap(\.added) where !kinds.contains(kind) { kinds.append(kind) }
    return kinds.isEmpty ? nil : "*\(Markdown.line(wording.added(kinds))).*"
  }
}
