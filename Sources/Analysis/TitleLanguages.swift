import DocumentModel

/// Judges the language of a title with the text below it, in a report of several languages.
///
/// A title is short and mostly names, so that *Mogadiscio, autobomba all'hotel Afrik: nove morti* may look Portuguese or
/// English by itself; the sentences that it stands above are in its language nearly always. A title keeps a language of
/// its own where other sentences of the report are in it, as in a dispatch that comes in two.
enum TitleLanguages {
  /// A sentence of fewer bytes does not show its language by itself.
  static let shortest = 40

  /// Judges the titles and subheads among the sentences of a report, whose body is judged already.
  static func judge(_ sentences: inout [Sentence]) {
    let spoken = Set(sentences.filter { $0.kind == .body }.map(\.language))
    var below: String?
    for index in sentences.indices.reversed() {
      switch sentences[index].kind {
      case .body: below = sentences[index].language
      case .title, .subhead:
        let isShort = sentences[index].span.count < shortest
        if let below, isShort || !spoken.contains(sentences[index].language) { sentences[index].language = below }
      default: break
      }
    }
  }
}
