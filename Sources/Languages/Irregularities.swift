/// What is irregular in a verb, read from a cell such as `pp=preso;pr=prese,presero`.
struct Irregularities: Sendable {
  private(set) var values: [String: [String]] = [:]

  /// How many values a key must have: none for a flag, `1` or more, or pairs of a singular and a plural.
  enum Arity {
    case flag, single, pairs
  }

  init() {}

  /// Reads a cell. Keys that are not in `allowed` are refused, as are values that do not come in the right number;
  /// `aliases` are shorter spellings of keys.
  init(
    _ cell: String, of lemma: String, allowed: [(key: String, arity: Arity)], aliases: [String: String] = [:]
  ) throws(MorphologyError) {
    for part in cell.split(separator: ";") {
      let pieces = part.split(separator: "=", maxSplits: 1).map(trimmed)
      guard let written = pieces.first, !written.isEmpty else { continue }
      let key = aliases[written] ?? written
      guard let arity = allowed.first(where: { $0.key == key })?.arity else {
        throw MorphologyError(
          "“\(lemma)” has the unknown irregularity “\(key)”",
          remedy: "Use one of: \(allowed.map(\.key).joined(separator: ", "))")
      }
      let found = pieces.count == 2 ? pieces[1].split(separator: ",").map(trimmed).filter { !$0.isEmpty } : []
      let isRight =
        switch arity {
        case .flag: pieces.count == 1
        case .single: !found.isEmpty
        case .pairs: !found.isEmpty && found.count.isMultiple(of: 2)
        }
      guard isRight else {
        throw MorphologyError(
          "“\(lemma)” has “\(trimmed(part))”, which cannot be read", remedy: "Write \(arity.shape(key))")
      }
      values[key] = found
    }
  }

  subscript(_ key: String) -> [String]? { values[key] }

  mutating func set(_ key: String, to forms: [String]) { values[key] = forms }

  func has(_ key: String) -> Bool { values[key] != nil }

  /// The same with only the first word of each value, since in a multiword lemma `pp=aperto il fuoco` means `aperto`.
  func firstWords() -> Irregularities {
    var copy = self
    copy.values = values.mapValues { $0.map { headAndTail($0).head } }
    return copy
  }

  /// The same with a prefix before each value, which turns the forms of a family's ending into those of its verb.
  func prefixed(by prefix: String) -> Irregularities {
    var copy = self
    copy.values = values.mapValues { $0.map { prefix + $0 } }
    return copy
  }

  /// These, and from `other` what these do not say.
  func filled(from other: Irregularities) -> Irregularities {
    var copy = self
    copy.values.merge(other.values) { mine, _ in mine }
    return copy
  }
}

extension Irregularities.Arity {
  fileprivate func shape(_ key: String) -> String {
    switch self {
    case .flag: "“\(key)” alone"
    case .single: "“\(key)=form”, further variants after commas"
    case .pairs: "“\(key)=singular,plural”, further variants as further pairs"
    }
  }
}

/// A lemma with the irregularities that a cell gives it in brackets, as in `riferire(isc)`.
public struct LemmaWithForms: Sendable, Hashable {
  /// The dictionary form.
  public var lemma: String
  /// The irregularities, as `ItalianVerb` and `EnglishVerb` read them.
  public var forms: String

  /// Makes a lemma.
  public init(lemma: String, forms: String) {
    self.lemma = lemma
    self.forms = forms
  }

  /// Reads a list such as `riferire(isc);affermare;sostenere(pp=sostenuto;pr=sostenne,sostennero)`.
  public static func list(_ cell: String) throws(MorphologyError) -> [LemmaWithForms] {
    var result: [LemmaWithForms] = []
    var lemma = ""
    var forms = ""
    var isInside = false
    for sign in cell + ";" {
      switch sign {
      case "(" where !isInside: isInside = true
      case ")" where isInside: isInside = false
      case ";" where !isInside:
        let word = trimmed(lemma)
        if !word.isEmpty { result.append(LemmaWithForms(lemma: word, forms: trimmed(forms))) }
        lemma = ""
        forms = ""
      default:
        if isInside { forms.append(sign) } else { lemma.append(sign) }
      }
    }
    guard !isInside else {
      throw MorphologyError("“\(cell)” opens a bracket that it does not close", remedy: "Add the missing “)”")
    }
    return result
  }
}

/// The first word of a lemma, and the rest with the space before it.
func headAndTail(_ lemma: String) -> (head: String, tail: String) {
  guard let space = lemma.firstIndex(of: " ") else { return (lemma, "") }
  return (String(lemma[..<space]), String(lemma[space...]))
}

/// The text without spaces at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let text = Substring(text)
  let bytes = text.utf8
  var start = bytes.startIndex
  var end = bytes.endIndex
  while start < end, bytes[start] == 0x20 { start = bytes.index(after: start) }
  while start < end, bytes[bytes.index(before: end)] == 0x20 { end = bytes.index(before: end) }
  return String(text[start..<end])
}
