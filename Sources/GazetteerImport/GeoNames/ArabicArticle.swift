/// The Arabic article in the names of places, which maps write as it is spoken (*Ar Raqqah*) and papers as it is spelled
/// (*al-Raqqah*), or not at all (*Raqqah*).
enum ArabicArticle {
  /// Countries whose maps have names in Arabic.
  private static let countries: Set<String> = [
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IL", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA",
    "SD",
    "SO", "SY", "TD", "TN", "YE",
  ]

  private static let articles: Set<String> = [
    "al", "el", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "er", "es", "et", "ez",
  ]

  /// A name of one word without its article; nil for one that has none.
  static func bare(_ name: String, country: String) -> String? {
    guard countries.contains(country) else { return nil }
    let words = name.split(whereSeparator: { $0 == " " || $0 == "-" })
    guard words.count == 2, articles.contains(words[0].lowercased()) else { return nil }
    return String(words[1])
  }

  /// What papers print for a name with an article: without it, if the rest is long enough to be no other word, and with
  /// *al-*.
  static func printed(_ name: String, country: String) -> [String] {
    guard let bare = bare(name, country: country) else { return [] }
    return bare.unicodeScalars.count < 5 ? ["al-" + bare] : [bare, "al-" + bare]
  }
}
