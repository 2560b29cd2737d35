/// Writes fields as `key=value`, nested keys joined by a full stop, values quoted where they need it.
enum LogfmtWriter {
  static func append(_ fields: Fields, prefix: String, to line: inout [UInt8]) {
    for (key, value) in fields.entries {
      if case .nested(let inner) = value {
        append(inner, prefix: "\(prefix)\(key).", to: &line)
        continue
      }
      append(key: prefix + key, to: &line)
      switch value {
      case .text(let text): append(value: text, to: &line)
      case .integer(let number): line += String(number).utf8
      case .milliseconds(let nanoseconds): line += millisecondText(nanoseconds).utf8
      case .flag(let flag): line += (flag ? "true" : "false").utf8
      case .list(let list): append(value: list.joined(separator: ","), to: &line)
      case .nested: break
      }
    }
  }

  static func append(key: String, to line: inout [UInt8]) {
    if !line.isEmpty { line.append(0x20) }
    line += key.utf8
    line.append(0x3d)
  }

  static func append(value: String, to line: inout [UInt8]) {
    let isPlain = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x3d && $0 != 0x7f }
    if isPlain {
      line += value.utf8
    } else {
      FlatJSONWriter.append(string: value, to: &line)
    }
  }
}

/// Writes JSON into bytes: one line, keys in the order given.
public enum FlatJSONWriter {
  /// Appends the fields as one object, durations as milliseconds.
  public static func append(_ fields: Fields, to line: inout [UInt8]) {
    line.append(0x7b)
    appendMembers(of: fields, isFirst: true, to: &line)
    line.append(0x7d)
  }

  /// Appends the members of an object that is already open.
  static func appendMembers(of fields: Fields, isFirst: Bool, to line: inout [UInt8]) {
    var isFirst = isFirst
    for (key, value) in fields.entries {
      if !isFirst { line.append(0x2c) }
      isFirst = false
      append(string: key, to: &line)
      line.append(0x3a)
      switch value {
      case .text(let text): append(string: text, to: &line)
      case .integer(let number): line += String(number).utf8
      case .milliseconds(let nanoseconds): line += millisecondText(nanoseconds).utf8
      case .flag(let flag): line += (flag ? "true" : "false").utf8
      case .list(let list):
        line.append(0x5b)
        for (position, item) in list.enumerated() {
          if position > 0 { line.append(0x2c) }
          append(string: item, to: &line)
        }
        line.append(0x5d)
      case .nested(let inner): append(inner, to: &line)
      }
    }
  }

  /// Appends a JSON string with its quotes.
  public static func append(string: String, to line: inout [UInt8]) {
    line.append(0x22)
    for byte in string.utf8 {
      switch byte {
      case 0x22: line += [0x5c, 0x22]
      case 0x5c: line += [0x5c, 0x5c]
      case 0x0a: line += [0x5c, 0x6e]
      case 0x0d: line += [0x5c, 0x72]
      case 0x09: line += [0x5c, 0x74]
      case 0..<0x20, 0x7f:
        let digits = String(byte, radix: 16)
        line += "\\u00\(byte < 16 ? "0" : "")\(digits)".utf8
      default: line.append(byte)
      }
    }
    line.append(0x22)
  }
}
