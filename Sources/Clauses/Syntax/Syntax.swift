import DocumentModel
public import ICU
import Reading
import Synchronization

/// What syntax tells of the sentences of a document. A sentence is read when it is first asked for, and only once; what it is
/// read as does not hang on which others were. May be asked by many threads.
public final class Syntax: Sendable {
  /// What sentences are read from.
  struct Source: Sendable {
    var rooms: [String: ClauseLexicon]
    var text: [UInt8]
    var sentences: [(span: TextSpan, language: String)?]
    var names: [TextSpan]
    var isDue: @Sendable (Int) -> Bool
  }

  /// What was read so far, and the room in which the next sentence is.
  private struct Room {
    var asked: [Bool] = []
    var found: [SentenceSyntax?] = []
    var desks: [String: SyntaxDesk] = [:]
    var failure: ICUError?
  }

  private let source: Source?
  private let room = Mutex(Room())

  /// Of a document of which nothing is read.
  public init() { source = nil }

  init(_ source: Source) { self.source = source }

  /// The reading of a sentence; nil if it is not to be read. Costs time in proportion to its bytes the first time.
  public subscript(sentence: Int) -> SentenceSyntax? {
    guard let source, sentence < source.sentences.count else { return nil }
    return room.withLock { room in
      if room.asked.isEmpty {
        room.asked = [Bool](repeating: false, count: source.sentences.count)
        room.found = [SentenceSyntax?](repeating: nil, count: source.sentences.count)
      }
      guard !room.asked[sentence] else { return room.found[sentence] }
      room.asked[sentence] = true
      do throws(ICUError) {
        room.found[sentence] = try source.read(sentence, &room.desks)
      } catch {
        room.failure = error
      }
      return room.found[sentence]
    }
  }

  /// Why a sentence that was asked for could not be read: ICU had no memory.
  public var failure: ICUError? { source == nil ? nil : room.withLock { $0.failure } }
}

extension Syntax.Source {
  fileprivate func read(_ sentence: Int, _ desks: inout [String: SyntaxDesk]) throws(ICUError)
    -> SentenceSyntax?
  {
    guard let (_, language) = sentences[sentence], let lexicon = rooms[language], isDue(sentence)
    else { return nil }
    if desks[language] == nil {
      var last = 0
      let spans = sentences.map { sentence in
        let span = sentence?.span ?? TextSpan(last, last)
        last = span.end
        return span
      }
      desks[language] = try SyntaxDesk(lexicon, text, sentences: spans, names: names)
    }
    return desks[language]?.read(sentence, in: text)
  }
}
