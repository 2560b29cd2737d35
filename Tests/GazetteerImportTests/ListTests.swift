import Testing

@testable import GazetteerImport

@Suite struct ListTests {
  private func rows(
    _ issuer: SanctionsImporter.Issuer, _ text: String, maxErrors: Int = 0
  ) throws -> (rows: [[String: String]], log: ImportLog) {
    let scratch = try Scratch()
    let log = ImportLog(maxErrors: maxErrors)
    let importer = try SanctionsImporter(issuer, files: [scratch.file("list.xml", text)], log: log)
    return (try scratch.rows { try importer.run(into: &$0) }, log)
  }

  @Test func `the Security Council's entries, without weak aliases, in the case of print`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST>
      <INDIVIDUALS><INDIVIDUAL><DATAID>12</DATAID><FIRST_NAME> MARIO </FIRST_NAME><SECOND_NAME>DELLA
      PROVA</SECOND_NAME><THIRD_NAME/><NATIONALITY><VALUE>Syrian Arab Republic</VALUE><VALUE>Italy</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Mario Prova</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Rossi il Biondo</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Mariuccio</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <NAME_ORIGINAL_SCRIPT>ماريو بروفا</NAME_ORIGINAL_SCRIPT></INDIVIDUAL></INDIVIDUALS>
      <ENTITIES><ENTITY><DATAID>3</DATAID><FIRST_NAME>BANK OF &amp; FOR TESTS</FIRST_NAME>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Test Bank; Banca di Prova</ALIAS_NAME></ENTITY_ALIAS></ENTITY>
      <ENTITY><DATAID>4</DATAID><FIRST_NAME/></ENTITY></ENTITIES>
      </CONSOLIDATED_LIST>
      """
    let (rows, log) = try rows(.unitedNations, text, maxErrors: 1)
    #expect(rows.map { $0["id"] } == ["un-3", "un-12"])
    #expect(rows.map { $0["type"] } == ["organization", "person"])
    #expect(rows[0]["name"] == "Bank of & for Tests")
    #expect(rows[0]["aliases"] == "Test Bank;Banca di Prova")
    #expect(rows[1]["name"] == "Mario Della Prova")
    #expect(rows[1]["country"] == "SY,IT")
    #expect(rows[1]["aliases"] == "Mario Prova;ماريو بروفا")
    #expect(log.badCount == 1)
  }

  @Test func `the Union's entries`() throws {
    let text = """
      <export xmlns="http://example.org/export"><sanctionEntity logicalId="7">
      <subjectType code="enterprise" classificationCode="E"/>
      <nameAlias wholeName="Prova GmbH" nameLanguage="DE" strong="true"/>
      <nameAlias wholeName="Test Holding" nameLanguage="EN" strong="true"/>
      <nameAlias wholeName="Holding" nameLanguage="EN" strong="false"/></sanctionEntity>
      <sanctionEntity logicalId="5"><subjectType code="person"/>
      <nameAlias wholeName="Anna di Prova" nameLanguage="" strong="true"/><citizenship countryIso2Code="MT"/>
      </sanctionEntity></export>
      """
    let rows = try rows(.europeanUnion, text).rows
    #expect(rows.map { $0["name"] } == ["Anna di Prova", "Test Holding"])
    #expect(rows.map { $0["country"] } == ["MT", nil])
    #expect(rows[1]["aliases"] == "Prova GmbH")
    #expect(rows[1]["type"] == "organization")
  }

  @Test func `a list that was cut off, and one of the wrong kind, say so`() {
    #expect { try rows(.unitedNations, "<A>\n<INDIVIDUAL><DATAID>1</DATAID>") } throws: {
      ($0 as? ImportError)?.message.hasPrefix("The file is not well-formed XML") == true
    }
    #expect { try rows(.europeanUnion, "<CONSOLIDATED_LIST/>") } throws: {
      ($0 as? ImportError)?.remedy == "Check that un or eu is the right kind for it."
    }
  }

  @Test func `nothing that the file refers to is fetched`() throws {
    let scratch = try Scratch()
    let secret = scratch.file("secret.txt", "SECRET WORDS")
    let text = """
      <!DOCTYPE A [<!ENTITY s SYSTEM "\(secret)">]><A><ENTITY><DATAID>1</DATAID>
      <FIRST_NAME>Name &s; here</FIRST_NAME></ENTITY></A>
      """
    let rows = try rows(.unitedNations, text).rows
    #expect(rows.first?["name"]?.contains("Secret") == false)
  }

  @Test(arguments: [
    ("RI  WON HO", "Ri Won Ho"), ("KOMID", "KOMID"), ("TALIBANI", "Talibani"), ("al-Nusrah", "al-Nusrah"),
    ("AL-QAIDA IN THE WEST", "Al-Qaida in the West"),
  ])
  func `names come in the case of print`(name: String, printed: String) {
    #expect(ListedName.printed(name) == printed)
  }
}
