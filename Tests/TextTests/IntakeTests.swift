import Intake
import Testing

@Suite struct IntakeTests {
  private func read(_ bytes: [UInt8], _ name: String = "a.txt") throws(IntakeError) -> Extracted {
    try Intake.extract(bytes, name: Array(name.utf8))[0]
  }

  private func text(_ extracted: Extracted) -> String { String(decoding: extracted.text, as: UTF8.self) }

  private func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test func `keeps UTF-8 as it is`() throws {
    let extracted = try read(Array("È caduta Gao.\r\nPerché? 🇲🇱\r".utf8))
    #expect(extracted.text == Array("È caduta Gao.\r\nPerché? 🇲🇱\r".utf8))
    #expect(extracted.charset == "UTF-8")
    #expect(extracted.replaced == 0)
    #expect(extracted.blocks.isEmpty && extracted.part == nil)
  }

  @Test func `drops one byte-order mark`() throws {
    #expect(text(try read([0xEF, 0xBB, 0xBF] + Array("\u{FEFF}sì".utf8))) == "\u{FEFF}sì")
    let little = try read([0xFF, 0xFE] + utf16("città 🇮🇹", bigEndian: false))
    #expect(text(little) == "città 🇮🇹" && little.charset == "UTF-16LE")
    let big = try read([0xFE, 0xFF] + utf16("città", bigEndian: true))
    #expect(text(big) == "città" && big.charset == "UTF-16BE")
    let wide = try read([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])
    #expect(text(wide) == "a" && wide.charset == "UTF-32LE")
  }

  @Test(arguments: ["Attacco a Mopti: 12 morti", "هجوم على قرية قرب غاو، قتل خمسة أشخاص", "Взрыв в Кабуле"])
  func `knows UTF-16 without a mark`(original: String) throws {
    let little = try read(utf16(original, bigEndian: false))
    #expect(text(little) == original && little.charset == "UTF-16LE")
    let big = try read(utf16(original, bigEndian: true))
    #expect(text(big) == original && big.charset == "UTF-16BE")
  }

  @Test func `stays with UTF-8 for one bad byte`() throws {
    let good = Array("La città è già caduta, ".utf8)
    let middle = try read(good + [0xFF] + good)
    #expect(middle.charset == "UTF-8" && middle.replaced == 1)
    #expect(text(middle).unicodeScalars.filter { $0 == "\u{FFFD}" }.count == 1)
    let cut = try read(Array("perché no: ".utf8) + [0xE2, 0x80])
    #expect(cut.charset == "UTF-8" && cut.replaced == 1 && text(cut).hasSuffix(": \u{FFFD}"))
    let surrogate = try read(good + good + [0xED, 0xA0, 0x80])
    #expect(surrogate.charset == "UTF-8" && surrogate.replaced == 3)
  }

  @Test(arguments: [
    "L'attacco è avvenuto ieri.", "Perché? La città è sotto assedio, così dicono le autorità.",
    "Les soldats ont été tués près de la frontière.", "El ejército mató a diez civiles según el portavoz español.",
    "Die Kämpfe um die Stadt dauern für Tage über Ostern an.", "A situação não é boa: três mortos em São Paulo.",
    "«È», disse. Perché?",
  ])
  func `reads western text of one byte a letter as windows-1252`(original: String) throws {
    let extracted = try read(latin(original))
    #expect(text(extracted) == original)
    #expect(extracted.charset == "windows-1252")
    #expect(extracted.replaced == 0)
  }

  @Test func `reads the quotation marks and the euro of windows-1252`() throws {
    let extracted = try read(
      Array("Disse: ".utf8) + [0x93, 0x50, 0x65, 0x72, 0x63, 0x68, 0xE9, 0x94, 0x20, 0x80, 0x35])
    #expect(text(extracted) == "Disse: “Perché” €5")
  }

  @Test func `counts bytes that are no letter in the charset, and gives up when they are many`() throws {
    // The ì of DOS is none in windows-1252.
    let extracted = try read(latin("Perché la città è così") + [0x20, 0x8D, 0x2E])
    #expect(text(extracted) == "Perché la città è così \u{FFFD}.")
    #expect(extracted.replaced == 1)
    let meaningless = (0..<60).flatMap { _ in [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x20, 0x61] as [UInt8] }
    let error = #expect(throws: IntakeError.self) { try read(meaningless) }
    #expect(error?.errorClass == .undecodable)
  }

  @Test func `reads Cyrillic of one byte a letter`() throws {
    let original = "Сегодня утром в столице произошёл взрыв, погибли пять человек, сообщили власти."
    let bytes = original.unicodeScalars.map { scalar -> UInt8 in
      switch scalar.value {
      case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
      case 0x451: 0xB8
      default: UInt8(scalar.value)
      }
    }
    let extracted = try read(bytes)
    #expect(text(extracted) == original && extracted.charset == "windows-1251")
  }

  @Test(arguments: [
    [], [0x20, 0x0A], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x20, 0x00], Array("\u{A0}\u{200B}\u{FEFF}\n".utf8),
  ])
  func `refuses what holds nothing`(bytes: [UInt8]) {
    let error = #expect(throws: IntakeError.self) { try read(bytes) }
    #expect(error?.errorClass == .empty)
  }

  @Test func `refuses what is not text and names what it is`() throws {
    let pdf = #expect(throws: IntakeError.self) { try read(Array("%PDF-1.7\n%âãÏÓ".utf8)) }
    #expect(pdf?.errorClass == .binary)
    #expect(pdf?.sentence == "The file is a PDF file; text extraction of PDF is not supported by this version.")
    for bytes: [UInt8] in [
      [0x50, 0x4B, 0x03, 0x04, 0x14, 0], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("text\0text".utf8),
      Array("text\0tex".utf8),
      Array(0...255), (0..<999).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }, [1, 2, 3, 4, 5],
    ] {
      let error = #expect(throws: IntakeError.self) { try read(bytes) }
      #expect(error?.errorClass == .binary)
      #expect(error?.remedy.isEmpty == false)
    }
  }

  @Test func `refuses what is mostly no text in its charset`() {
    let lone = [UInt8](repeating: 0xD8, count: 400)
    let error = #expect(throws: IntakeError.self) { try read([0xFE, 0xFF] + lone) }
    #expect(error?.errorClass == .undecodable)
    #expect(error?.errorClass.rawValue == "undecodable")
  }

  @Test(arguments: [
    ("a.md", "text/markdown"), ("A.MD", "text/markdown"), ("x.markdown", "text/markdown"), ("a.txt", "text/plain"),
    ("md", "text/plain"), ("", "text/plain"),
  ])
  func `takes the kind of text from the name`(name: String, mediaType: String) throws {
    #expect(try read([0x61], name).mediaType == mediaType)
  }

  @Test func `gives valid UTF-8 for any bytes it accepts`() throws {
    var state: UInt64 = 42
    var (accepted, refused) = (0, 0)
    for _ in 0..<2000 {
      let bytes = (0..<24).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pool: [UInt8] = [0x61, 0x20, 0xC3, 0xA9, 0xE2, 0x80, 0x99, 0xF0, 0x9F, 0x87, 0xED, 0xFF, 0xE8, 0x2E]
        return pool[Int(state >> 33) % pool.count]
      }
      guard let extracted = try? read(bytes) else {
        refused += 1
        continue
      }
      accepted += 1
      #expect(String(validating: extracted.text, as: UTF8.self) != nil)
      #expect(!extracted.text.isEmpty)
    }
    // Many of either kind, or nothing was tried.
    #expect(accepted > 500 && refused > 50, "\(accepted) accepted, \(refused) refused")
  }
}
