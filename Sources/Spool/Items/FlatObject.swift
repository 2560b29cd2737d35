/// Reads one JSON object of strings, whole numbers, true, false and null: what this module itself writes. Anything else,
/// a torn file above all, is nil.
struct FlatObject {
  private enum Value {
    case text(String)
    case number(Int)
    case other
  }

  private var values: [String: Value] = [:]

  func text(_ key: String) -> String? {
    if case .text(let text)? = values[key] { return text }
    return nil
  }

  func number(_ key: String) -> Int? {
    if case .number(let number)? = values[key] { return number }
    return nil
  }

  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    Self.skipSpace(&rest)
    guard Self.take(0x7b, &rest) else { return nil }
    Self.skipSpace(&rest)
    if Self.take(0x7d, &rest) { return }
    repeat {
      Self.skipSpace(&rest)
      guard let key = Self.string(&rest) else { return nil }
      Self.skipSpace(&rest)
      guard Self.take(0x3a, &rest) else { return nil }
      Self.skipSpace(&rest)
      guard let value = Self.value(&rest) else { return nil }
      values[key] = value
      Self.skipSpace(&rest)
    } while Self.take(0x2c, &rest)
    guard Self.take(0x7d, &rest) else { return nil }
    Self.skipSpace(&rest)
    if !rest.isEmpty { return nil }
  }

  private static func skipSpace(_ rest: inout ArraySlice<UInt8>) {
    rest = rest.drop { $0 == 0x20 || $0 == 0x0a || $0 == 0x0d || $0 == 0x09 }
  }

  private static func take(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func value(_ rest: inout ArraySlice<UInt8>) -> Value? {
    if rest.first == 0x22 { return string(&rest).map { .text($0) } }
    let word = rest.prefix { $0 != 0x2c && $0 != 0x7d && $0 > 0x20 }
    rest = rest.dropFirst(word.count)
    let text = String(decoding: word, as: UTF8.self)
    if let number = Int(text) { return .number(number) }
    return ["true", "false", "null"].contains(text) || Double(text) != nil ? .other : nil
  }

  private static func string(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard take(0x22, &rest) else { return nil }
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == 0x22 { return String(validating: bytes, as: UTF8.self) }
      guard byte == 0x5c else {
        bytes.append(byte)
        continue
      }
      switch rest.popFirst() {
      case 0x6e: bytes.append(0x0a)
      case 0x72: bytes.append(0x0d)
      case 0x74: bytes.append(0x09)
      case 0x75:
        let digits = String(decoding: rest.prefix(4), as: UTF8.self)
        guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else { return nil }
        bytes += String(Character(scalar)).utf8
        rest = rest.dropFirst(4)
      case let other?: bytes.append(other)
      case nil: return nil
      }
    }
    return nil
  }
}
