import DocumentModel
import Events

extension English: Voice {
  static let code = "en"

  var code: String { Self.code }
  var own: any OwnGrammar { EnglishOwnGrammar() }

  func number(_ value: Int) -> String { EnglishGrammar.number(value) }
  func spelled(_ value: Int) -> String? { EnglishGrammar.spelled(value) }

  /// "The attack is a response to the operation …"
  func answer(_ answering: Frame, _ answered: Frame, _ said: inout Said) -> String? {
    guard let wording = scene.phrasebook.english[scene.concept(answering).id], !wording.noun.singular.isEmpty,
      let object = event(answered, &said)
    else { return nil }
    return scene.phrasebook.answer("the \(wording.noun.singular)", object.english, in: code)
  }

  func canCoordinate(_ first: Frame, _ second: Frame) -> Bool {
    guard let one = scene.phrasebook.english[scene.concept(first).id],
      let two = scene.phrasebook.english[scene.concept(second).id], one.verb != nil, two.verb != nil
    else { return false }
    return one.objectPreposition.isEmpty && two.objectPreposition.isEmpty
  }

  /// "Gunmen attack army base, nine dead, army says"
  func headline(_ clause: String, of frame: Frame, attribution: String?, _ said: inout Said) -> String {
    var text = clause
    if let dead = headlineDead(frame, &said) { text += ", \(dead)" }
    if let attribution { text += ", \(attribution)" }
    return Self.withoutArticles(text)
  }
}
