import DocumentModel
import ICU
import Reading

/// Where the sentences of one text that are in one language are read one by one, each in the room of the one before.
final class SyntaxDesk {
  private let lexicon: ClauseLexicon
  private let source: WordSource
  private var words = ReadWords()
  private var sentence: Sentence

  init(
    _ lexicon: ClauseLexicon, _ text: [UInt8], sentences: [TextSpan], names: [TextSpan]
  ) throws(ICUError) {
    self.lexicon = lexicon
    source = try WordSource(lexicon.words, text, sentences: sentences, names: names)
    sentence = Sentence(lexicon, text: UnsafeBufferPointer(start: nil, count: 0))
  }

  /// The syntax of a sentence; nil if it has no words.
  func read(_ number: Int, in text: [UInt8]) -> SentenceSyntax? {
    source.read(number, into: &words)
    guard let range = words.sentences.first else { return nil }
    text.withUnsafeBufferPointer { text in
      sentence.text = text
      sentence.read(words, range)
      sentence.text = UnsafeBufferPointer(start: nil, count: 0)
    }
    return sentence.words.isEmpty ? nil : SentenceSyntax(sentence, words, lexicon)
  }
}
