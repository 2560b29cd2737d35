public import DocumentModel
public import Events
public import Gazetteers

/// Composes the Italian and the English brief of a document from its frames.
///
/// A brief is generated, never translated: what the frames carry is said in both languages, what they do not carry is
/// quoted in its own. No clause stands without a sentence that it comes from.
public struct BriefComposer: Sendable {
  private let lexicon: EventLexicon
  private let gazetteer: Gazetteer
  private let phrasebook: Phrasebook

  /// Makes a composer over the words of a ruleset.
  public init(lexicon: EventLexicon, gazetteer: Gazetteer, phrasebook: Phrasebook) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    self.phrasebook = phrasebook
  }

  /// Both briefs, and the positions of the sentences that say most.
  public func compose(_ material: BriefMaterial) -> (it: Brief, en: Brief, keySentences: [Int]) {
    let scene = Scene(lexicon: lexicon, gazetteer: gazetteer, phrasebook: phrasebook, material: material)
    let plan = BriefPlan(scene)
    let italian = BriefBuilder(scene: scene, plan: plan, voice: .italian(Italian(scene: scene))).brief()
    let english = BriefBuilder(scene: scene, plan: plan, voice: .english(English(scene: scene))).brief()
    return (italian, english, plan.keySentences)
  }
}
