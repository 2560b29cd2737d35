import Clauses
import DispaccioTestSupport
import DocumentModel
import Reading
import ServiceSetup
import Testing

/// Which words govern an event, and who does what, as the events of a report ask for it.
@Suite struct GoverningTests {
  private static func syntax(_ sentence: String, _ language: String) throws -> SentenceSyntax {
    let text = Array(sentence.utf8)
    let reader = SyntaxReader([language: try ShippedClauses.of(language)])
    return try #require(
      reader.syntax(of: text, [(TextSpan(0, text.count), language)], names: [])[0])
  }

  private static func node(_ word: String, _ syntax: SentenceSyntax, in sentence: String) throws -> Int {
    let text = Array(sentence.utf8)
    return try #require(
      syntax.nodes.firstIndex { String(decoding: text[$0.span.range], as: UTF8.self) == word })
  }

  @Test(arguments: [
    ("it", "L'esercito ha accusato i ribelli di aver ucciso sei civili.", "ucciso", ["accuse"]),
    ("it", "L'uomo che aveva sventato il furto è stato ucciso.", "ucciso", []),
    ("it", "La polizia ha sventato un attentato.", "attentato", ["prevent"]),
    ("it", "Il quotidiano scrive che i miliziani hanno occupato la miniera.", "occupato", ["say"]),
    ("it", "Il sindaco ha comprato una bicicletta appena rubata.", "rubata", []),
    ("en", "Police believe that gunmen killed the mayor.", "killed", ["believe"]),
    ("en", "The feared attack has not come.", "attack", ["fear"]),
    ("en", "The army attacked and presumably captured a base.", "attacked", []),
    ("en", "The men who attacked Gao plan to leave.", "attacked", []),
  ])
  func anEventIsGovernedByTheWordsOnItsWayToTheRoot(
    _ language: String, _ sentence: String, _ event: String, _ effects: [String]
  ) throws {
    let syntax = try Self.syntax(sentence, language)
    let found = syntax.governing(try Self.node(event, syntax, in: sentence)).map(\.effect.rawValue)
    #expect(found == effects)
  }

  @Test(arguments: [
    ("it", "I miliziani che hanno attaccato il villaggio sono fuggiti.", "attaccato", "miliziani", "villaggio"),
    ("it", "L'esercito ha accusato i ribelli di aver ucciso sei civili.", "ucciso", "ribelli", "civili"),
    ("en", "The officers who guarded the bank were shot.", "shot", "officers", ""),
  ])
  func aKernelHasTheNounForItsRelativeWordAndTheSilentSubject(
    _ language: String, _ sentence: String, _ verb: String, _ subject: String, _ object: String
  ) throws {
    let syntax = try Self.syntax(sentence, language)
    let clause = try #require(syntax.clause(ledBy: try Self.node(verb, syntax, in: sentence)))
    let kernel = syntax.kernel(of: clause)
    let text = Array(sentence.utf8)
    func words(_ nodes: [Int]) -> String {
      nodes.map { String(decoding: text[syntax.nodes[$0].span.range], as: UTF8.self) }.joined(separator: " ")
    }
    #expect(words(kernel.subjects) == subject)
    #expect(words(kernel.objects) == object)
  }

  @Test(arguments: [
    ("it", "Ha poi aggiunto che due soldati erano fuggiti.", SentenceSyntax.MainSubject.dropped),
    ("it", "Prelevato il contenuto, sono fuggiti.", .dropped),
    ("it", "È emerso che due soldati erano fuggiti.", .unknown),
    ("it", "Siamo arrivati nella notte.", .unknown),
    ("it", "I soldati sono fuggiti.", .said(1)),
  ])
  func aSentenceIsKnownToLeaveOutItsSubject(
    _ language: String, _ sentence: String, _ subject: SentenceSyntax.MainSubject
  ) throws {
    #expect(try Self.syntax(sentence, language).mainSubject == subject)
  }

  /// The sentences that stand beside the table of governing words: what must not fall.
  @Test(arguments: [("it", 520, 5), ("en", 500, 20)])
  func theMarkedSentencesOfGoverningWordsAreRead(_ language: String, _ governing: Int, _ wrong: Int) throws {
    let folder = LexiconFolder(try PipelineFolder([ShippedPipeline.root + "/pipelines"]).load("conflict"))
    let read = try GoverningExamples(try folder.embedding(), of: language, try ShippedClauses.of(language))
    let missed = read.misses.count { $0.isMeant }
    #expect(read.count - missed >= governing)
    #expect(read.misses.count - missed <= wrong)
  }
}
