import DocumentModel

/// The fixed words of a brief's page in one language, from its table of phrases.
///
/// Made once with the ruleset, then only read.
public struct PageWords: Sendable {
  /// Words that the page needs and the table does not give.
  public struct Missing: Error, Sendable, Equatable {
    /// The keys, in order.
    public let keys: [String]
  }

  /// The code of the language.
  public let language: String
  private let phrases: [String: String]

  /// The heads of the table of events.
  let columns: [String]

  /// Makes the words of a language from all its phrases by their keys; a failure if some are missing.
  public init(language: String, phrases: [String: String]) throws(Missing) {
    let missing = Self.keys.filter { phrases[$0] == nil }
    guard missing.isEmpty else { throw Missing(keys: missing) }
    let columns = phrases["columns", default: ""].split(separator: ";").map(String.init)
    guard columns.count == EventRow.columnCount else { throw Missing(keys: ["columns"]) }
    self.language = language
    self.phrases = phrases
    self.columns = columns
  }

  /// What a page cannot be written without.
  private static let keys: [String] =
    [
      "origin", "origin-unknown", "published", "dateline", "undated", "publisher", "no-publisher", "not-analyzed",
      "names-recognized", "quotation", "source-sentences", "only-cited", "added", "day", "none-reported", "asserted",
      "columns", "polarity-\(Polarity.negative.rawValue)",
    ] + [ClauseRole.context, .assessment, .uncertain].map { "role-\($0.rawValue)" } + (1...12).map { "month-\($0)" }
    + Certainty.allCases.filter { $0 != .asserted }.map { "certainty-\($0.rawValue)" }
    + EventStatus.allCases.filter { $0 != .accomplished }.map { "status-\($0.rawValue)" }
    + Effect.allCases.map { "effect-\($0.rawValue)" }

  private func phrase(_ key: String) -> String { phrases[key, default: ""] }

  /// A phrase with its gaps filled in.
  private func phrase(_ key: String, _ gaps: (name: String, words: String)...) -> String {
    var text = phrase(key)
    for gap in gaps { text = text.filling("{\(gap.name)}", with: gap.words) }
    return text
  }

  // MARK: - The page

  var sourceSentences: String { phrase("source-sentences") }

  func label(of role: ClauseRole) -> String { phrase("role-\(role.rawValue)") }

  /// Where the report comes from, without a full stop.
  func origin(file: String, language code: String) -> String {
    guard let name = phrases["language-\(code)"] else { return phrase("origin-unknown", ("file", file)) }
    return phrase("origin", ("language", name), ("file", file))
  }

  /// When it was published, and by whom, without a full stop.
  func publication(_ published: String?, dateline: String?, publisher: String?) -> String {
    let source = publisher.map { phrase("publisher", ("name", $0)) } ?? phrase("no-publisher")
    if let published { return phrase("published", ("source", source), ("day", readable(published))) }
    if let dateline { return phrase("dateline", ("source", source), ("words", dateline)) }
    return phrase("undated", ("source", source))
  }

  /// That the report's language is not read.
  var notAnalyzed: String { phrase("not-analyzed") }

  /// Names that the gazetteer knows in a report that is not read.
  func namesRecognized(_ names: [String]) -> String {
    phrase("names-recognized", ("names", names.joined(separator: ", ")))
  }

  /// The short name of an entity in the reader's language, without what only tells homonyms apart.
  func name(of entity: Entity) -> String {
    let name = entity.name(in: language)
    guard name.hasSuffix(")"), let open = name.firstIndex(of: "("), open > name.startIndex else { return name }
    return String(name[..<name.index(before: open)])
  }

  func quoted(_ words: String) -> String { phrase("quotation", ("words", words)) }

  /// How many sentences of a long report are shown.
  func onlyCited(_ count: Int, of total: Int) -> String {
    phrase("only-cited", ("count", String(count)), ("total", String(total)))
  }

  /// What the gazetteer added, without a full stop.
  func added(_ kinds: [String]) -> String {
    let names = kinds.map { phrases["added-\($0)"] ?? $0.split(separator: "_").joined(separator: " ") }
    return phrase("added", ("kinds", names.joined(separator: ", ")))
  }

  /// A day as the language writes it: *13 maggio 2026*, *May 13, 2026*; anything that is no ISO day stays as it is.
  private func readable(_ published: String) -> String {
    let parts = published.prefix { $0 != "T" && $0 != " " }.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return published }
    let day = parts[2] == 1 ? phrases["first-day"] ?? "1" : String(parts[2])
    return phrase("day", ("year", String(parts[0])), ("month", phrase("month-\(parts[1])")), ("day", day))
  }

  // MARK: - The table of events

  var none: String { phrase("none-reported") }

  /// How sure the report is, whether it affirms the event, and how far it has come.
  func certainty(of event: Event) -> String {
    var words: [String] = []
    if event.polarity != .positive { words.append(phrase("polarity-\(event.polarity.rawValue)")) }
    if event.certainty != .asserted { words.append(phrase("certainty-\(event.certainty.rawValue)")) }
    if event.status != .accomplished { words.append(phrase("status-\(event.status.rawValue)")) }
    return words.isEmpty ? phrase("asserted") : words.joined(separator: ", ")
  }

  /// How an event lies to its place, before the place's name; nil for what lies in it.
  func relation(_ relation: String) -> String? {
    guard relation != "in" else { return nil }
    return phrases["relation-\(relation)"] ?? relation.split(separator: "_").joined(separator: " ") + ":"
  }

  func effect(_ effect: Effect) -> String { phrase("effect-\(effect.rawValue)") }
}
