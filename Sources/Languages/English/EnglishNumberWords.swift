/// English numbers in words: a word for each part, "two thousand and sixteen".
enum EnglishNumberWords {
  private static let table: [[UInt8]: NumberWord] = {
    var found: [[UInt8]: NumberWord] = [:]
    func add(_ word: String, _ meaning: NumberWord) { found[Array(word.utf8)] = meaning }
    let small = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    for (value, word) in small.enumerated() { add(word, .cardinal(value)) }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (index, word) in tens.enumerated() {
      add(word, .cardinal((index + 2) * 10))
      addOrdinal(String(word.dropLast()) + "ieth", (index + 2) * 10)
    }
    let irregular = [1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"]
    func addOrdinal(_ word: String, _ value: Int) {
      add(word, .ordinal(value, isPlural: false))
      // "firsts" and "seconds" are no parts of a whole.
      if value > 2 { add(word + "s", .ordinal(value, isPlural: true)) }
    }
    for value in 1...19 { addOrdinal(irregular[value] ?? small[value] + "th", value) }
    add("hundred", .hundred)
    addOrdinal("hundredth", 100)
    for (word, value) in [
      ("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000),
    ] {
      add(word, .magnitude(value))
      addOrdinal(word + "th", value)
    }
    add("half", .part(2))
    add("halves", .part(2))
    add("quarter", .part(4))
    add("quarters", .part(4))
    return found
  }()

  /// What a word says, given in small letters.
  static func word(_ word: ArraySlice<UInt8>) -> NumberWord? {
    guard word.count >= 3, word.count <= 12 else { return nil }
    return table[Array(word)]
  }
}
