/// Writes JSON bytes with keys in the order of the calls, without spaces.
///
/// Only `"`, `\` and control characters are escaped; everything else is raw UTF-8. So equal values give equal bytes on
/// every machine.
struct RecordJSONWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  // MARK: - Structure

  /// Opens an object or an array.
  mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
  }

  /// Closes what was opened.
  mutating func close(_ bracket: Unicode.Scalar) { bytes.append(UInt8(ascii: bracket)) }

  /// A key; the value must follow.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// A key that is known only when the program runs.
  mutating func key(named name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func endLine() { bytes.append(0x0A) }

  // MARK: - Values

  mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { string($0) }
  }

  /// A string from bytes that are valid UTF-8.
  mutating func string(_ value: ArraySlice<UInt8>) { value.withUnsafeBufferPointer { string($0) } }

  private mutating func string(_ value: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var clean = 0
    for position in 0..<value.count {
      let byte = value[position]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[clean..<position]))
      clean = position + 1
      bytes.append(UInt8(ascii: "\\"))
      if byte < 0x20 {
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(Self.hexadecimal[Int(byte >> 4)])
        bytes.append(Self.hexadecimal[Int(byte & 0x0F)])
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[clean...]))
    bytes.append(UInt8(ascii: "\""))
  }

  /// A string, or `null`.
  mutating func string(orNull value: String?) {
    if let value { string(value) } else { raw("null") }
  }

  mutating func integer(_ value: Int) { raw(String(value)) }

  /// A whole number, or `null`.
  mutating func integer(orNull value: Int?) {
    if let value { integer(value) } else { raw("null") }
  }

  mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func null() { raw("null") }

  /// Hundredths as a fraction of one: `0.99`, `0.9`, `1`.
  mutating func hundredths(_ percent: Int) {
    let (whole, rest) = (percent / 100, percent % 100)
    if rest == 0 {
      raw(String(whole))
    } else {
      raw(rest.isMultiple(of: 10) ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)")
    }
  }

  /// A value that is JSON already.
  mutating func raw(_ value: String) {
    separate()
    bytes.append(contentsOf: value.utf8)
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// A comma, unless the value is the first of its container or follows its key.
  private mutating func separate() {
    guard let last = bytes.last else { return }
    if last != UInt8(ascii: "{"), last != UInt8(ascii: "["), last != UInt8(ascii: ":") {
      bytes.append(UInt8(ascii: ","))
    }
  }
}

/// Whether a text is a decimal number as JSON writes it, without an exponent: `34.24`, `-0.5`; not `.5`, `+3`, `034`.
func isJSONNumber(_ text: String) -> Bool {
  let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
  let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count) else { return false }
  let areDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  return areDigits && (parts[0].count == 1 || !parts[0].hasPrefix("0"))
}
