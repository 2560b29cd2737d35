import DocumentModel
import Events

extension Italian: Voice {
  static let code = "it"

  var code: String { Self.code }
  var own: any OwnGrammar { ItalianOwnGrammar() }

  func number(_ value: Int) -> String { ItalianGrammar.number(value) }
  func spelled(_ value: Int) -> String? { ItalianGrammar.spelled(value) }

  func attribution(_ frame: Frame, isHeadline: Bool, _ said: inout Said) -> String? { attribution(frame, &said) }

  /// "L'attacco è la risposta all'operazione …"
  func answer(_ answering: Frame, _ answered: Frame, _ said: inout Said) -> String? {
    guard let wording = scene.phrasebook.italian[scene.concept(answering).id], !wording.noun.singular.isEmpty,
      let object = event(answered, &said)
    else { return nil }
    let agreement = Agreement(feminine: wording.isFeminine, plural: false)
    let subject = ItalianGrammar.withArticle(wording.noun.singular, agreement: agreement, definite: true)
    let complement = ItalianGrammar.prepositional("a", article: object.article, noun: object.words)
    return scene.phrasebook.answer(subject, complement, in: code)
  }

  /// "Uomini armati attaccano una base: nove morti, dice l'esercito"
  func headline(_ clause: String, of frame: Frame, attribution: String?, _ said: inout Said) -> String {
    var text = clause
    if let dead = headlineDead(frame, &said) { text += ": \(dead)" }
    if let attribution { text += ", \(attribution)" }
    return text
  }
}
