import Gazetteers
import Testing

/// How names are written, and what is none.
@Suite struct NameTests {
  private let names: Names

  init() throws {
    var names = try Names([
      "jnim\tarmed_group\tJNIM\t\t\t\t\tGruppo di sostegno all'Islam e ai musulmani", "rsf\tarmed_force\tRSF",
      "is\tarmed_group\tIS", "un\torganization\tUN\t\t\t\t\t=U.N.", "isis\tarmed_group\tIsis",
      "shabaab\tarmed_group\tal-Shabaab", "suwayda\tplace\tas-Suwayda", "dayr\tplace\tDayr az-Zawr",
      "sanaa\tplace\tSana'a", "ndjamena\tplace\tN'Djamena", "kenya\tcountry\tKenya\tKE", "roma\tplace\tRoma",
      "lra\tarmed_group\tLord's Resistance Army", "t2\tfacility\tbase T2\t\t\t\t\t=T2{base|station}",
      "army\tarmed_force\tesercito maliano", "london\tplace\tLondon", "dc\torganization\tUS State Department",
      "us\tcountry\tUS", "moore\tplace\tMoore\tUS\t\t55000\t-97.49,35.34\t\t1\t4",
      "march\tplace\tMarch\tGB\t\t21000\t0.09,52.55\t\t2\t3",
      "sale\tplace\tSale\tGB\t\t55000\t-2.32,53.42\t\t3\t4", "san\tplace\tSan\tML\t\t25000\t-4.9,13.3\t\t4\t3",
      "ok\tplace\tOklahoma\tUS\t\t\t-97.5,35.5\t,Okla\t\t6", "tokyo\tplace\t東京", "kyiv\tplace\tКиїв\t\t\t\t\tКиев",
      "gaza\tplace\tغزة", "sehir\tplace\tŞanlıurfa", "istanbul\tplace\tİstanbul", "gross\tplace\tGroßstadt",
      "timbuktu\tplace\tTimbuktu", "congo\tcountry\tCongo (Kinshasa)",
    ])
    names.ordinary = ["sad", "the", "said"]
    self.names = names
  }

  @Test(arguments: [
    ("JNIM attacked.", ["JNIM=jnim"]), ("Jnim attacked.", ["Jnim=jnim"]), ("The Rsf shelled it.", ["Rsf=rsf"]),
    ("IS attacked.", ["IS=is"]), ("It Is over.", []), ("Is it over?", []), ("U.N. troops.", ["U.N=un"]),
  ])
  func `an acronym may be written like a name, but for two letters`(text: String, found: [String]) {
    #expect(names.found(text) == found)
  }

  @Test(arguments: ["al-Shabaab", "Al-Shabaab", "el-Shabaab", "Al Shabaab", "al Shabaab", "ash-Shabaab", "AL-SHABAAB"])
  func `the article of an Arabic name is written in many ways`(name: String) {
    #expect(names.found("Fighters of \(name) fled.") == ["\(name)=shabaab"])
  }

  @Test func `an article stands apart inside of a name too`() {
    #expect(names.found("near Dayr Az Zawr") == ["Dayr Az Zawr=dayr"])
    #expect(names.found("near Dayr al-Zawr") == ["Dayr al-Zawr=dayr"])
  }

  @Test(arguments: [
    ("Sana’a fell", "Sana’a=sanaa"), ("Sanaa fell", "Sanaa=sanaa"), ("N'Djamena fell", "N'Djamena=ndjamena"),
    ("dell'Isis", "Isis=isis"), ("Isis's men", "Isis=isis"), ("Isis’ men", "Isis=isis"),
    ("the Lord’s Resistance Army", "Lord’s Resistance Army=lra"), ("Timbuk-\ntu fell", "Timbuk-\ntu=timbuktu"),
    ("the Lord's\nResistance Army", "Lord's\nResistance Army=lra"), ("Şanlıurfa", "Şanlıurfa=sehir"),
    ("S\u{327}anlıurfa", "S\u{327}anlıurfa=sehir"), ("SANLIURFA", nil), ("İSTANBUL", "İSTANBUL=istanbul"),
    ("Istanbul", "Istanbul=istanbul"), ("GROSSSTADT", "GROSSSTADT=gross"), ("在東京的", "東京=tokyo"),
    ("до Киева, Киев", "Киев=kyiv"), ("في غزة", "غزة=gaza"), ("Lon\u{200D}don", "Lon\u{200D}don=london"),
    ("in London\u{200E}.", "London=london"), ("Congo (Kinshasa) said", "Congo (Kinshasa)=congo"),
  ])
  func `signs inside and around a name`(text: String, found: String?) {
    #expect(names.found(text) == (found.map { [$0] } ?? []))
  }

  @Test(arguments: [
    "anti-Isis militias", "milizie filo-Isis", "Kenya Airways said", "via Roma", "Jack London wrote",
    "Sgt. London wrote",
    "Isis Rossi wrote", "T2 was hit", "March came", "in March", "Sale of arms", "the Sale of arms", "San Felice",
    "SAN FELICE",
    "Moored ships", "un Londoner", "MARCH OF SALE", "here, I'll go", "HE, OKLA said",
  ])
  func `no name stands here`(text: String) {
    #expect(names.found(text).filter { !$0.contains("nested") } == [])
  }

  @Test(arguments: [
    ("Shells hit T2 near the station.", ["T2=t2"]), ("esercito maliano", ["esercito maliano=army"]),
    ("L'Esercito maliano", ["Esercito maliano=army"]), ("near Sale", ["Sale=sale"]),
    ("in Moore, Okla.", ["Moore=moore", "Okla=ok"]), ("Okla said", []), ("March, Okla.", ["March=march", "Okla=ok"]),
  ])
  func `what stands around decides`(text: String, found: [String]) {
    #expect(names.found(text) == found)
  }

  @Test func `a surname once is a surname always`() {
    #expect(names.found("Jack London fled. London said nothing.") == [])
    #expect(names.found("Jack London fled. In London he said nothing.") == ["London=london"])
  }

  @Test func `a place inside of another name is kept as such`() {
    #expect(names.found("The US State Department") == ["US State Department=dc", "US=us nested"])
  }

  @Test func `without capitals names count in any case`() {
    #expect(names.found("jnim and isis near london", isCaseless: true) == ["jnim=jnim", "isis=isis", "london=london"])
    #expect(names.found("jnim and isis near london") == [])
    // A word of the language stays one, but not where a longer name holds it.
    #expect(names.found("the sad sale of kenya", isCaseless: true) == ["kenya=kenya"])
    var small = names
    small.ordinary = ["lord's", "lords", "lord", "resistance", "army", "state", "department", "moore"]
    #expect(small.found("the lord's resistance army", isCaseless: true) == ["lord's resistance army=lra"])
    #expect(small.found("one moore", isCaseless: true) == [])
  }
}
