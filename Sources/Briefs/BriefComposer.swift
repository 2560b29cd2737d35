public import DocumentModel
public import Events
public import Gazetteers

/// Composes the Italian and the English brief of a document.
public struct BriefComposer: Sendable {
  let lexicon: EventLexicon
  let gazetteer: Gazetteer
  let phrasebook: Phrasebook

  /// Makes a composer.
  public init(lexicon: EventLexicon, gazetteer: Gazetteer, phrasebook: Phrasebook) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    self.phrasebook = phrasebook
  }

  /// Both briefs and the positions of the key sentences.
  public func compose(_ material: BriefMaterial) -> (it: Brief, en: Brief, keySentences: [Int]) {
    let empty = Brief(headline: "", headlineSentences: [], clauses: [])
    return (empty, empty, [])
  }
}
