internal import CMagic

/// What libmagic says of a text that hardly has a word in it.
///
/// libmagic takes a third of a millisecond for the shortest text and takes some prose for plotter commands; so it is asked
/// only about what does not look like prose, and believed only where it names a format that has marks of its own. Each
/// question opens a handle of its own, which costs a tenth of a millisecond, maps the database and shares nothing with any
/// other thread. Where the database is missing, our own rules stand alone.
enum Magic {
  private static let reach = 16_384

  /// The format that libmagic is sure of.
  static func format(of text: UnsafeBufferPointer<UInt8>) -> TextFormat? {
    var type = [CChar](repeating: 0, count: 128)
    guard cmagic_type(text.baseAddress, min(text.count, reach), &type, type.count) else { return nil }
    let found = type.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return believed[String(decoding: found, as: UTF8.self)]
  }

  private static let believed: [String: TextFormat] = [
    "text/html": .webPage, "text/xml": .xml, "application/xml": .xml, "image/svg+xml": .xml,
    "application/json": .json, "application/x-ndjson": .jsonLines, "application/ndjson": .jsonLines, "text/rtf": .rtf,
    "application/postscript": .postScript, "text/calendar": .calendar, "text/vcard": .contact, "text/x-diff": .patch,
    "text/x-tex": .typesetting, "text/troff": .typesetting, "text/x-bibtex": .typesetting, "text/csv": .table,
    "application/x-subrip": .subtitles, "text/vtt": .subtitles, "text/x-shellscript": .code, "text/x-php": .code,
    "text/x-perl": .code, "text/x-ruby": .code, "text/x-script.python": .code, "text/x-python": .code,
    "text/x-c": .code, "text/x-c++": .code, "text/x-java": .code, "text/x-makefile": .code,
    "application/javascript": .code, "text/x-msdos-batch": .code, "text/x-lisp": .code, "text/x-tcl": .code,
    "text/x-lua": .code, "text/x-po": .settings, "application/pgp-keys": .encoded,
    "application/pgp-encrypted": .encoded,
    "text/PGP": .encoded, "application/x-wine-extension-ini": .settings,
    "application/x-bittorrent": .named("a torrent"), "text/x-gimp-ggr": .named("a gradient of GIMP"),
    "text/x-xmcd": .named("a list of a disc's tracks"),
  ]
}
