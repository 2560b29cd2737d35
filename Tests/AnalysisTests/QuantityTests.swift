import Analysis
import DispaccioTestSupport
import Rulesets
import Testing

/// Numbers, dates and lengths of time as units, with the kind and the value of each.
@Suite struct QuantityTests {
  /// The units of a sentence as "words kind value", without the numbers inside others.
  static func units(_ text: String, _ language: String, day: String? = "2026-05-14") throws -> [String] {
    let listing = try ShippedPipeline.ruleset().quantityListing(of: Array(text.utf8), language: language, day: day)
    var end = 0
    var found: [String] = []
    let lines = listing.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    // Where two begin at one place, the longer one is the unit.
    let sorted = lines.sorted { left, right in
      let (first, second) = (Int(left[1]) ?? 0, Int(right[1]) ?? 0)
      return first != second ? first < second : (Int(left[2]) ?? 0) > (Int(right[2]) ?? 0)
    }
    for (index, line) in sorted.enumerated() {
      guard let start = Int(line[1]), let count = Int(line[2]), start >= end else { continue }
      // "[10] soldati" inside "tra 10 e 15": the unit that began before holds it.
      if index + 1 < sorted.count, line[3] == "number", sorted[index + 1][1] == line[1] { continue }
      end = start + count
      found.append("\(line[5]) \(line[3]) \(line[4])")
    }
    return found
  }

  static func unit(_ text: String, _ language: String, day: String? = "2026-05-14") throws -> String {
    try units(text, language, day: day).joined(separator: "; ")
  }

  @Test(arguments: [
    ("Sono fuggiti in 10'000.", "10'000 number 10000"), ("Sono fuggiti in 10’000.", "10’000 number 10000"),
    ("Sono fuggiti in 10 000.", "10 000 number 10000"),
    ("Sono fuggiti in 10\u{202F}000.", "10\u{202F}000 number 10000"),
    ("Ne restano 1.250.", "1.250 number 1250"), ("Ne restano 12.345.678.", "12.345.678 number 12345678"),
    ("Pesa 4,8.", "4,8 number 4.8"), ("Sono 3,5 milioni.", "3,5 milioni number 3500000"),
    ("Sono 200mila.", "200mila number 200000"), ("Sono 7 mila.", "7 mila number 7000"),
    ("Sono 2,5 mln.", "2,5 mln number 2500000"), ("Sono ottocentododici.", "ottocentododici number 812"),
    ("Sono due milioni e trecentomila.", "due milioni e trecentomila number 2300000"),
    ("Sono mezzo milione.", "mezzo milione number 500000"),
    ("Sono un milione e mezzo.", "un milione e mezzo number 1500000"),
    ("Sono una ventina.", "una ventina about 20"), ("Sono un centinaio.", "un centinaio about 100"),
    ("Sono tre dozzine.", "tre dozzine about 36"), ("Sono mezza dozzina.", "mezza dozzina about 6"),
  ])
  func `an Italian number is one unit in every form`(text: String, unit: String) throws {
    #expect(try Self.unit(text, "it") == unit)
  }

  @Test(arguments: [
    ("They number 10,000.", "10,000 number 10000"), ("They number 1,234,567.", "1,234,567 number 1234567"),
    ("They number 2.4 million.", "2.4 million number 2400000"), ("They number 4.8.", "4.8 number 4.8"),
    ("They number one hundred and twelve.", "one hundred and twelve number 112"),
    ("They number three thousand four hundred.", "three thousand four hundred number 3400"),
    ("They number thirty-one.", "thirty-one number 31"),
    ("They number half a million.", "half a million number 500000"),
    ("They number one and a half million.", "one and a half million number 1500000"),
    ("They number a hundred.", "a hundred number 100"),
    ("They number two point five million.", "two point five million number 2500000"),
    ("They number two dozen.", "two dozen about 24"), ("They number three score.", "three score about 60"),
    ("They number half a dozen.", "half a dozen about 6"),
  ])
  func `an English number is one unit in every form`(text: String, unit: String) throws {
    #expect(try Self.unit(text, "en") == unit)
  }

  @Test(arguments: [
    ("Tra 20 e 25 case.", "it", "Tra 20 e 25 range 20/25"), ("Da sei a nove case.", "it", "Da sei a nove range 6/9"),
    ("Sette o otto case.", "it", "Sette o otto range 7/8"), ("Sette-otto case.", "it", "Sette-otto range 7/8"),
    ("Circa 30-40 case.", "it", "30-40 range 30/40"), ("From 20 to 25 homes.", "en", "From 20 to 25 range 20/25"),
    ("Between six and nine homes.", "en", "Between six and nine range 6/9"),
    ("Six to nine homes.", "en", "Six to nine range 6/9"), ("Six or seven homes.", "en", "Six or seven range 6/7"),
  ])
  func `two numbers with a tie between them are a range`(text: String, language: String, unit: String) throws {
    #expect(try Self.unit(text, language) == unit)
  }

  @Test(arguments: [
    ("È il quarto raid.", "it", "quarto ordinal 4"), ("È il 22° giorno.", "it", "22° ordinal 22"),
    ("È la ventiduesima notte.", "it", "ventiduesima ordinal 22"), ("It was the 22nd raid.", "en", "22nd ordinal 22"),
    ("It was the thirty-second raid.", "en", "thirty-second ordinal 32"),
    ("Hanno preso il 60 % del voto.", "it", "60 % percentage 60%"),
    ("Hanno preso il 60 per cento.", "it", "60 per cento percentage 60%"),
    ("They took 60 percent.", "en", "60 percent percentage 60%"),
    ("Chiesero 3 milioni di euro.", "it", "3 milioni di euro money 3000000"),
    ("They asked for $3.5 million.", "en", "$3.5 million money 3500000"),
    ("They asked for €5bn.", "en", "€5bn money 5000000000"),
    ("Dista 35 km.", "it", "35 km measure 35 km"), ("It lies 12 miles off.", "en", "12 miles measure 12 mi"),
    ("Ne è morto uno su quattro.", "it", "uno su quattro part 0.25"),
    ("Due quinti del voto.", "it", "Due quinti part 0.4"),
  ])
  func `places in a row, shares, sums and lengths count nobody`(text: String, language: String, unit: String) throws {
    #expect(try Self.unit(text, language) == unit)
  }

  @Test(arguments: [
    ("La Brigata 117 avanza.", "it", "Brigata 117 label -"), ("È il n. 3 del gruppo.", "it", "n. 3 label -"),
    ("Lungo la statale 131.", "it", "statale 131 label -"), ("Along Route 85.", "en", "Route 85 label -"),
    ("Along I-80.", "en", "I-80 label -"), ("Hit by a T-90.", "en", "T-90 label -"),
    ("He is No. 3 of the group.", "en", "No. 3 label -"), ("He is the number three.", "en", "number three label -"),
    ("Finì 4-2.", "it", "4-2 score -"),
    ("Alle 18.45 esatte.", "it", "18.45 clock T18:45"),
    ("Alle ore 9 di ieri.", "it", "9 clock T09:00; ieri date 2026-05-13"),
    ("At 6:45 p.m. sharp.", "en", "6:45 p.m. clock T18:45"), ("It was 7 am.", "en", "7 am clock T07:00"),
    ("Ferito il 38enne.", "it", "38enne age P38Y"), ("Ferito il quarantenne.", "it", "quarantenne age P40Y"),
    ("The 38-year-old driver.", "en", "38-year-old age P38Y"),
    ("The six-month-old child.", "en", "six-month-old age P6M"),
    ("The driver, aged 38.", "en", "aged 38 age P38Y"),
  ])
  func `names, scores, hours and ages count nobody`(text: String, language: String, unit: String) throws {
    #expect(try Self.unit(text, language) == unit)
  }

  @Test(arguments: [
    ("Era il 9 giugno 2019.", "il 9 giugno 2019 date 2019-06-09"),
    ("Era il 9/giu per lui.", "il 9/giu date XXXX-06-09"),
    ("Era il 9 giu. scorso.", "il 9 giu. date XXXX-06-09"), ("Era giugno 2019.", "giugno 2019 date 2019-06"),
    ("Era il 09/06/2019.", "il 09/06/2019 date 2019-06-09"), ("Era il 2019-06-09.", "2019-06-09 date 2019-06-09"),
    ("Era il 1° giugno.", "il 1° giugno date XXXX-06-01"), ("Era il primo giugno.", "primo giugno date XXXX-06-01"),
    ("Era domenica 9 giugno 2019.", "domenica 9 giugno 2019 date 2019-06-09"), ("Tornò ieri.", "ieri date 2026-05-13"),
    ("Tornò l'altro ieri.", "l'altro ieri date 2026-05-12"), ("Torna domani.", "domani date 2026-05-15"),
    ("Tornò sei giorni fa.", "sei giorni fa date 2026-05-08"),
    ("Torna tra sei giorni.", "tra sei giorni date 2026-05-20"),
    ("Tornò martedì scorso.", "martedì scorso date 2026-05-12"), ("Tornò nel 2021.", "2021 date 2021"),
    ("Tornò dal 6 al 9 giugno.", "dal 6 al 9 giugno date XXXX-06-06/XXXX-06-09"),
    ("Tornò negli anni '80.", "negli anni '80 date 198X"), ("Tornò il mese scorso.", "mese scorso date 2026-04"),
    ("Tornò la settimana scorsa.", "settimana scorsa date 2026-W19"),
  ])
  func `an Italian day is one unit in every form`(text: String, unit: String) throws {
    #expect(try Self.unit(text, "it") == unit)
  }

  @Test(arguments: [
    ("It was June 9th, 2019.", "June 9th, 2019 date 2019-06-09"), ("It was Jun9 there.", "Jun9 date XXXX-06-09"),
    ("It was 9 June 2019.", "9 June 2019 date 2019-06-09"),
    ("It was the 9th of June.", "the 9th of June date XXXX-06-09"),
    ("It was in June 2019.", "June 2019 date 2019-06"), ("It was 06/09/2019.", "06/09/2019 date 2019-06-09"),
    ("It was 23/06/2019.", "23/06/2019 date 2019-06-23"),
    ("It was Sunday, June 9, 2019.", "Sunday, June 9, 2019 date 2019-06-09"),
    ("It was yesterday.", "yesterday date 2026-05-13"), ("It was six days ago.", "six days ago date 2026-05-08"),
    ("It is due in six days.", "in six days date 2026-05-20"), ("It was last Tuesday.", "last Tuesday date 2026-05-12"),
    ("It was in 2021.", "2021 date 2021"), ("It was in the 1980s.", "the 1980s date 198X"),
    ("It ran from June 6 to June 9.", "from June 6 to June 9 date XXXX-06-06/XXXX-06-09"),
    ("It was June 6-9.", "June 6-9 date XXXX-06-06/XXXX-06-09"),
  ])
  func `an English day is one unit in every form`(text: String, unit: String) throws {
    #expect(try Self.unit(text, "en") == unit)
  }

  @Test func `without a day of the report a distance stays one`() throws {
    #expect(try Self.unit("It was six days ago.", "en", day: nil) == "six days ago date -P6D")
    #expect(try Self.unit("Torna domani.", "it", day: nil) == "domani date +P1D")
  }

  @Test(arguments: [
    ("Durò 4 h appena.", "it", "4 h duration PT4H"), ("Durò 4h appena.", "it", "4h duration PT4H"),
    ("Durò quattro ore.", "it", "quattro ore duration PT4H"), ("Durò mezz'ora.", "it", "mezz'ora duration PT0.5H"),
    ("Durò un mese e mezzo.", "it", "un mese e mezzo duration P1.5M"),
    ("Durò vent'anni.", "it", "vent'anni duration P20Y"),
    ("Durò un anno, due mesi e tre giorni.", "it", "un anno, due mesi e tre giorni duration P1Y2M3D"),
    ("Durò due ore, tre giorni.", "it", "due ore duration PT2H; tre giorni duration P3D"),
    ("It took four hours.", "en", "four hours duration PT4H"),
    ("It took half an hour.", "en", "half an hour duration PT0.5H"),
    ("It took a year and a half.", "en", "a year and a half duration P1.5Y"),
    ("It took the whole week.", "en", "the whole week duration P1W"),
  ])
  func `a length of time is one unit in every form`(text: String, language: String, unit: String) throws {
    #expect(try Self.unit(text, language) == unit)
  }

  @Test(arguments: [
    ("They may march on.", "en"), ("Prima di partire, secondo fonti locali, tutto taceva.", "it"),
    ("The Covid and the sat phone.", "en"), ("Decine di feriti.", "it"), ("Dozens were hurt.", "en"),
    ("L'indirizzo è 192.168.1.20.", "it"),
  ])
  func `what only looks like a number or a day is none`(text: String, language: String) throws {
    #expect(try Self.units(text, language) == [])
  }

  /// Words and signs of numbers in any order, as no report has them: nothing may fall over, and no unit may overlap
  /// another or reach out of its line.
  @Test(arguments: ["it", "en"])
  func `no order of number words and signs is too strange`(language: String) throws {
    let parts = [
      "1", "12", "000", "1.5", "2,3", "3/4", "/", "-", "–", "'", "’", "\u{202F}", "½", "°", "º", "%", "€", "$", ".",
      ",",
      ":", "(", "T-72", "Oct2", "'90", "2016", "31", "99999999999999999999", "45enne", "3h", "10k", "１", "①", "\u{301}",
      "e", "di", "il", "un", "mezzo", "milioni", "mila", "dozzine", "tra", "da", "a", "ore", "alle", "anni", "fa", "su",
      "maggio", "lunedì", "primo", "terzi", "per", "cento", "n.", "prossimo", "settimana", "dopo", "punto", "ventuno",
      "two", "hundred", "and", "half", "million", "the", "third", "of", "May", "Friday", "next", "ago", "from", "now",
      "years", "old", "in", "p.m.", "at", "or", "to", "between", "out of", "No.", "aged", "last",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var lines: [String] = []
    for _ in 0..<1500 {
      var line = ""
      for _ in 0...next(12) { line += parts[next(parts.count)] + ["", " ", " ", "-", "/"][next(5)] }
      lines.append(line)
    }
    let ruleset = try ShippedPipeline.ruleset()
    for day in ["2024-02-29", nil] {
      let listing = try ruleset.quantityListing(
        of: Array(lines.joined(separator: "\n").utf8), language: language, day: day)
      for row in listing.split(separator: "\n").map({ $0.split(separator: "\t", omittingEmptySubsequences: false) }) {
        let line = try #require(Int(row[0]))
        let start = try #require(Int(row[1]))
        let count = try #require(Int(row[2]))
        #expect(count > 0 && start + count <= lines[line - 1].unicodeScalars.count)
      }
    }
  }
}
