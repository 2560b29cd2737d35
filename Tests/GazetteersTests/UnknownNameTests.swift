import DocumentModel
import Gazetteers
import Testing

/// Names that the text itself explains, and names that nobody knows.
@Suite struct UnknownNameTests {
  private let names: Names
  private let cues: NameCues

  init() throws {
    var names = try Names([
      "fla\tarmed_group\tAzawad Liberation Front\t\t\t\t\t=FLA{mali|azawad}", "azawad\tplace\tAzawad",
      "fpc\torganization\tFPC", "mod\torganization\tMinistry of Defence\tGB", "gao\tplace\tGao",
      "saa\tarmed_force\tSyrian Arab Army", "re\tplace\tReggio Emilia", "rdc\tcountry\tRDC",
      "porto\tplace\tPorto",
    ])
    names.ordinary = [
      "the", "a", "monday", "said", "of", "forces", "army", "near", "minister", "town", "in", "il", "la", "ministro",
      "forza", "protezione", "civile", "front", "general",
    ]
    self.names = names
    var cues = NameCues(names.gazetteer)
    let table = """
      kind\tas\twhere\twords
      article\tthe\t\tthe
      none\t\tfirst\tvia
      none\t\tlast\tcounty
      article\tl'\t\tl';dell'
      article\tla\t\tla;della
      link\t\t\tof;di;al-
      town\tplace\tbefore\ttown|village of;nella città di;near;vicino a
      person\tperson\tbefore\tminister;ministro;general;gen
      unit\tarmed_force\tordinal\tbrigade;reggimento;division
      unit\tarmed_force\tlast\tbrigade
      unit\tarmed_force\tfirst\tbattaglione
      group\tarmed_group\tafter\trebels
      group\tarmed_group\tbefore\tmiliziani di|dell'
      group\tarmed_group\tlast\tfront
      """
    try cues.read(file: "cues.tsv", bytes: Array(table.utf8), language: "en")
    self.cues = cues
  }

  private func read(_ text: String, language: String = "en") -> NameReading {
    let bytes = Array(text.utf8)
    // Each line is a sentence.
    var sentences: [(span: TextSpan, language: String)] = []
    var start = 0
    for line in text.split(separator: "\n") {
      sentences.append((TextSpan(start, start + line.utf8.count), language))
      start += line.utf8.count + 1
    }
    return names.gazetteer.reading(
      of: bytes, sentences: sentences, cues: cues,
      isOrdinary: { start in
        let word = bytes[start...].prefix { $0 >= 0x41 }
        return names.ordinary.contains(String(decoding: word, as: UTF8.self).lowercased())
      })
  }

  private func known(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return read(text).matches.map(\.match).map { match in
      "\(String(decoding: bytes[match.span.range], as: UTF8.self))=\(names.gazetteer[match.candidates[0]].id)"
        + (match.isNested ? " nested" : "")
    }
  }

  private func unknown(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return read(text).unknown.map { name in
      let words = name.name.map { String(decoding: bytes[$0.range], as: UTF8.self) } ?? "-"
      return "\(name.kind) \(words) \(name.mentions.count)"
    }
  }

  // MARK: - Acronyms

  @Test func `an acronym is the entity that it is explained by, wherever it stands`() {
    #expect(
      known("MOD men fled.\nThe Ministry of Defence (MOD) said so.\nThe MOD’s men and MOD-led teams fled.") == [
        "MOD=mod", "Ministry of Defence=mod", "MOD=mod", "MOD=mod", "MOD=mod",
      ])
  }

  @Test(arguments: [
    "The Ministry of Defence (“MOD”) said.", "The Ministry of Defence (the MOD) said.",
    "The Ministry of Defence (MOD, in short) said.", "The MOD (Ministry of Defence) said.",
    "The MOD (the Ministry of Defence) said.", "The Ministry of Defence (Mod) said.",
  ])
  func `an acronym may be explained in several ways`(text: String) {
    #expect(known(text).count == 2)
    #expect(known(text).allSatisfy { $0.hasSuffix("=mod") })
  }

  @Test(arguments: [
    "The Ministry of Defence (MUD) said. MUD", "The Ministry of Defence (London) said. London",
    "The Ministry of Defence said (MOD). MODS", "The Ministry of Defence and all its men (MOD) said.",
    "The Reggio Emilia (RE) team. RE",
  ])
  func `letters that do not fit are no acronym`(text: String) {
    #expect(!known(text).contains { $0.hasPrefix("M") && !$0.hasPrefix("Mi") || $0.hasPrefix("RE=") })
  }

  @Test func `a longer acronym and a relation are none`() {
    #expect(known("The Ministry of Defence (MOD) said.\nThe anti-MOD men of MOD-N and MODS fled.").count == 2)
  }

  @Test func `a name that shares its words and its letters with one that is known is that one`() {
    #expect(
      known("The Forces for the Liberation of Azawad (FLA) fled.\nThe FLA said so.") == [
        "Forces for the Liberation of Azawad=fla", "Azawad=azawad nested", "FLA=fla", "FLA=fla",
      ])
  }

  @Test func `what the report explains counts before what the gazetteer knows`() {
    let text = "La Forza di protezione civile (FPC) è là.\nMiliziani dell'FPC e la FPC.\nLa FPC tace."
    #expect(known(text) == [])
    let name = read(text).unknown.first
    #expect(name?.mentions.count == 5)
    #expect(name?.article == "la")
    #expect(known("The FPC fled.") == ["FPC=fpc"])
  }

  @Test func `an acronym may have several letters of a word`() {
    #expect(unknown("Les Forces Armées Maliennes (FAMa) et FAMa.") == ["organization Forces Armées Maliennes 3"])
    #expect(unknown("Forces Armées de la RDC (FARDC).") == ["organization Forces Armées de la RDC 2"])
    #expect(unknown("Hay'at Tahrir al-Sham (HTS).") == ["organization Hay'at Tahrir al-Sham 2"])
    #expect(unknown("The Northern Front for Talks (NFT).") == ["organization Northern Front for Talks 2"])
  }

  @Test func `very many ways to fit come to an end`() {
    let words = String(repeating: "a ", count: 40)
    #expect(unknown("Aa \(words)(AAAAAAAAAA) b.").count <= 1)
  }

  // MARK: - Kinds

  @Test(arguments: [
    ("He died in the town of Katsalna.", ["town Katsalna 1"]), ("Shells fell near Tel Katsal.", ["town Tel Katsal 1"]),
    ("Morti nella città di Castel di Katsalna.", ["town Castel di Katsalna 1"]),
    ("The minister Ivo Katsal said.", ["person Ivo Katsal 1"]), ("Gen. Katsal said.", ["person Katsal 1"]),
    ("General Ivo Katsal said.", ["person Ivo Katsal 1"]), ("We saw Jack Katsal.", ["person Jack Katsal 1"]),
    ("The 36th Brigade fled.", ["unit 36th Brigade 1"]), ("L'XI reggimento.", ["unit XI reggimento 1"]),
    ("Il 36° reggimento.", ["unit 36° reggimento 1"]),
    ("The 82nd Airborne Division.", ["unit 82nd Airborne Division 1"]),
    ("The Katsal Brigade fled.", ["unit Katsal Brigade 1"]), ("Il battaglione Katsal.", ["unit battaglione Katsal 1"]),
    ("The Katsal rebels fled.", ["group Katsal 1"]), ("near Katsal al-Furqan", ["town Katsal al-Furqan 1"]),
    ("Gen. XY Jack Katsal said.", ["person Jack Katsal 1"]), ("il battaglione Jack Katsal", ["person Jack Katsal 1"]),
    ("Gen. Minister Ivo Katsal said.", ["person Ivo Katsal 1"]), ("I miliziani di Katsal.", ["group Katsal 1"]),
    ("The Katsal Front fled.", ["group Katsal Front 1"]),
    ("In the town of Katsalna.\nKatsalna fell.\nKATSALNA is big.", ["town Katsalna 3"]),
    ("The town of Katsalna.\nThe Katsalna rebels.\nThe village of Katsalna.", ["town Katsalna 3"]),
  ])
  func `what stands around says what an unknown name is`(text: String, found: [String]) {
    #expect(unknown(text) == found)
  }

  @Test(arguments: [
    "He went to Katsalna.", "The minister said.", "The minister Monday said.", "near Gao", "the town of the",
    "in the town of Gao.", "the Gao rebels", "THE TOWN OF KATSALNA", "The Town Of Katsalna Fell Today",
    "He was a general. Katsal said.", "near Via Katsal", "via Jack Katsal", "near Katsal County", "near KSL",
    "He was Gen. Minister.", "Ivo's katsal said (IKS).",
    "3 brigade men", "Jack said.",
  ])
  func `nothing speaks for a name here`(text: String) {
    #expect(unknown(text) == [])
  }

  @Test func `an unknown name takes nothing away from known ones`() {
    let text = "Jack Katsal in Gao said: near Gao the Katsal rebels fled."
    #expect(known(text) == names.found(text))
  }

  @Test func `a language without cues has no unknown names`() {
    #expect(read("Il ministro Ivo Katsal.", language: "xx").unknown.isEmpty)
  }

  @Test func `a cue of no known place or type is refused`() {
    var cues = NameCues(names.gazetteer)
    for row in ["town\tplanet\tbefore\tx", "town\tplace\tbeside\tx"] {
      #expect(throws: (any Error).self) {
        try cues.read(file: "c.tsv", bytes: Array("kind\tas\twhere\twords\n\(row)".utf8), language: "en")
      }
    }
  }
}
