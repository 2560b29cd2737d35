/// On which line of a TOML text each key stands.
///
/// The parser tells lines only of what it could not read; a key that is well written but unknown, or has a value out of
/// range, must be found by ourselves. This is no second parser: it runs over text that was parsed already, knows table
/// heads and bare, dotted or simply quoted keys, and where it does not find a key, the error simply names no line.
struct KeyLines {
  private var lines: [String: Int] = [:]

  init(of text: String) {
    var head = ""
    let written = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (offset, line) in written.enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("[") {
        head = Self.path(trimmed.drop { $0 == "[" }.prefix { $0 != "]" })
        note(head, line: offset + 1)
      } else if !trimmed.hasPrefix("#"), let equals = trimmed.firstIndex(of: "=") {
        let key = Self.path(trimmed[..<equals])
        note(head.isEmpty ? key : head + "." + key, line: offset + 1)
      }
    }
  }

  /// The line of the key with this dotted path, or of the nearest table around it that is written out.
  subscript(path: [String]) -> Int? {
    var rest = path
    while !rest.isEmpty {
      if let line = lines[rest.joined(separator: ".")] { return line }
      rest.removeLast()
    }
    return nil
  }

  private mutating func note(_ key: String, line: Int) {
    if lines[key] == nil { lines[key] = line }
  }

  /// The names of a dotted path without the spaces and quotation marks around each.
  private static func path(_ text: some StringProtocol) -> String {
    text.split(separator: ".").map { part in
      var name = Substring(part)
      while let first = name.first, around.contains(first) { name.removeFirst() }
      while let last = name.last, around.contains(last) { name.removeLast() }
      return String(name)
    }.joined(separator: ".")
  }

  private static let around: Set<Character> = [" ", "\t", "\"", "'"]
}
