import DocumentModel

/// Quotes sentences of a report in its own language.
struct Quoting {
  let scene: Scene
  let voice: any Voice
  /// "In English", for the language of the report: most quotes are in it.
  private let label: String

  init(scene: Scene, voice: any Voice) {
    self.scene = scene
    self.voice = voice
    let code = scene.material.language
    label = code == voice.code ? "" : Writing.capitalized(Self.inLanguage(code, scene, voice))
  }

  /// A quotation has at most this many bytes.
  private static let longest = 600

  /// A sentence between quotation marks; in another language with the name of its own before it.
  func quoted(_ sentence: Int) -> String {
    quoted(scene.words(scene.material.sentences[sentence].span), in: scene.material.sentences[sentence].language)
  }

  /// The same for words in a language.
  func quoted(_ words: String, in code: String) -> String {
    let words = marked(words)
    guard code != voice.code else { return words }
    let label = code == scene.material.language ? label : Writing.capitalized(inLanguage(code))
    return "\(label): \(words)"
  }

  /// The sentence as the main one of a text in which nothing was recognized.
  func mainSentence(_ sentence: Int) -> String {
    let code = scene.material.sentences[sentence].language
    let label = scene.phrasebook.phrase("main-sentence", in: voice.code)
    let head = code == voice.code ? label : "\(label), \(inLanguage(code))"
    return "\(head): \(marked(scene.material.sentences[sentence].span))"
  }

  /// Words between quotation marks, shortened at a word where they have no end.
  func marked(_ span: TextSpan) -> String { marked(scene.words(span)) }

  private func marked(_ text: String) -> String {
    var words = text
    if words.utf8.count > Self.longest {
      let cut = words.prefix(Self.longest)
      words = cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)] + " …"
    }
    return voice.own.quoted(words)
  }

  private func inLanguage(_ code: String) -> String { Self.inLanguage(code, scene, voice) }

  private static func inLanguage(_ code: String, _ scene: Scene, _ voice: any Voice) -> String {
    guard let name = scene.phrasebook.phrases[voice.code]?["language-\(code)"] else {
      return scene.phrasebook.phrase("unknown-language", in: voice.code)
    }
    return scene.phrasebook.phrase("in-language", in: voice.code).filling(
      "{language}", with: name)
  }
}
