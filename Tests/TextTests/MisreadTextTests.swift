import ICU
import Intake
import Testing

/// UTF-8 that was read as something else, and bytes of old Macs and of DOS.
@Suite struct MisreadTextTests {
  private static let original =
    "Un’autobomba è esplosa: la città è “caduta”. Perché? Così più non può, dice L’Età di Gao."

  private func read(_ bytes: [UInt8]) throws -> Extracted { try Intake.extract(bytes, name: Array("a.txt".utf8))[0] }

  private func text(_ extracted: Extracted) -> String { String(decoding: extracted.text, as: UTF8.self) }

  /// The text as it looks when its bytes are read in a charset.
  private func misread(_ text: String, _ charset: String) throws -> String {
    String(decoding: try CharsetConverter.decode(Array(text.utf8), charset: charset).utf8, as: UTF8.self)
  }

  @Test(arguments: ["windows-1252", "ISO-8859-1", "macintosh", "IBM850"])
  func `turns back UTF-8 that was read as another charset`(charset: String) throws {
    let found = try read(Array(misread(Self.original, charset).utf8))
    #expect(text(found) == Self.original)
    #expect(found.misreading?.count == 12)
  }

  @Test func `turns back what was misread twice`() throws {
    let twice = try misread(try misread(Self.original, "windows-1252"), "windows-1252")
    #expect(text(try read(Array(twice.utf8))) == Self.original)
  }

  @Test func `turns back another script`() throws {
    let arabic = "هجوم على قرية قرب غاو"
    #expect(text(try read(Array(misread(arabic, "ISO-8859-1").utf8))) == arabic)
  }

  @Test(arguments: [
    ("La cittÃ  Ã¨ sotto assedio.", "La città è sotto assedio."),
    ("La cittÃ caduta Ã¨ Gao.", "La città caduta è Gao."),
    ("La cittÃ Ã¨ caduta.", "La città è caduta."),
    ("Disse: â€œNo, Ã¨ tardiâ€.", "Disse: “No, è tardi”."),
  ])
  func `mends signs that were lost on the way`(misread: String, meant: String) throws {
    #expect(text(try read(Array(misread.utf8))) == meant)
  }

  @Test(arguments: [
    "Disse «È», “PERCHÉ” e “À”…", "A IRMÃ» E A MANHÃ – SÃO PAULO, “NÃO”.", "Îles – Âge, «Ça va» â la carte…",
    "Şırnak’ta çatışma: “Türkiye”.", "Il costo è di 5 € a 30°; N’Djamena…", "Взрыв в Кабуле – “шесть”.",
  ])
  func `leaves alone what only looks a little odd`(original: String) throws {
    let found = try read(Array(original.utf8))
    #expect(text(found) == original && found.misreading == nil)
  }

  /// In the bytes of a Mac, then in those of DOS.
  @Test(
    arguments: [
      ([0x8E, 0x93, 0x88, 0x8F], "macintosh"), ([0x82, 0x8D, 0x85, 0x8A], "IBM850"),
      ([0xE9, 0xEC, 0xE0, 0xE8], "windows-1252"),
    ] as [([UInt8], String)])
  func `knows western charsets by the letters inside words`(letters: [UInt8], charset: String) throws {
    let bytes =
      Array("Perch".utf8) + [letters[0]] + Array("? Cos".utf8) + [letters[1]] + Array(" la citt".utf8) + [letters[2]]
      + Array(", cio".utf8) + [letters[3]] + Array(" Gao.".utf8)
    let found = try read(bytes)
    #expect(found.charset == charset)
    #expect(text(found) == "Perché? Così la città, cioè Gao.")
  }
}
