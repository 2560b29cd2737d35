import DocumentModel

/// What a sentence shows of itself to somebody who must choose among sentences: how it opens, whether it leans on the
/// one before, what it speaks of. Read from its tokens, so every sentence has them, whatever was understood of it; syntax
/// is asked where they leave it open.
final class SentenceTraits {
  /// A definite noun that takes up something told before: "the attack".
  struct Anaphor {
    var noun: UInt64
    /// Whether everybody knows which one is meant, if none was told of: "the army".
    var isCommon: Bool
  }

  /// Its words.
  var wordCount = 0
  /// What stands at its head.
  var opening = TellingWords.Marks()
  /// What stands anywhere in it.
  var marks = TellingWords.Marks()
  /// Where it goes on behind a connective that may be cut.
  var behindConnective: Int?
  /// Whether a word near its head leans on what came before: "poi", "also".
  var leansEarly = false
  /// Whether its subject is missing, as its words or its syntax show: "Ha poi aggiunto …".
  var lacksSubject: Bool {
    get { showsNoSubject || syntax?.lacksSubject ?? false }
    set { showsNoSubject = newValue }
  }
  private var showsNoSubject = false
  /// Whether it begins inside a quotation, and whether it leaves one open.
  var beginsQuoted = false
  var endsQuoted = false
  /// Whether it is a question or an outcry.
  var isQuestion = false
  /// Whether it names a year other than the report's own.
  var namesYear = false
  /// Whether it begins with one: "Nel 2012 …".
  var opensWithYear = false
  /// The words that say something, folded and cut to their first letters.
  var content: [UInt64] = []
  /// The figures in digits.
  var figures: [UInt64] = []
  /// The definite nouns that take up something told before: "the attack".
  var anaphors: [Anaphor] = []
  /// The nouns that it brings in: "a pistol", "una pistola".
  var newNouns: [UInt64] = []
  /// Whether it brings in somebody: "a student", "un 26enne".
  var bringsPerson = false
  /// Whether it speaks of somebody who was brought in before: "the man", "il 26enne".
  var takesPerson = false
  /// The nouns that it takes for known: "the pistol", "la pistola".
  var knownNouns: [UInt64] = []
  /// Whether it is names and nothing else, as captions are: "Gary Mason and Ann Mowder."
  var isNames = false
  /// Whether it holds a quotation.
  var hasQuote = false
  /// The people it names by two names, by the first and the last of them: "Musa Bello", "Lee Min-ho".
  var introduced: [UInt64] = []
  /// The names that stand alone: "Bello".
  var bareNames: [UInt64] = []
  /// Whether its first helping verb looks back: "Il ragazzo aveva fatto la denuncia".
  var looksBack = false
  /// Whether it has an article or a number in words, which titles do without.
  var hasArticle = false
  /// Whether it has a finite verb of its own, as far as its words or its syntax show.
  var hasVerb: Bool {
    get { showsVerb || syntax?.hasVerb ?? false }
    set { showsVerb = newValue }
  }
  private var showsVerb = false
  /// What syntax is sure of, asked where the words leave it open.
  var syntax: SyntaxTraits?
  /// Whether a relative clause opens before any verb: "A disappointment to those who had …".
  var opensRelative = false
  /// Whether it takes up what the sentence before told, from anywhere in it.
  var takesUp: Bool { marks.contains(.takesUp) || marks.contains(.demonstrative) && syntax?.pointsAt ?? false }
  /// Whether it tells of what was before, and not only of whom or when: "… un uomo che da anni viveva in paese".
  var tellsBackground: Bool {
    marks.contains(.background) && !(!backgrounds.isEmpty && syntax?.areAside(backgrounds) ?? false)
  }
  /// Its helping verbs, and others that the tables know.
  var verbs: [TextSpan] = []
  /// The words that tell of what was before.
  var backgrounds: [TextSpan] = []
  /// Whether no finite verb was found by syntax either: "Subito, in via Verdi, poi in via Rossi."
  var isVerbless: Bool { !hasVerb && news.isEmpty && syntax?.isVerbless ?? false }
  /// The words that count harm or say how it ended.
  var news: [TextSpan] = []
  /// A party's words for its enemy, outside quotations.
  var loaded: [TextSpan] = []
  /// Whether it turns against what was said within its first words: "He instead held his breath".
  var turnsEarly = false
  /// Where its subject begins behind phrases of time, place or manner at its head, if that shows.
  var subjectStart: Int?
  /// Where its subject begins behind the verb that it opens with: "Sono stati uccisi tre soldati".
  var subjectBehind: Int?
  /// The noun behind the article that it opens with, where nothing says which one is meant: "The items were valued at …".
  var openingNoun: UInt64?
  /// The noun behind a definite article that it opens with, "The diplomats must leave", unless everybody knows them.
  var opensWithKnown: UInt64?
  /// Whether it opens with somebody who acts on a case already told: "A federal judge".
  var opensWithAuthority = false
  /// Whether it begins with a quotation mark.
  var opensQuote = false
  /// Whether it is a quotation and nothing else, so that another sentence says who speaks.
  var isBareQuote = false
  /// Whether it begins with a source that is spoken of as known: "The defence source said".
  var opensWithKnownSource = false
  /// Whether it ends in a colon and so wants what follows.
  var wantsNext = false
  /// Whether it speaks of somebody by a pronoun whom it has not named: "The severity of her injuries".
  var borrows = false
  /// Whether somebody speaks in it whom only the sentence before names: "…, he added", "…», ha aggiunto".
  var hidesSpeaker = false

  /// Whether it counts harm, says how something ended, or what was done.
  var saysNews: Bool { !marks.isDisjoint(with: [.outcome, .toll, .deed, .otherSide, .cleared]) }

  /// Whether it cannot stand without the sentence before it.
  var leans: Bool {
    if opening.contains(.plain) { return beginsQuoted || hidesSpeaker || borrows }
    return beginsQuoted || isBareQuote || opensWithKnownSource || leansEarly || hidesSpeaker
      || borrows
      || !opening.isDisjoint(with: Self.leaning) || lacksSubject
      || syntax?.opensWithPronoun ?? false
  }

  /// Whether its first words take up somebody or something told before it.
  var refersBack: Bool {
    !opening.contains(.plain)
      && (!opening.isDisjoint(with: [.pronoun, .connectiveKeep, .reportsBack]) || lacksSubject
        || syntax?.opensWithPronoun ?? false)
  }

  /// Whether it is a noun with what is said of it: "A huge disappointment to the prosecution.", "Clashes that killed
  /// nine." That the tables know no verb in it is not enough: "Herds of camels drink at dawn."
  var isFragment: Bool { (opening.contains(.indefinite) || opensRelative) && !hasVerb }

  private static let leaning: TellingWords.Marks = [
    .pronoun, .connectiveKeep, .anaphoricNoun, .reportsBack, .pointsBack, .adversative,
  ]

  /// The share of the other's content words that this one has too.
  func overlap(with other: Set<UInt64>) -> Double {
    other.isEmpty ? 0 : Double(content.count { other.contains($0) }) / Double(other.count)
  }
}
