/// Makes texts of tokens with tags (`B-LOC`, `I-LOC`, `O`), which have lost their spaces.
enum TaggedTokens {
  private struct Line: Decodable {
    let tokens: [String]
    let tags: [String]
  }

  private typealias Sentence = [(token: String, tag: String)]

  /// The documents of a file of JSON lines, each a sentence of `tokens` and `tags`.
  static func documents(file: String, lines: [UInt8], join: Int) throws(EvaluationError) -> [GoldDocument] {
    var sentences: [Sentence] = []
    for (number, line) in try JSONLines.values(of: Line.self, file: file, bytes: lines, form: "line of tokens and tags")
    {
      guard line.tokens.count == line.tags.count else {
        throw EvaluationError(
          file: file, line: number, "There are \(line.tokens.count) tokens and \(line.tags.count) tags.",
          "Give each token one tag.")
      }
      sentences.append(Array(zip(line.tokens, line.tags)))
    }
    return documents([sentences], join: join)
  }

  /// The documents of a file with a token a line: the first column is the token, the last one its tag.
  static func documents(file: String, columns: [UInt8], join: Int) throws(EvaluationError) -> [GoldDocument] {
    guard let text = String(validating: columns, as: UTF8.self) else {
      throw EvaluationError(file: file, line: nil, "The file is not UTF-8.", "Save it as UTF-8.")
    }
    var parts: [[Sentence]] = [[]]
    var isParted = false
    var sentence: Sentence = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let cells = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard let token = cells.first, let tag = cells.last else {
        if !sentence.isEmpty { parts[parts.count - 1].append(sentence) }
        sentence = []
        continue
      }
      if token == "-DOCSTART-" {
        isParted = true
        if parts.last?.isEmpty == false { parts.append([]) }
        continue
      }
      if token.hasPrefix("#"), cells.count != 2 { continue }
      guard cells.count > 1, tag == "O" || tag.dropFirst().first == "-" else {
        throw EvaluationError(
          file: file, line: index + 1, "The last column holds \"\(tag)\", which is no tag.",
          "Tags are O, B-TYPE and I-TYPE.")
      }
      sentence.append((String(token), String(tag)))
    }
    if !sentence.isEmpty { parts[parts.count - 1].append(sentence) }
    return documents(parts.filter { !$0.isEmpty }, join: isParted ? nil : join)
  }

  /// Each part is a document, or every `join` sentences of it are.
  private static func documents(_ parts: [[Sentence]], join: Int?) -> [GoldDocument] {
    let documents = parts.flatMap { part -> [[Sentence]] in
      let step = join.map { max(1, $0) } ?? max(1, part.count)
      return stride(from: 0, to: part.count, by: step).map { Array(part[$0..<min(part.count, $0 + step)]) }
    }
    return documents.enumerated().map { document($0.element, id: "\($0.offset + 1)") }
  }

  private static func document(_ sentences: [Sentence], id: String) -> GoldDocument {
    var text = ""
    var count = 0
    var mentions: [GoldDocument.Mention] = []
    for sentence in sentences {
      if !text.isEmpty {
        text += "\n"
        count += 1
      }
      var spacing = Spacing()
      var open: GoldDocument.Mention?
      for (token, tag) in sentence {
        if spacing.hasSpace(before: token) {
          text += " "
          count += 1
        }
        let end = count + token.unicodeScalars.count
        let type = String(tag.dropFirst(2))
        if tag.hasPrefix("I-"), open?.type == type {
          open?.end = end
        } else {
          if let open { mentions.append(open) }
          open = tag == "O" ? nil : GoldDocument.Mention(start: count, end: end, type: type)
        }
        text += token
        count = end
      }
      if let open { mentions.append(open) }
    }
    return GoldDocument(id: id, text: text, mentions: mentions)
  }
}

/// Where a text of tokens has its spaces.
struct Spacing {
  private var last: String?
  private var quotes = 0
  private var isAfterOpening = false

  /// Whether a space stands before the next token.
  mutating func hasSpace(before token: String) -> Bool {
    defer { last = token }
    guard let last else {
      if token == "\"" { quotes += 1 }
      isAfterOpening = Self.opening.contains(token) || token == "\""
      return false
    }
    let glued = isAfterOpening || Self.isElided(last)
    if token == "\"" {
      quotes += 1
      isAfterOpening = quotes % 2 == 1
      return isAfterOpening && !glued
    }
    isAfterOpening = Self.opening.contains(token)
    return !glued && !Self.closing.contains(token) && !(token.utf8.first == UInt8(ascii: "'") && token.utf8.count > 1)
  }

  private static let opening: Set<String> = ["(", "[", "«", "“", "‘", "{"]
  private static let closing: Set<String> = [
    ".", ",", ";", ":", "!", "?", "…", "...", ")", "]", "»", "”", "}", "%", "n't",
  ]

  /// *dell'*, *l’*: what follows is joined; not *po'*.
  private static func isElided(_ token: String) -> Bool {
    guard token.hasSuffix("'") || token.hasSuffix("’"), token.utf8.count > 1 else { return false }
    return !["po'", "po’", "mo'", "s'"].contains(token.lowercased())
  }
}
