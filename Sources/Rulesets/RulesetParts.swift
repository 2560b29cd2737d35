import Briefs
import Clauses
import Events
import Gazetteers
import Lexicons
import Quantities
import Reading
import Records
import Segmentation

/// What the builder has gathered.
struct RulesetParts {
  var vocabulary: Vocabulary
  var gazetteer: Gazetteer
  var nameCues: NameCues
  var lexicon: EventLexicon
  var syntax: SyntaxReader
  var lexiconFiles: LexiconFiles
  var quantityWords: [String: QuantityWords]
  var tokenizer: Tokenizer
  var abbreviations: [String: Abbreviations]
  var functionWords: [String: [String]]
  var phrasebook: Phrasebook
  var telling: TellingWords
  var transfer: TransferWords
  var masthead: MastheadWords
  var renderings: [any Rendering]
  var examples: [Example]
}
