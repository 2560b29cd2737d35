/// The documents of a file of gold, with the bytes that their marks stand for.
public struct GoldCorpus: Sendable {
  /// What marks count.
  public enum Offsets: String, Sendable, CaseIterable {
    /// Unicode scalars.
    case codepoints
    /// Bytes of UTF-8.
    case bytes
  }

  /// One document.
  struct Text {
    var id: String
    var bytes: [UInt8]
    var mentions: [Marked]
  }

  /// One mark, in bytes.
  struct Marked {
    var range: Range<Int>
    var mention: GoldDocument.Mention
  }

  let texts: [Text]
  /// The classes that are marked anywhere.
  var classes: Set<MentionClass> {
    Set(texts.flatMap(\.mentions).compactMap { MentionClass(label: $0.mention.type ?? "place") })
  }

  /// How many documents there are.
  public var count: Int { texts.count }

  /// Reads a file of gold, and checks each mark against its text.
  public init(file: String, bytes: [UInt8], offsets: Offsets) throws(EvaluationError) {
    var texts: [Text] = []
    var named = 0
    var astray = 0
    var firstAstray: (line: Int, message: String)?
    let form = "document of gold (id, text, mentions)"
    for (line, document) in try JSONLines.values(of: GoldDocument.self, file: file, bytes: bytes, form: form) {
      let index = CharacterIndex(document.text, offsets)
      var marked: [Marked] = []
      for mention in document.mentions {
        guard let range = index.range(mention.start, mention.end) else {
          throw EvaluationError(
            file: file, line: line,
            "A mention from \(mention.start) to \(mention.end) does not lie in the text of \(document.id).",
            "Correct it, or say with --offsets what the numbers count.")
        }
        if let name = mention.name {
          named += 1
          let found = String(decoding: index.bytes[range], as: UTF8.self)
          if name != found {
            astray += 1
            if firstAstray == nil {
              firstAstray = (line, "The text of \(document.id) has \"\(found)\" where \"\(name)\" is marked")
            }
          }
        }
        marked.append(Marked(range: range, mention: mention))
      }
      texts.append(Text(id: document.id, bytes: index.bytes, mentions: marked))
    }
    if let firstAstray, astray * 5 > named {
      throw EvaluationError(
        file: file, line: firstAstray.line, "\(firstAstray.message), as for \(astray) of \(named) mentions.",
        "Say with --offsets whether the numbers count code points or bytes.")
    }
    guard !texts.isEmpty else {
      throw EvaluationError(file: file, line: nil, "There is no document in the file.", "Write one JSON object a line.")
    }
    self.texts = texts
  }
}

/// From the numbers of a mark to bytes.
struct CharacterIndex {
  let bytes: [UInt8]
  /// The byte at which each character begins, and the end; nil where numbers are bytes.
  private let starts: [Int]?

  init(_ text: String, _ offsets: GoldCorpus.Offsets) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    guard offsets == .codepoints else {
      starts = nil
      return
    }
    starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
  }

  func range(_ start: Int, _ end: Int) -> Range<Int>? {
    guard start >= 0, start < end else { return nil }
    guard let starts else { return end <= bytes.count ? start..<end : nil }
    return end < starts.count ? starts[start]..<starts[end] : nil
  }
}
