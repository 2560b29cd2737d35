internal import CICU

/// Brings UTF-8 text into a Unicode normalization form and remembers the way back.
///
/// Sendable notes: a value without state; ICU's normalizers are immutable and shared by all threads.
public struct Normalizer: Hashable, Sendable {
  /// The forms that the project needs.
  public enum Form: Hashable, Sendable {
    /// Composed, canonically equivalent: how text is compared as text.
    case nfc

    /// Composed, compatibility, full case folding, without default-ignorable scalars: how text is matched.
    case nfkcCasefold
  }

  /// A text in a form, with the map back to the text it was made from.
  public struct Normalized: Hashable, Sendable {
    /// UTF-8.
    public let bytes: [UInt8]

    /// From `bytes` back to what was given.
    public let map: OffsetMap

    /// A text and the map of what was done to it.
    public init(bytes: [UInt8], map: OffsetMap) {
      self.bytes = bytes
      self.map = map
    }
  }

  /// The form of what this normalizer makes.
  public let form: Form

  /// A normalizer into a form; costs nothing.
  public init(_ form: Form) { self.form = form }

  /// The text in the form. Bytes that are not UTF-8 pass through as they are.
  ///
  /// About 200 to 800 MB/s; where nothing changes, the bytes given are handed back without a copy.
  ///
  /// - Throws: ``ICUError`` for a text of 512 MiB or more, or if ICU's data is missing.
  public func normalize(_ bytes: [UInt8]) throws(ICUError) -> Normalized {
    if try isNormalized(bytes.span) { return Normalized(bytes: bytes, map: OffsetMap(identity: bytes.count)) }
    return try changed(bytes.span)
  }

  /// The same for a part of a text, with offsets from the start of the part.
  public func normalize(_ bytes: ArraySlice<UInt8>) throws(ICUError) -> Normalized {
    if try isNormalized(bytes.span) { return Normalized(bytes: [UInt8](bytes), map: OffsetMap(identity: bytes.count)) }
    return try changed(bytes.span)
  }

  /// Whether the bytes are in the form already; stops at the first that is not.
  public func isNormalized(_ bytes: [UInt8]) throws(ICUError) -> Bool { try isNormalized(bytes.span) }

  private func isNormalized(_ bytes: Span<UInt8>) throws(ICUError) -> Bool {
    if isPlain(bytes) { return true }
    var status: Int32 = 0
    let result = bytes.withCBytes { cicu_is_normalized(form.code, $0, $1, &status) }
    guard status <= 0 else { throw failure(status, bytes.count) }
    return result
  }

  /// Whether all is ASCII that the form keeps: most of an English text for NFC, decided without ICU.
  private func isPlain(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var all: UInt8 = 0
      for byte in buffer { all |= byte }
      guard all < 0x80 else { return false }
      return form == .nfc || !buffer.contains { $0 >= 0x41 && $0 <= 0x5A }
    }
  }

  private func changed(_ bytes: Span<UInt8>) throws(ICUError) -> Normalized {
    var status: Int32 = 0
    guard let result = bytes.withCBytes({ cicu_normalize(form.code, $0, $1, &status) }) else {
      throw failure(status, bytes.count)
    }
    defer { cicu_normalized_close(result) }
    let count = Int(cicu_normalized_count(result))
    let target = [UInt8](UnsafeBufferPointer(start: cicu_normalized_start(result), count: count))
    var countOfChanges: Int64 = 0
    let start = cicu_normalized_changes(result, &countOfChanges)
    let numbers = UnsafeBufferPointer(start: start, count: Int(countOfChanges) * 4)
    var changes: [OffsetMap.Change] = []
    changes.reserveCapacity(Int(countOfChanges))
    for at in stride(from: 0, to: numbers.count, by: 4) {
      changes.append(
        OffsetMap.Change(
          sourceStart: numbers[at], sourceEnd: numbers[at + 1], targetStart: numbers[at + 2],
          targetEnd: numbers[at + 3]))
    }
    let map = OffsetMap(changes: changes, sourceCount: bytes.count, targetCount: count)
    return Normalized(bytes: target, map: map)
  }

  private func failure(_ status: Int32, _ count: Int) -> ICUError {
    ICUError(action: "normalize text to \(form)", subject: "\(count) bytes", status: status, remedy: Remedy.text)
  }
}

extension Normalizer.Form: CustomStringConvertible {
  var code: Int32 {
    switch self {
    case .nfc: Int32(CICU_NFC)
    case .nfkcCasefold: Int32(CICU_NFKC_CASEFOLD)
    }
  }

  /// The form's name in the Unicode Standard.
  public var description: String {
    switch self {
    case .nfc: "NFC"
    case .nfkcCasefold: "NFKC_Casefold"
    }
  }
}
