internal import DocumentModel

/// The lines between two lines of `---` at the head of a Markdown file: `title: …`, `date: 2023-07-18`.
struct FrontMatter {
  /// Where the report begins behind them; 0 where there are none.
  private(set) var end = 0
  private(set) var title: String?
  private(set) var attestation = Attestation()

  /// More lines than this are no front matter.
  private static let mostLines = 64

  init(_ text: [UInt8]) {
    var start = 0
    for number in 0..<Self.mostLines {
      guard start < text.count else { return }
      let lineEnd = text[start...].firstIndex(of: 0x0A) ?? text.count
      var line = String(decoding: text[start..<lineEnd], as: UTF8.self)
      while line.last == "\r" || line.last == "\r\n" || line.last == " " { line.removeLast() }
      start = min(lineEnd + 1, text.count)
      if number == 0 {
        guard line == "---" else { return }
      } else if line == "---" || line == "..." {
        end = start
        return
      } else {
        read(line)
      }
    }
    // Never closed: a line drawn over a text.
    (title, attestation) = (nil, Attestation())
  }

  private mutating func read(_ line: String) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let key = line[..<colon].lowercased()
    var value = line[line.index(after: colon)...].drop { $0 == " " }
    if let quote = value.first, quote == "\"" || quote == "'", value.count > 1, value.last == quote {
      value = value.dropFirst().dropLast()
    }
    guard !value.isEmpty else { return }
    switch key {
    case "title": title = String(value)
    case "date", "published": attestation.published = Self.day(value)
    case "publisher", "source", "agency": attestation.publisher = String(value)
    case "author": attestation.author = String(value)
    case "url", "link", "canonical": attestation.url = String(value)
    default: break
    }
  }

  /// The day of `2023-07-18T09:30:00Z`; nil for what is written otherwise, which is never guessed.
  private static func day(_ value: Substring) -> String? {
    let day = value.prefix(10)
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2], let month = Int(parts[1]), let number = Int(parts[2]),
      Int(parts[0]) != nil, (1...12).contains(month), (1...31).contains(number)
    else { return nil }
    return String(day)
  }
}
