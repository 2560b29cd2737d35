/// Where a clause of a headline may end.
extension HeadlineCut {
  /// The words up to the last end of a clause that a headline has room for and that comes behind the verb.
  func clause(of text: ArraySlice<UInt8>, behind verb: Int, _ sentence: Int) -> String? {
    // With the space behind the last character that has room.
    let room = text[..<(HeadlineText.offset(ofCharacter: self.room + 1, in: text) ?? text.endIndex)]
    // "I carabinieri hanno arrestato per rapina, furto e ricettazione due uomini": the object stands too far off.
    let late = words(.lateObjects)
    let first = HeadlineText.word(at: verb + 1, in: room)
    let second = HeadlineText.word(at: verb + first.count + 2, in: room)
    if late.contains(first) || late.contains(second) { return nil }
    guard
      let end = clauseEnd(in: room, of: text, behind: verb)
        ?? phraseEnd(in: room, of: text, behind: verb).flatMap({ denies(room[..<$0]) ? nil : $0 })
    else { return nil }
    let whole = wholeEnd(of: room[..<end], behind: verb, sentence)
    // "I militari hanno effettuato accertamenti, verificando | che …": one word behind a comma is the head of what goes.
    let words = room[..<whole]
    let comma = words.lastIndex(of: UInt8(ascii: ",")) ?? whole
    let kept = words[comma...].dropFirst(2).contains(0x20) ? words : words[..<comma]
    guard kept.endIndex > verb else { return nil }
    var clause = String(decoding: kept, as: UTF8.self)
    while let last = clause.last, !last.isLetter, !last.isNumber, !")»”\"".contains(last), !Self.endsInInitial(clause) {
      clause.removeLast()
    }
    return clause
  }

  /// "uno specifico servizio antidroga | effettuato (da personale della squadra)": where words end so that the last one has
  /// what it cannot do without.
  private func wholeEnd(of words: ArraySlice<UInt8>, behind verb: Int, _ sentence: Int) -> Int {
    var end = words.endIndex
    for _ in 0..<Self.mostWordsBack {
      guard end > verb, scene.breaksOff(Array(words[..<end]), of: sentence) else { return end }
      // Without the last word, and without what cannot stand last before it.
      guard words[..<end].lastIndex(of: 0x20) != nil else { break }
      end = strongEnd(of: words[..<end])
    }
    return words.endIndex
  }

  private static let mostWordsBack = 6

  /// "Michele C."
  private static func endsInInitial(_ words: String) -> Bool {
    let end = Array(words.suffix(3))
    return end.count == 3 && end[0] == " " && end[1].isUppercase && end[2] == "."
  }

  /// "has agreed not to conduct surveillance | based on religion" would say more without its end.
  private func denies(_ room: ArraySlice<UInt8>) -> Bool {
    let negations = words(.negations)
    return room.indices.contains {
      ($0 == room.startIndex || room[$0 - 1] == 0x20) && negations.contains(HeadlineText.word(at: $0, in: room))
    }
  }

  /// Where the last clause ends that ends within the room: at a comma outside quotes and parentheses, or before a word
  /// that opens another one, "who", "che", "after", "dopo".
  private func clauseEnd(in room: ArraySlice<UInt8>, of text: ArraySlice<UInt8>, behind verb: Int) -> Int? {
    let openers = words(.clauseOpeners)
    var depth = 0
    var end: Int?
    var isInList = false
    for index in room.indices {
      let isLate = depth == 0 && index >= max(verb + 2, room.startIndex + Self.shortest)
      switch room[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case 0xC2, 0xE2: depth += HeadlineText.step(at: index, in: room)
      // Not in "around 2:30".
      case UInt8(ascii: ":") where isLate && !endsWeak(room[..<index]) && text[(index + 1)...].first == 0x20:
        // What follows a colon is a list of its own.
        return index
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
        // "arrestato per tentato omicidio, rapina e lesioni": within a list no clause ends.
        // "si aggira sui 30.000 euro in quadri, letti, lampade": nor before its second item.
        let opensItem = depth == 0 && opensItem(index + 1, in: room)
        if isLate, !isInList, !opensItem, index + 1 < room.endIndex, room[index + 1] == 0x20,
          !endsWeak(room[..<index])
        {
          end = index
        }
        if depth == 0 { isInList = opensItem }
      case 0x20 where isLate:
        // The word that opens what goes needs no room.
        if openers.contains(HeadlineText.word(at: index + 1, in: text)), !endsWeak(room[..<index]) { end = index }
      default: break
      }
    }
    return end
  }

  /// Whether a few words up to the next comma, "and" or "e" follow a comma, as in a list.
  func opensItem(_ start: Int, in room: ArraySlice<UInt8>) -> Bool {
    let joiners = words(.listJoiners)
    var words = 0
    // "M. A., 33 anni, nomade" is no list.
    if start + 1 < room.endIndex, room[start + 1] >= UInt8(ascii: "0"), room[start + 1] <= UInt8(ascii: "9") {
      return false
    }
    for index in room.indices where index >= start {
      switch room[index] {
      case UInt8(ascii: ","): return words > 0 && words <= Self.longestItem
      case 0x20:
        let word = HeadlineText.word(at: index + 1, in: room)
        if words > 0, joiners.contains(word) { return words <= Self.longestItem }
        words += 1
      default: break
      }
    }
    return false
  }

  private static let longestItem = 3

  /// Whether words end in one that a headline cannot end in.
  func endsWeak(_ words: ArraySlice<UInt8>) -> Bool {
    let start = words.lastIndex(of: 0x20).map { $0 + 1 } ?? words.startIndex
    return self.words(.weakEnds).contains(HeadlineText.word(at: start, in: words))
  }

  /// Where the last phrase ends that begins with a preposition, behind verb and object: "… ha denunciato un uomo di 41
  /// anni | per lesioni".
  private func phraseEnd(in room: ArraySlice<UInt8>, of text: ArraySlice<UInt8>, behind verb: Int) -> Int? {
    let openers = words(.phraseOpeners)
    var words = 0
    var end: Int?
    for index in room.indices where index > verb && room[index] == 0x20 {
      words += 1
      let word = HeadlineText.word(at: index + 1, in: text)
      if words > 3, index >= room.startIndex + Self.shortest, openers.contains(word),
        HeadlineText.isClosed(room[..<index])
      {
        end = index
      }
    }
    return end.map { strongEnd(of: room[..<min($0 + 1, room.endIndex)]) }
  }

}
