public import DocumentModel

/// An Italian verb with the forms that reports and briefs use: third persons, infinitive, participles, gerund.
///
/// Regular forms and the great irregular families (`-porre`, `-durre`, `-trarre`, `-venire`, `-tenere`, `-endere`,
/// `-idere` …, `essere`, `avere`, `fare`, `andare` …) are made by rule; a lexicon gives only what is left, in one cell:
///
/// - `pp=preso` masculine singular participle; further participles after commas are recognised, not written
/// - `pr=prese,presero` third persons of the past historic; further pairs are variants
/// - `isc` for `-ire` verbs with `-isc-` (assumed where the verb is not known to do without)
/// - `e` or `a` for the auxiliary *essere* or *avere*
/// - `fut=andr` stem of future and conditional
/// - `pres=va,vanno`, `cong=vada,vadano`, `imp=faceva,facevano` (or `ps`, `cg`, `im`), `congimp=desse,dessero`,
///   `ger=facendo`
///
/// Only the first word of a lemma inflects (the second after *non*), and after *rimanere*, *cadere*, *tornare* and the
/// like a predicate that ends in *-o*: *rimasti uccisi*. A reflexive lemma (`scontrarsi`) gives finite forms and participles
/// without the pronoun; its infinitive and gerund carry it.
public struct ItalianVerb: Sendable, Hashable {
  /// The infinitive, as given.
  public let lemma: String
  /// Whether the lemma ends in `-si`.
  public let isReflexive: Bool
  /// Whether compound tenses are made with *essere*.
  public let takesEssere: Bool
  /// Every form. Where there are several for one place, the first is the one to write.
  public let all: [VerbForm]

  /// Makes the forms of a verb; fails on a lemma that is no infinitive and on irregularities that cannot be read.
  public init(lemma: String, forms: String = "") throws(MorphologyError) {
    let negation = lemma.hasPrefix("non ") ? "non " : ""
    let (word, tail) = headAndTail(String(lemma.dropFirst(negation.count)))
    // *Far sapere* is *fare sapere*.
    let head = word == "far" ? "fare" : word
    guard let infinitive = ItalianVerb.activeInfinitive(head) else {
      throw MorphologyError(
        "“\(lemma)” is not an Italian infinitive",
        remedy: "Give a verb in -are, -ere, -ire, -rre or -rsi, in lower case")
    }
    let given = try Irregularities(forms, of: lemma, allowed: ItalianVerb.keys, aliases: ItalianVerb.aliases)
      .firstWords()
    try ItalianVerb.check(given, of: lemma)
    let conjugation = ItalianConjugation(infinitive: infinitive, given: given)
    let isReflexive = head.hasSuffix("rsi")
    let isCopula = ItalianVerbFamilies.copulas.contains(infinitive)
    let isPredicate = isCopula && tail.hasSuffix("o") && !tail.dropFirst().contains(" ")
    self.lemma = lemma
    self.isReflexive = isReflexive
    self.takesEssere = isReflexive || conjugation.takesEssere
    var all = word == head ? [] : [VerbForm(lemma, .infinitive)]
    for form in conjugation.forms(infinitive: head, clitic: isReflexive ? "si" : "") {
      for variant in isPredicate ? form.withPredicate(tail) : [form.with(tail: tail)] {
        all.append(variant.with(front: negation))
      }
    }
    if word == "fare", !tail.isEmpty { all.append(VerbForm(negation + "far" + tail, .infinitive)) }
    self.all = all
  }

  /// The form to write.
  public func form(_ tense: VerbTense, plural: Bool = false, feminine: Bool = false) -> String {
    switch tense {
    case .infinitive, .gerund: all.first(tense, plural: false) ?? lemma
    case .past: form(.pastHistoric, plural: plural, feminine: feminine)
    default: all.first(tense, plural: plural, feminine: feminine) ?? all.first(tense, plural: plural) ?? lemma
    }
  }

  /// The participle that agrees.
  public func participle(_ agreement: Agreement) -> String {
    form(.participle, plural: agreement.isPlural, feminine: agreement.isFeminine)
  }

  /// Infinitive and gerund with a pronoun behind (`attaccarlo`, `attaccandoli`), for recognition only; empty for
  /// reflexive and multiword lemmas.
  public var encliticForms: [VerbForm] {
    guard !isReflexive, !lemma.contains(" ") else { return [] }
    let stem = lemma.hasSuffix("rre") ? lemma.dropLast(2) : lemma.dropLast()
    return ["lo", "la", "li", "le", "ne", "si", "ci", "vi", "gli"].flatMap {
      [VerbForm(stem + $0, .infinitive), VerbForm(form(.gerund) + $0, .gerund)]
    }
  }

  private static let keys: [(key: String, arity: Irregularities.Arity)] = [
    ("pp", .single), ("pr", .pairs), ("isc", .flag), ("e", .flag), ("a", .flag), ("fut", .single), ("pres", .pairs),
    ("cong", .pairs), ("imp", .pairs), ("congimp", .pairs), ("ger", .single),
  ]

  private static let aliases = ["ps": "pres", "cg": "cong", "im": "imp"]

  /// The infinitive without the reflexive pronoun: `scontrarsi` → `scontrare`, `opporsi` → `opporre`.
  private static func activeInfinitive(_ head: String) -> String? {
    guard head.count > 3, head == head.lowercased() else { return nil }
    if head.hasSuffix("rsi") {
      let stem = String(head.dropLast(2))
      if stem.hasSuffix("por") || stem.hasSuffix("dur") { return stem + "re" }
      if ["trar", "sottrar", "ritrar", "contrar", "protrar", "distrar", "astrar", "attrar"].contains(stem) {
        return stem + "re"
      }
      return ["ar", "er", "ir"].contains(where: stem.hasSuffix) ? stem + "e" : nil
    }
    let endings = ["are", "ere", "ire", "porre", "durre", "trarre"]
    return endings.contains(where: head.hasSuffix) ? head : nil
  }

  private static func check(_ given: Irregularities, of lemma: String) throws(MorphologyError) {
    for participle in given["pp"] ?? [] where !participle.hasSuffix("o") {
      throw MorphologyError(
        "“\(lemma)” has the participle “\(participle)”", remedy: "Give the masculine singular, which ends in -o")
    }
    for key in ["pr", "pres", "cong", "imp", "congimp"] {
      for (position, form) in (given[key] ?? []).enumerated()
      where !position.isMultiple(of: 2) && !form.hasSuffix("no") && !form.hasSuffix("ro") {
        throw MorphologyError(
          "“\(lemma)” has the plural “\(form)” under \(key)", remedy: "Give the third persons as singular,plural")
      }
    }
    if let stem = given["fut"]?.first, !stem.hasSuffix("r"), !stem.hasSuffix("rà") {
      throw MorphologyError("“\(lemma)” has the future stem “\(stem)”", remedy: "Give the stem up to the r, as in andr")
    }
  }
}
