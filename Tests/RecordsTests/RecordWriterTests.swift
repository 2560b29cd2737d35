import DocumentModel
import Records
import Testing

@Suite struct RecordWriterTests {
  private func written(_ record: Record) -> String { String(decoding: RecordWriter.write(record), as: UTF8.self) }

  @Test func `a record is one line of JSON with a newline at its end`() throws {
    let bytes = RecordWriter.write(.nasty())
    #expect(bytes.last == 0x0A)
    #expect(bytes.dropLast().allSatisfy { $0 >= 0x20 })
    #expect(try JSONValue.parse(bytes)["schema"]?.text == "dispaccio/record/1")
  }

  @Test func `every span repeats its words at its code points`() throws {
    let record = Record.nasty()
    let json = try JSONValue.parse(RecordWriter.write(record))
    let text = try #require(json["text"]?.text)
    #expect(Array(text.utf8) == record.text)
    let scalars = Array(text.unicodeScalars)
    let spans = json.spans
    #expect(spans.count == 13)
    for span in spans {
      let words = String(String.UnicodeScalarView(scalars[span.start..<span.end]))
      #expect(Array(words.utf8) == Array(span.text.utf8))
    }
    #expect(json["sentences"]?[1]?["end"]?.int == scalars.count)
    #expect(json["title"]?.text.map { Array($0.unicodeScalars).count } == 7)
  }

  @Test func `keys come in the order that the record lays down`() {
    let line = written(.nasty())
    let expected = [
      #"{"schema":"dispaccio/record/1","id":"sinai--3fa9c21b77d0","source":{"name":"sinai.txt","part":null,"bytes":"#,
      #","sha256":"ab","media_type":"text/plain","charset":"UTF-8","replaced":0,"publisher":null,"url":null,"author":null,"forwarded_from":null},"#,
      #""pipeline":{"name":"conflict","version":"1.0.0","ruleset":"sha256:00"},"generator":{"dispaccio":"0.1.0","icu":"72.1","cld2":"x"},"title":""#,
      #","published":null,"language":{"code":"it","confidence":0.99},"text":"L'ISIS 🇪🇬 ha attaccato «Rafah» ieri,\u000d\u000aalmeno"#,
      #""sentences":[{"id":"s1","start":0,"end":62,"language":"it","kind":"body"},{"id":"s2","start":63,"#,
      #""entities":[{"id":"wilayat-sinai","type":"armed_group","name":{"it":"Wilayat Sinai","en":"Wilayat Sinai"},"full_name":{"it":"Provincia del Sinai","en":null},"country":"EG","wikidata":null,"coordinates":null,"mentions":[{"start":2,"end":6,"text":"ISIS","sentence":"s1","kind":"name"}]},"#,
      #""full_name":null,"country":"EG","wikidata":"Q210166","coordinates":[34.24,31.2800],"mentions":[{"#,
      #""candidates":[{"start":"#, #""text":"\\o/","sentence":"s2"}],"#,
      #""events":[{"id":"e1","type":"battles","subtype":"armed_clash","concept":"attack","trigger":{"start":10,"end":22,"text":"ha attaccato"},"sentence":"s1","#,
      #""actors":[{"entity":"wilayat-sinai","text":"L'ISIS","start":0,"end":6,"certainty":"asserted"}],"targets":[{"entity":null,"text":"soldati","#,
      #""place":{"entity":"rafah-eg","text":"Rafah","start":24,"end":29,"relation":"in","country":"EG","coordinates":[34.24,31.2800],"precision":"town"},"#,
      #""date":{"text":"ieri","start":31,"end":35,"from":"2026-05-13","to":"2026-05-13","precision":"day"},"#,
      #""casualties":[{"effect":"killed","min":9,"max":null,"kind":"at_least","who":"soldati","text":"almeno 9 soldati","start":38,"end":54,"certainty":"asserted","attributed_to":[{"entity":null,"text":"la polizia","#,
      #""stance":"says"}],"superseded":false,"conservative":9}],"certainty":"asserted","polarity":"positive","status":"accomplished","attributed_to":[{"#,
      #""links":[{"kind":"response_to","event":"e2"}],"because":["triggers.it.tsv:12"]},"#,
      #"{"id":"e2","type":"diplomacy","subtype":null,"concept":"meet","trigger":{"#,
      #""actors":[],"targets":[],"place":null,"date":null,"casualties":[],"certainty":"reported","polarity":"negative","status":"planned_threatened","attributed_to":[],"links":[],"because":[]}],"#,
      #""statements":[{"id":"t1","kind":"assessment","sentence":"s2","concept":"presence","entities":["rafah-eg"],"certainty":"possible"}],"#,
      #""labels":[{"label":"battles","score":0.9}],"figures":[],"dates":[{"text":"ieri","#,
      #""key_sentences":["s1","s2"],"brief":{"it":{"headline":"L'Isis attacca Rafah","headline_sentences":["s1"],"headline_means":"worded","clauses":[{"text":"L'Isis ha attaccato Rafah, in Egitto.","role":"lead","sentences":["s1"],"events":["e1"],"added":["country"],"means":"worded","gate":null},"#,
      #""en":{"headline":"IS attacks Rafah","headline_sentences":["s1"],"headline_means":"worded","clauses":[]}},"warnings":["“x”"]}"#,
    ]
    var rest = line[...]
    for part in expected {
      guard let found = rest.firstRange(of: part) else {
        Issue.record("missing or out of order: \(part)")
        continue
      }
      rest = rest[found.upperBound...]
    }
    #expect(rest == "\n")
  }

  @Test func `a name that is not UTF-8 is repaired and kept in base64`() throws {
    let name: [UInt8] = [0x70, 0x65, 0x72, 0x63, 0x68, 0xE9, 0x2E, 0x74, 0x78, 0x74]
    let json = try JSONValue.parse(RecordWriter.write(.nasty(name: name)))
    #expect(json["source"]?["name"]?.text == "perch\u{FFFD}.txt")
    #expect(json["source"]?["name_bytes"]?.text == "cGVyY2jpLnR4dA==")
    #expect(try JSONValue.parse(RecordWriter.write(.nasty()))["source"]?["name_bytes"] == nil)
  }

  @Test(arguments: [(100, "1"), (99, "0.99"), (90, "0.9"), (7, "0.07"), (0, "0")])
  func `confidence is a fraction of one`(percent: Int, number: String) {
    var record = Record.nasty()
    record.language.percent = percent
    #expect(written(record).contains(#""confidence":\#(number)},"#))
  }

  @Test func `coordinates that are no JSON number are left out`() throws {
    var record = Record.nasty()
    record.entities[1].entity.coordinates = Coordinates(longitude: "+34", latitude: "31")
    #expect(try JSONValue.parse(RecordWriter.write(record))["entities"]?[1]?["coordinates"] == .null)
  }

  @Test func `an empty report is a record too`() throws {
    var record = Record.nasty()
    record.text = []
    record.title = nil
    record.sentences = []
    record.entities = []
    record.candidates = []
    record.events = []
    record.dates = []
    record.keySentences = []
    let json = try JSONValue.parse(RecordWriter.write(record))
    #expect(json["text"]?.text == "")
    #expect(json["title"] == .null)
    #expect(json["sentences"] == .array([]))
  }

  @Test func `offsets hold far into a long text`() throws {
    let unit = "è 🇪🇬 e\u{301} ok. "
    var record = Record.nasty()
    record.text = Array(String(repeating: unit, count: 500).utf8)
    record.title = nil
    record.entities = []
    record.events = []
    record.dates = []
    let bytes = unit.utf8.count
    record.candidates = (0..<500).map { Candidate(span: TextSpan($0 * bytes, ($0 + 1) * bytes), sentence: 0) }
    record.sentences = [Sentence(span: TextSpan(0, record.text.count), language: "it", kind: .body, paragraph: 0)]
    let json = try JSONValue.parse(RecordWriter.write(record))
    let length = unit.unicodeScalars.count
    let spans = json.spans.sorted { $0.start < $1.start }
    #expect(spans.count == 500)
    for (position, span) in spans.enumerated() {
      #expect(span.start == position * length && span.end == (position + 1) * length)
    }
    #expect(json["sentences"]?[0]?["end"]?.int == 500 * length)
  }
}
