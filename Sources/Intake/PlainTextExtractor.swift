/// Text as it is. Its layout is found later, by rules that know the language.
public struct PlainTextExtractor: Extractor {
  /// `text/plain`
  public let mediaType = "text/plain"

  /// Makes one.
  public init() {}

  /// Takes everything, and refuses in ``reports(in:)`` what is no prose.
  public func takes(_ file: Arrival) -> Bool { true }

  /// The whole file as one report.
  public func reports(in file: Arrival) throws(IntakeError) -> [Extracted] {
    [Extracted(try file.prose(), mediaType: mediaType)]
  }
}
