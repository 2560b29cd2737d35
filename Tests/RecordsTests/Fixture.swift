import DispaccioTestSupport
import DocumentModel

/// A text from which spans are taken by their words.
struct MarkedText {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The span of the words, which must occur; bytes are compared, so that composed and decomposed letters differ.
  func span(_ words: String) -> TextSpan {
    let wanted = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return TextSpan(start, start + wanted.count)
  }
}

extension Entity {
  static let wilayat = Entity(
    id: "wilayat-sinai", type: .armedGroup, feature: "jihadist", prior: 5,
    italian: .init(
      name: "Wilayat Sinai", full: "Provincia del Sinai", article: "", agreement: .feminine, preposition: ""),
    english: .init(name: "Wilayat Sinai", full: nil, takesArticle: false, isPlural: false, preposition: ""),
    countries: ["EG"], parent: nil, coordinates: nil, wikidata: nil)

  static let rafah = Entity(
    id: "rafah-eg", type: .place, feature: "town", prior: 5,
    italian: .init(name: "Rafah", full: nil, article: "", agreement: .feminine, preposition: "a"),
    english: .init(name: "Rafah", full: nil, takesArticle: false, isPlural: false, preposition: "in"),
    countries: ["EG", "PS"], parent: nil, coordinates: Coordinates(longitude: "34.24", latitude: "31.2800"),
    wikidata: "Q210166")
}

extension Record {
  /// A report with every kind of part, in a text full of what breaks careless writers.
  static func nasty(name: [UInt8] = Array("sinai.txt".utf8), published: String? = nil) -> Record {
    let text = MarkedText(
      "L'ISIS 🇪🇬 ha attaccato «Rafah» ieri,\r\nalmeno 9 soldati uccisi.\u{2028}Perche\u{301} \"mai\"?\t\\o/ \u{0} 🧑‍🚀 secondo la polizia."
    )
    let first = Sentence(
      span: text.span("L'ISIS 🇪🇬 ha attaccato «Rafah» ieri,\r\nalmeno 9 soldati uccisi."), language: "it", kind: .body,
      paragraph: 0)
    let second = Sentence(
      span: text.span("Perche\u{301} \"mai\"?\t\\o/ \u{0} 🧑‍🚀 secondo la polizia."), language: "it", kind: .item,
      paragraph: 1)
    let police = Attribution(entity: nil, span: text.span("la polizia"), stance: .says)
    let date = EventDate(span: text.span("ieri"), from: "2026-05-13", to: "2026-05-13", precision: "day")
    let killed = Casualty(
      effect: .killed, minimum: 9, maximum: nil, kind: .atLeast, who: text.span("soldati"),
      span: text.span("almeno 9 soldati"), certainty: .asserted, attributedTo: [police], conservative: 9)
    let attack = Event(
      type: "battles", subtype: "armed_clash", concept: "attack", trigger: text.span("ha attaccato"), sentence: 0,
      actors: [Participant(entity: "wilayat-sinai", span: text.span("L'ISIS"), certainty: .asserted)],
      targets: [Participant(entity: nil, span: text.span("soldati"), certainty: .probable)],
      place: EventPlace(
        entity: "rafah-eg", span: text.span("Rafah"), relation: "in", country: "EG",
        coordinates: Entity.rafah.coordinates, precision: .town),
      date: date, casualties: [killed], certainty: .asserted, polarity: .positive, status: .accomplished,
      attributedTo: [police], links: [EventLink(kind: .responseTo, event: 1)], because: ["triggers.it.tsv:12"])
    let bare = Event(
      type: "diplomacy", subtype: nil, concept: "meet", trigger: text.span("🧑‍🚀"), sentence: 1, actors: [], targets: [],
      place: nil, date: nil, casualties: [], certainty: .reported, polarity: .negative, status: .plannedThreatened,
      attributedTo: [], links: [], because: [])
    let clauses = [
      Clause(
        text: "L'Isis ha attaccato Rafah, in Egitto.", role: .lead, sentences: [0], events: [0], added: ["country"]),
      Clause(text: "Almeno nove soldati sono stati uccisi.", role: .item, sentences: [0, 1], events: [0]),
      Clause(text: "Si è detto «perché».", role: .quote, sentences: [1], events: []),
      Clause(text: "Non è chiaro chi sia *stato*", role: .uncertain, sentences: [1], events: []),
      Clause(
        text: "L'area è sotto pressione.", role: .context, sentences: [1], events: [], added: ["country", "full_name"]),
    ]
    let english = Brief(headline: "IS attacks Rafah", headlineSentences: [0], clauses: [])
    return Record(
      id: "sinai--3fa9c21b77d0",
      source: Source(
        name: name, part: nil, byteCount: text.bytes.count, sha256: "ab", mediaType: "text/plain", charset: "UTF-8",
        replaced: 0),
      pipeline: ("conflict", "1.0.0", "sha256:00"), generator: ("0.1.0", "72.1", "x"),
      title: text.span("Perche\u{301}"),
      published: published, language: ("it", 99), text: text.bytes, sentences: [first, second],
      entities: [
        MentionedEntity(entity: .wilayat, mentions: [Mention(span: text.span("ISIS"), sentence: 0, kind: .name)]),
        MentionedEntity(entity: .rafah, mentions: [Mention(span: text.span("Rafah"), sentence: 0, kind: .nominal)]),
      ],
      candidates: [Candidate(span: text.span("\\o/"), sentence: 1)], events: [attack, bare],
      statements: [
        Statement(
          kind: .assessment, sentence: 1, concept: "presence", entities: ["rafah-eg"], certainty: .possible)
      ],
      labels: [Label(name: "battles", percent: 90)], dates: [date], keySentences: [0, 1],
      briefs: ["it": Brief(headline: "L'Isis attacca Rafah", headlineSentences: [0], clauses: clauses), "en": english],
      warnings: ["“x”"])
  }

  /// A report of many sentences, of which the brief cites two.
  static func long(sentences count: Int) -> Record {
    var record = Record.nasty()
    var text: [UInt8] = []
    var sentences: [Sentence] = []
    for number in 1...count {
      let start = text.count
      text += Array("\(number). - Frase\nnumero \(number).".utf8)
      sentences.append(Sentence(span: TextSpan(start, text.count), language: "it", kind: .body, paragraph: 0))
      text.append(0x0A)
    }
    record.text = text
    record.sentences = sentences
    record.italian.clauses = [Clause(text: "Nulla.", role: .lead, sentences: [SentenceIndex(count - 1)], events: [])]
    return record
  }
}
