import FoundationEssentials

/// Any JSON, for looking into what was written.
enum JSONValue: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  static func parse(_ bytes: [UInt8]) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  subscript(_ key: String) -> JSONValue? { if case .object(let members) = self { members[key] } else { nil } }
  subscript(_ position: Int) -> JSONValue? {
    if case .array(let elements) = self, position < elements.count { elements[position] } else { nil }
  }
  var text: String? { if case .string(let value) = self { value } else { nil } }
  var int: Int? { if case .number(let value) = self { Int(value) } else { nil } }

  /// Every object in it that has `start`, `end` and `text`, at any depth.
  var spans: [(start: Int, end: Int, text: String)] {
    switch self {
    case .array(let elements): return elements.flatMap(\.spans)
    case .object(let members):
      let inner = members.values.flatMap(\.spans)
      guard let start = self["start"]?.int, let end = self["end"]?.int, let text = self["text"]?.text else {
        return inner
      }
      return inner + [(start, end, text)]
    default: return []
    }
  }
}
