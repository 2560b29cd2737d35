public import ICU

/// Mends, before a text is folded, what folding would make worse or leave broken: words cut at the end of a line, and an
/// accent typed for an apostrophe, which compatibility turns into a space and a mark (*L´esercito*).
///
/// Only what looks words up sees it; every offset leads back to the text as it came.
public struct ChannelMending {
  private let isKnown: ([UInt8]) throws(ICUError) -> Bool

  /// Makes one that asks whether a word is known, as it stands in the text, to tell a cut word from one with a hyphen of
  /// its own.
  public init(isKnown: @escaping ([UInt8]) throws(ICUError) -> Bool) { self.isKnown = isKnown }

  /// The text mended, with the way back; nil where nothing is to mend. Linear.
  public func mended(_ text: [UInt8]) throws(ICUError) -> (bytes: [UInt8], map: OffsetMap)? {
    guard text.contains(where: { $0 == 0x0A || $0 == 0xB4 }) else { return nil }
    var mended = MendedText(text)
    var failure: ICUError?
    text.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        switch buffer[index] {
        case 0x0A:
          do throws(ICUError) {
            if let cut = LineEndCut(at: index, in: buffer) { index = try mend(cut, in: buffer, &mended) }
          } catch { failure = error }
        case 0xB4 where index > 0 && buffer[index - 1] == 0xC2 && touchesLetter(index, in: buffer):
          mended.replace((index - 1)..<(index + 1), with: [UInt8(ascii: "'")])
        default: break
        }
        index += 1
      }
    }
    if let failure { throw failure }
    guard !mended.isUnchanged else { return nil }
    let map = mended.finish()
    return (mended.bytes, map)
  }

  private func touchesLetter(_ index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = index >= 2 ? text[index - 2] : 0x20
    let after = index + 1 < text.count ? text[index + 1] : 0x20
    return isLetter(before) || isLetter(after)
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) }

  /// Closes a cut, and returns where its last byte stands.
  ///
  /// "ar-⏎mate" is one word where the vocabulary knows it, or knows not both halves; else the hyphen was there before:
  /// "anti-⏎aircraft". Before a small word it belongs to a word that comes later: "pre-⏎and post-war".
  private func mend(
    _ cut: LineEndCut, in text: UnsafeBufferPointer<UInt8>, _ mended: inout MendedText
  ) throws(ICUError) -> Int {
    let last = cut.gap.upperBound - 1
    if cut.isSoft {
      mended.replace(cut.gap, with: [])
      return last
    }
    let head = Array(text[cut.head])
    let tail = Array(text[cut.tail])
    let isWhole = try isKnown(head + tail)
    let hasHead = try isKnown(head)
    let hasTail = try isKnown(tail)
    if isWhole || (!(hasHead && hasTail) && (cut.tail.count > 3 || cut.head.count < 3)) {
      mended.replace(cut.gap, with: [])
    } else if cut.tail.count > 3 {
      mended.replace(cut.gap, with: [UInt8(ascii: "-")])
    }
    return last
  }
}
