import Clauses
import DocumentModel
import Events
import Lexicons

/// Carries a sentence over into another language part by part: what syntax read of it becomes an abstract clause, which the
/// other language says. It is told only if every word had its function, and the words read again tell the same events.
struct Transferring {
  let words: OtherWords
  private var scene: Scene { words.scene }

  /// So many ways to take the words of events are tried.
  private static let mostAttempts = 12

  /// The sentence in the other language; throws what stands against it.
  func clause(
    of sentence: Int, role: ClauseRole, _ said: inout Said
  ) throws(ClauseAbstraction.Untransferable) -> Clause {
    var attempt = 0
    while true {
      // Most sentences of general news tell no event: their clauses need not be read for this.
      guard scene.material.sentences[sentence].language != words.voice.code, let passage = passage(of: sentence),
        var abstraction = ClauseAbstraction(scene, sentence, attempt: attempt)
      else { throw ClauseAbstraction.Untransferable(reason: "no event, a part that is open, or no words for it") }
      do throws(ClauseAbstraction.Untransferable) {
        let clause = try abstraction.sentenceClause()
        return try worded(clause, passage, role, &said)
      } catch {
        attempt += 1
        if attempt >= min(abstraction.ways, Self.mostAttempts) { throw error }
      }
    }
  }

  /// The clause in the other language, if the words read again tell the same events.
  private func worded(
    _ clause: AbstractClause, _ passage: Passage, _ role: ClauseRole, _ said: inout Said
  ) throws(ClauseAbstraction.Untransferable) -> Clause {
    var state = said
    state.added = []
    guard let grammar = words.voice as? any ClauseGrammar, let lexicon = scene.transfer.lexicon,
      let text = ClauseRealizer(grammar, lexicon).sentence(clause, &state)
    else { throw ClauseAbstraction.Untransferable(reason: "a word or a form of it is wanting") }
    var passage = passage
    let worded = words.clause(
      Self.punctuated(text), role, passage.sentence, passage.frames.compactMap { scene.event(of: $0) }.unique,
      state.added, means: .transferred)
    passage.wording = worded.text
    do throws(Shut) {
      // Every number and name is a leaf of the clause, so that none is lost.
      try RereadGate(reading: words.reread(passage.wording, words.voice.code)).check(passage, scene)
    } catch {
      throw ClauseAbstraction.Untransferable(reason: "“\(worded.text)” \(error.gate.rawValue) \(error.detail)")
    }
    said = state
    return worded
  }

  /// The events of the sentence, each for itself: all of them must be found again.
  private func passage(of sentence: Int) -> Passage? {
    let frames = scene.frames(of: sentence).map { scene.frames[$0] }
    guard !frames.isEmpty, let account = scene.material.reading.accounts[sentence] else { return nil }
    let told = frames.map { frame in
      var own = frame
      own.casualties.removeAll { $0.sentence != frame.sentence }
      return Passage.Telling(frame: own, within: [])
    }
    return Passage(sentence: sentence, told: told, account: account)
  }

  /// What an apposition or a relative clause ends with is no comma before another mark or at the end.
  private static func punctuated(_ text: String) -> String {
    var words = text.replacing(",,", with: ",")
    while words.last == "," || words.last == " " { words.removeLast() }
    return words
  }
}

extension Scene {
  /// The people whose adjective stands in a stretch of text, as a position in the lexicon.
  func demonym(at span: TextSpan, _ language: String) -> Int? {
    var (low, high) = (0, material.tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(material.tokens[middle].start) < span.start { low = middle + 1 } else { high = middle }
    }
    guard low < material.tokens.count, Int(material.tokens[low].start) == span.start else { return nil }
    return lexicon.people(material.tokens[low].word, language: language)
  }
}
