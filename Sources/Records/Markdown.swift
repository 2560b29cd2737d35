/// Plain words as Markdown that shows them unchanged.
enum Markdown {
  /// One line: line breaks and tabs become a space, other controls go, signs that mean something to Markdown are
  /// escaped, as is what would begin a list, a heading or a quotation.
  static func line(_ words: String) -> String {
    var result = ""
    var wasSpace = true
    for scalar in words.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
        if !wasSpace { result.unicodeScalars.append(" ") }
        wasSpace = true
        continue
      case "\\", "*", "_", "`", "[", "]", "<", ">", "~", "|":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "&":
        result += "&amp;"
      default:
        if scalar.properties.generalCategory == .control { continue }
        result.unicodeScalars.append(scalar)
      }
      wasSpace = false
    }
    if wasSpace, !result.isEmpty { result.unicodeScalars.removeLast() }
    return escapedStart(result)
  }

  /// A code span, with as long a fence as its content needs.
  static func code(_ words: String) -> String {
    let content = String(
      String.UnicodeScalarView(words.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 })
    )
    var longest = 0
    var current = 0
    for sign in content {
      current = sign == "`" ? current + 1 : 0
      longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let padding = content.hasPrefix("`") || content.hasSuffix("`") || content.isEmpty ? " " : ""
    return fence + padding + content + padding + fence
  }

  private static func escapedStart(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "#+-=".contains(first) { return "\\" + line }
    let digits = line.prefix { ("0"..."9").contains($0) }
    if !digits.isEmpty, let after = line.dropFirst(digits.count).first, after == "." || after == ")" {
      return digits + "\\" + line.dropFirst(digits.count)
    }
    return line
  }
}
