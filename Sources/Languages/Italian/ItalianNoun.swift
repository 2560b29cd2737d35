/// The plural of Italian nouns where a lexicon gives none.
public enum ItalianNoun {
  /// The likeliest plural. In a multiword noun the first word and the adjectives right after it inflect, up to the
  /// first preposition: *raid aerei*, *colpi di Stato*. A plural given in a lexicon always wins over this.
  public static func plural(of noun: String, feminine: Bool) -> String {
    var isOpen = true
    var words: [String] = []
    for word in noun.split(separator: " ").map(String.init) {
      if !words.isEmpty, isPreposition(word) { isOpen = false }
      words.append(isOpen ? (words.isEmpty ? pluralWord(word, feminine) : pluralAdjective(word, feminine)) : word)
    }
    return words.joined(separator: " ")
  }

  private static func isPreposition(_ word: String) -> Bool {
    let first = word.split(separator: "’").first.flatMap { $0.split(separator: "'").first }.map(String.init) ?? word
    return prepositions.contains(word) || (first != word && prepositions.contains(first))
  }

  private static let prepositions: Set<String> = [
    "di", "a", "da", "in", "con", "su", "per", "tra", "fra", "senza", "contro", "del", "dello", "dell", "della", "dei",
    "degli", "delle", "al", "allo", "all", "alla", "ai", "agli", "alle", "dal", "dallo", "dall", "dalla", "dai",
    "dagli", "dalle", "nel", "nello", "nell", "nella", "nei", "negli", "nelle", "sul", "sullo", "sull", "sulla", "sui",
    "sugli", "sulle", "d", "e",
  ]

  private static func pluralAdjective(_ word: String, _ isFeminine: Bool) -> String {
    guard let last = word.last, "oae".contains(last), !word.hasPrefix("anti"), !invariableBeside.contains(word) else {
      return word
    }
    if word.hasSuffix("ista") || word == "suicida" { return word.dropLast() + (isFeminine ? "e" : "i") }
    if last == "o" || last == "a" && isFeminine { return pluralWord(word, isFeminine) }
    return last == "e" ? word.dropLast() + "i" : word
  }

  /// Nouns that stay as they are beside another noun: *droni kamikaze*, *conferenze stampa*.
  private static let invariableBeside: Set<String> = [
    "kamikaze", "stampa", "bomba", "civetta", "chiave", "cargo", "soldato", "asilo", "missione", "audio", "profughi",
  ]

  private static func pluralWord(_ word: String, _ isFeminine: Bool) -> String {
    if let known = exceptions[word] { return known }
    guard word.count > 2, let last = word.last else { return word }
    switch last {
    case "e": return word.hasSuffix("ie") ? word : word.dropLast() + "i"
    case "o": return isFeminine ? word : masculine(word)
    case "a": return isFeminine ? feminine(word) : String(hardened(word.dropLast()) + "i")
    default: return word
    }
  }

  private static func masculine(_ word: String) -> String {
    let stem = word.dropLast()
    if stem.hasSuffix("ic") || word.hasSuffix("ologo") || word.hasSuffix("fago") { return stem + "i" }
    if stem.hasSuffix("i") { return String(stressedIO.contains(word) ? stem + "i" : stem) }
    return hardened(stem) + "i"
  }

  private static func feminine(_ word: String) -> String {
    let stem = word.dropLast()
    guard stem.hasSuffix("ci") || stem.hasSuffix("gi") else { return hardened(stem) + "e" }
    let before = stem.dropLast(2).last ?? "a"
    // *Provincia*, *spiaggia* lose the mute i; *camicia*, and *energia* with its stressed one, keep it.
    let keepsI = "aeiou".contains(before) || stem.hasSuffix("rgi") || stem.hasSuffix("lgi")
    return (keepsI ? stem : stem.dropLast()) + "e"
  }

  private static func hardened(_ stem: Substring) -> String {
    stem.hasSuffix("c") || stem.hasSuffix("g") ? stem + "h" : String(stem)
  }

  private static let stressedIO: Set<String> = [
    "zio", "addio", "rinvio", "invio", "avvio", "pendio", "brusio", "oblio", "fruscio", "rio", "mormorio", "ronzio",
    "crepitio", "trio", "calpestio", "logorio",
  ]

  private static let exceptions: [String: String] = [
    "uomo": "uomini", "dio": "dei", "bue": "buoi", "tempio": "templi", "mano": "mani", "moglie": "mogli",
    "superficie": "superfici", "centinaio": "centinaia", "migliaio": "migliaia", "paio": "paia", "uovo": "uova",
    "braccio": "braccia", "dito": "dita", "labbro": "labbra", "miglio": "miglia", "osso": "ossa", "ciglio": "ciglia",
    "carico": "carichi", "incarico": "incarichi", "scarico": "scarichi", "valico": "valichi", "antico": "antichi",
    "rammarico": "rammarichi", "strascico": "strascichi", "fico": "fichi", "amico": "amici", "nemico": "nemici",
    "sindaco": "sindaci", "vicesindaco": "vicesindaci", "portavoce": "portavoce", "coprifuoco": "coprifuoco",
    "assassinio": "assassinii", "enclave": "enclave", "peshmerga": "peshmerga", "fuoristrada": "fuoristrada",
    "monaco": "monaci", "farmaco": "farmaci", "stomaco": "stomaci", "greco": "greci",
    "porco": "porci", "monologo": "monologhi", "prologo": "prologhi", "asparago": "asparagi", "mina": "mine",
    "delta": "delta", "gorilla": "gorilla", "kamikaze": "kamikaze", "cinema": "cinema", "boia": "boia",
    "vaglia": "vaglia",
    "sosia": "sosia", "mitra": "mitra", "euro": "euro", "leader": "leader", "molotov": "molotov", "belga": "belgi",
    "ala": "ali", "arma": "armi", "gas": "gas", "re": "re", "gru": "gru", "blitz": "blitz", "video": "video",
  ]
}
