import DocumentModel
import Reading
import ServiceSetup
import Testing

/// Words of a text and the table that they are looked up in.
@Suite struct WordTests {
  private func forms(_ text: String, _ language: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let words = try WordReader(ShippedLexicon.of(language)).read(bytes, sentences: [TextSpan(0, bytes.count)])
    return words.words.map { String(decoding: bytes[$0.span.range], as: UTF8.self) }
  }

  @Test func `elisions, abbreviations, numbers and hyphens are cut as treebanks cut them`() throws {
    #expect(try forms("L'attacco dell'Onu", "it") == ["L'", "attacco", "dell'", "Onu"])
    #expect(try forms("l’aria", "it") == ["l’", "aria"])
    #expect(try forms("Iran's army didn't fire.", "en") == ["Iran", "'s", "army", "did", "n't", "fire", "."])
    #expect(try forms("The U.S. army", "en") == ["The", "U.S.", "army"])
    #expect(try forms("3.500 uomini, 40%", "it") == ["3.500", "uomini", ",", "40", "%"])
    #expect(try forms("a long-term plan", "en") == ["a", "long", "-", "term", "plan"])
    #expect(try forms("nel nord-est", "it") == ["nel", "nord-est"])
    #expect(try forms("See https://example.org/a,b. Now", "en") == ["See", "https://example.org/a,b", ".", "Now"])
  }

  @Test func `a word is read whole and with its accent, and its span is that of the text as it came`() throws {
    let text = Array("Il soldato fu col-\npito lunedi´ a citta' vecchia perchè. E' gia\u{300} morto, po' dopo.".utf8)
    let lexicon = try ShippedLexicon.of("it")
    let words = try WordReader(lexicon).read(text, sentences: [TextSpan(0, text.count)])
    let read = words.words.indices.map { index in
      String(decoding: text[words.words[index].span.range], as: UTF8.self) + "="
        + (lexicon.forms.lemma(of: words.reading(of: index)) ?? "?")
    }
    for expected in [
      "col-\npito=colpire", "citta'=città", "perchè=perché", "E'=essere", "gia\u{300}=già", "morto=morire", "po'=poco",
    ] {
      #expect(read.contains(expected), "\(expected) in \(read)")
    }
    #expect(read.contains { $0.hasSuffix("=lunedì") })
    let output = ConlluWriter(text: text, lexicon: lexicon, words: words).sentence(0, named: "s1")
    #expect(output.contains("\tcolpito\tcolpire\tVERB"))
  }

  @Test func `an accent is only supplied where it makes the one word that is known`() throws {
    #expect(try forms("i ragazzi' e la 'casa'", "it") == ["i", "ragazzi", "'", "e", "la", "'", "casa", "'"])
    let lexicon = try ShippedLexicon.of("it")
    let text = Array("Ha parlato Citta per ore".utf8)
    let words = try WordReader(lexicon).read(text, sentences: [TextSpan(0, text.count)])
    #expect(words.reading(of: 2).part == .properNoun)
  }

  @Test func `a pronoun at the end of a verb is a word of its own`() throws {
    let text = Array("uccidendone tre".utf8)
    let lexicon = try ShippedLexicon.of("it")
    let words = try WordReader(lexicon).read(text, sentences: [TextSpan(0, text.count)])
    let output = ConlluWriter(text: text, lexicon: lexicon, words: words).sentence(0, named: "s1")
    #expect(output.contains("1-2\tuccidendone\t"))
    #expect(output.contains("1\tuccidere\tuccidere\tVERB"))
    #expect(output.contains("2\tne\tne\tPRON"))
    #expect(output.contains("3\ttre\ttre\tNUM"))
  }

  @Test func `what is written together is printed apart`() throws {
    let text = Array("nella base".utf8)
    let lexicon = try ShippedLexicon.of("it")
    let words = try WordReader(lexicon).read(text, sentences: [TextSpan(0, text.count)])
    let lines = ConlluWriter(text: text, lexicon: lexicon, words: words).sentence(0, named: "s1")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(
      lines.map { $0.split(separator: "\t").prefix(4).joined(separator: " ") } == [
        "1-2 nella _ _", "1 in in ADP", "2 il il DET", "3 base base NOUN",
      ])
    #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 10 })
  }

  @Test func `every byte that is no space lies in exactly one word, whatever the bytes are`() throws {
    var seed: UInt64 = 7
    func next() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed >> 33
    }
    let alphabet: [[UInt8]] =
      ["a", "L'", "è", "’", "-", ".", " ", "9", ",", "U.", "\u{A0}", "漢", "🔴", "ﷺ", "http://", "\n", "n't"]
      .map { Array($0.utf8) } + [[0xFF], [0xE2, 0x80], [0xC3], [0x00], [0xF0, 0x9F]]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(next() % 40) { bytes += alphabet[Int(next() % UInt64(alphabet.count))] }
      for language in ["it", "en"] {
        let words = try WordReader(ShippedLexicon.of(language)).read(bytes, sentences: [TextSpan(0, bytes.count)])
        var last = 0
        for word in words.words where !(word.span.end <= last) {
          #expect(word.span.start >= last && word.span.start < word.span.end && word.span.end <= bytes.count)
          last = word.span.end
        }
        let covered = Set(words.words.flatMap { Array($0.span.range) })
        for (offset, byte) in bytes.enumerated() where byte > 0x20 && byte < 0x7F {
          #expect(covered.contains(offset))
        }
      }
    }
  }

  @Test func `a table that was cut off or made from something else is not used`() throws {
    let files = try ShippedLexicon.folder().files
    let source = files.source(of: "en")
    let bytes = try files.compiledForms(of: "en").bytes
    #expect(FormTable(bytes, source: source) != nil)
    #expect(FormTable(Array(bytes.dropLast()), source: source) == nil)
    #expect(FormTable(bytes, source: [UInt8](repeating: 1, count: 32)) == nil)
    #expect(FormTable([UInt8](), source: source) == nil)
    #expect(try files.compiledForms(of: "en").bytes == bytes)
  }

  @Test func `a rule that cannot be read is told with its line`() throws {
    var rules = DiscardRules()
    let table = "tier\taction\ttarget\twhere\nsafe\tremove\tNOUN\t-1C DET\nsafe\tremove\tNOMEN\t-1 DET\n"
    #expect {
      try rules.read(file: "discard.it.tsv", bytes: Array(table.utf8))
    } throws: {
      ($0 as? RuleError)?.line == 3
    }
  }

  @Test func `an example that does not show what a word governs is told with its line`() throws {
    let files = LexiconFiles(
      files: [
        ("senses.tsv", "id\tpos\tclass\ttraits\nverb/foil\tv\tTR\t\n"),
        ("verbs.en.tsv", "id\tlemma\tinflection\tclass\tframe\nverb/foil\tfoil\t=\t=\t\n"),
        ("embedding.tsv", "lexeme\tcomplement\teffect\nverb/foil\tO\tprevent\nverb/foil\tinf\tprevent\n"),
        (
          "embedding.en.tsv",
          "lexeme\tmust\tmust_not\nverb/foil\tPolice foiled [an attack].\tA man [was shot] at noon.\n"
            + "verb/foil\tThey foiled a robbery.\tThe man who foiled it [was shot].\n"
        ),
      ].map { ($0.0, Array($0.1.utf8)) }, abbreviations: [:])
    let problems = try LexiconCheck.problems(in: files).filter { $0.file.hasPrefix("embedding") }
    #expect(problems.map(\.line) == [2, 3], "\(problems.map(\.description))")
  }

  @Test func `every row of the shipped lexicon inflects, and no wording is claimed twice`() throws {
    #expect(try LexiconCheck.problems(in: try ShippedLexicon.folder().files).map(\.description) == [])
  }
}
