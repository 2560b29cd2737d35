/// English articles, possessives, numbers and lists, as pure functions on words, in AP style.
public enum EnglishGrammar {
  // MARK: - Articles

  /// `a` or `an`, by the sound that follows: *an hour*, *a European*, *an MNLA convoy*, *a UN base*, *an 11-year-old*.
  public static func indefiniteArticle(before phrase: String) -> String {
    EnglishSound.beginsWithVowel(phrase) ? "an" : "a"
  }

  /// A phrase with its indefinite article.
  public static func withIndefiniteArticle(_ phrase: String) -> String {
    "\(indefiniteArticle(before: phrase)) \(phrase)"
  }

  /// A word after its article; the bare word if the article is empty.
  public static func join(_ article: String, _ word: String) -> String {
    article.isEmpty ? word : "\(article) \(word)"
  }

  // MARK: - Possessives and lists

  /// The possessive: *the MNLA's*, *the rebels'*, *Hamas'* (AP gives a name in *-s* the apostrophe alone), *the boss's*.
  public static func possessive(_ phrase: String, isPlural: Bool = false) -> String {
    guard phrase.hasSuffix("s") else { return phrase + "'s" }
    let isName = phrase.split(separator: " ").last?.first?.isUppercase ?? false
    return phrase + (isPlural || isName ? "'" : "'s")
  }

  /// *A*, *A and B*, *A, B and C*, without a comma before *and*.
  public static func series(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    guard words.count > 1 else { return last }
    return "\(words.dropLast().joined(separator: ", ")) and \(last)"
  }

  // MARK: - Numbers

  /// A number as AP writes it: words up to nine, figures from 10, a comma between thousands.
  public static func number(_ number: Int) -> String {
    (0...9).contains(number) ? words[number] : grouped(number, separator: ",")
  }

  /// A number below 100 in words, for the beginning of a sentence: *twenty-three*; nil from 100 on.
  public static func spelled(_ number: Int) -> String? {
    guard (0..<100).contains(number) else { return nil }
    if number < words.count { return words[number] }
    let ten = tens[number / 10 - 2]
    return number.isMultiple(of: 10) ? ten : "\(ten)-\(words[number % 10])"
  }

  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  // MARK: - Marks

  /// The words between “curly marks”; marks that already enclose them are not doubled, inner ones become ‘…’.
  public static func quote(_ words: String) -> String {
    Quotation.quote(words, open: "“", close: "”", innerOpen: "‘", innerClose: "’")
  }
}
