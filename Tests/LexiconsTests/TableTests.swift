import DocumentModel
import Languages
import Lexicons
import Testing

@Suite struct TableTests {
  private func table(_ text: String, columns: [String] = ["lemma", "pos", "forms"]) throws(RuleError) -> Table {
    try Table(file: "events/triggers.it.tsv", bytes: Array(text.utf8), columns: columns)
  }

  private func refusal(_ text: String) -> RuleError? {
    do throws(RuleError) {
      _ = try table(text)
      return nil
    } catch { return error }
  }

  @Test func `rows keep their lines and cells`() throws {
    let table = try table("# words\n\nlemma\tpos\tforms\nattaccare\tv\t\n# a comment\nprendere\tv\tpp=preso;e\n")
    #expect(table.rows.map(\.line) == [4, 6])
    #expect(table.rows.map { $0[0] } == ["attaccare", "prendere"])
    #expect(table.rows.map { $0[2] } == ["", "pp=preso;e"])
    #expect(table.rows[1].list(2) == ["pp=preso", "e"])
  }

  @Test func `line ends of other systems and a missing last one are forgiven`() throws {
    let table = try table("\u{FEFF}lemma\tpos\tforms\r\n\r\nperché \t v\tx")
    #expect(table.rows.map(\.cells) == [["perché", "v", "x"]])
  }

  @Test func `a forgotten tab is named with its line and column`() {
    let error = refusal("lemma\tpos\tforms\nattaccare\tv")
    #expect(error?.line == 2)
    #expect(
      error.map(\.description) == "events/triggers.it.tsv:2: the row has 2 of 3 cells. "
        + "Add tabs for the empty cells; “forms” is the first column without one.")
    #expect(refusal("lemma\tpos\tforms\na\tb\tc\td")?.remedy == "Remove the tabs after “forms”.")
  }

  @Test func `a header with other names is refused`() {
    #expect(refusal("lemma\tkind\tforms\n")?.line == 1)
    #expect(refusal("lemma pos forms\n")?.remedy == "Separate the column names by tabs, not spaces.")
    #expect(refusal("# nothing\n")?.line == nil)
    #expect(refusal("")?.message == "the table has no header.")
  }

  @Test func `a line that is not UTF-8 is refused`() {
    let bytes = Array("lemma\tpos\tforms\n".utf8) + [0x70, 0xE8, 0x09, 0x09, 0x0A]
    #expect(throws: RuleError.self) { try Table(file: "x.tsv", bytes: bytes, columns: ["lemma", "pos", "forms"]) }
  }

  @Test func `a list of lemmas carries their irregularities`() throws {
    let list = try LemmaWithForms.list("riferire(isc); affermare;sostenere(pp=sostenuto;pr=sostenne,sostennero)")
    #expect(list.map(\.lemma) == ["riferire", "affermare", "sostenere"])
    #expect(list.map(\.forms) == ["isc", "", "pp=sostenuto;pr=sostenne,sostennero"])
    #expect(throws: MorphologyError.self) { try LemmaWithForms.list("riferire(isc") }
  }
}
