internal import CICU

/// Guesses the charset of bytes that are not UTF-8.
///
/// Sendable notes: ICU's detector keeps its matches; neither copyable nor sendable, one for each lane.
public struct CharsetDetector: ~Copyable {
  /// One guess.
  public struct Guess: Hashable, Sendable {
    /// ICU's name: `windows-1252`, `ISO-8859-1`, `UTF-16LE`.
    public let charset: String

    /// ISO 639 code of the language that the guess rests on; nil where it rests on none.
    public let language: String?

    /// 0…100; below about 30 it says little.
    public let confidence: Int
  }

  /// How many bytes are looked at: a guess takes half a millisecond a kilobyte and gains nothing from more.
  public static let sampleLimit = 2048

  private let handle: OpaquePointer

  /// Opens a detector.
  ///
  /// - Throws: ``ICUError`` if memory runs out.
  public init() throws(ICUError) {
    var status: Int32 = 0
    guard let handle = cicu_charset_detector_open(&status) else {
      throw ICUError(
        action: "open a charset detector", subject: "no input", status: status, remedy: Remedy.installation)
    }
    self.handle = handle
  }

  deinit { cicu_charset_detector_close(handle) }

  /// The guesses, best first, from the first ``sampleLimit`` bytes; about a millisecond. None for no bytes.
  ///
  /// - Throws: ``ICUError`` if ICU fails inside.
  public mutating func guesses(for bytes: [UInt8]) throws(ICUError) -> [Guess] {
    guard !bytes.isEmpty else { return [] }
    var status: Int32 = 0
    let sample = bytes.prefix(Self.sampleLimit)
    let count = sample.span.withCBytes { cicu_charset_detector_detect(handle, $0, $1, &status) }
    guard status <= 0 else {
      throw ICUError(
        action: "guess a charset", subject: "\(sample.count) bytes", status: status,
        remedy: "Name the charset instead, or convert the file to UTF-8.")
    }
    var guesses: [Guess] = []
    for index in 0..<count {
      guard let name = cicu_charset_detector_name(handle, index) else { continue }
      let language = cicu_charset_detector_language(handle, index).map { String(cString: $0) }
      guesses.append(
        Guess(
          charset: String(cString: name), language: language == "" ? nil : language,
          confidence: Int(cicu_charset_detector_confidence(handle, index))))
    }
    return guesses
  }
}
