import ICU
import Testing

@Suite struct CharsetTests {
  @Test func `reads windows-1252`() throws {
    let decoded = try CharsetConverter.decode([0x50, 0xE9, 0x72, 0x92, 0x80], charset: "windows-1252")
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "Pér’€")
    #expect(decoded.replaced == 0)
  }

  @Test func `reads UTF-16 with surrogate pairs across its buffers`() throws {
    let text = String(repeating: "a🇮🇹é", count: 20_000)
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let decoded = try CharsetConverter.decode(bytes, charset: "UTF-16LE")
    #expect(decoded.utf8 == Array(text.utf8))
    #expect(decoded.replaced == 0)
  }

  @Test func `replaces and counts what means nothing`() throws {
    let lone = try CharsetConverter.decode([0x61, 0, 0x00, 0xD8, 0x62, 0], charset: "UTF-16LE")
    #expect(String(decoding: lone.utf8, as: UTF8.self) == "a\u{FFFD}b")
    #expect(lone.replaced == 1)
    let utf8 = try CharsetConverter.decode([0x61, 0xFF, 0x62, 0xC3], charset: "UTF-8")
    #expect(String(decoding: utf8.utf8, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}")
    #expect(utf8.replaced == 2)
  }

  @Test func `says what to try for a charset that nobody knows`() {
    let error = #expect(throws: ICUError.self) { try CharsetConverter.decode([0x61], charset: "klingon") }
    #expect(error?.code == "U_FILE_ACCESS_ERROR")
    #expect(error?.description.contains("klingon") == true)
  }

  @Test func `guesses a charset from two kilobytes`() throws {
    var detector = try CharsetDetector()
    let text = String(repeating: "La città è sotto attacco perché la tregua non c'è più. ", count: 200)
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let best = try #require(try detector.guesses(for: latin).first)
    #expect(best.charset == "ISO-8859-1" || best.charset == "windows-1252")
    #expect(best.language == "it")
    #expect(try detector.guesses(for: []).isEmpty)
  }
}
