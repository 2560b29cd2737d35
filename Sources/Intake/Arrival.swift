/// A file as it arrived, with what its bytes read as.
public struct Arrival: Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// Its name in the file system's bytes.
  public let name: [UInt8]
  /// What the bytes read as, or why they do not.
  private let reading: Result<DecodedText, IntakeError>

  /// Decodes a file.
  public init(bytes: [UInt8], name: [UInt8]) {
    self.bytes = bytes
    self.name = name
    do throws(IntakeError) {
      reading = .success(try DecodedText(bytes))
    } catch {
      reading = .failure(error)
    }
  }

  /// The text, if the file is prose: neither data nor code nor a page.
  ///
  /// - Throws: ``IntakeError``: what else it is.
  public func prose() throws(IntakeError) -> DecodedText { try prose { _ in false } }

  /// The text, if the file is prose or may be taken for what it looks like.
  func prose(unless mayPass: (TextFormat) -> Bool) throws(IntakeError) -> DecodedText {
    let decoded = try reading.get()
    if let format = TextFormat.recognize(decoded.text), !mayPass(format) { throw .format(format) }
    return decoded
  }

  /// The text, whatever it is; nil where the bytes are none.
  public var text: DecodedText? { try? reading.get() }

  /// Whether the name ends in one of these, in small letters: `.md`.
  public func isNamed(_ endings: String...) -> Bool {
    let lowered = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return endings.contains { lowered.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
