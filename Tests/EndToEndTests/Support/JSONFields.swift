import FoundationEssentials

/// The fields of records and reasons that tests look at.
enum JSONFields {
  struct Record: Decodable {
    let schema: String
    let id: String
  }

  /// The record that these bytes hold, if they are one whole JSON object and a newline.
  static func record(_ bytes: [UInt8]) -> Record? {
    guard bytes.last == 10 else { return nil }
    return try? JSONDecoder().decode(Record.self, from: Data(bytes))
  }

  struct Pipeline: Decodable, Hashable {
    let version: String
    let ruleset: String
  }

  private struct WithPipeline: Decodable {
    let pipeline: Pipeline
  }

  /// Under which rules a record was made.
  static func pipeline(_ bytes: [UInt8]) -> Pipeline? {
    try? JSONDecoder().decode(WithPipeline.self, from: Data(bytes)).pipeline
  }

  static func string(_ key: String, in text: String) -> String? {
    guard let fields = try? JSONDecoder().decode([String: Field].self, from: Data(text.utf8)) else { return nil }
    return fields[key]?.text
  }

  /// A string, or anything else as nil.
  private struct Field: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }
}
