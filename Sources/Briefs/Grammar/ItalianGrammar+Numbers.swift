public import DocumentModel

extension ItalianGrammar {
  // MARK: - Numbers

  /// A number as ANSA writes it: words up to nine (`uno`, `una` by gender), figures from 10, a dot between thousands.
  public static func number(_ number: Int, feminine: Bool = false) -> String {
    switch number {
    case 1: feminine ? "una" : "uno"
    case 0...9: words[number]
    default: grouped(number, separator: ".")
    }
  }

  /// Things counted: *un morto*, *un'autobomba*, *uno sfollato*, *due morti*, *1.200 soldati*. The noun comes in the
  /// number that it will have; `agreement` is that of the noun.
  public static func count(_ number: Int, _ noun: String, agreement: Agreement) -> String {
    guard number == 1 else { return "\(Self.number(number)) \(noun)" }
    let single = Agreement(feminine: agreement.isFeminine, plural: false)
    return withArticle(noun, agreement: single, definite: false)
  }

  /// A number below 100 in words, for the beginning of a sentence: *ventuno*, *ventitré*; nil from 100 on.
  public static func spelled(_ number: Int) -> String? {
    guard (0..<100).contains(number) else { return nil }
    if number < words.count { return words[number] }
    let ten = tens[number / 10 - 2]
    switch number % 10 {
    case 0: return ten
    case 1, 8: return ten.dropLast() + words[number % 10]
    case 3: return ten + "tré"
    default: return ten + words[number % 10]
    }
  }

  private static let words = [
    "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici",
    "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove",
  ]
  private static let tens = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]

  // MARK: - Marks

  /// The words between «guillemets»; marks that already enclose them are not doubled, inner ones become “…”.
  public static func quote(_ words: String) -> String {
    Quotation.quote(words, open: "«", close: "»", innerOpen: "“", innerClose: "”")
  }
}
