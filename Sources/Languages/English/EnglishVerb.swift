/// An English verb: infinitive, third person, past, participle and -ing form.
///
/// Regular spelling (`seizes`, `carried`, `stopped`, `fleeing`, `panicked`) and the common irregular verbs with their
/// compounds are made by rule; a lexicon gives what is left: `past=…`, `pp=…`, `ing=…`, `s=…`, variants after commas.
/// Only the first word of a lemma inflects: `opens fire`; a lemma with *not* is told with *do*: `did not comment`. British `-lled`, `-lling` are recognised, not written.
public struct EnglishVerb: Sendable, Hashable {
  /// The infinitive without *to*, as given.
  public let lemma: String
  /// Every form. Where there are several for one place, the first is the one to write.
  public let all: [VerbForm]

  /// Makes the forms of a verb; fails on a lemma that is no lower-case word and on irregularities that cannot be read.
  public init(lemma: String, forms: String = "") throws(MorphologyError) {
    if lemma.hasPrefix("not ") {
      self = try EnglishVerb(negating: String(lemma.dropFirst(4)), forms: forms)
      return
    }
    let (head, tail) = headAndTail(lemma)
    guard let first = head.first, first.isLetter, head == head.lowercased() else {
      throw MorphologyError(
        "“\(lemma)” is not an English infinitive", remedy: "Give the verb in lower case and without “to”")
    }
    let given = try Irregularities(
      forms, of: lemma, allowed: [("past", .single), ("pp", .single), ("ing", .single), ("s", .single)]
    ).firstWords()
    self.lemma = lemma
    var all = [VerbForm(lemma, .infinitive)]
    let isBe = head == "be"
    all += (given["s"] ?? [EnglishVerbSpelling.thirdPerson(of: head)]).map { VerbForm($0 + tail, .present) }
    all.append(VerbForm((isBe ? "are" : head) + tail, .present, plural: true))
    let known = EnglishVerbSpelling.irregularPast(of: head)
    let regular = EnglishVerbSpelling.pasts(of: head)
    let past = given["past"] ?? known?.past ?? regular
    let participle = given["pp"] ?? (given.has("past") ? given["past"] : nil) ?? known?.participle ?? regular
    all += past.map { VerbForm($0 + tail, .past) }
    all += (isBe ? ["were"] : past).map { VerbForm($0 + tail, .past, plural: true) }
    all += participle.map { VerbForm($0 + tail, .participle) }
    all += (given["ing"] ?? EnglishVerbSpelling.gerunds(of: head)).map { VerbForm($0 + tail, .gerund) }
    self.all = all
  }

  /// The forms of *not* and a verb: *does not*, *did not* and the infinitive; *not* before participle and -ing form.
  private init(negating positive: String, forms: String) throws(MorphologyError) {
    let verb = try EnglishVerb(lemma: positive, forms: forms)
    lemma = "not \(positive)"
    all =
      [
        VerbForm(lemma, .infinitive), VerbForm("does not \(positive)", .present),
        VerbForm("do not \(positive)", .present, plural: true), VerbForm("did not \(positive)", .past),
        VerbForm("did not \(positive)", .past, plural: true),
      ] + verb.all.filter { [.participle, .gerund].contains($0.tense) }.map { $0.with(front: "not ") }
  }

  /// The form to write; tenses that English does not inflect for give the infinitive.
  public func form(_ tense: VerbTense, plural: Bool = false) -> String {
    switch tense {
    case .present, .past: all.first(tense, plural: plural) ?? lemma
    case .pastHistoric: all.first(.past, plural: plural) ?? lemma
    case .participle, .gerund: all.first(tense, plural: false) ?? lemma
    default: lemma
    }
  }

  /// The third person singular of the present.
  public var thirdPerson: String { form(.present) }
  /// The past, singular.
  public var past: String { form(.past) }
  /// The past participle.
  public var participle: String { form(.participle) }
  /// The -ing form.
  public var gerund: String { form(.gerund) }
}
