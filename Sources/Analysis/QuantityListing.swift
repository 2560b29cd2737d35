import DocumentModel
import ICU
import Lexicons
import Quantities
public import Rulesets
import Segmentation

extension Ruleset {
  /// The numbers, dates and lengths of time of each line of a text, one a line of the listing, with tabs between: which
  /// line, first code point and how many of them, kind, value, words. `number` comes for numbers inside others too.
  ///
  /// Each line is read as one sentence of `language`. Empty if the ruleset does not read that language.
  ///
  /// - Parameter day: what "today" means, as `2016-11-07`; without it, "yesterday" keeps its distance: `-P1D`.
  public func quantityListing(of text: [UInt8], language: String, day: String?) throws(AnalysisError) -> String {
    guard let words = quantityWords[language] else { return "" }
    var listing = ""
    for (number, slice) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let line = Array(slice)
      let tokens: [Token]
      do throws(ICUError) {
        let folded = try tokenizer.folded(line, vocabulary: vocabulary)
        tokens = try tokenizer.tokens(of: line, folded: folded, vocabulary: vocabulary)
      } catch {
        throw AnalysisError(
          step: .split, errorClass: "undecodable", message: "Line \(number + 1) is no UTF-8.",
          remedy: "Save the file as UTF-8.")
      }
      let reader = QuantityReader(
        words: words, text: line, tokens: tokens[...], today: day.flatMap { CalendarDay(text: $0) })
      let units = reader.quantities()
      let inner = reader.numbers().filter { number in
        !units.contains { $0.kind == number.kind && $0.span == number.span }
      }
      for quantity in (units + inner).sorted(by: { $0.span < $1.span }) {
        let start = Self.codePoints(line[..<quantity.span.start])
        let count = Self.codePoints(line[quantity.span.range])
        let words = String(decoding: line[quantity.span.range], as: UTF8.self)
        listing += "\(number + 1)\t\(start)\t\(count)\t\(quantity.kind)\t\(quantity.text)\t\(words)\n"
      }
    }
    return listing
  }

  private static func codePoints(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
