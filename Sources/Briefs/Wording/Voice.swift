import DocumentModel
import Events

/// A language that briefs are written in: how it says what was read, and how it prints a report's own words.
protocol Voice {
  /// The code of the language.
  var code: String { get }
  /// How it prints a report's own words.
  var own: any OwnGrammar { get }

  /// A number in digits, as the language groups them.
  func number(_ value: Int) -> String
  /// A small number as a word.
  func spelled(_ value: Int) -> String?

  /// What a story says, as a clause without its final stop; nil if its words do not suffice.
  func clause(_ frame: Frame, isHeadline: Bool, sharing: [Frame], _ said: inout Said) -> String?
  /// Who says so; nil if nobody is named.
  func attribution(_ frame: Frame, isHeadline: Bool, _ said: inout Said) -> String?
  /// The people counted, as a clause.
  func casualties(_ frame: Frame, _ said: inout Said) -> String?
  /// "The attack is a response to …"; nil if its words do not suffice.
  func answer(_ answering: Frame, _ answered: Frame, _ said: inout Said) -> String?
  /// Whether two deeds of the same people to the same people can be said with one subject: "ha attaccato e preso".
  func canCoordinate(_ first: Frame, _ second: Frame) -> Bool
  /// A clause as a headline, with the dead that it has room for.
  func headline(_ clause: String, of frame: Frame, attribution: String?, _ said: inout Said) -> String
}

/// The languages whose voices say more than quotations, by their codes.
enum Voices {
  private static let made: [String: @Sendable (Scene) -> any Voice] = [
    Italian.code: { Italian(scene: $0) },
    English.code: { English(scene: $0) },
  ]

  /// The voice of a language; one that has none of its own quotes.
  static func voice(_ code: String, scene: Scene) -> any Voice {
    made[code]?(scene) ?? QuotingVoice(code: code, phrasebook: scene.phrasebook)
  }
}

/// The voice of a language that nobody has written yet: it prints a report's own words and quotes the others.
struct QuotingVoice: Voice {
  let code: String
  let own: any OwnGrammar

  init(code: String, phrasebook: Phrasebook) {
    self.code = code
    own = PlainGrammar(code: code, quotation: phrasebook.phrase("quotation", in: code))
  }

  func number(_ value: Int) -> String { String(value) }
  func spelled(_ value: Int) -> String? { nil }
  func clause(_ frame: Frame, isHeadline: Bool, sharing: [Frame], _ said: inout Said) -> String? { nil }
  func attribution(_ frame: Frame, isHeadline: Bool, _ said: inout Said) -> String? { nil }
  func casualties(_ frame: Frame, _ said: inout Said) -> String? { nil }
  func answer(_ answering: Frame, _ answered: Frame, _ said: inout Said) -> String? { nil }
  func canCoordinate(_ first: Frame, _ second: Frame) -> Bool { false }
  func headline(_ clause: String, of frame: Frame, attribution: String?, _ said: inout Said) -> String { clause }
}

/// Prints the words of a language of which no grammar is known.
struct PlainGrammar: OwnGrammar {
  let code: String
  /// With `{words}`.
  let quotation: String

  func quoted(_ words: String) -> String { quotation.filling("{words}", with: words) }
  func tidied(_ words: String) -> String { words }
  func filled(_ pattern: String, month: String, day: Int) -> String {
    pattern.replacing("{day}", with: "\(day) \(month)", maxReplacements: 1)
  }
  func name(_ entity: Entity) -> String { Scene.plain(entity.name(in: code)) }
  func fullName(_ entity: Entity) -> String? { nil }
}
