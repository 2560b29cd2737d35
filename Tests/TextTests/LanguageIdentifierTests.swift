import LanguageIdentification
import Testing

@Suite struct LanguageIdentifierTests {
  /// Short lists in the form of the pipelines' own.
  private let identifier = LanguageIdentifier(functionWords: [
    "it": LanguageIdentifier.readList(
      Array("# Italian\n\nil\nla\ndi\na\nche\nnel\ndella\nl'\ndell'\nsono\nmorti\n  attentato \r\n-zione\n-ato\n".utf8)),
    "en": ["the", "of", "a", "in", "was", "by", "dead", "-ing", "-ed"],
    "fr": ["le", "la", "les", "de", "à", "des", "est", "dans", "a", "l'", "-tion", "-é"],
  ])

  private func identify(_ text: String) -> IdentifiedLanguage { identifier.identify(Array(text.utf8)) }

  @Test(arguments: [
    ("Attentato a Gao", "it"), ("L’esercito della capitale è nel deserto", "it"),
    ("Il governo ha detto che sono morti almeno cinque civili nella regione.", "it"),
    ("The army said that five civilians were killed in the region.", "en"),
    ("L'armée a déclaré que cinq civils ont été tués dans la région.", "fr"),
    ("Fem civila dödades i ett angrepp mot huvudstaden, uppger polisen i landet.", "sv"),
    ("Dwie osoby zginęły w zamachu bombowym w stolicy kraju, podała policja.", "pl"),
    ("قتل خمسة مدنيين في هجوم", "ar"), ("حمله گروه مسلح در کابل", "fa"), ("Пять мирных жителей погибли", "ru"),
    ("П'ять мирних жителів загинули в Києві", "uk"), ("Πέντε άμαχοι σκοτώθηκαν", "el"),
    ("חמישה אזרחים נהרגו", "he"), ("五名平民在袭击中丧生", "zh"), ("五人の民間人が死亡した", "ja"),
  ])
  func `names the language`(text: String, code: String) {
    let language = identify(text)
    #expect(language.code == code)
    #expect(language.confidence > 0.5 && language.confidence < 1)
  }

  @Test(arguments: [
    "", " \n", "OK", "12.000", "Gao", "Mohammed Ahmed al-Baghdadi", "…", "🇮🇹", "Timbuktu, Kidal, Ménaka",
  ])
  func `does not guess where the text does not say`(text: String) {
    #expect(identify(text) == .undetermined)
  }

  @Test func `is surer of a long text than of a short one`() {
    let short = identify("che è della")
    let long = identify(String(repeating: "Il capo della polizia dice che la situazione nel nord è grave. ", count: 10))
    #expect(long.confidence > short.confidence)
    #expect(long.confidence >= 0.95)
  }

  @Test func `looks at two kilobytes only and cuts between characters`() {
    let italian = String(repeating: "è così che la città è caduta nel caos della guerra, ", count: 60)
    #expect(identify(italian + String(repeating: " The army was in the city.", count: 400)).code == "it")
    for extra in 0..<4 { #expect(identify(String(repeating: "x", count: extra) + italian).code == "it") }
  }

  @Test func `survives bytes that are not UTF-8`() {
    #expect(identifier.identify([0xFF, 0xC3, 0x28, 0x80, 0xF0]).isUndetermined)
  }

  @Test func `sees a text of two languages`() {
    let italian =
      "Uomini armati hanno attaccato un villaggio della regione. Il governo ha detto che sono morti in cinque. "
    let french = "Le porte-parole de l'armée a déclaré que les assaillants ont été repoussés dans la nuit. "
    let mixed = String(repeating: italian, count: 4) + String(repeating: french, count: 4)
    #expect(identifier.looksMixed(Array(mixed.utf8)))
    #expect(!identifier.looksMixed(Array(String(repeating: italian, count: 100).utf8)))
    #expect(!identifier.looksMixed(Array(italian.utf8)))
    #expect(!identifier.looksMixed([]))
  }

  @Test func `knows the version of CLD2`() {
    #expect(LanguageIdentifier.cld2Version.hasPrefix("V2."))
  }
}
