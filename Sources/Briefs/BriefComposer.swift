public import DocumentModel
public import Events
public import Gazetteers

/// Composes the briefs of a document, one in each of the languages asked for.
///
/// In the report's language a brief is the report's own sentences; in another one it says what passes every gate and
/// quotes the rest. No clause stands without a sentence that it comes from.
public struct BriefComposer: Sendable {
  private let lexicon: EventLexicon
  private let gazetteer: Gazetteer
  private let phrasebook: Phrasebook
  private let telling: TellingWords
  private let transfer: TransferWords
  private let languages: [String]

  /// Makes a composer over the words of a ruleset.
  ///
  /// - Parameters:
  ///   - transfer: the words that clauses are carried over with.
  ///   - languages: the codes of the languages that briefs are written in.
  public init(
    lexicon: EventLexicon, gazetteer: Gazetteer, phrasebook: Phrasebook, telling: TellingWords,
    transfer: TransferWords, languages: [String]
  ) {
    self.transfer = transfer
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    self.phrasebook = phrasebook
    self.telling = telling
    self.languages = languages
  }

  /// The briefs, and the positions of the sentences that say most.
  ///
  /// - Parameters:
  ///   - keySentences: how many sentences to name at most.
  ///   - reread: reads a wording in a language by the same analysis; asked only for wordings that passed all other gates.
  public func compose(
    _ material: BriefMaterial, keySentences: Int, reread: (String, String) -> DocumentReading?
  ) -> Composed {
    let scene = Scene(
      lexicon: lexicon, gazetteer: gazetteer, phrasebook: phrasebook, telling: telling, transfer: transfer,
      material: material)
    let plan = BriefPlan(scene, keySentences: keySentences)
    return withoutActuallyEscaping(reread) { reread in
      let briefs = languages.map { code in
        let voice = Voices.voice(code, scene: scene)
        return (code: code, value: BriefBuilder(scene: scene, plan: plan, voice: voice, reread: reread).brief())
      }
      return Composed(
        briefs: ByLanguage(briefs), keySentences: plan.keySentences.map { SentenceIndex($0) },
        vouched: vouched(of: scene, plan),
        leftOut: Dictionary(uniqueKeysWithValues: plan.leftOut.map { (SentenceIndex($0.key), $0.value) }))
    }
  }

  /// The sentences of the briefs whose reading is vouched for.
  private func vouched(of scene: Scene, _ plan: BriefPlan) -> Set<SentenceIndex> {
    let reader = PassageReader(scene: scene)
    let told = plan.items.map(\.sentence).filter { !scene.frames(of: $0).isEmpty && reader.vouches(for: $0) }
    return Set(told.map { SentenceIndex($0) })
  }
}

/// The briefs of a document.
public struct Composed: Sendable {
  /// The briefs by their languages.
  public var briefs: ByLanguage<Brief>
  /// The sentences that say most, as positions, in the order of the text.
  public var keySentences: [SentenceIndex]
  /// The sentences of the briefs of which everything that was read stands up to the gates.
  public var vouched: Set<SentenceIndex>
  /// Why the other sentences, as positions, that might have been told are not.
  public var leftOut: [SentenceIndex: LeftOut]
}
