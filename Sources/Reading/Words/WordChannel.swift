import DocumentModel
import ICU
import Segmentation

/// A text as words are looked up in it: composed, and whole where a line end cut a word; with the way back.
struct WordChannel {
  let bytes: [UInt8]
  private let map: OffsetMap

  /// The text mended; nil where nothing is to mend, as nearly always.
  static func mended(_ text: [UInt8], forms: FormTable.Lookup) throws(ICUError) -> WordChannel? {
    var bytes = text
    var map: OffsetMap?
    // A mark that stands behind its letter: "e" and U+0300.
    if text.contains(where: { $0 == 0xCC || $0 == 0xCD }) {
      let composed = try Normalizer(.nfc).normalize(text)
      if !composed.map.isIdentity { (bytes, map) = (composed.bytes, composed.map) }
    }
    let mending = ChannelMending { (word) throws(ICUError) in forms.contains(FoldedWord.of(word)) }
    if let mended = try mending.mended(bytes) {
      bytes = mended.bytes
      map = map.map { $0.followed(by: mended.map) } ?? mended.map
    }
    return map.map { WordChannel(bytes: bytes, map: $0) }
  }

  /// Spans of the text as spans of what is read.
  func spans(_ spans: [TextSpan]) -> [TextSpan] {
    var cursor = OffsetMap.Cursor(map.inverted)
    return spans.map { span in
      let range = cursor.sourceRange(span.start, span.end)
      return TextSpan(range.lowerBound, range.upperBound)
    }
  }

  /// Gives words the spans of the text as it came; those that are spelled otherwise there keep what was read.
  func lead(_ found: inout ReadWords, backTo text: [UInt8]) {
    var cursor = OffsetMap.Cursor(map)
    for index in found.words.indices {
      let span = found.words[index].span
      let range = cursor.sourceRange(span.start, span.end)
      if !text[range].elementsEqual(bytes[span.range]) { found.mended[index] = Array(bytes[span.range]) }
      found.words[index].span = TextSpan(range.lowerBound, range.upperBound)
    }
  }
}
