/// How a name must be written to count as a mention.
enum CaseRule: UInt8, Sendable {
  /// A capital where the alias has one, or all capitals.
  case title
  /// Exactly the capitals of the alias.
  case exact
  /// Any.
  case any
  /// As `title`, but not at the start of a sentence, where a capital says nothing: "Nato a Roma".
  case inner
}

/// One way in which a gazetteer writes an entity: `=T2{base|stazione}@it`.
struct Alias: Sendable {
  var text: String
  var rule: CaseRule
  /// Lower-case words, one of which must stand in the same sentence; empty for no condition.
  var context: [String]
  /// The language that it is restricted to, or nil.
  var language: String?

  /// Reads an alias with its marks. The form is described in the gazetteer files' own header.
  init(_ cell: some StringProtocol) {
    var rest = Substring(cell)
    rule = .title
    context = []
    if rest.hasPrefix("=") {
      rule = .exact
      rest = rest.dropFirst()
    } else if rest.hasPrefix("^") {
      rule = .inner
      rest = rest.dropFirst()
    } else if rest.hasPrefix("~") {
      rule = .any
      rest = rest.dropFirst()
    }
    if rest.count > 3, let at = rest.lastIndex(of: "@"), rest.distance(from: at, to: rest.endIndex) == 3 {
      language = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
    }
    if rest.hasSuffix("}"), let open = rest.firstIndex(of: "{") {
      context = rest[rest.index(after: open)...].dropLast().split(separator: "|").map(String.init)
      rest = rest[..<open]
    }
    text = String(rest)
  }

  /// The name cell of an entity: any case if it begins in lower case, as "talebani" does.
  init(name: String) {
    text = name
    context = []
    rule = name.first?.isLowercase == true ? .any : .title
  }

  /// Whether it has a condition of its own.
  var isMarked: Bool { rule != .title || !context.isEmpty || language != nil }

  /// Whether it is a common noun phrase and no name.
  var isNominal: Bool { rule == .any && !text.contains { $0.isUppercase } }
}
