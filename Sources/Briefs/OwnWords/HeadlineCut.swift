import DocumentModel

/// Cuts a sentence that serves as a headline at the end of a clause, else at a word, and then it shows.
struct HeadlineCut {
  let scene: Scene

  /// The most characters of a headline that is cut.
  static let longest = 110
  private static let shortest = 30

  /// The words without their full stop, and no longer than a headline.
  func cut(_ words: String, of sentence: Int) -> String {
    var text = Array(words.utf8)
    while text.last == UInt8(ascii: ".") { text.removeLast() }
    // A headline that fits is the rule where a report has a title.
    guard Self.offset(ofCharacter: Self.longest, in: text) != nil,
      let limit = Self.offset(ofCharacter: Self.longest - 2, in: text)
    else { return String(decoding: text, as: UTF8.self) }
    let room = text[..<limit]
    if !scene.namesSource(sentence), let end = clauseEnd(in: room) {
      var clause = String(decoding: room[..<end], as: UTF8.self)
      while let last = clause.last, !last.isLetter, !last.isNumber, !")»”\"".contains(last) { clause.removeLast() }
      return clause
    }
    let end = room.lastIndex(of: 0x20) ?? room.endIndex
    return String(decoding: room[..<end], as: UTF8.self) + " …"
  }

  /// Where a character begins, counted from 0; nil where there are fewer.
  private static func offset(ofCharacter position: Int, in text: [UInt8]) -> Int? {
    guard text.count > position else { return nil }
    var count = -1
    for offset in text.indices where text[offset] & 0xC0 != 0x80 {
      count += 1
      if count == position { return offset }
    }
    return nil
  }

  /// Where the last clause ends that ends within the room: at a comma outside quotes and parentheses, or before a word
  /// that opens another one, "who", "che", "after", "dopo".
  private func clauseEnd(in room: ArraySlice<UInt8>) -> Int? {
    let openers = scene.phrasebook.clauseOpeners[scene.material.language] ?? []
    var depth = 0
    var end: Int?
    for index in room.indices {
      let isLate = depth == 0 && index >= Self.shortest
      switch room[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case 0xC2, 0xE2: depth += Self.step(at: index, in: room)
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
        if isLate, index + 1 < room.endIndex, room[index + 1] == 0x20 { end = index }
      case 0x20 where isLate:
        let word = room[(index + 1)...].prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80 }
        if word.endIndex < room.endIndex, word.count <= 16, openers.contains(word.map { $0 < 0x80 ? $0 | 0x20 : $0 }) {
          end = index
        }
      default: break
      }
    }
    return end
  }

  /// Whether a quotation opens or closes: « and “, » and ”.
  private static func step(at index: Int, in room: ArraySlice<UInt8>) -> Int {
    if room[index...].starts(with: [0xC2, 0xAB]) || room[index...].starts(with: [0xE2, 0x80, 0x9C]) { return 1 }
    if room[index...].starts(with: [0xC2, 0xBB]) || room[index...].starts(with: [0xE2, 0x80, 0x9D]) { return -1 }
    return 0
  }
}
