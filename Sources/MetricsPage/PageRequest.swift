/// What the head of an HTTP request asks for, as far as two pages need it.
struct PageRequest: Equatable {
  /// `GET`, `HEAD` or what else stands there.
  let method: String
  /// The path without its query.
  let path: String
  /// Whether OpenMetrics is among what the client accepts.
  let acceptsOpenMetrics: Bool

  /// Reads a head, from the request line to the blank line; nil if it is none.
  init?(head: [UInt8]) {
    guard let text = String(validating: head, as: UTF8.self) else { return nil }
    // CR LF is one character to Swift, a lone LF another: both end a line here.
    let lines = text.split(whereSeparator: \.isNewline)
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else { return nil }
    method = String(words[0])
    path = String(words[1].prefix { $0 != "?" })
    acceptsOpenMetrics = lines.dropFirst().contains { line in
      let lower = line.lowercased()
      return lower.hasPrefix("accept:") && lower.contains("application/openmetrics-text")
    }
  }

  /// Where the head ends in what has been received; nil while it has not ended.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    let crlf: [UInt8] = [13, 10, 13, 10]
    if bytes.count >= 4 && bytes.suffix(4).elementsEqual(crlf) { return true }
    return bytes.indices.dropLast(3).contains { bytes[$0..<$0 + 4].elementsEqual(crlf) }
  }
}
