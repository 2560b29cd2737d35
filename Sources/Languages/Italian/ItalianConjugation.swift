/// The paradigm of one Italian verb, from its active infinitive and its irregularities.
struct ItalianConjugation {
  private enum Class { case are, ere, ire }

  private let irregular: Irregularities
  private let conjugation: Class
  private let root: String
  let takesEssere: Bool

  /// Takes what the lexicon gives, then what the verb's family gives; the rest follows the rules.
  init(infinitive: String, given: Irregularities) {
    irregular = given.filled(from: ItalianVerbFamilies.irregularities(of: infinitive))
    conjugation = infinitive.hasSuffix("are") ? .are : infinitive.hasSuffix("ire") ? .ire : .ere
    root = String(infinitive.dropLast(3))
    takesEssere =
      !given.has("a") && (irregular.has("e") || ItalianVerbFamilies.alwaysWithEssere.contains(infinitive))
    isISC =
      conjugation == .ire
      && (given.has("isc") || !irregular.has("pres") && !ItalianVerbFamilies.isWithoutISC(infinitive))
  }

  private let isISC: Bool

  /// All forms, the preferred one of each place first.
  func forms(infinitive: String, clitic: String) -> [VerbForm] {
    var forms = [VerbForm(infinitive, .infinitive)]
    func add(_ tense: VerbTense, _ pairs: [String]) {
      for (position, form) in pairs.enumerated() {
        let isNew = !forms.contains { $0.tense == tense && $0.text == form }
        if isNew { forms.append(VerbForm(form, tense, plural: !position.isMultiple(of: 2))) }
      }
    }
    add(.present, present)
    add(.imperfect, imperfect)
    add(.pastHistoric, pastHistoric)
    add(.future, [futureStem + "à", futureStem + "anno"])
    add(.conditional, [futureStem + "ebbe", futureStem + "ebbero"])
    add(.subjunctive, subjunctive)
    add(.imperfectSubjunctive, imperfectSubjunctive)
    for participle in participles {
      let stem = String(participle.dropLast())
      for (ending, isPlural, isFeminine) in [
        ("o", false, false), ("a", false, true), ("i", true, false), ("e", true, true),
      ] {
        forms.append(VerbForm(stem + ending, .participle, plural: isPlural, feminine: isFeminine))
      }
    }
    forms.append(VerbForm(gerund + clitic, .gerund))
    return forms
  }

  // MARK: - Spelling

  /// The root before an ending in *e*: `attacch-`, `lanc-`, but `invi-`, `sbagli-`.
  private var rootBeforeE: String {
    guard conjugation == .are else { return root }
    if root.hasSuffix("c") || root.hasSuffix("g") { return root + "h" }
    let hasMuteI = root.hasSuffix("ci") || root.hasSuffix("gi")
    return hasMuteI && !isStressedI ? String(root.dropLast()) : root
  }

  /// The root before an ending in *i*: `attacch-`, `lanc-`, `sbagl-`, `assed-`, but `invi-`.
  private var rootBeforeI: String {
    guard conjugation == .are else { return root }
    if root.hasSuffix("c") || root.hasSuffix("g") { return root + "h" }
    return root.hasSuffix("i") && !isStressedI ? String(root.dropLast()) : root
  }

  /// Whether the *i* of `-iare` is stressed (*invìa*), so that it stays: *inviino*, against *assedino*.
  private var isStressedI: Bool { ItalianVerbFamilies.stressedI.contains(root + "are") }

  // MARK: - Tenses

  private var present: [String] {
    if let given = irregular["pres"] { return given }
    return switch conjugation {
    case .are: [root + "a", root + "ano"]
    case .ere: [root + "e", root + "ono"]
    case .ire: isISC ? [root + "isce", root + "iscono"] : [root + "e", root + "ono"]
    }
  }

  private var subjunctive: [String] {
    if let given = irregular["cong"] { return given }
    if let plural = irregular["pres"]?.dropFirst().first, plural.hasSuffix("ono") {
      let stem = String(plural.dropLast(3))
      return [stem + "a", stem + "ano"]
    }
    return switch conjugation {
    case .are: [rootBeforeI + "i", rootBeforeI + "ino"]
    case .ere: [root + "a", root + "ano"]
    case .ire: isISC ? [root + "isca", root + "iscano"] : [root + "a", root + "ano"]
    }
  }

  private var imperfect: [String] {
    irregular["imp"] ?? [root + themeVowel + "va", root + themeVowel + "vano"]
  }

  private var pastHistoric: [String] {
    if let given = irregular["pr"] { return given }
    switch conjugation {
    case .are: return [root + "ò", root + "arono"]
    case .ire: return [root + "ì", root + "irono"]
    case .ere:
      let short = [root + "é", root + "erono"]
      let long = [root + "ette", root + "ettero"]
      // After a t the ear prefers *batté* to *battette*; elsewhere *credette* to *credé*.
      return root.hasSuffix("t") ? short + long : long + short
    }
  }

  private var futureStem: String {
    if let given = irregular["fut"]?.first { return given.hasSuffix("à") ? String(given.dropLast()) : given }
    return conjugation == .ire ? root + "ir" : rootBeforeE + "er"
  }

  private var imperfectSubjunctive: [String] {
    irregular["congimp"] ?? [imperfectStem + "sse", imperfectStem + "ssero"]
  }

  private var participles: [String] {
    if let given = irregular["pp"] { return given }
    return switch conjugation {
    case .are: [root + "ato"]
    case .ire: [root + "ito"]
    case .ere: [root + (root.hasSuffix("c") || root.hasSuffix("g") ? "iuto" : "uto")]
    }
  }

  private var gerund: String {
    if let given = irregular["ger"]?.first { return given }
    return imperfectStem.hasSuffix("a") ? imperfectStem + "ndo" : imperfectStem.dropLast() + "endo"
  }

  private var themeVowel: String {
    switch conjugation {
    case .are: "a"
    case .ere: "e"
    case .ire: "i"
    }
  }

  /// The imperfect without `-va`, on which imperfect subjunctive and gerund are built: `pone-`, `face-`, `attacca-`.
  private var imperfectStem: String {
    guard let first = imperfect.first, first.hasSuffix("va") else { return root + themeVowel }
    return String(first.dropLast(2))
  }
}
