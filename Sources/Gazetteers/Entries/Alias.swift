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
  /// Whether it counts only behind a comma, as the abbreviation of a state does: "Lexington, Ky."
  var isBehindComma = false
  /// What it is to its entity, as far as the table says.
  var ownKind = AliasKind.alias

  /// Reads an alias with its marks. The form is described in the gazetteer files' own header.
  init(_ cell: String) {
    var rest = Substring(cell).utf8
    rule = .title
    context = []
    if rest.first == UInt8(ascii: "?") {
      ownKind = .misspelling
      rest = rest.dropFirst()
    } else if rest.first == UInt8(ascii: "!") {
      ownKind = .former
      rest = rest.dropFirst()
    }
    if rest.first == UInt8(ascii: "=") {
      rule = .exact
      rest = rest.dropFirst()
    } else if rest.first == UInt8(ascii: "^") {
      rule = .inner
      rest = rest.dropFirst()
    } else if rest.first == UInt8(ascii: "~") {
      rule = .any
      rest = rest.dropFirst()
    } else if rest.first == UInt8(ascii: ",") {
      isBehindComma = true
      rest = rest.dropFirst()
    }
    if rest.count > 3, rest.dropLast(2).last == UInt8(ascii: "@") {
      language = String(Substring(rest.suffix(2)))
      rest = rest.dropLast(3)
    }
    if rest.last == UInt8(ascii: "}"), let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      context = rest[open...].dropFirst().dropLast().split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
      rest = rest[..<open]
    }
    text = String(Substring(rest))
  }

  /// The name cell of an entity: any case if it begins in lower case, as "talebani" does.
  init(name: String, kind: AliasKind = .short) {
    text = name
    ownKind = kind
    context = []
    rule = name.unicodeScalars.first.map { $0.isLower } == true ? .any : .title
  }

  /// Whether it has a condition of its own.
  var isMarked: Bool { rule != .title || isBehindComma || !context.isEmpty || language != nil }

  /// What it is to its entity.
  var kind: AliasKind {
    guard ownKind == .alias || ownKind == .short else { return ownKind }
    if isNominal { return .nominal }
    return isAcronym ? .acronym : ownKind
  }

  /// Letters alone, with or without full stops.
  private var isAcronym: Bool {
    let scalars = text.unicodeScalars
    return (2...8).contains(scalars.count)
      && scalars.allSatisfy { $0.isUpper || ".-0123456789".unicodeScalars.contains($0) }
      && scalars.contains { $0.isUpper }
  }

  /// Whether it is a common noun phrase and no name.
  var isNominal: Bool { rule == .any && !text.unicodeScalars.contains { $0.isUpper } }
}

extension Unicode.Scalar {
  /// Whether it is an upper-case letter; without a look into Unicode's tables for ASCII.
  var isUpper: Bool { value < 0x80 ? value >= 0x41 && value <= 0x5A : properties.isUppercase }

  /// Whether it is a lower-case letter.
  var isLower: Bool { value < 0x80 ? value >= 0x61 && value <= 0x7A : properties.isLowercase }

  /// Whether it is a letter of any script.
  var isLetter: Bool { value < 0x80 ? isUpper || isLower : properties.isAlphabetic }
}
