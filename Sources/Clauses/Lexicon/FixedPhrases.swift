/// Several words that are one: "a causa di" is a preposition, "as soon as" opens a clause.
struct FixedPhrases: Sendable {
  /// What such words are together.
  enum Kind: UInt8, Sendable {
    case preposition, subordinator, adverb, coordinator

    init?(name: String) {
      switch name {
      case "prep": self = .preposition
      case "sub": self = .subordinator
      case "adv": self = .adverb
      case "cc": self = .coordinator
      default: return nil
      }
    }
  }

  private struct Row: Sendable {
    var kind: Kind
    var forms: [UInt16]
  }

  private var rows: [Row] = []
  /// For each first form its rows, the longest first; those of a form stand together.
  private var first: [Int32] = []
  private var count: [Int32] = []

  mutating func add(_ forms: [UInt16], _ kind: Kind) {
    guard forms.count > 1, !forms.contains(0) else { return }
    rows.append(Row(kind: kind, forms: forms))
  }

  /// Makes the rows ready to be looked up.
  mutating func index(formCount: Int) {
    rows.sort { ($0.forms[0], -$0.forms.count) < ($1.forms[0], -$1.forms.count) }
    first = [Int32](repeating: 0, count: formCount + 1)
    count = [Int32](repeating: 0, count: formCount + 1)
    for (position, row) in rows.enumerated() {
      let form = Int(row.forms[0])
      if count[form] == 0 { first[form] = Int32(position) }
      count[form] += 1
    }
  }

  /// The longest of them that begins at a word: how many words it has, and what it is.
  func match(_ words: [Word], at start: Int) -> (length: Int, kind: Kind)? {
    let form = Int(words[start].form)
    guard form > 0, form < count.count, count[form] > 0 else { return nil }
    for index in Int(first[form])..<(Int(first[form]) + Int(count[form])) {
      let forms = rows[index].forms
      guard start + forms.count <= words.count else { continue }
      var position = 1
      while position < forms.count, words[start + position].form == forms[position] { position += 1 }
      if position == forms.count { return (forms.count, rows[index].kind) }
    }
    return nil
  }
}
