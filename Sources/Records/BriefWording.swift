import DocumentModel

/// The fixed words of a brief's page.
struct BriefWording {
  private let isItalian: Bool

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

  /// When it was published, without a full stop.
  func publication(_ published: String?, dateline: String?) -> String {
    if published == nil, let dateline {
      return isItalian
        ? "Report datato «\(dateline)»; fonte non indicata" : "Report dated “\(dateline)”; source not given"
    }
    guard let published else {
      return isItalian ? "Report senza data; fonte non indicata" : "Undated report; source not given"
    }
    let day = readable(published)
    return isItalian ? "Report del \(day); fonte non indicata" : "Report of \(day); source not given"
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
