import DocumentModel

/// What printing a report's own words needs to know of their language.
protocol OwnGrammar: Sendable {
  /// The words in quotation marks.
  func quoted(_ words: String) -> String
  /// The words with slips of the keyboard mended that every editor mends: "E'" is "È".
  func tidied(_ words: String) -> String
  /// A day in place of a day word: the pattern with its `{…day}` filled in.
  func filled(_ pattern: String, month: String, day: Int) -> String
  /// The short name of an entity.
  func name(_ entity: Entity) -> String
  /// The long name of an entity, if it helps a reader to know the short one.
  func fullName(_ entity: Entity) -> String?
}

struct ItalianOwnGrammar: OwnGrammar {
  func quoted(_ words: String) -> String { ItalianGrammar.quote(words) }

  func tidied(_ words: String) -> String {
    // Few sentences have an E that stands alone before an apostrophe.
    var last: UInt8 = 0x20
    var before: UInt8 = 0x20
    var isTyped = false
    for byte in words.utf8 {
      if last | 0x20 == UInt8(ascii: "e"), byte == UInt8(ascii: "'") || byte == 0xE2, before < 0x41 { isTyped = true }
      before = last
      last = byte
    }
    guard isTyped else { return words }
    return mended(words)
  }

  private func mended(_ words: String) -> String {
    var found = ""
    var rest = words[...]
    var last: Character = " "
    while let letter = rest.first {
      rest = rest.dropFirst()
      if letter == "E" || letter == "e", !last.isLetter, !last.isNumber, let mark = rest.first,
        mark == "'" || mark == "’",
        let next = rest.dropFirst().first, next == " " || next.isLetter
      {
        // "E' in", also typed as "E'in": no Italian word elides to e'.
        found += letter == "E" ? "È" : "è"
        if next != " " { found += " " }
        rest = rest.dropFirst()
        last = "è"
        continue
      }
      found.append(letter)
      last = letter
    }
    return found
  }

  func filled(_ pattern: String, month: String, day: Int) -> String {
    let number = day == 1 ? "1°" : String(day)
    // "l'8 maggio", "l'11 maggio": the article elides before otto and undici.
    let elides = day == 8 || day == 11
    var words = pattern
    for (key, full, elided) in [
      ("{il day}", "il ", "l'"), ("{del day}", "del ", "dell'"), ("{dal day}", "dal ", "dall'"),
      ("{al day}", "al ", "all'"), ("{nel day}", "nel ", "nell'"), ("{day}", "", ""),
    ] {
      words = words.replacing(key, with: (elides ? elided : full) + "\(number) \(month)", maxReplacements: 1)
    }
    return words
  }

  func name(_ entity: Entity) -> String { Scene.plain(entity.italian.name) }

  func fullName(_ entity: Entity) -> String? {
    guard let full = entity.italian.full,
      Expansion.helps(entity, full: full, short: Scene.plain(entity.italian.name))
    else { return nil }
    return full
  }
}

struct EnglishOwnGrammar: OwnGrammar {
  func quoted(_ words: String) -> String { EnglishGrammar.quote(words) }
  func tidied(_ words: String) -> String { words }

  func filled(_ pattern: String, month: String, day: Int) -> String {
    pattern.replacing("{day}", with: "\(month) \(day)", maxReplacements: 1)
  }

  func name(_ entity: Entity) -> String { Scene.plain(entity.english.name) }

  func fullName(_ entity: Entity) -> String? {
    guard let full = entity.english.full,
      Expansion.helps(entity, full: full, short: Scene.plain(entity.english.name))
    else { return nil }
    return full
  }
}
