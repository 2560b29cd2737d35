import Glibc
import LanguageIdentification
import Testing

/// The lists under `pipelines/common` that this column reads.
@Suite struct CommonListTests {
  private static let languages = ["de", "en", "es", "fr", "it", "pt", "ro"]

  /// Languages that are only named, and told from their neighbours.
  private static let named = [
    "af", "ca", "cs", "da", "fi", "ha", "hr", "hu", "id", "nb", "nl", "pl", "so", "sq", "sv", "sw", "tr",
  ]

  private static func entries(_ path: String) throws -> [String] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let file = try #require(fopen("\(root)/pipelines/common/\(path)", "rb"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return LanguageIdentifier.readList(bytes)
  }

  @Test(arguments: languages)
  func `holds words in lower case without repetition`(language: String) throws {
    let entries = try Self.entries("\(language)/function-words.txt")
    #expect(entries.count > 300)
    #expect(Set(entries).count == entries.count)
    #expect(entries.allSatisfy { $0 == $0.lowercased() && !$0.contains(" ") })
  }

  @Test(arguments: named)
  func `holds words of languages that are only named`(language: String) throws {
    let entries = try Self.entries("\(language)/function-words.txt")
    #expect(entries.count > 120)
    #expect(Set(entries).count == entries.count)
    #expect(entries.allSatisfy { $0 == $0.lowercased() && !$0.contains(" ") })
  }

  @Test(arguments: ["it", "en"])
  func `holds abbreviations with a class each`(language: String) throws {
    let entries = try Self.entries("\(language)/abbreviations.txt")
    #expect(entries.count > 200)
    #expect(Set(entries).count == entries.count)
    for entry in entries {
      let fields = entry.split(separator: "\t")
      let isAbbreviation = ["title", "number", "always", "hour", "firm", "land"].contains(fields.last)
      #expect(
        fields.count == 2 && (isAbbreviation || ["day", "office", "start", "article", "clock"].contains(fields[1])))
      #expect(fields[0].contains(".") == isAbbreviation && fields[0] == fields[0].lowercased(), "\(entry)")
    }
  }

  @Test func `tells short dispatches apart`() throws {
    var lists: [String: [String]] = [:]
    for language in Self.languages { lists[language] = try Self.entries("\(language)/function-words.txt") }
    let identifier = LanguageIdentifier(functionWords: lists)
    for (text, code) in [
      ("Attentato a Gao", "it"), ("UCCISI 5 SOLDATI A TESSIT", "it"), ("Attack in Mopti: 12 dead", "en"),
      ("Breaking: explosion in Quetta", "en"), ("Explosion à Kidal, trois morts", "fr"), ("Ataque em Maputo", "pt"),
      ("Atac la Bamako", "ro"), ("Erdoğan è arrivato a Şanlıurfa con i suoi ministri", "it"),
      ("Zamach w Kabulu, zginęło pięć osób", "pl"), ("Zwei Tote bei Angriff in Herat", "de"),
      ("Mueren dos soldados en Arauca", "es"), ("Kidal", "und"), ("Mohammed Ahmed al-Baghdadi", "und"),
    ] { #expect(identifier.identify(Array(text.utf8)).code == code, "\(text)") }
  }

  /// Five words and more; each was once taken for a neighbour.
  @Test(arguments: [
    ("nl", "De brug over de rivier is opgeblazen"), ("nl", "Het leger heeft twee dorpen ingenomen"),
    ("af", "Die soldate het die dorp verlaat"), ("de", "Die Brücke über den Fluss wurde gesprengt"),
    ("tr", "Köprüye düzenlenen saldırıda iki asker öldü"), ("tr", "Ordu iki köyü geri aldı"),
    ("so", "Laba askari ayaa ku dhintay qaraxa"), ("so", "Ciidanku waxay qabsadeen laba tuulo"),
    ("sw", "Askari wawili waliuawa katika shambulio la bomu"), ("ha", "An kashe sojoji biyu a wani harin bam"),
    ("pl", "Dwóch żołnierzy zginęło w ataku na most"), ("cs", "Dva vojáci zahynuli při útoku na most"),
    ("sv", "Två soldater dödades i attacken mot bron"), ("da", "To soldater blev dræbt i angrebet på broen"),
    ("nb", "To soldater ble drept i angrepet på broen"), ("fi", "Kaksi sotilasta kuoli iskussa siltaan"),
    ("hu", "Két katona meghalt a híd elleni támadásban"), ("hr", "Dvojica vojnika poginula su u napadu na most"),
    ("sq", "Dy ushtarë u vranë në sulmin ndaj urës"), ("ca", "Dos soldats han mort en l'atac contra el pont"),
    ("id", "Dua tentara tewas dalam serangan di jembatan"), ("it", "Due soldati morti nell'attacco al ponte"),
    ("it", "Due dorpi olandesi sono stati evacuati"), ("en", "Two soldiers died in the attack on the bridge"),
    ("es", "Dos soldados murieron en el ataque al puente"), ("pt", "Dois soldados morreram no ataque à ponte"),
    ("fr", "Deux soldats sont morts dans l'attaque du pont"), ("ro", "Doi soldați au murit în atacul asupra podului"),
  ])
  func `tells languages from their neighbours by five words`(code: String, text: String) throws {
    #expect(try Self.identifier.get().identify(Array(text.utf8)).code == code)
  }

  private static let identifier = Result {
    var lists: [String: [String]] = [:]
    for language in languages + named { lists[language] = try entries("\(language)/function-words.txt") }
    return LanguageIdentifier(functionWords: lists)
  }
}
