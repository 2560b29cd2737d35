internal import FoundationEssentials

/// What is read of a record: its text and the names that no gazetteer knew.
struct RecordNames: Decodable {
  struct Language: Decodable {
    let code: String
  }

  struct Mention: Decodable {
    let start: Int
    let end: Int
  }

  struct Name: Decodable {
    let name: String?
    let kind: String
    let type: String
    let reason: String
    let acronym: String?
    let article: String?
    let count: Int
    let mentions: [Mention]
  }

  let schema: String
  let text: String
  let language: Language
  let names: [Name]

  private enum CodingKeys: String, CodingKey {
    case schema, text, language
    case names = "unknown_names"
  }

  /// Reads a record; one of a version that knew no such names has none.
  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    schema = try fields.decode(String.self, forKey: .schema)
    text = try fields.decode(String.self, forKey: .text)
    language = try fields.decode(Language.self, forKey: .language)
    names = try fields.decodeIfPresent([Name].self, forKey: .names) ?? []
  }

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(ImportError) -> RecordNames {
    guard let record = try? JSONDecoder().decode(RecordNames.self, from: Data(bytes)),
      record.schema.hasPrefix("dispaccio/record/")
    else {
      throw ImportError(
        file: file, "Reading the file as a record failed.",
        "Name records, the .json files that dispaccio writes, or folders that hold them.")
    }
    return record
  }

  /// A mention with some words around it, in one line.
  func example(_ mention: Mention) -> String {
    let scalars = text.unicodeScalars
    func index(_ offset: Int) -> String.Index {
      scalars.index(scalars.startIndex, offsetBy: max(0, offset), limitedBy: scalars.endIndex) ?? scalars.endIndex
    }
    func line(_ range: Range<String.Index>) -> String {
      String(String.UnicodeScalarView(scalars[range].map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
    let (start, end) = (index(mention.start), index(max(mention.start, mention.end)))
    return line(index(mention.start - 40)..<start) + "[" + line(start..<end) + "]"
      + line(end..<index(mention.end + 40))
  }
}
