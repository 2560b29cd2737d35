internal import ICU

/// Guesses the charset of bytes that are neither UTF-8 nor UTF-16.
enum LegacyCharset {
  /// The name of the charset; windows-1252 where nothing speaks for another.
  static func guess(_ bytes: ArraySlice<UInt8>) throws(ICUError) -> String {
    var detector = try CharsetDetector()
    let sample = sample(bytes)
    if !isMostlyHigh(sample), let charset = InnerLetters.charset(of: sample) { return charset }
    var guesses: [CharsetDetector.Guess] = []
    for guess in try detector.guesses(for: sample) where isLegacy(guess.charset) && reads(sample, as: guess.charset) {
      guesses.append(guess)
    }
    guard let best = guesses.first else { return "windows-1252" }
    // No western text consists mostly of accented letters.
    if isMostlyHigh(sample) { return guesses.first { !isWestern($0.charset) }?.charset ?? "windows-1252" }
    // Windows-1252 is what this project's readers write; another charset has to be clearly ahead of it.
    let western = guesses.first { isWestern($0.charset) }?.confidence ?? 0
    if isWestern(best.charset) || best.confidence < 25 || best.confidence < western + 8 {
      return hasEuroOfLatin9(sample) ? "ISO-8859-15" : "windows-1252"
    }
    return best.charset
  }

  /// Lines that are not ASCII, up to what the detector looks at: the rest says nothing about the charset.
  private static func sample(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var sample: [UInt8] = []
    var start = bytes.startIndex
    while sample.count < CharsetDetector.sampleLimit, let high = bytes[start...].firstIndex(where: { $0 >= 0x80 }) {
      // A long line gives what lies around its first letter outside of ASCII.
      let earliest = max(start, high - 200)
      let lineStart = bytes[earliest..<high].lastIndex(of: 0x0A).map { $0 + 1 } ?? earliest
      let latest = min(bytes.endIndex, high + 400)
      let lineEnd = bytes[high..<latest].firstIndex(of: 0x0A).map { $0 + 1 } ?? latest
      sample.append(contentsOf: bytes[lineStart..<lineEnd])
      start = lineEnd
    }
    return sample
  }

  /// Whether bytes outside of ASCII outnumber its letters.
  private static func isMostlyHigh(_ sample: [UInt8]) -> Bool {
    var high = 0
    var letters = 0
    for byte in sample {
      if byte >= 0x80 { high += 1 } else if isLetter(byte) { letters += 1 }
    }
    return high > letters
  }

  private static func isWestern(_ charset: String) -> Bool {
    charset == "windows-1252" || charset == "ISO-8859-1"
  }

  /// UTF-8 and UTF-16 were ruled out before; the detector's IBM420 and IBM424 are EBCDIC, which no inbox sees.
  private static func isLegacy(_ charset: String) -> Bool { !charset.hasPrefix("UTF-") && !charset.hasPrefix("IBM4") }

  /// Whether nearly all of the sample means something in the charset; its two ends may cut a character.
  private static func reads(_ sample: [UInt8], as charset: String) -> Bool {
    do throws(ICUError) {
      let replaced = try CharsetConverter.decode(sample, charset: charset).replaced
      return replaced <= 2 && replaced * 50 <= sample.count
    } catch { return false }
  }

  /// ISO 8859-15 differs from windows-1252 in eight places; two of them show: a euro by a number, œ before a letter.
  private static func hasEuroOfLatin9(_ sample: [UInt8]) -> Bool {
    guard !sample.contains(where: { (0x80...0x9F).contains($0) }) else { return false }
    return sample.indices.dropFirst().dropLast().contains { at in
      let before = sample[at - 1]
      let after = sample[at + 1]
      switch sample[at] {
      case 0xA4: return isDigit(before) || isDigit(after) || (before == 0x20 && isDigit(sample[max(0, at - 2)]))
      case 0xBC, 0xBD: return isLetter(after) && !isDigit(before)
      default: return false
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
