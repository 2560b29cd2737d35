public import DocumentModel
import Languages
import Lexicons
public import Reading

/// All that the reader of clauses knows of a language: the traits of its closed classes, what its verbs take, what its
/// nouns are. Made once, then only read.
public struct ClauseLexicon: Sendable {
  /// What is known of a row of the lexicon.
  struct Row: Sendable {
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
  private(set) var rows: [Row] = []
  private(set) var forms = FormNumbers()
  private(set) var formTraits: [WordTraits] = []
  private(set) var fixed = FixedPhrases()
  private var particles: [UInt16] = []
  /// What its words govern.
  private(set) var governing = GoverningIndex()

  /// Reads what the files of a lexicon say of clauses. Throws with file and line where a row cannot be read.
  public init(files: LexiconFiles, words: WordLexicon) throws(RuleError) {
    self.words = words
    grammar = Languages.grammar(of: words.language)
    // "rsi=re": a dictionary form with a pronoun, and the one without.
    var endings: [(with: [UInt8], without: [UInt8])] = []
    var lemmas: [[UInt8]: (traits: WordTraits, frames: VerbFrames)] = [:]
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
            lemmas[Array(word.utf8), default: ([], [])].traits.formUnion(trait)
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
    var phrasal: [[UInt8]: UInt32] = [:]
    let (bits, numbers) = (particles, forms)
    let (classes, ids) = try Self.classes(files)
    governing = GoverningIndex(try files.governingSenses(), senses: ids, words: words)
    words.forms.forEachWord { _, lemma, sense in
      guard let sense, sense < classes.count, case .verb(let frame) = classes[sense] else { return }
      let parts = lemma.split(separator: 0x20)
      if parts.count == 2, let bit = bits.firstIndex(of: numbers.number(of: Array(parts[1]))) {
        phrasal[Array(parts[0]), default: 0] |= 1 << UInt32(bit)
      }
      lemmas[lemma, default: ([], [])].frames.formUnion(frame)
    }
    rows = [Row](repeating: Row(), count: words.forms.rowCount)
    // Parts that are named nowhere else must have numbers too.
    var contracted: [(row: Int, first: [UInt8], second: [UInt8])] = []
    var found = rows
    words.forms.forEachWord { row, lemma, sense in
      if let known = lemmas[lemma] {
        found[row].traits = known.traits
        found[row].frames = known.frames
      }
      if let known = phrasal[lemma] { found[row].particles = known }
      // "dare" may stand in the tables as "darsi alla macchia": it takes what "dare" takes.
      for base in Self.bases(of: lemma, endings) {
        if let known = lemmas[base] {
          if lemma.contains(0x20) { found[row].frames = [] }
          found[row].traits.formUnion(known.traits)
          found[row].frames.formUnion(known.frames)
        }
        if let known = phrasal[base] { found[row].particles |= known }
      }
      if let sense, sense < classes.count, case .noun(let noun) = classes[sense] { found[row].noun = noun }
      let parts = lemma.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
      if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
        contracted.append((row, Array(parts[0]), Array(parts[1])))
        if let known = lemmas[Array(parts[0])] {
          found[row].traits = known.traits
          found[row].frames = known.frames
        }
      }
    }
    for (row, first, second) in contracted {
      found[row].first = forms.add(first)
      found[row].second = forms.add(second)
    }
    rows = found
    formTraits = (0..<forms.count).map { traits[UInt16($0)] ?? [] }
    fixed.index(formCount: forms.count)
  }

  /// The bit of a particle by the number of its form; 0 for another word.
  func particle(_ form: UInt16) -> UInt32 {
    guard form > 0, let bit = particles.firstIndex(of: form) else { return 0 }
    return 1 << UInt32(bit)
  }

  /// The verbs of one word that a dictionary form of several words, or one with a pronoun, is made of.
  private static func bases(of lemma: [UInt8], _ endings: [(with: [UInt8], without: [UInt8])]) -> [[UInt8]] {
    let first = Array(lemma.prefix { $0 != 0x20 })
    var bases = first.count < lemma.count ? [first] : []
    for ending in endings where first.count > ending.with.count && first.suffix(ending.with.count) == ending.with[...] {
      bases.append(first.dropLast(ending.with.count) + ending.without)
    }
    return bases
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

  private enum SenseClass {
    case verb(VerbFrames)
    case noun(NounClass)
    case other
  }

  private static func classes(_ files: LexiconFiles) throws(RuleError) -> (classes: [SenseClass], ids: [String]) {
    var classes: [SenseClass] = []
    var ids: [String] = []
    for file in files.files where file.name == "senses.tsv" {
      let table = try Table(file: file.name, bytes: file.bytes, columns: ["id", "pos", "class", "traits"])
      for row in table.rows {
        ids.append(row[0])
        switch row[1] {
        case "v": classes.append(.verb(VerbFrames(name: row[2])))
        case "n": classes.append(.noun(NounClass(name: row[2])))
        default: classes.append(.other)
        }
      }
    }
    return (classes, ids)
  }
}
