import DocumentModel
import Foundation
import Gazetteers
import ICU
import Testing

/// The compiled matcher against one of a few lines, over texts of letters that are easily got wrong.
///
/// `DISPACCIO_FUZZ` says how many texts; the nightly part takes a million.
@Suite struct NaiveMatchingTests {
  private static let letters = [
    "a", "B", "i", "İ", "ı", "ß", "ẞ", "e\u{301}", "é", "É", "ﬁ", "Ǆ", "ﷺ", "م", "ح", "\u{200D}", "\u{200E}",
    "\u{FEFF}",
    "𝐀", "𐐀", "Σ", "ς", "щ", "Ё", "ק", "한", "1", "٣", "\u{327}", "ﬀ", "Å", "Ⅷ",
  ]
  private static let gaps = [" ", " ", " ", "-", ", ", "\n", ". ", "\u{A0}", "; ", " – "]

  private struct Word {
    var start: Int
    var end: Int
    var folded: [UInt8]
    /// Whether a name may run from the word before into this one.
    var isJoined: Bool
  }

  /// Words between gaps, each folded by ICU as a whole.
  private static func text(_ random: inout SteadyRandom) throws -> (bytes: [UInt8], words: [Word]) {
    var bytes: [UInt8] = []
    var words: [Word] = []
    var isJoined = false
    for _ in 0..<Int(random.next() % 12 + 1) {
      var word = ""
      for _ in 0..<Int(random.next() % 3 + 1) { word += letters[Int(random.next() % UInt64(letters.count))] }
      let folded = try fold(Array(word.utf8))
      // Joiners alone are no word, and what they do between gaps is nobody's rule.
      guard !folded.isEmpty else { continue }
      let start = bytes.count
      bytes += Array(word.utf8)
      let gap = gaps[Int(random.next() % UInt64(gaps.count))]
      words.append(Word(start: start, end: bytes.count, folded: folded, isJoined: isJoined))
      isJoined = [" ", "-", "\n", ". ", "\u{A0}"].contains(gap)
      bytes += Array(gap.utf8)
    }
    return (bytes, words)
  }

  private static func fold(_ word: [UInt8]) throws -> [UInt8] {
    // What the table of letters does letter by letter, ICU does to the whole.
    try MarkStripper().strip(try Normalizer(.nfkcCasefold).normalize(word).bytes)
  }

  @Test func `finds what a naive matcher finds`() throws {
    let count = ProcessInfo.processInfo.environment["DISPACCIO_FUZZ"].flatMap { Int($0) } ?? 300
    var random = SteadyRandom(seed: 2026)
    var compared = 0
    for _ in 0..<(count / 20) {
      // Names are runs of words of some texts; the other texts hold them by chance.
      var texts: [(bytes: [UInt8], words: [Word])] = []
      for _ in 0..<20 { texts.append(try Self.text(&random)) }
      var names: Set<[[UInt8]]> = []
      var compiler = try GazetteerCompiler(elisions: [], articles: []) { _, _ in nil }
      for text in texts where text.words.count > 2 {
        let first = Int(random.next() % UInt64(text.words.count - 1))
        var last = first
        while last + 1 < text.words.count, last < first + 2, text.words[last + 1].isJoined { last += 1 }
        names.insert(text.words[first...last].map(\.folded))
        compiler.add(name: Array(text.bytes[text.words[first].start..<text.words[last].end]))
      }
      let gazetteer = try #require(Gazetteer(compiler.image(source: []).bytes))
      for text in texts {
        let found = gazetteer.matches(
          in: text.bytes, sentences: [(TextSpan(0, text.bytes.count), "")], isOrdinary: { _ in false })
        let expected = Self.naive(text.words, names)
        let spans = found.map(\.match.span)
        #expect(spans.map { Self.trimmed($0, text.bytes) } == expected.map { Self.trimmed($0, text.bytes) })
        compared += expected.count
      }
    }
    #expect(compared > count / 4)
  }

  private static func naive(_ words: [Word], _ names: Set<[[UInt8]]>) -> [TextSpan] {
    var found: [TextSpan] = []
    var at = 0
    while at < words.count {
      var best: Int?
      for end in at..<min(words.count, at + 3) {
        if end > at, !words[end].isJoined { break }
        if names.contains(words[at...end].map(\.folded)) { best = end }
      }
      if let best {
        found.append(TextSpan(words[at].start, words[best].end))
        at = best + 1
      } else {
        at += 1
      }
    }
    return found
  }

  /// Joiners and marks of direction at the ends belong to nobody.
  private static func trimmed(_ span: TextSpan, _ text: [UInt8]) -> String {
    let scalars = String(decoding: text[span.range], as: UTF8.self).unicodeScalars
    let inner = scalars.drop { ["\u{200D}", "\u{200E}", "\u{FEFF}", "\u{327}"].contains($0) }
    let whole = inner.reversed().drop { ["\u{200D}", "\u{200E}", "\u{FEFF}"].contains($0) }.reversed()
    return String(String.UnicodeScalarView(whole))
  }
}
