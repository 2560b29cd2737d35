import ICU
import Testing

@Suite struct NormalizerTests {
  private func pieces(_ source: String, _ form: Normalizer.Form) throws -> (String, Normalizer.Normalized) {
    let normalized = try Normalizer(form).normalize(Array(source.utf8))
    return (String(decoding: normalized.bytes, as: UTF8.self), normalized)
  }

  /// What the source says where the target says `word`.
  private func source(of word: String, in text: String, _ form: Normalizer.Form) throws -> String? {
    let normalized = try Normalizer(form).normalize(Array(text.utf8))
    guard let range = normalized.bytes.firstRange(of: Array(word.utf8)) else { return nil }
    let span = normalized.map.sourceRange(range.lowerBound, range.upperBound)
    return String(decoding: Array(text.utf8)[span], as: UTF8.self)
  }

  @Test func `composes decomposed accents and finds them again`() throws {
    let (text, normalized) = try pieces("perche\u{301} no", .nfc)
    #expect(Array(text.utf8) == Array("perché no".utf8))
    #expect(normalized.map.sourceRange(5, 7) == 5..<8)
    #expect(normalized.map.sourceRange(8, 10) == 9..<11)
  }

  @Test func `hands the same bytes back when nothing changes`() throws {
    for text in ["", "plain ascii", "già così, perché"] {
      let (same, normalized) = try pieces(text, .nfc)
      #expect(Array(same.utf8) == Array(text.utf8))
      #expect(normalized.map.isIdentity)
    }
  }

  @Test func `needs no change in the map for capital letters`() throws {
    let (text, normalized) = try pieces("ROMA È LONTANA", .nfkcCasefold)
    #expect(text == "roma è lontana")
    #expect(normalized.map.isIdentity)
  }

  @Test(arguments: [
    ("İstanbul'da", "i\u{307}stanbul", "İstanbul"), ("die Straße!", "strasse", "Straße"),
    ("dice ﷺ e va", "صلى الله عليه وسلم", "ﷺ"), ("300 \u{212A} caldi", "k", "\u{212A}"),
    ("una ﬁne", "fine", "ﬁne"), ("caffe\u{300} nero", "caffè", "caffe\u{300}"),
    ("l'I\u{AD}sis a Gao", "isis", "I\u{AD}sis"), ("l'\u{AD}Isis\u{AD} a Gao", "isis", "Isis"),
    ("a\u{200D}b c", "ab", "a\u{200D}b"), ("uno½due", "uno1\u{2044}2due", "uno½due"), ("Ⅷ Armata", "viii", "Ⅷ"),
    ("①②③", "2", "②"), ("\u{FEFF}Gao", "gao", "Gao"), ("ẞ", "s", "ẞ"), ("ｶﾞ", "ガ", "ｶﾞ"), ("한", "한", "한"),
  ])
  func `finds what a folded word was made from`(text: String, folded: String, expected: String) throws {
    let found = try source(of: folded, in: text, .nfkcCasefold)
    #expect(found.map { Array($0.utf8) } == Array(expected.utf8))
  }

  @Test func `covers the whole piece when a range begins or ends within it`() throws {
    let normalized = try Normalizer(.nfkcCasefold).normalize(Array("aﬃb".utf8))
    #expect(String(decoding: normalized.bytes, as: UTF8.self) == "affib")
    #expect(normalized.map.sourceRange(2, 3) == 1..<4)
    #expect(normalized.map.sourceRange(0, 2) == 0..<4)
    #expect(normalized.map.sourceRange(3, 5) == 1..<5)
  }

  @Test func `goes back and forth over deletions`() throws {
    let normalized = try Normalizer(.nfkcCasefold).normalize(Array("\u{AD}a\u{AD}b\u{AD}".utf8))
    let map = normalized.map
    #expect(normalized.bytes == Array("ab".utf8))
    #expect([0, 1, 2].map { map.source(of: $0) } == [2, 5, 8])
    #expect(map.sourceRange(0, 1) == 2..<3)
    #expect(map.sourceRange(0, 2) == 2..<6)
    #expect(map.sourceRange(1, 1) == 5..<5)
    #expect(map.inverted.sourceRange(0, 8) == 0..<2)
    #expect(map.inverted.sourceRange(2, 3) == 0..<1)
  }

  @Test func `normalizes part of a text with offsets from the start of the part`() throws {
    let text = Array("xx caffe\u{300}".utf8)
    let normalized = try Normalizer(.nfc).normalize(text[3...])
    #expect(normalized.bytes == Array("caffè".utf8))
    #expect(normalized.map.sourceCount == 7)
    #expect(normalized.map.sourceRange(4, 6) == 4..<7)
    #expect(try Normalizer(.nfc).normalize(text[..<2]).bytes == Array("xx".utf8))
  }

  @Test func `passes bytes that are not UTF-8 through`() throws {
    let bytes: [UInt8] = [0x41, 0xFF, 0x42, 0xC3]
    let normalized = try Normalizer(.nfkcCasefold).normalize(bytes)
    #expect(normalized.map.sourceCount == 4)
    #expect(normalized.map.source(of: normalized.bytes.count) == 4)
  }
}
