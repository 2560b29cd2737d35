import Glibc
import LanguageIdentification
import Testing

/// The lists under `pipelines/common` that this column reads.
@Suite struct CommonListTests {
  private static let languages = ["de", "en", "es", "fr", "it", "pt", "ro"]

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

  @Test(arguments: ["it", "en"])
  func `holds abbreviations with a class each`(language: String) throws {
    let entries = try Self.entries("\(language)/abbreviations.txt")
    #expect(entries.count > 200)
    #expect(Set(entries).count == entries.count)
    for entry in entries {
      let fields = entry.split(separator: "\t")
      let isAbbreviation = ["title", "number", "always", "hour", "firm", "land"].contains(fields.last)
      #expect(fields.count == 2 && (isAbbreviation || ["day", "office", "start", "article"].contains(fields[1])))
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
}
