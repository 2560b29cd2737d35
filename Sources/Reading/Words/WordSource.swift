public import DocumentModel
public import ICU

/// The words of the sentences of one text by one lexicon, read when they are asked for. What ``WordReader`` reads of a whole
/// text it reads of each sentence.
///
/// To make one costs a look at the bytes of the text; a sentence costs time in proportion to its bytes.
public struct WordSource: Sendable {
  private let lexicon: WordLexicon
  private let text: [UInt8]
  private let sentences: [TextSpan]
  private let names: [TextSpan]
  /// For each name how far it or any before it reaches, which only grows.
  private let reaches: [Int]
  /// The text mended, where anything in it is to mend.
  private let channel: WordChannel?

  /// Takes a text.
  ///
  /// - Parameters:
  ///   - sentences: all sentences that may be asked for, in the order of the text.
  ///   - names: the mentions of known names, in the order of the text.
  /// - Throws: ``ICUError`` if ICU has no memory.
  public init(
    _ lexicon: WordLexicon, _ text: [UInt8], sentences: [TextSpan], names: [TextSpan]
  ) throws(ICUError) {
    self.lexicon = lexicon
    self.text = text
    channel = try lexicon.forms.withLookup { (forms) throws(ICUError) in
      try WordChannel.mended(text, forms: forms)
    }
    self.sentences = channel?.spans(sentences) ?? sentences
    self.names = channel?.spans(names) ?? names
    var farthest = 0
    reaches = self.names.map { name in
      farthest = max(farthest, name.end)
      return farthest
    }
  }

  /// Reads the words of a sentence into `found`, in the place of what was there; their spans are those of the text as it
  /// came.
  public func read(_ sentence: Int, into found: inout ReadWords) {
    found.clear()
    let span = sentences[sentence]
    let bytes = channel?.bytes ?? text
    lexicon.forms.withLookup { forms in
      bytes.withUnsafeBufferPointer { bytes in
        var pass = WordPass(
          lexicon: lexicon, forms: forms, text: bytes, names: names, isCaseless: false,
          firstName: firstName(at: span))
        swap(&pass.found, &found)
        pass.readWhole(span)
        swap(&pass.found, &found)
      }
    }
    channel?.lead(&found, backTo: text)
  }

  /// The first name that ends behind the beginning of a sentence.
  private func firstName(at sentence: TextSpan) -> Int {
    var (low, high) = (0, reaches.count)
    while low < high {
      let middle = (low + high) / 2
      if reaches[middle] > sentence.start { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
