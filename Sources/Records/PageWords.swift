import DocumentModel

/// The fixed words of a brief's page.
struct BriefWording {
  let isItalian: Bool

  init(_ language: BriefLanguage) { isItalian = language == .italian }

  var sourceSentences: String { isItalian ? "Frasi di partenza" : "Source sentences" }

  func label(of role: ClauseRole) -> String {
    switch role {
    case .context: isItalian ? "Contesto" : "Context"
    case .assessment: isItalian ? "Valutazioni del report" : "The report's assessment"
    default: isItalian ? "Da verificare" : "Unresolved"
    }
  }

  /// Where the report comes from, without a full stop.
  func origin(file: String, language code: String) -> String {
    guard let names = Self.languages[code] else {
      return isItalian ? "Fonte: \(file), lingua non riconosciuta" : "Source: \(file), language not recognized"
    }
    return isItalian ? "Fonte: \(file), in \(names.it)" : "Source: \(file), in \(names.en)"
  }

  /// When it was published, and by whom, without a full stop.
  func publication(_ published: String?, dateline: String?, publisher: String?) -> String {
    let source: String
    if let publisher {
      source = isItalian ? "fonte: \(publisher)" : "source: \(publisher)"
    } else {
      source = isItalian ? "fonte non indicata" : "source not given"
    }
    if let published {
      let day = readable(published)
      return isItalian ? "Report del \(day); \(source)" : "Report of \(day); \(source)"
    }
    if let dateline {
      return isItalian ? "Report datato «\(dateline)»; \(source)" : "Report dated “\(dateline)”; \(source)"
    }
    return isItalian ? "Report senza data; \(source)" : "Undated report; \(source)"
  }

  /// That the report's language is not read.
  var notAnalyzed: String {
    isItalian
      ? "Lingua non analizzata: titolo e prima frase nell'originale."
      : "Language not analyzed: title and first sentence in the original."
  }

  /// Names that the gazetteer knows in a report that is not read.
  func placesRecognized(_ names: [String]) -> String {
    (isItalian ? "Nomi riconosciuti: " : "Names recognized: ") + names.joined(separator: ", ") + "."
  }

  /// The short name of an entity in the reader's language, without what only tells homonyms apart.
  func name(of entity: Entity) -> String {
    let name = isItalian ? entity.italian.name : entity.english.name
    guard name.hasSuffix(")"), let open = name.firstIndex(of: "("), open > name.startIndex else { return name }
    return String(name[..<name.index(before: open)])
  }

  /// The code of the page's language.
  var code: String { isItalian ? "it" : "en" }

  func quoted(_ words: String) -> String { isItalian ? "«\(words)»" : "“\(words)”" }

  /// The heads of the table of events.
  var columns: [String] {
    isItalian
      ? ["Che cosa", "Chi", "A chi", "Dove", "Quando", "Quanti", "Come", "Secondo chi"]
      : ["What", "Who", "To whom", "Where", "When", "How many", "How sure", "Who says so"]
  }

  var none: String { isItalian ? "nessuno segnalato" : "none reported" }

  /// How sure the report is, whether it affirms the event, and how far it has come.
  func certainty(of event: Event) -> String {
    var words: [String] = []
    if event.polarity == .negative { words.append(isItalian ? "negato" : "denied") }
    switch event.certainty {
    case .asserted: break
    case .probable: words.append(isItalian ? "probabile" : "probable")
    case .possible: words.append(isItalian ? "possibile" : "possible")
    case .reported: words.append(isItalian ? "riferito" : "reported")
    }
    switch event.status {
    case .accomplished: break
    case .ongoing: words.append(isItalian ? "in corso" : "under way")
    case .attempted: words.append(isItalian ? "tentato" : "attempted")
    case .plannedThreatened: words.append(isItalian ? "previsto o minacciato" : "planned or threatened")
    case .hypothetical: words.append(isItalian ? "ipotetico" : "hypothetical")
    case .historical: words.append(isItalian ? "in passato" : "in the past")
    }
    return words.isEmpty ? (isItalian ? "affermato" : "asserted") : words.joined(separator: ", ")
  }

  /// How an event lies to its place, before the place's name; nil for what lies in it.
  func relation(_ relation: String) -> String? {
    guard relation != "in" else { return nil }
    if let names = Self.relations[relation] { return isItalian ? names.it : names.en }
    return relation.split(separator: "_").joined(separator: " ") + ":"
  }

  private static let relations: [String: Pair] = [
    "near": ("vicino a:", "near"), "outside": ("fuori da:", "outside"), "at_border": ("al confine:", "border:"),
    "north_of": ("a nord di:", "north of"), "south_of": ("a sud di:", "south of"), "east_of": ("a est di:", "east of"),
    "west_of": ("a ovest di:", "west of"), "northeast_of": ("a nord-est di:", "northeast of"),
    "northwest_of": ("a nord-ovest di:", "northwest of"), "southeast_of": ("a sud-est di:", "southeast of"),
    "southwest_of": ("a sud-ovest di:", "southwest of"), "in_north": ("nel nord:", "in the north:"),
    "in_south": ("nel sud:", "in the south:"), "in_east": ("nell'est:", "in the east:"),
    "in_west": ("nell'ovest:", "in the west:"), "in_centre": ("nel centro:", "in the center:"),
    "along": ("lungo:", "along"), "over": ("sopra:", "over"), "under": ("sotto:", "under"),
  ]

  func effect(_ effect: Effect) -> String {
    switch effect {
    case .killed: isItalian ? "morti" : "killed"
    case .wounded: isItalian ? "feriti" : "wounded"
    case .missing: isItalian ? "dispersi" : "missing"
    case .detained: isItalian ? "fermati" : "detained"
    case .released: isItalian ? "liberati" : "released"
    case .captured: isItalian ? "catturati" : "captured"
    case .displaced: isItalian ? "sfollati" : "displaced"
    case .surrendered: isItalian ? "arresi" : "surrendered"
    }
  }

  /// How many sentences of a long report are shown.
  func onlyCited(_ count: Int, of total: Int) -> String {
    isItalian ? "Solo le frasi citate: \(count) su \(total)." : "Cited sentences only: \(count) of \(total)."
  }

  /// What the gazetteer added, without a full stop.
  func added(_ kinds: [String]) -> String {
    let names = kinds.map { kind in
      guard let names = Self.additions[kind] else { return kind.split(separator: "_").joined(separator: " ") }
      return isItalian ? names.it : names.en
    }
    return (isItalian ? "Aggiunto dal gazzettino: " : "Added from the gazetteer: ") + names.joined(separator: ", ")
  }

  /// A day as the language writes it: *13 maggio 2026*, *May 13, 2026*; anything that is no ISO day stays as it is.
  private func readable(_ published: String) -> String {
    let parts = published.prefix { $0 != "T" && $0 != " " }.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return published }
    let (year, month, day) = (parts[0], parts[1] - 1, parts[2])
    guard isItalian else { return "\(Self.months[month].en) \(day), \(year)" }
    return "\(day == 1 ? "1°" : String(day)) \(Self.months[month].it) \(year)"
  }

  private typealias Pair = (it: String, en: String)

  private static let additions: [String: Pair] = [
    "country": ("Paese", "country"), "full_name": ("nome per esteso", "full name"), "region": ("regione", "region"),
    "date": ("data", "date"),
  ]

  private static let months: [Pair] = [
    ("gennaio", "January"), ("febbraio", "February"), ("marzo", "March"), ("aprile", "April"), ("maggio", "May"),
    ("giugno", "June"), ("luglio", "July"), ("agosto", "August"), ("settembre", "September"), ("ottobre", "October"),
    ("novembre", "November"), ("dicembre", "December"),
  ]

  private static let languages: [String: Pair] = [
    "it": ("italiano", "Italian"), "en": ("inglese", "English"), "fr": ("francese", "French"),
    "es": ("spagnolo", "Spanish"), "de": ("tedesco", "German"), "pt": ("portoghese", "Portuguese"),
    "nl": ("olandese", "Dutch"), "pl": ("polacco", "Polish"), "ro": ("romeno", "Romanian"),
    "sq": ("albanese", "Albanian"),
    "sr": ("serbo", "Serbian"), "hr": ("croato", "Croatian"), "bs": ("bosniaco", "Bosnian"),
    "sl": ("sloveno", "Slovene"),
    "el": ("greco", "Greek"), "tr": ("turco", "Turkish"), "ru": ("russo", "Russian"), "uk": ("ucraino", "Ukrainian"),
    "ar": ("arabo", "Arabic"), "he": ("ebraico", "Hebrew"), "iw": ("ebraico", "Hebrew"), "fa": ("persiano", "Persian"),
    "ps": ("pashtu", "Pashto"), "ur": ("urdu", "Urdu"), "ku": ("curdo", "Kurdish"), "am": ("amarico", "Amharic"),
    "ti": ("tigrino", "Tigrinya"), "so": ("somalo", "Somali"), "sw": ("swahili", "Swahili"), "ha": ("hausa", "Hausa"),
    "zh": ("cinese", "Chinese"), "ja": ("giapponese", "Japanese"), "ko": ("coreano", "Korean"),
    "hi": ("hindi", "Hindi"),
    "ca": ("catalano", "Catalan"), "mt": ("maltese", "Maltese"), "hy": ("armeno", "Armenian"),
    "ka": ("georgiano", "Georgian"),
    "bg": ("bulgaro", "Bulgarian"), "hu": ("ungherese", "Hungarian"), "sv": ("svedese", "Swedish"),
  ]
}
