import DocumentModel
import Events
import Gazetteers
import Languages
import Lexicons

extension Italian {
  /// The verb of a clause, with its helpers: "ha attaccato", "è stata attaccata", "avrebbe presumibilmente preso".
  func verb(
    _ verb: ItalianVerb, _ aspect: Aspect, subject: Agreement, isPassive: Bool, isReciprocal: Bool = false
  ) -> String {
    let isPlural = subject.isPlural
    let clitic = verb.isReflexive ? "si " : ""
    let adverb = aspect.adverb.map { $0.contains(" ") ? "" : "\($0) " } ?? ""
    let no = aspect.isNegated || verb.lemma.hasPrefix("non ") ? "non " : ""
    let own = verb.participle(verb.takesEssere || isPassive ? subject : .masculine)
    // "non commentare" carries its own negation, which stands before the helper.
    let participle = own.hasPrefix("non ") ? String(own.dropFirst(4)) : own
    let been = isPassive ? "\(ItalianGrammar.agree("stato", with: subject)) " : ""
    let usesEssere = verb.takesEssere || isPassive
    let infinitive = isPassive ? "essere \(participle)" : verb.form(.infinitive)
    let words: String
    switch aspect.kind {
    case .done:
      let helper = usesEssere ? (isPlural ? "sono" : "è") : (isPlural ? "hanno" : "ha")
      words = "\(no)\(clitic)\(helper) \(been)\(adverb)\(participle)"
    case .reported:
      let helper = usesEssere ? (isPlural ? "sarebbero" : "sarebbe") : (isPlural ? "avrebbero" : "avrebbe")
      words = "\(no)\(clitic)\(helper) \(been)\(adverb)\(participle)"
    case .saidOfItself:
      let inner = usesEssere ? "di \(verb.isReflexive ? "essersi" : "essere") \(been)" : "di aver "
      words = "\(isPlural ? "hanno" : "ha") detto \(inner)\(participle)"
    case .earlier:
      let helper = usesEssere ? (isPlural ? "erano" : "era") : (isPlural ? "avevano" : "aveva")
      words = "\(no)\(clitic)\(helper) \(been)\(adverb)\(participle)"
    case .ongoing, .state:
      words =
        isPassive
        ? "\(no)\(isPlural ? "vengono" : "viene") \(adverb)\(participle)"
        : "\(no)\(clitic)\(verb.form(.present, plural: isPlural))\(adverb.isEmpty ? "" : " " + adverb.dropLast())"
    case .future:
      words =
        isPassive
        ? "\(no)\(isPlural ? "saranno" : "sarà") \(adverb)\(participle)"
        : "\(no)\(clitic)\(verb.form(.future, plural: isPlural))\(adverb.isEmpty ? "" : " " + adverb.dropLast())"
    case .modal(let modal): words = "\(no)\(Self.modal(modal, isPlural)) \(adverb)\(infinitive)"
    case .attempted: words = "\(no)\(isPlural ? "hanno" : "ha") \(adverb)tentato di \(infinitive)"
    case .failed:
      words = "non \(isPlural ? "sono riusciti" : ItalianGrammar.agree("è riuscito", with: subject)) a \(infinitive)"
    case .framed(let id):
      guard let control = scene.phrasebook.controls[id] else { return verb.form(.past, plural: isPlural) }
      if aspect.isUnderWay, !control.it.isReflexive {
        let stare = isPlural ? "stanno" : "sta"
        return "\(no)\(stare) \(adverb)\(control.it.form(.gerund)) \(control.preposition) \(infinitive)"
      }
      let helper =
        control.it.takesEssere ? (isPlural ? "sono" : "è") : (isPlural ? "hanno" : "ha")
      let own = control.it.participle(control.it.takesEssere ? subject : .masculine)
      let reflexive = control.it.isReflexive ? "si " : ""
      words = "\(no)\(reflexive)\(helper) \(adverb)\(own) \(control.preposition) \(infinitive)"
    }
    return words
  }

  private static func modal(_ modal: Modal, _ isPlural: Bool) -> String {
    switch modal {
    case .may: isPlural ? "potrebbero" : "potrebbe"
    case .can: isPlural ? "possono" : "può"
    case .must: isPlural ? "devono" : "deve"
    case .should: isPlural ? "dovrebbero" : "dovrebbe"
    case .want: isPlural ? "volevano" : "voleva"
    case .aboutTo: isPlural ? "stanno per" : "sta per"
    case .will: isPlural ? "dovranno" : "dovrà"
    case .would, .couldHave: isPlural ? "avrebbero potuto" : "avrebbe potuto"
    }
  }
}

extension English {
  /// The verb of a clause, with its helpers: "attacked", "was attacked", "presumably captured", "could attack".
  func verb(_ verb: EnglishVerb, _ aspect: Aspect, isPlural: Bool, isPassive: Bool) -> String {
    let adverb = aspect.adverb.map { $0.contains(" ") ? "" : "\($0) " } ?? ""
    let infinitive = isPassive ? "be \(verb.participle)" : verb.form(.infinitive)
    let be = isPlural ? "were" : "was"
    let not = aspect.isNegated ? "not " : ""
    switch aspect.kind {
    case .done, .reported:
      if isPassive { return "\(be) \(not)\(adverb)\(verb.participle)" }
      return aspect.isNegated
        ? "did not \(adverb)\(verb.form(.infinitive))" : "\(adverb)\(verb.form(.past, plural: isPlural))"
    case .saidOfItself:
      let own = isPassive ? "\(be) \(verb.participle)" : verb.form(.past, plural: isPlural)
      return "said \(isPlural ? "they" : "it") \(own)"
    case .earlier:
      return isPassive ? "had \(not)been \(adverb)\(verb.participle)" : "had \(not)\(adverb)\(verb.participle)"
    case .state:
      return isPassive
        ? "\(isPlural ? "are" : "is") \(not)\(verb.participle)"
        : "\(not)\(adverb)\(verb.form(.present, plural: isPlural))"
    case .ongoing:
      let helper = isPlural ? "are" : "is"
      return isPassive
        ? "\(helper) \(not)\(adverb)being \(verb.participle)" : "\(helper) \(not)\(adverb)\(verb.gerund)"
    case .future: return "will \(not)\(adverb)\(infinitive)"
    case .modal(let modal): return "\(Self.modal(modal, isPlural)) \(not)\(adverb)\(infinitive)"
    case .attempted: return "\(aspect.isNegated ? "did not try" : "\(adverb)tried") to \(infinitive)"
    case .failed: return "failed to \(infinitive)"
    case .framed(let id):
      guard let control = scene.phrasebook.controls[id] else { return verb.past }
      if aspect.isUnderWay { return "\(isPlural ? "are" : "is") \(not)\(adverb)\(control.en.gerund) to \(infinitive)" }
      return aspect.isNegated
        ? "did not \(control.en.form(.infinitive)) to \(infinitive)"
        : "\(adverb)\(control.en.form(.past, plural: isPlural)) to \(infinitive)"
    }
  }

  private static func modal(_ modal: Modal, _ isPlural: Bool) -> String {
    switch modal {
    case .may: "could"
    case .can: "can"
    case .must: "must"
    case .should: "should"
    case .want: "wanted to"
    case .aboutTo: isPlural ? "are about to" : "is about to"
    case .will: "will"
    case .would, .couldHave: "could have"
    }
  }
}
