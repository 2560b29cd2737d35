/// All forms of Italian words, those of the first and second person too, for reading: a brief writes only third persons.
extension ItalianLanguage {
  /// "attacco, attacchi, attacca, attacchiamo …"; the participle in all four forms.
  public func readForms(ofVerb lemma: String, irregular: String) throws(MorphologyError) -> [InflectedForm] {
    // "non curarsi" is "curarsi" with a word before it.
    guard !lemma.hasPrefix("non ") else { return [] }
    let verb = try ItalianVerb(lemma: lemma, forms: irregular)
    var found: [InflectedForm] = []
    for form in verb.all {
      var inflected = form.inflected
      // "dimettersi" is two words, "dimettere" and "si": the verb is listed as it stands without its pronoun.
      if verb.isReflexive, form.tense == .infinitive || form.tense == .gerund {
        let word = inflected.text.split(separator: " ").first.map(String.init) ?? ""
        guard let bare = form.tense == .infinitive ? ItalianPersons.active(word) : String(word.dropLast(2)) else {
          continue
        }
        inflected.text = bare
      }
      if form.tense == .participle {
        inflected.features.formUnion([
          form.isPlural ? .plural : .singular, form.isFeminine ? .feminine : .masculine,
        ])
      }
      found.append(inflected)
    }
    return found + ItalianPersons(verb).forms
  }

  /// The singular and the plural.
  public func readForms(ofNoun lemma: String, gender: WordFeatures, plural: NounPlural) -> [InflectedForm] {
    switch plural {
    case .none: return [InflectedForm(lemma, [gender, .singular])]
    case .only: return [InflectedForm(lemma, [gender, .plural])]
    case .same: return [InflectedForm(lemma, [gender, .singular, .plural])]
    case .form(let text, let other):
      return [
        InflectedForm(lemma, [gender, .singular]), InflectedForm(text, [other ?? gender, .plural]),
      ]
    case .regular:
      // "il giornalista, la giornalista; i giornalisti, le giornaliste"
      let genders: [WordFeatures] = gender == .genders ? [.masculine, .feminine] : [gender]
      return genders.flatMap { gender in
        [
          InflectedForm(lemma, [gender, .singular]),
          InflectedForm(ItalianNoun.plural(of: lemma, feminine: gender == .feminine), [gender, .plural]),
        ]
      }
    }
  }

  /// The four forms, or as many as the ending has.
  public func readForms(ofAdjective lemma: String, irregular: [String]) -> [InflectedForm] {
    if irregular.count == 3 {
      return [
        InflectedForm(lemma, [.masculine, .singular]), InflectedForm(irregular[0], [.feminine, .singular]),
        InflectedForm(irregular[1], [.masculine, .plural]), InflectedForm(irregular[2], [.feminine, .plural]),
      ]
    }
    guard let last = lemma.last, irregular != ["0"] else {
      return [InflectedForm(lemma, [.singular, .plural, .masculine, .feminine])]
    }
    let stem = String(lemma.dropLast())
    switch last {
    case "o":
      let feminine = stem + "a"
      return [
        InflectedForm(lemma, [.masculine, .singular]), InflectedForm(feminine, [.feminine, .singular]),
        InflectedForm(ItalianNoun.plural(of: lemma, feminine: false), [.masculine, .plural]),
        InflectedForm(ItalianNoun.plural(of: feminine, feminine: true), [.feminine, .plural]),
      ]
    case "e":
      return [
        InflectedForm(lemma, [.masculine, .feminine, .singular]),
        InflectedForm(stem + "i", [.masculine, .feminine, .plural]),
      ]
    case "a":
      return [
        InflectedForm(lemma, [.masculine, .feminine, .singular]), InflectedForm(stem + "i", [.masculine, .plural]),
        InflectedForm(stem + "e", [.feminine, .plural]),
      ]
    default: return [InflectedForm(lemma, [.singular, .plural, .masculine, .feminine])]
    }
  }
}

extension ItalianLanguage {
  private static let enclitics: [(ending: [UInt8], pronouns: [[UInt8]])] = [
    ("gliela", ["gli", "la"]), ("glielo", ["gli", "lo"]), ("gliene", ["gli", "ne"]), ("glieli", ["gli", "li"]),
    ("gliele", ["gli", "le"]), ("celo", ["ce", "lo"]), ("cela", ["ce", "la"]), ("sene", ["se", "ne"]),
    ("selo", ["se", "lo"]), ("sela", ["se", "la"]), ("cene", ["ce", "ne"]), ("velo", ["ve", "lo"]),
    ("melo", ["me", "lo"]), ("telo", ["te", "lo"]), ("gli", ["gli"]), ("lo", ["lo"]), ("la", ["la"]), ("li", ["li"]),
    ("le", ["le"]), ("ne", ["ne"]), ("si", ["si"]), ("ci", ["ci"]), ("vi", ["vi"]), ("mi", ["mi"]), ("ti", ["ti"]),
  ].map { (Array($0.0.utf8), $0.1.map { Array($0.utf8) }) }

  /// "attaccarlo", "uccidendone", "rivoltosi", "dargliele".
  public func withoutEnclitics(_ word: [UInt8]) -> (verbs: [[UInt8]], pronouns: [[UInt8]])? {
    for (ending, pronouns) in Self.enclitics where word.count > ending.count + 2 {
      guard word.suffix(ending.count).elementsEqual(ending) else { continue }
      let stem = Array(word.dropLast(ending.count))
      switch stem.last {
      case UInt8(ascii: "r"):
        // "attaccar-lo", "por-lo", "condur-lo"
        return ([stem + [UInt8(ascii: "e")], stem + Array("re".utf8)], pronouns)
      case UInt8(ascii: "o"), UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "e"): return ([stem], pronouns)
      default: continue
      }
    }
    return nil
  }

  private static let prefixes = [
    "anti", "auto", "contro", "co", "dis", "extra", "filo", "inter", "iper", "macro", "maxi", "mega", "micro", "mini",
    "multi", "neo", "oltre", "para", "post", "pre", "pro", "pseudo", "re", "ri", "semi", "sotto", "sopra", "sovra",
    "super",
    "tele", "trans", "ultra", "vice", "video", "bio", "eco", "euro", "in",
  ].map { Array($0.utf8) }

  /// "ri-costruire", "anti-terrorismo": at least four letters follow.
  public func prefixLength(of word: [UInt8]) -> Int? {
    Self.prefixes.filter { word.starts(with: $0) && word.count >= $0.count + 4 }.map(\.count).max()
  }
}

/// The first and second persons of an Italian verb, made from its third ones.
struct ItalianPersons {
  private(set) var forms: [InflectedForm] = []

  init(_ verb: ItalianVerb) {
    let (head, tail) = headAndTail(verb.lemma)
    guard tail.isEmpty, let infinitive = ItalianPersons.active(head) else { return }
    addPresent(verb, infinitive)
    let imperfect = verb.form(.imperfect)
    if imperfect.hasSuffix("va") {
      let stem = imperfect.dropLast(2)
      add(stem + "vo", [.imperfect, .first, .singular])
      add(stem + "vi", [.imperfect, .second, .singular])
      add(stem + "vamo", [.imperfect, .first, .plural])
      add(stem + "vate", [.imperfect, .second, .plural])
      // The second persons of the past and the subjunctive stand on the same stem: "prende-sti", "prende-ssi".
      add(stem + "sti", [.past, .second, .singular])
      add(stem + "mmo", [.past, .first, .plural])
      add(stem + "ste", [.past, .second, .plural])
    }
    let wish = verb.form(.imperfectSubjunctive)
    if wish.hasSuffix("sse") {
      let stem = wish.dropLast(3)
      add(stem + "ssi", [.subjunctive, .imperfect, .first, .second, .singular])
      add(stem + "ssimo", [.subjunctive, .imperfect, .first, .plural])
      add(stem + "ste", [.subjunctive, .imperfect, .second, .plural])
    }
    let past = verb.form(.pastHistoric)
    if past.hasSuffix("ò") { add(past.dropLast() + "ai", [.past, .first, .singular]) }
    if past.hasSuffix("ì") { add(past.dropLast() + "ii", [.past, .first, .singular]) }
    if past.hasSuffix("e") { add(past.dropLast() + "i", [.past, .first, .singular]) }
    let future = verb.form(.future)
    if future.hasSuffix("à") {
      let stem = future.dropLast()
      add(stem + "ò", [.future, .first, .singular])
      add(stem + "ai", [.future, .second, .singular])
      add(stem + "emo", [.future, .first, .plural])
      add(stem + "ete", [.future, .second, .plural])
      add(stem + "ei", [.conditional, .first, .singular])
      add(stem + "esti", [.conditional, .second, .singular])
      add(stem + "emmo", [.conditional, .first, .plural])
      add(stem + "este", [.conditional, .second, .plural])
    }
  }

  private mutating func addPresent(_ verb: ItalianVerb, _ infinitive: String) {
    let singular = verb.form(.present)
    let plural = verb.form(.present, plural: true)
    // "prendono" and "attaccano" without their ending, then "prendo", "attacco".
    if plural.hasSuffix("ono") || plural.hasSuffix("ano") {
      add(plural.dropLast(3) + "o", [.present, .first, .singular])
    }
    // "attacca", "prende", "viene": the second person ends in i; a hard c or g keeps its sound.
    if singular.count > 2, let last = singular.last, last == "a" || last == "e" {
      let stem = String(singular.dropLast())
      let isFirstClass = infinitive.hasSuffix("are")
      let hard = isFirstClass && (stem.hasSuffix("c") || stem.hasSuffix("g"))
      add(
        (hard ? stem + "h" : stem.hasSuffix("i") ? String(stem.dropLast()) : stem) + "i",
        [.present, .second, .singular])
    }
    let imperfect = verb.form(.imperfect)
    guard imperfect.hasSuffix("va") else { return }
    let stem = String(imperfect.dropLast(2))
    let root = String(stem.dropLast())
    var we = root + (root.hasSuffix("i") ? "amo" : "iamo")
    if stem.hasSuffix("a"), root.hasSuffix("c") || root.hasSuffix("g") { we = root + "hiamo" }
    if infinitive.hasSuffix("fare") { we = root + "ciamo" }
    add(we, [.present, .first, .plural])
    add(we, [.present, .subjunctive, .first, .plural])
    add(we.dropLast(2) + "te", [.present, .subjunctive, .second, .plural])
    add(
      infinitive.hasSuffix("fare") || infinitive.hasSuffix("dire") ? infinitive.dropLast(2) + "te" : stem + "te",
      [.present, .second, .plural])
  }

  private mutating func add(_ text: some StringProtocol, _ features: WordFeatures) {
    forms.append(InflectedForm(String(text), features.union(.finite)))
  }

  /// The infinitive without the reflexive pronoun.
  static func active(_ head: String) -> String? {
    guard head.hasSuffix("rsi") else { return head }
    let stem = String(head.dropLast(2))
    return ["ar", "er", "ir"].contains(where: stem.hasSuffix) ? stem + "e" : stem + "re"
  }
}
