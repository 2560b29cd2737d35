/// The abbreviations of one language, after whose full stop a sentence goes on.
public struct Abbreviations: Sendable {
  private enum Kind: Sendable { case always, title, number, hour, day }
  private var words: [[UInt8]: Kind] = [:]

  /// Makes an empty list.
  public init() {}

  /// Reads a list: one abbreviation a line, a tab, and its class: `always`, `title` (goes on before a capital),
  /// `number` (goes on before a digit), `hour` (goes on before a word of the class `day`). `#` opens a comment. Unknown classes count as `always`.
  public init(bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"))
      guard let word = cells.first else { continue }
      let kind: Kind
      switch cells.count > 1 ? String(decoding: cells[1], as: UTF8.self) : "" {
      case "title": kind = .title
      case "number": kind = .number
      case "hour": kind = .hour
      case "day": kind = .day
      default: kind = .always
      }
      words[Self.lowercased(word)] = kind
    }
  }

  /// Whether a sentence goes on over the full stop that ends at `boundary`, white space skipped.
  ///
  /// - Parameters:
  ///   - stop: the offset of the full stop.
  ///   - next: the offset of the first byte after the white space that follows.
  func goesOn(over stop: Int, to next: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = stop
    while start > 0, isWordByte(text[start - 1]) { start -= 1 }
    guard start < stop else { return false }
    // A single capital is an initial: "F. Rossi".
    if stop - start == 1, text[start] >= 0x41, text[start] <= 0x5A { return true }
    guard let kind = words[Self.lowercased(text[start...stop])] ?? words[Self.lowercased(text[start..<stop])] else {
      return false
    }
    // "at 2 a.m. Sunday"; "… at 2 a.m. Police said" ends a sentence.
    switch kind {
    case .always: return true
    case .title: return next < text.count && !isDigit(text[next])
    case .number: return next < text.count && isDigit(text[next])
    case .hour:
      var end = next
      while end < text.count, isWordByte(text[end]), text[end] != UInt8(ascii: ".") { end += 1 }
      return words[Self.lowercased(text[min(next, end)..<end])] == .day
    case .day: return false
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: ".")
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func lowercased(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}
