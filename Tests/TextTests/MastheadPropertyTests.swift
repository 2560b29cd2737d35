import DocumentModel
import Segmentation
import Testing

/// What holds of every masthead, whatever the text.
@Suite struct MastheadPropertyTests {
  @Test func `asks whether small letters name a place`() throws {
    let reading = try MastheadReading.shared.get()
    let text = Array("Bamako – Il governo ha condannato l'attacco.".utf8)
    #expect(try reading.read(text, "it").1.dateline == nil)
    let (_, masthead) = try reading.read(text, "it") { String(decoding: text[$0], as: UTF8.self) == "Bamako" }
    #expect(masthead.dateline == TextSpan(0, 10))
    #expect(masthead.datelinePlace == TextSpan(0, 6))
  }

  @Test func `believes the gazetteer where capitals may be an acronym`() throws {
    let reading = try MastheadReading.shared.get()
    let text = Array("JNIM – The group claimed the attack.".utf8)
    #expect(try reading.read(text, "en") { _ in false }.1.dateline == nil)
  }

  @Test func `reads nothing without tables but the layout`() throws {
    let text = Array("Attacco a Gao\n\nROMA, 16 NOV (ANSA) - Il JNIM ha attaccato Gao.".utf8)
    let sentences = [
      Sentence(span: TextSpan(0, 13), language: "it", kind: .title, paragraph: 0),
      Sentence(span: TextSpan(15, text.count), language: "it", kind: .body, paragraph: 1),
    ]
    let masthead = MastheadReader(words: MastheadWords()).masthead(of: text, sentences: sentences, language: "it")
    #expect(masthead == Masthead(title: TextSpan(0, 13)))
  }

  @Test func `gives a full day only with a year`() {
    let span = TextSpan(0, 5)
    #expect(Masthead.Day(year: nil, month: 5, day: 6, span: span).iso == nil)
    #expect(Masthead.Day(year: 2023, month: 5, day: 6, span: span).iso == "2023-05-06")
  }

  @Test func `refuses tables with a slip and says where`() {
    var words = MastheadWords()
    let furniture = #expect(throws: RuleError.self) {
      try words.readFurniture(file: "furniture.tsv", bytes: Array("language\tclass\tform\n*\tlien\tx\n".utf8))
    }
    #expect(furniture?.line == 2)
    let calendar = #expect(throws: RuleError.self) {
      try words.readCalendar(
        file: "calendar.tsv", bytes: Array("kind\tnumber\tit_forms\ten_forms\nmonth\t13\tx\ty\n".utf8))
    }
    #expect(calendar?.line == 2)
    let agencies = #expect(throws: RuleError.self) {
      try words.readAgencies(file: "agencies.tsv", bytes: Array("name\tforms\n\tX\n".utf8))
    }
    #expect(agencies?.line == 2)
  }

  /// Texts of marks and masthead words in any order: spans stay in their sentences, and sentences in order.
  @Test func `stays in order on any text`() throws {
    let reading = try MastheadReading.shared.get()
    let parts = [
      "(", ")", "[", "]", " - ", "–", "—", "\n", "\n\n", ". ", "…", "©", "ANSA", "(AFP)", "16 NOV", "1943", "ROMA",
      "Gao",
      ", ", "«", "»", "#", "- ", "1. ", "**", "++", "|", "è", "É", "/", "@", "\u{200B}", "\u{FEFF}", "\r\n", "(foto)",
      "RIPRODUZIONE RISERVATA", "By ", "di ", "Pubblicato il ", "===", "🔴 ", "\t", "Fonte: ", "URGENT: ",
    ]
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...14, using: &generator)).compactMap { _ in
        parts.randomElement(using: &generator)
      }.joined()
      let (sentences, masthead) = try reading.read(Array(text.utf8), "it")
      #expect(
        zip(sentences, sentences.dropFirst()).allSatisfy { $0.span.end <= $1.span.start }, "\(text.debugDescription)")
      #expect(masthead.furniture == masthead.furniture.sorted(), "\(text.debugDescription)")
      for span in masthead.furniture + [masthead.title, masthead.dateline].compactMap(\.self) {
        #expect(sentences.contains { $0.span.contains(span) }, "\(text.debugDescription)")
      }
    }
  }
}
