/// Makes names, which are any bytes, fit for one line of a log or a terminal.
public enum EscapedName {
  /// The name as text: printable UTF-8 stays, every other byte becomes `\xNN`, and so do `"` and `\`, so that the bytes
  /// can be read back.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    var result = ""
    result.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
      let piece = rest.prefix(length)
      if let scalar = String(validating: piece, as: UTF8.self)?.unicodeScalars.first, isPlain(scalar) {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        result += hexadecimal(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7f && scalar != "\"" && scalar != "\\" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
    default: return true
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return byte < 16 ? "\\x0\(digits)" : "\\x\(digits)"
  }
}
