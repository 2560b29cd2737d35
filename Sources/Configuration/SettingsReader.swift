internal import TOMLKit

/// Reads one TOML table strictly: each value has a type and a range, and a key that nobody asked for is an error.
struct SettingsReader {
  private let table: TOMLTable
  private let file: String
  private let lines: KeyLines
  private let path: [String]

  /// Parses `text`, the content of `file` (the name is only for messages).
  init(text: String, file: String) throws(ConfigurationError) {
    if text.utf8.contains(0) {
      throw ConfigurationError(
        file: file, line: nil, message: "The file holds a NUL byte.", remedy: "Save it as plain UTF-8 text.")
    }
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ConfigurationError(
        file: file, line: error.source.begin.line, message: "This is not valid TOML: \(error.description).",
        remedy: "Write key = value, with strings in double quotes.")
    } catch {
      throw ConfigurationError(
        file: file, line: nil, message: "This is not valid TOML: \(error).",
        remedy: "Write key = value, with strings in double quotes.")
    }
    self.file = file
    lines = KeyLines(of: text)
    path = []
  }

  private init(table: TOMLTable, in parent: SettingsReader, key: String) {
    self.table = table
    file = parent.file
    lines = parent.lines
    path = parent.path + [key]
  }

  /// The keys that are written in this table, in the parser's order.
  var keys: [String] { table.keys }

  // MARK: - Values

  func string(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = table[key] else { return nil }
    guard let string = value.string else { throw wrongType(key, "a string in double quotes", value) }
    guard !string.isEmpty else {
      throw error(key, "\(name(key)) is empty.", "Give it a value, or leave the line out.")
    }
    return string
  }

  func integer(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
    guard let value = table[key] else { return nil }
    guard let integer = value.int else { throw wrongType(key, "a whole number", value) }
    guard range.contains(integer) else {
      throw outOfRange(key, "\(integer)", "\(range.lowerBound)", "\(range.upperBound)")
    }
    return integer
  }

  func flag(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let value = table[key] else { return nil }
    guard let flag = value.bool else { throw wrongType(key, "true or false", value) }
    return flag
  }

  /// Seconds, written as a number (`2`, `0.5`) or with a unit (`"500ms"`, `"2s"`, `"5m"`).
  func seconds(_ key: String, in range: ClosedRange<Double>) throws(ConfigurationError) -> Double? {
    guard let value = table[key] else { return nil }
    guard let seconds = value.int.map(Double.init) ?? value.double ?? value.string.flatMap(Seconds.parse) else {
      throw wrongType(key, "a time in seconds, such as 2, 0.5 or \"500ms\"", value)
    }
    guard range.contains(seconds) else {
      throw outOfRange(key, Seconds.text(seconds), Seconds.text(range.lowerBound), Seconds.text(range.upperBound))
    }
    return seconds
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _: Choice.Type
  ) throws(ConfigurationError) -> Choice? where Choice.RawValue == String {
    guard let text = try string(key) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      throw error(key, "\(name(key)) is \"\(text)\".", "Choose one of \(known).")
    }
    return choice
  }

  func strings(_ key: String) throws(ConfigurationError) -> [String]? {
    guard let value = table[key] else { return nil }
    guard let array = value.array else { throw wrongType(key, "a list of strings, such as [\"it\", \"en\"]", value) }
    var strings: [String] = []
    for element in array {
      guard let string = element.string else { throw wrongType(key, "a list of strings only", element) }
      strings.append(string)
    }
    return strings
  }

  func section(_ key: String) throws(ConfigurationError) -> SettingsReader? {
    guard let value = table[key] else { return nil }
    guard let section = value.table else { throw wrongType(key, "a table, written as a [\(name(key))] head", value) }
    return SettingsReader(table: section, in: self, key: key)
  }

  // MARK: - Errors

  /// Throws if a key is written that is not among `known`.
  func requireOnly(_ known: [String]) throws(ConfigurationError) {
    for key in keys where !known.contains(key) {
      throw error(
        key, "\(name(key)) is not a setting.", "Remove it, or use one of: \(known.sorted().joined(separator: ", ")).")
    }
  }

  func error(_ key: String, _ message: String, _ remedy: String) -> ConfigurationError {
    ConfigurationError(file: file, line: lines[path + [key]], message: message, remedy: remedy)
  }

  /// The line that a key of this table is written on; nil if it is not written.
  func line(of key: String) -> Int? { table[key] == nil ? nil : lines[path + [key]] }

  /// The first line on which a key of this table is written.
  var firstLine: Int? { keys.compactMap { line(of: $0) }.min() }

  /// The dotted path of a key of this table.
  func name(_ key: String) -> String { (path + [key]).joined(separator: ".") }

  private func wrongType(_ key: String, _ wanted: String, _ found: any TOMLValueConvertible) -> ConfigurationError {
    error(key, "\(name(key)) holds a value of type \(found.type.rawValue).", "Write \(wanted).")
  }

  private func outOfRange(_ key: String, _ found: String, _ low: String, _ high: String) -> ConfigurationError {
    error(key, "\(name(key)) is \(found).", "Choose a value from \(low) to \(high).")
  }
}
