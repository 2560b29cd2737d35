/// How far bytes are UTF-8: what is well formed, what is not, and how to mend it.
struct UTF8Scan {
  /// Well-formed sequences of two bytes and more.
  private(set) var sequences = 0

  /// Ill-formed ones, counted as Unicode recommends: one for each longest beginning of a sequence.
  private(set) var errors = 0

  /// Whether the only ill-formed one is a sequence cut off by the end.
  private(set) var isOnlyCutOff = false

  /// Walks the bytes; some hundred MB/s, only for what failed strict validation.
  init(_ bytes: ArraySlice<UInt8>) { Self.walk(bytes, into: &self, mending: nil) }

  /// The bytes with U+FFFD for each ill-formed sequence, and how many there were.
  static func mended(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], errors: Int) {
    var scan = UTF8Scan([])
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 64)
    walk(bytes, into: &scan) { range, isValid in
      if isValid { text.append(contentsOf: bytes[range]) } else { text.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
    }
    return (text, scan.errors)
  }

  /// Whether all of it is UTF-8, strictly; about a GB/s.
  static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch { return false }
  }

  private static func walk(
    _ bytes: ArraySlice<UInt8>, into scan: inout UTF8Scan, mending: ((Range<Int>, Bool) -> Void)?
  ) {
    bytes.withUnsafeBufferPointer { buffer in
      let base = bytes.startIndex
      var at = 0
      var good = 0
      while at < buffer.count {
        if buffer[at] < 0x80 {
          at += 1
          continue
        }
        let (length, isValid) = sequence(in: buffer, at: at)
        if isValid {
          scan.sequences += 1
        } else {
          scan.errors += 1
          scan.isOnlyCutOff = scan.errors == 1 && at + length == buffer.count && length < needed(buffer[at])
          if good < at { mending?(base + good..<base + at, true) }
          mending?(base + at..<base + at + length, false)
          good = at + length
        }
        at += length
      }
      if good < at { mending?(base + good..<base + at, true) }
    }
  }

  private static func needed(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// How long the sequence is that begins here; where ill-formed, how much of it belongs together.
  private static func sequence(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (length: Int, isValid: Bool) {
    let lead = bytes[start]
    let needed = needed(lead)
    guard needed > 0 else { return (1, false) }
    for offset in 1..<needed {
      guard start + offset < bytes.count else { return (offset, false) }
      let byte = bytes[start + offset]
      // Overlong forms, surrogates and what lies past U+10FFFF show in the second byte.
      let low: UInt8 = offset > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = offset > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
      guard byte >= low && byte <= high else { return (offset, false) }
    }
    return (needed, true)
  }
}
