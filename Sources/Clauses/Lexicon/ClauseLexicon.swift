public import DocumentModel
import Languages
import Lexicons
public import Reading

/// All that the reader of clauses knows of a language: the traits of its closed classes, what its verbs take, what its
/// nouns are. Made once, then only read.
public final class ClauseLexicon: Sendable {
  /// What is known of a row of the lexicon.
  struct Row: Sendable, Hashable {
    var traits: WordTraits = []
    var frames: VerbFrames = []
    var noun: NounClass = .other
    /// The particles that it has as one verb, a bit each.
    var particles: UInt32 = 0
    /// The parts of what is written together, by the numbers of their forms: "di" and "il" of "della"; 0 for most rows.
    var first: UInt16 = 0
    var second: UInt16 = 0
  }

  /// Which words these are.
  public let words: WordLexicon
  let grammar: Grammar
  /// What rows may be; the first is a word of which nothing is known.
  private let kinds: [Row]
  /// For each row which of them it is: some hundreds are for all words.
  private let kindOfRow: [UInt32]
  let forms: FormNumbers
  let formTraits: [WordTraits]
  let fixed: FixedPhrases
  private let particles: [UInt16]
  /// What its words govern.
  let governing: GoverningIndex

  /// Reads what the files of a lexicon say of clauses. Throws with file and line where a row cannot be read.
  ///
  /// - Parameter senses: what the files say of senses, for all languages the same.
  public init(files: LexiconFiles, words: WordLexicon, senses: SenseKinds) throws(RuleError) {
    self.words = words
    var forms = FormNumbers()
    var fixed = FixedPhrases()
    var particles: [UInt16] = []
    grammar = Languages.grammar(of: words.language)
    // "rsi=re": a dictionary form with a pronoun, and the one without.
    var endings: [(with: [UInt8], without: [UInt8])] = []
    var lemmas: [LemmaHash: (traits: WordTraits, frames: VerbFrames)] = [:]
    var traits: [UInt16: WordTraits] = [:]
    for file in files.files where file.name == "clauses.\(words.language).tsv" {
      let table = try Table(file: file.name, bytes: file.bytes, columns: ["what", "words"])
      for row in table.rows {
        let name = row[0]
        if name == "pronominal" {
          for pair in row.list(1) {
            let parts = pair.split(separator: "=").map { Array($0.utf8) }
            if parts.count == 2 { endings.append((parts[0], parts[1])) }
          }
          continue
        }
        if let kind = FixedPhrases.Kind(name: name) {
          for phrase in row.list(1) {
            var numbers: [UInt16] = []
            for word in Self.parts(of: phrase) { numbers.append(forms.add(word)) }
            fixed.add(numbers, kind)
          }
          continue
        }
        guard let trait = WordTraits.byName[name.hasPrefix("@") ? String(name.dropFirst()) : name] else {
          throw table.error(
            at: row, "“\(name)” is no trait of a word",
            remedy:
              "Write prep, sub, adv, cc, pronominal or one of \(WordTraits.byName.keys.sorted().joined(separator: ", "))"
          )
        }
        for word in row.list(1) {
          if name.hasPrefix("@") {
            lemmas[LemmaHash(word.utf8), default: ([], [])].traits.formUnion(trait)
          } else {
            traits[forms.add(Array(word.utf8)), default: []].formUnion(trait)
          }
        }
      }
    }
    for (form, trait) in traits.sorted(by: { $0.key < $1.key }) where trait.contains(.particle) && particles.count < 32
    {
      particles.append(form)
    }
    var phrasal: [LemmaHash: UInt32] = [:]
    let (bits, numbers) = (particles, forms)
    let classes = senses.kinds
    governing = GoverningIndex(senses.governing, senses: senses.ids, words: words)
    words.forms.forEachWord { _, lemma, sense in
      guard let sense, sense < classes.count, case .verb(let frame) = classes[sense] else { return }
      if lemma.contains(0x20) {
        let parts = lemma.split(separator: 0x20)
        if parts.count == 2, let bit = bits.firstIndex(of: numbers.number(of: Array(parts[1]))) {
          phrasal[LemmaHash(parts[0]), default: 0] |= 1 << UInt32(bit)
        }
      }
      lemmas[LemmaHash(lemma), default: ([], [])].frames.formUnion(frame)
    }
    // Parts that are named nowhere else must have numbers too.
    var contracted: [(row: Int, first: [UInt8], second: [UInt8])] = []
    var found = [Row](repeating: Row(), count: words.forms.rowCount)
    words.forms.forEachWord { row, lemma, sense in
      let hash = LemmaHash(lemma)
      if let known = lemmas[hash] {
        found[row].traits = known.traits
        found[row].frames = known.frames
      }
      if let known = phrasal[hash] { found[row].particles = known }
      // "dare" may stand in the tables as "darsi alla macchia": it takes what "dare" takes.
      Self.forEachBase(of: lemma, endings) { base in
        if let known = lemmas[base] {
          if lemma.contains(0x20) { found[row].frames = [] }
          found[row].traits.formUnion(known.traits)
          found[row].frames.formUnion(known.frames)
        }
        if let known = phrasal[base] { found[row].particles |= known }
      }
      if let sense, sense < classes.count, case .noun(let noun) = classes[sense] {
        found[row].noun = noun
      }
      guard lemma.contains(UInt8(ascii: "+")) else { return }
      let parts = lemma.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
      if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
        contracted.append((row, Array(parts[0]), Array(parts[1])))
        if let known = lemmas[LemmaHash(parts[0])] {
          found[row].traits = known.traits
          found[row].frames = known.frames
        }
      }
    }
    for (row, first, second) in contracted {
      found[row].first = forms.add(first)
      found[row].second = forms.add(second)
    }
    (kinds, kindOfRow) = Self.shared(found)
    formTraits = (0..<forms.count).map { traits[UInt16($0)] ?? [] }
    fixed.index(formCount: forms.count)
    self.fixed = fixed
    self.forms = forms
    self.particles = particles
  }

  /// What is known of a row; nothing of a word that the lexicon does not have.
  func row(_ row: Int?) -> Row {
    guard let row, row < kindOfRow.count else { return kinds[0] }
    return kinds[Int(kindOfRow[row])]
  }

  /// Each row once, and for each row which it is.
  private static func shared(_ rows: [Row]) -> (kinds: [Row], kindOfRow: [UInt32]) {
    var kinds = [Row()]
    var numbers: [Row: UInt32] = [Row(): 0]
    let kindOfRow = rows.map { row in
      if let known = numbers[row] { return known }
      let number = UInt32(kinds.count)
      numbers[row] = number
      kinds.append(row)
      return number
    }
    return (kinds, kindOfRow)
  }

  /// The bit of a particle by the number of its form; 0 for another word.
  func particle(_ form: UInt16) -> UInt32 {
    guard form > 0, let bit = particles.firstIndex(of: form) else { return 0 }
    return 1 << UInt32(bit)
  }

  /// Calls with the verbs of one word that a dictionary form of several words, or one with a pronoun, is made of.
  private static func forEachBase(
    of lemma: UnsafeRawBufferPointer, _ endings: [(with: [UInt8], without: [UInt8])],
    _ body: (LemmaHash) -> Void
  ) {
    let first = lemma.prefix { $0 != 0x20 }
    if first.count < lemma.count { body(LemmaHash(first)) }
    for ending in endings
    where first.count > ending.with.count
      && first.suffix(ending.with.count).elementsEqual(ending.with)
    {
      var base = LemmaHash(first.dropLast(ending.with.count))
      base.add(ending.without)
      body(base)
    }
  }

  /// "in base a", "all'indomani di"
  private static func parts(of phrase: String) -> [[UInt8]] {
    phrase.split(separator: " ").flatMap { word -> [[UInt8]] in
      guard let apostrophe = word.firstIndex(of: "'"), apostrophe != word.startIndex else { return [Array(word.utf8)] }
      let next = word.index(after: apostrophe)
      guard next < word.endIndex else { return [Array(word.utf8)] }
      return [Array(word[..<next].utf8), Array(word[next...].utf8)]
    }
  }
}
