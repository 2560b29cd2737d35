/// Italian numbers in words: however great, one below a million is one word.
enum ItalianNumberWords {
  private enum Place { case unit, teen, ten, hundred, thousand, thousands, magnitude }

  private struct Piece {
    var bytes: [UInt8]
    var place: Place
    var value: Int
    /// Whether its last vowel is gone before the next one: "vent-uno".
    var isElided = false
  }

  /// The pieces that words are made of, long ones first: "settanta" is not "sette" with something behind.
  private static let pieces: [Piece] = {
    var found: [Piece] = []
    func add(_ word: String, _ place: Place, _ value: Int, isElided: Bool = false) {
      found.append(Piece(bytes: Array(word.utf8), place: place, value: value, isElided: isElided))
    }
    let units = ["un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
    for (index, word) in units.enumerated() { add(word, .unit, index + 1) }
    for word in ["uno", "una"] { add(word, .unit, 1) }
    // Both accents are written; only one is right.
    for word in ["tré", "trè"] { add(word, .unit, 3) }
    let teens = [
      "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto",
      "diciannove",
    ]
    for (index, word) in teens.enumerated() { add(word, .teen, index + 10) }
    let tens = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]
    for (index, word) in tens.enumerated() {
      add(word, .ten, (index + 2) * 10)
      add(String(word.dropLast()), .ten, (index + 2) * 10, isElided: true)
    }
    add("cento", .hundred, 100)
    add("cent", .hundred, 100, isElided: true)
    add("mille", .thousand, 1000)
    add("mila", .thousands, 1000)
    let magnitudes = [("milion", 1_000_000), ("miliard", 1_000_000_000), ("bilion", 1_000_000_000_000)]
    for (stem, value) in magnitudes {
      for ending in stem == "miliard" ? ["o", "i"] : ["e", "i"] { add(stem + ending, .magnitude, value) }
    }
    return found.sorted { $0.bytes.count > $1.bytes.count }
  }()

  private static let irregularOrdinals: [(stem: [UInt8], value: Int)] = [
    "prim", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim",
  ].enumerated().map { (Array($1.utf8), $0 + 1) }

  /// What a word says, given in small letters, perhaps with an apostrophe at its end: "settant'".
  static func word(_ word: ArraySlice<UInt8>) -> NumberWord? {
    guard word.count >= 2, word.count <= 80 else { return nil }
    if word.last == UInt8(ascii: "'") { return elided(word.dropLast()) }
    guard mayBegin(word) else { return nil }
    if word.elementsEqual("zero".utf8) { return .cardinal(0) }
    if isHalf(word) { return .part(2) }
    if word.elementsEqual("mila".utf8) { return .magnitude(1000) }
    if let value = magnitude(word) { return .magnitude(value) }
    if let value = value(of: word, isStem: false) { return .cardinal(value) }
    return ordinal(word) ?? age(word)
  }

  /// Whether a number begins with the same two letters; few other words get further than this.
  private static func mayBegin(_ word: ArraySlice<UInt8>) -> Bool {
    let second = word[word.startIndex + 1]
    return switch word[word.startIndex] {
    case UInt8(ascii: "b"), UInt8(ascii: "c"): second == UInt8(ascii: "i") || second == UInt8(ascii: "e")
    case UInt8(ascii: "d"):
      second == UInt8(ascii: "u") || second == UInt8(ascii: "i") || second == UInt8(ascii: "o")
        || second == UInt8(ascii: "e")
    case UInt8(ascii: "m"): second == UInt8(ascii: "i") || second == UInt8(ascii: "e")
    case UInt8(ascii: "n"): second == UInt8(ascii: "o")
    case UInt8(ascii: "o"): second == UInt8(ascii: "t")
    case UInt8(ascii: "p"), UInt8(ascii: "t"): second == UInt8(ascii: "r") || second == UInt8(ascii: "e")
    case UInt8(ascii: "q"), UInt8(ascii: "u"): second == UInt8(ascii: "u") || second == UInt8(ascii: "n")
    case UInt8(ascii: "s"), UInt8(ascii: "v"), UInt8(ascii: "z"): second == UInt8(ascii: "e")
    default: false
    }
  }

  /// "un'ora", "settant'anni", "mezz'ora"
  private static func elided(_ word: ArraySlice<UInt8>) -> NumberWord? {
    if word.elementsEqual("un".utf8) { return .cardinal(1) }
    if word.elementsEqual("mezz".utf8) { return .part(2) }
    return value(of: word + [UInt8(ascii: "i")], isStem: false).map { .cardinal($0) }
      ?? value(of: word + [UInt8(ascii: "a")], isStem: false).map { .cardinal($0) }
      ?? value(of: word + [UInt8(ascii: "o")], isStem: false).map { .cardinal($0) }
  }

  private static func isHalf(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 5 && word.dropLast().elementsEqual("mezz".utf8) && ending(of: word) != nil
  }

  /// Which ending of gender and number a word has: whether it is plural.
  private static func ending(of word: ArraySlice<UInt8>) -> Bool? {
    switch word.last {
    case UInt8(ascii: "o"), UInt8(ascii: "a"): false
    case UInt8(ascii: "i"), UInt8(ascii: "e"): true
    default: nil
    }
  }

  private static func magnitude(_ word: ArraySlice<UInt8>) -> Int? {
    pieces.first { $0.place == .magnitude && $0.bytes.elementsEqual(word) }?.value
  }

  /// "terzo", "ventunesimo", "centesimi"
  private static func ordinal(_ word: ArraySlice<UInt8>) -> NumberWord? {
    guard let isPlural = ending(of: word) else { return nil }
    let stem = word.dropLast()
    if let found = irregularOrdinals.first(where: { $0.stem.elementsEqual(stem) }) {
      return .ordinal(found.value, isPlural: isPlural)
    }
    guard stem.hasSuffix("esim") else { return nil }
    return wholeOfStem(stem.dropLast(4)).map { .ordinal($0, isPlural: isPlural) }
  }

  /// "trentenne", "quarantacinquenni"
  private static func age(_ word: ArraySlice<UInt8>) -> NumberWord? {
    guard word.hasSuffix("enne") || word.hasSuffix("enni") else { return nil }
    return wholeOfStem(word.dropLast(4)).flatMap { (11...120).contains($0) ? .age($0) : nil }
  }

  /// The number that lost its last vowel before an ending: "ventun", "cinquantatre", "milion".
  private static func wholeOfStem(_ stem: ArraySlice<UInt8>) -> Int? {
    if let value = value(of: stem, isStem: true) { return value }
    for vowel in "eioa".utf8 {
      let word = stem + [vowel]
      if let value = magnitude(word) ?? value(of: word, isStem: true) { return value }
    }
    return nil
  }

  /// The value of a whole word, if it is nothing but a number.
  ///
  /// - Parameter isStem: whether an ending follows, before which "un" may stand for "uno": "ventunesimo".
  private static func value(of word: ArraySlice<UInt8>, isStem: Bool) -> Int? {
    var total = 0
    var group = 0
    var last = Int.max
    var offset = word.startIndex
    while offset < word.endIndex {
      let rest = word[offset...]
      guard
        let piece = pieces.first(where: { piece in
          rest.starts(with: piece.bytes) && (!piece.isElided || isVowel(rest.dropFirst(piece.bytes.count).first))
            && !(piece.place == .hundred && !piece.isElided && rest.dropFirst(4).starts(with: "ott".utf8))
        })
      else { return nil }
      // "centottanta" is cent-ottanta.
      offset += piece.bytes.count
      switch piece.place {
      case .unit:
        guard group % 10 == 0, group % 100 == 0 || group % 100 >= 20 else { return nil }
        group += piece.value
      case .teen, .ten:
        guard group % 100 == 0 else { return nil }
        group += piece.value
      case .hundred:
        guard group < 10 else { return nil }
        group = max(group, 1) * 100
      case .thousand:
        guard group == 0, last > 1000 else { return nil }
        total += 1000
        last = 1000
      case .thousands:
        guard group > 1, last > 1000 else { return nil }
        total += group * 1000
        group = 0
        last = 1000
      case .magnitude:
        guard group > 0, last > piece.value, piece.value <= Int.max / 1000 else { return nil }
        total += group * piece.value
        group = 0
        last = piece.value
      }
    }
    return total + group > 0 ? total + group : nil
  }

  private static func isVowel(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "u") || byte == UInt8(ascii: "o") }
}
