import DocumentModel
import Intake
import Testing

@Suite struct MarkdownTests {
  private func read(_ text: String, _ name: String = "a.md") throws -> Extracted {
    try #require(try Intake.extract(Array(text.utf8), name: Array(name.utf8)).first)
  }

  private func text(_ extracted: Extracted) -> String { String(decoding: extracted.text, as: UTF8.self) }

  private func blocks(_ extracted: Extracted) -> [String] {
    extracted.blocks.map { "\($0.kind.rawValue): \(String(decoding: extracted.text[$0.span.range], as: UTF8.self))" }
  }

  @Test func `marks leave the words`() throws {
    let report = try read(
      "Il **gruppo** ha detto di avere *ucciso* [cinque soldati](https://example.org/a_b) e `due` ufficiali &amp; altri.\n"
    )
    #expect(text(report) == "Il gruppo ha detto di avere ucciso cinque soldati e due ufficiali & altri.")
    #expect(report.mediaType == "text/markdown")
  }

  @Test func `headings and lists become blocks, whose offsets lie in the text`() throws {
    let report = try read(
      """
      Attacco a *Mopti*
      =================

      Uomini armati hanno ucciso
      cinque soldati.

      ## Le reazioni

      - Il governo ha **condannato** l'attacco.
      - L'Onu ha chiesto un'indagine.

        Lo ha detto un portavoce.

      > "Non ci fermeremo", ha detto il ministro.
      """)
    #expect(
      blocks(report) == [
        "title: Attacco a Mopti", "body: Uomini armati hanno ucciso\ncinque soldati.", "subhead: Le reazioni",
        "item: Il governo ha condannato l'attacco.", "item: L'Onu ha chiesto un'indagine.",
        "item: Lo ha detto un portavoce.", "body: \"Non ci fermeremo\", ha detto il ministro.",
      ])
  }

  @Test func `the words of a picture are its caption, and those beside it the report's`() throws {
    let report = try read(
      "![The bridge at Gao](a.png)\n\nGunmen ![](b.png) killed five soldiers.\n\n![Map](c.png) Rebels fled.\n")
    #expect(
      blocks(report) == ["caption: The bridge at Gao", "body: Gunmen  killed five soldiers.", "body: Map Rebels fled."])
  }

  @Test func `front matter says who, when and where`() throws {
    let report = try read(
      """
      ---
      title: "Five soldiers killed in Mopti"
      date: 2023-07-18T09:30:00Z
      publisher: Studio Tamani
      author: A. Diallo
      url: https://example.org/1
      ---
      Gunmen killed five soldiers on Monday.
      """)
    #expect(blocks(report) == ["title: Five soldiers killed in Mopti", "body: Gunmen killed five soldiers on Monday."])
    #expect(
      report.attestation
        == Attestation(
          published: "2023-07-18", publisher: "Studio Tamani", author: "A. Diallo", url: "https://example.org/1"))
  }

  @Test func `no words are lost that stand among tags`() throws {
    let before = Array(
      repeating: "The army spoke on Monday of what had happened near the river in the early hours of the day before.",
      count: 12
    )
    .joined(separator: " ")
    let report = try read(
      "\(before)\n\n<div>Gunmen killed five soldiers, 3 < 5, and took their cars.</div>\n\nNobody <b>else</b> did.\n")
    #expect(
      blocks(report) == [
        "body: \(before)", "body: Gunmen killed five soldiers, 3 < 5, and took their cars.", "body: Nobody else did.",
      ])
  }

  @Test func `a line drawn over a text is no front matter`() throws {
    let report = try read("---\nGunmen killed five soldiers: two were officers.\n\nThe army said so.\n")
    #expect(report.attestation == Attestation())
    #expect(text(report).contains("two were officers"))
  }

  @Test func `the content shows what it is where the name does not`() throws {
    #expect(try read("# Attacco\n\nVedi [qui](https://example.org).\n", "a.txt").mediaType == "text/markdown")
    #expect(try read("Attacco a Mopti, #mali\n\nCinque [5] morti.\n", "a.txt").mediaType == "text/plain")
  }

  /// The parser's time grows with the square of open brackets; such a file is read as plain text.
  @Test(.timeLimit(.minutes(1)), arguments: ["![[]()", "[a](", "> ", "- ", "*a_ ", "<!--", "[a]: b\n"])
  func `no Markdown stops the daemon`(pattern: String) throws {
    do {
      let report = try read(String(repeating: pattern, count: 100_000) + "\n\nFive soldiers were killed.\n")
      #expect(text(report).contains("Five soldiers were killed."))
    } catch let error as IntakeError {
      // Plain text that looks like code is refused, which is an answer too.
      #expect(error.errorClass == .unsupportedFormat)
    }
  }
}
