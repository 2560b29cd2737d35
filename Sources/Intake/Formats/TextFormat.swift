/// A kind of file that is text and yet no report: data, code, markup, a mail with its envelope.
struct TextFormat: Hashable, Sendable {
  /// What it is, with its article: *a web page (HTML)*.
  let name: String
  /// What to do instead.
  let remedy: String

  private static let alone = "Save what it tells as plain text in UTF-8, without anything around it, and drop that."

  private init(_ name: String, remedy: String = alone) {
    self.name = name
    self.remedy = remedy
  }

  static let webPage = TextFormat(
    "a web page (HTML)", remedy: "Save the text of the page as plain text in UTF-8, and drop that.")
  static let xml = TextFormat("an XML document, such as a feed (RSS, Atom) or an export")
  static let json = TextFormat("JSON data")
  static let jsonLines = TextFormat("JSON lines", remedy: "Drop the text of each object as a file of its own.")
  static let table = TextFormat("a table (CSV, TSV)")
  static let mail = TextFormat(
    "a mail with its headers (EML, MBOX)", remedy: "Save the body of each mail as plain text in UTF-8, and drop that.")
  static let calendar = TextFormat("a calendar (ICS)")
  static let contact = TextFormat("a contact (vCard)")
  static let code = TextFormat("program code")
  static let styleSheet = TextFormat("a style sheet (CSS)")
  static let settings = TextFormat("a file of settings (INI, TOML, YAML, properties)")
  static let log = TextFormat("a log")
  static let patch = TextFormat("a patch (diff)")
  static let subtitles = TextFormat("subtitles (SRT, VTT)")
  static let typesetting = TextFormat("a source for typesetting (LaTeX, troff)")
  static let rtf = TextFormat("an RTF file", remedy: "Open it in a word processor and save it as plain text in UTF-8.")
  static let postScript = TextFormat("a PostScript file", remedy: "Drop the text that it was made from.")
  static let encoded = TextFormat(
    "encoded or encrypted data (base64, uuencode, PGP)", remedy: "Decode or decrypt it, and drop the text inside.")

  /// Text that libmagic knows under a name of its own.
  static func named(_ name: String) -> TextFormat { TextFormat(name) }
}

extension TextFormat {
  /// The format of a text that is no prose; nil for prose, also where it holds some markup, a table or a quotation of
  /// code.
  ///
  /// Looks at the first 64 KiB. What looks like prose by its signs costs less than a nanosecond a byte; only what does
  /// not is looked at line by line, and shown to libmagic if our own rules have no name for it.
  static func recognize(_ text: [UInt8]) -> TextFormat? {
    text.withUnsafeBufferPointer { buffer in
      let signs = Signs(of: buffer)
      guard signs.areOdd else { return nil }
      let head = Head(of: buffer)
      for rule in rules { if let format = rule(head) { return format } }
      return signs.areVeryOdd ? Magic.format(of: buffer) : nil
    }
  }

  /// In this order: what an opening settles goes before what a share of the lines settles.
  private static let rules: [@Sendable (Head) -> TextFormat?] = [
    Opening.format, Markup.format, JSON.format, Mail.format, Encoded.format, Subtitles.format, Patch.format, Log.format,
    Typesetting.format, Settings.format, Code.format, DataTable.format,
  ]
}
