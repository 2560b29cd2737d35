/// A sentence with its marks: clauses, and functions in them, by bytes of the plain sentence.
struct MarkedSentence {
  struct Clause {
    var kind: String
    var start: Int
    var end = 0
  }

  struct Function {
    /// "S", "O", "I", "A"
    var role: String
    var start: Int
    var end = 0
    var clause: Int?
  }

  private(set) var plain: [UInt8] = []
  private(set) var clauses: [Clause] = []
  private(set) var functions: [Function] = []
  /// What is open: a clause by its number, or a function by its own.
  private var open: [(isClause: Bool, index: Int)] = []

  /// Reads a line: attributes and braces go, words stay.
  init(_ marked: Substring) {
    for piece in marked.split(separator: " ", omittingEmptySubsequences: true) {
      if piece.hasPrefix("<") {
        begin(String(piece.dropFirst()), at: plain.isEmpty ? 0 : plain.count + 1)
        continue
      }
      // "ø=la_polizia", "F=O"
      if plain.isEmpty || !piece.contains("{"), piece.contains("="), !piece.contains(">") { continue }
      read(piece)
    }
  }

  private mutating func begin(_ kind: String, at start: Int) {
    clauses.append(Clause(kind: kind, start: start))
    open.append((true, clauses.count - 1))
  }

  private mutating func read(_ piece: Substring) {
    let base = plain.isEmpty ? 0 : plain.count + 1
    var word = ""
    var rest = piece
    while let sign = rest.popFirst() {
      switch sign {
      case "{":
        // "P:con{", "S{": the name before it is a mark.
        let role = word.range(ofRole: ())
        let name = String(word[role...])
        word.removeSubrange(role...)
        let clause = open.last { $0.isClause }?.index
        functions.append(Function(role: name, start: base + word.utf8.count, clause: clause))
        open.append((false, functions.count - 1))
      case "}":
        if let last = open.popLast() { functions[last.index].end = base + word.utf8.count }
      case ">":
        if let last = open.popLast() { clauses[last.index].end = base + word.utf8.count }
      case "<":
        let kind = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(kind.count)
        begin(String(kind), at: base + word.utf8.count)
      default: word.append(sign)
      }
    }
    guard !word.isEmpty else { return }
    if !plain.isEmpty { plain.append(0x20) }
    plain += Array(word.utf8)
  }
}

extension String {
  /// Where the name of a mark begins at the end of a word: "P:con" or one capital letter or "@".
  fileprivate func range(ofRole: Void) -> String.Index {
    if let start = ranges(of: "P:").last?.lowerBound { return start }
    return isEmpty ? endIndex : index(before: endIndex)
  }
}
