import ICU
import Testing

/// Random texts of scalars that normalizing treats in special ways.
@Suite struct OffsetMapProperties {
  private static let scalars: [Unicode.Scalar] =
    Array("aeAEiINKsS .0".unicodeScalars)
    + Array("éÉİıßẞﬁﬃﷺ½Ⅷ①ǅΣςΐᾴ한각ガﾞｶ각𝐀🇮🇹👩💻".unicodeScalars)
    + [
      "\u{300}", "\u{301}", "\u{307}", "\u{323}", "\u{345}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{FE0F}", "\u{34F}",
      "\u{212A}", "\u{2126}", "\u{A0}", "\u{0F73}", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{FEFF}", "\u{1D15E}",
      "\u{2F800}", "\u{FDFA}", "\u{0645}\u{064E}".unicodeScalars.first ?? "x", "\u{064E}", "\u{0640}", "\u{E0001}",
    ]

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static func texts(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var generator = Generator(state: seed)
    return (0..<count).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...14, using: &generator) {
        text.append(scalars.randomElement(using: &generator) ?? "a")
      }
      return Array(String(text).utf8)
    }
  }

  /// Offsets at which a scalar begins, and the end.
  private static func boundaries(of text: [UInt8]) -> [Int] {
    text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
  }

  @Test(arguments: [Normalizer.Form.nfc, .nfkcCasefold])
  func `keeps order, stays within the source, and covers it`(form: Normalizer.Form) throws {
    for text in Self.texts(3000, seed: 7) {
      let normalized = try Normalizer(form).normalize(text)
      let map = normalized.map
      let sources = (0...normalized.bytes.count).map { map.source(of: $0) }
      #expect(sources == sources.sorted())
      #expect(sources.last == text.count)
      #expect(sources.allSatisfy { (0...text.count).contains($0) })
      let starts = Set(Self.boundaries(of: text))
      for offset in Self.boundaries(of: normalized.bytes) { #expect(starts.contains(map.source(of: offset))) }
    }
  }

  @Test(arguments: [Normalizer.Form.nfc, .nfkcCasefold])
  func `makes of each source range the target that asked for it`(form: Normalizer.Form) throws {
    for text in Self.texts(3000, seed: 11) {
      let normalizer = Normalizer(form)
      let normalized = try normalizer.normalize(text)
      let boundaries = Self.boundaries(of: normalized.bytes)
      for (index, start) in boundaries.enumerated() {
        for end in boundaries[(index + 1)...] {
          let range = normalized.map.sourceRange(start, end)
          let again = try normalizer.normalize(text[range]).bytes
          let back = normalized.map.inverted.sourceRange(range.lowerBound, range.upperBound)
          #expect(again == Array(normalized.bytes[back]))
          #expect(back.lowerBound <= start && back.upperBound >= end)
        }
      }
    }
  }

  @Test func `answers the same from a cursor in any order`() throws {
    var generator = Generator(state: 5)
    for text in Self.texts(500, seed: 13) {
      let map = try Normalizer(.nfkcCasefold).normalize(text).map
      var cursor = OffsetMap.Cursor(map)
      for _ in 0..<20 {
        let start = Int.random(in: 0...map.targetCount, using: &generator)
        let end = Int.random(in: start...map.targetCount, using: &generator)
        #expect(cursor.source(of: start) == map.source(of: start))
        #expect(cursor.sourceRange(start, end) == map.sourceRange(start, end))
      }
    }
  }
}
