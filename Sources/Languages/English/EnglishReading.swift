/// All forms of English words, for reading.
extension EnglishLanguage {
  /// "attack, attacks, attacked, attacking"
  public func readForms(ofVerb lemma: String, irregular: String) throws(MorphologyError) -> [InflectedForm] {
    try EnglishVerb(lemma: lemma, forms: irregular).all.map { form in
      var inflected = form.inflected
      // "attack" is the infinitive and every present but the third person singular.
      if form.tense == .present, form.isPlural { inflected.features.formUnion([.first, .second, .singular]) }
      if form.tense == .past { inflected.features.formUnion([.first, .second, .singular, .plural]) }
      return inflected
    }
  }

  /// The singular and the plural.
  public func readForms(ofNoun lemma: String, gender: WordFeatures, plural: NounPlural) -> [InflectedForm] {
    switch plural {
    case .none: [InflectedForm(lemma, .singular)]
    case .only: [InflectedForm(lemma, .plural)]
    case .same: [InflectedForm(lemma, .numbers)]
    case .form(let text, _): [InflectedForm(lemma, .singular), InflectedForm(text, .plural)]
    case .regular: [InflectedForm(lemma, .singular), InflectedForm(EnglishNoun.plural(of: lemma), .plural)]
    }
  }

  /// "big, bigger, biggest"; long ones compare with *more*.
  public func readForms(ofAdjective lemma: String, irregular: [String]) -> [InflectedForm] {
    var found = [InflectedForm(lemma, [])]
    guard !lemma.contains(" "), !lemma.contains("-"), lemma.count <= 8 else { return found }
    if irregular.count == 2 {
      return found + [InflectedForm(irregular[0], .comparative), InflectedForm(irregular[1], .superlative)]
    }
    // The doubling of "bigger" is that of "stopped".
    for past in EnglishVerbSpelling.pasts(of: lemma) where past.hasSuffix("ed") {
      found.append(InflectedForm(past.dropLast() + "r", .comparative))
      found.append(InflectedForm(past.dropLast() + "st", .superlative))
    }
    return found
  }

  private static let prefixes = [
    "anti", "auto", "co", "counter", "cyber", "de", "dis", "eco", "ex", "extra", "fore", "hyper", "inter", "in", "mega",
    "micro", "mid", "mini", "mis", "multi", "neo", "non", "out", "over", "para", "post", "pre", "pro", "pseudo", "re",
    "semi", "sub", "super", "tele", "trans", "ultra", "un", "under", "vice", "bio",
  ].map { Array($0.utf8) }

  /// "re-build", "un-armed": at least four letters follow.
  public func prefixLength(of word: [UInt8]) -> Int? {
    Self.prefixes.filter { word.starts(with: $0) && word.count >= $0.count + 4 }.map(\.count).max()
  }
}
