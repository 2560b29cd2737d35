import Instrumentation

/// One line of the ledger: a JSON object that begins with its ticket and ends with a checksum over all before it.
enum LedgerLine {
  private static let start = Array("{\"ticket\":\"".utf8)
  private static let checksum = Array(",\"crc32\":\"".utf8)

  static func bytes(ticket: String, _ fields: Fields) -> [UInt8] {
    var all = Fields()
    all.add("ticket", ticket)
    for (key, value) in fields.entries {
      switch value {
      case .text(let text): all.add(key, text)
      case .integer(let number): all.add(key, number)
      default: continue
      }
    }
    var line: [UInt8] = []
    FlatJSONWriter.append(all, to: &line)
    line.removeLast()
    let digits = String(CRC32.of(line), radix: 16)
    line += checksum
    line += "\(String(repeating: "0", count: 8 - digits.utf8.count))\(digits)\"}\n".utf8
    return line
  }

  /// The text of a field whose value holds nothing that JSON escapes; nil when there is none. Inside a string every
  /// quotation mark is escaped, so that the pattern of a key is found at keys only.
  static func value(_ key: String, in line: ArraySlice<UInt8>) -> String? {
    let pattern = Array(",\"\(key)\":\"".utf8)
    var rest = line
    while let comma = rest.firstIndex(of: 0x2c) {
      rest = rest[comma...]
      if rest.starts(with: pattern) {
        let value = rest.dropFirst(pattern.count).prefix { $0 != 0x22 }
        return value.contains(0x5c) ? nil : String(validating: value, as: UTF8.self)
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// The ticket of a whole line without its line end; nil for a torn or foreign one.
  static func ticket(_ line: ArraySlice<UInt8>) -> String? {
    let tail = checksum.count + 10
    guard line.starts(with: start), line.count > start.count + tail else { return nil }
    let body = line.dropLast(tail)
    let rest = line.suffix(tail)
    guard rest.starts(with: checksum),
      let sum = UInt32(String(decoding: rest.dropFirst(checksum.count).prefix(8), as: UTF8.self), radix: 16),
      sum == CRC32.of(body)
    else { return nil }
    return String(decoding: body.dropFirst(start.count).prefix { $0 != 0x22 }, as: UTF8.self)
  }
}
