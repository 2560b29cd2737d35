internal import ICU

/// The text of a file.
///
/// In this order: byte-order mark, known binary formats, UTF-16 without a mark, strict UTF-8, UTF-8 with a few bad
/// bytes, a guess from two kilobytes, windows-1252. A charset is decided once and never mixed.
public struct DecodedText: Hashable, Sendable {
  /// Valid UTF-8; line ends as they were, a byte-order mark dropped. Never empty, never white space only.
  public let text: [UInt8]
  /// What the bytes were read as.
  public let charset: String
  /// How many sequences meant nothing in the charset and became U+FFFD.
  public let replaced: Int
  /// What had been misread before, and was turned back; nil for nearly every file.
  public let misreading: Misreading?

  /// - Throws: ``IntakeError``: the bytes are empty, no text, or cannot be decoded.
  init(_ bytes: [UInt8]) throws(IntakeError) {
    let decoded = try decode(bytes)
    try refuseControls(in: decoded.text, of: bytes.count)
    guard !isBlank(decoded.text) else { throw .empty }
    guard decoded.replaced * 10 <= decoded.text.count else {
      throw .undecodable(decoded.charset, replaced: decoded.replaced)
    }
    let mojibake = Mojibake(undoneIn: decoded.text)
    text = mojibake.text
    charset = decoded.charset
    replaced = decoded.replaced
    misreading = mojibake.count > 0 ? Misreading(charset: mojibake.charset, count: mojibake.count) : nil
  }
}

private typealias Decoded = (text: [UInt8], charset: String, replaced: Int)

private func decode(_ bytes: [UInt8]) throws(IntakeError) -> Decoded {
  guard !bytes.isEmpty else { throw .empty }
  for (mark, charset) in byteOrderMarks where bytes.starts(with: mark) {
    let rest = bytes.dropFirst(mark.count)
    return charset == "UTF-8" ? mended(rest) : try convert(rest, charset)
  }
  if let error = BinaryFormat.error(for: bytes) { throw error }
  if let charset = UnmarkedUTF16.charset(of: bytes) { return try convert(bytes[...], charset) }
  if UTF8Scan.isValid(bytes[...]) { return (bytes, "UTF-8", 0) }
  // Before any guess: a charset of one byte makes letters of anything.
  try refuseControls(in: bytes, of: bytes.count)
  let scan = UTF8Scan(bytes[...])
  if scan.sequences >= 2 * scan.errors || (scan.isOnlyCutOff && scan.sequences > 0) { return mended(bytes[...]) }
  let charset: String
  do throws(ICUError) {
    charset = try LegacyCharset.guess(bytes[...])
  } catch {
    charset = "windows-1252"
  }
  let decoded = try convert(bytes[...], charset)
  let (text, unused) = replacingControls(in: decoded.text)
  return (text, charset, decoded.replaced + unused)
}

/// The longer marks first: UTF-32LE begins with the mark of UTF-16LE.
private let byteOrderMarks: [(mark: [UInt8], charset: String)] = [
  ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
  ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
]

/// UTF-8 that may have bad bytes in it.
private func mended(_ bytes: ArraySlice<UInt8>) -> Decoded {
  if UTF8Scan.isValid(bytes) { return ([UInt8](bytes), "UTF-8", 0) }
  let (text, errors) = UTF8Scan.mended(bytes)
  return (text, "UTF-8", errors)
}

private func convert(_ bytes: ArraySlice<UInt8>, _ charset: String) throws(IntakeError) -> Decoded {
  do throws(ICUError) {
    let decoded = try CharsetConverter.decode(bytes, charset: charset)
    return (decoded.utf8, charset, decoded.replaced)
  } catch { throw .undecodable(charset, replaced: bytes.count) }
}

/// A byte that has no letter in a charset of one byte a letter comes out of the conversion as a control character from
/// U+0080 to U+009F, which no text has but U+0085, a line end: U+FFFD in its place, and how many there were.
private func replacingControls(in text: [UInt8]) -> (text: [UInt8], replaced: Int) {
  func isControl(at index: Int) -> Bool {
    text[index] == 0xC2 && index + 1 < text.count && text[index + 1] < 0xA0 && text[index + 1] != 0x85
  }
  guard text.indices.contains(where: isControl) else { return (text, 0) }
  var mended: [UInt8] = []
  mended.reserveCapacity(text.count + 64)
  var replaced = 0
  var index = 0
  while index < text.count {
    if isControl(at: index) {
      mended += [0xEF, 0xBF, 0xBD]
      replaced += 1
      index += 2
    } else {
      mended.append(text[index])
      index += 1
    }
  }
  return (mended, replaced)
}

/// Text has tabs, line ends, form feeds, now and then an escape; binary files have everything.
private func refuseControls(in text: [UInt8], of count: Int) throws(IntakeError) {
  let (controls, zeros) = text.withUnsafeBufferPointer { buffer in
    var controls = 0
    var zeros = 0
    for byte in buffer where byte < 0x20 {
      switch byte {
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B: break
      case 0x00:
        zeros += 1
        controls += 1
      default: controls += 1
      }
    }
    return (controls, zeros)
  }
  if zeros > 0 || controls * 50 > text.count { throw .controls(controls, of: count) }
}

/// Whether there is nothing to read: white space, marks without width, line ends of any kind.
private func isBlank(_ text: [UInt8]) -> Bool {
  // Nearly every text shows a letter at once; the loop goes on only for what is blank so far.
  var decoder = UTF8()
  var bytes = text.makeIterator()
  while case .scalarValue(let scalar) = decoder.decode(&bytes) {
    switch scalar.value {
    case 0x09...0x0D, 0x1A, 0x1B, 0x20, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: continue
    default: if !scalar.properties.isWhitespace { return false }
    }
  }
  return true
}
