/// Names of sanctions lists, brought into the form in which papers print them.
enum ListedName {
  /// Without spaces at its ends and doubled ones, and not in capitals: `RI  WON HO` becomes `Ri Won Ho`; an acronym alone
  /// stays.
  static func printed(_ name: String) -> String {
    let words = name.split(whereSeparator: { $0.isWhitespace }).map { String($0) }
    let isShouted = !name.unicodeScalars.contains { $0.properties.isLowercase }
    guard isShouted, words.count > 1 || (words.first?.unicodeScalars.count ?? 0) > 5 else {
      return words.joined(separator: " ")
    }
    let small: Set<String> = ["of", "and", "the", "for", "in", "de", "del", "la", "et"]
    return words.enumerated().map { index, word in
      let lower = word.lowercased()
      return index > 0 && small.contains(lower) ? lower : capitalized(lower)
    }.joined(separator: " ")
  }

  /// A capital at the beginning and behind each hyphen, apostrophe or parenthesis.
  private static func capitalized(_ word: String) -> String {
    var result = ""
    var isBeginning = true
    for character in word {
      result += isBeginning ? character.uppercased() : String(character)
      isBeginning = character == "-" || character == "(" || character == "\""
    }
    return result
  }

  /// Whether a name can stand in a cell.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.utf8.contains { $0 < 0x20 || "{}@;".utf8.contains($0) }
  }
}
