import ICU
import Lexicons
import Segmentation
import Testing

/// What the folded channel mends, with the offsets of the text as it came.
@Suite struct MendedChannelTests {
  private let tokenizer: Tokenizer
  private let vocabulary: Vocabulary

  init() throws {
    tokenizer = Tokenizer(elisions: ["l", "dell", "un", "n", "m"])
    var vocabulary = Vocabulary()
    for word in [
      "truppe", "anti", "carro", "città", "perché", "più", "lunedì", "è", "l'", "esercito", "fuggirà", "and", "colpì",
      "attaccò", "metà",
    ] { _ = vocabulary.intern(Array(word.utf8)) }
    self.vocabulary = vocabulary
  }

  /// The tokens, each as the words of the text that it stands for, and the words that the vocabulary knows it as.
  private func read(_ text: String) throws -> (spans: [String], known: [String], capitals: [Bool]) {
    let bytes = Array(text.utf8)
    let folded = try tokenizer.folded(bytes, vocabulary: vocabulary)
    let tokens = try tokenizer.tokens(of: bytes, folded: folded, vocabulary: vocabulary)
    return (
      tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) },
      tokens.map { $0.word == Vocabulary.unknown ? "?" : String(decoding: vocabulary.word($0.word), as: UTF8.self) },
      tokens.map(\.isCapitalized)
    )
  }

  @Test(arguments: ["trup-\npe", "trup-\r\n  pe", "trup\u{AD}\npe", "tru\u{AD}ppe", "trup\u{2010}\npe", "trup¬\npe"])
  func `heals a word that a line end cuts`(word: String) throws {
    let read = try read("Le \(word) via.")
    #expect(read.known == ["?", "truppe", "?", "?"])
    #expect(read.spans[1] == word)
  }

  @Test func `heals a word that no table knows`() throws {
    let read = try read("il cacciator-\npediniere")
    #expect(read.spans == ["il", "cacciator-\npediniere"])
  }

  @Test func `keeps a hyphen that was there before`() throws {
    #expect(try read("anti-\ncarro").known == ["anti", "carro"])
    #expect(try read("pre-\nand post-war").spans == ["pre", "-", "and", "post", "war"])
  }

  @Test(arguments: ["trup -\npe", "trup-\n\npe", "2019-\npe", "trup-\nPe", "trup- pe"])
  func `heals nothing else`(word: String) throws {
    #expect(try !read(word).known.contains("truppe"))
  }

  @Test(arguments: ["'", "’", "‘", "´", "`", "′", "ʼ", "ʽ", "ʻ", "＇"])
  func `takes every apostrophe for one`(apostrophe: String) throws {
    #expect(try read("l\(apostrophe)esercito").known == ["l'", "esercito"])
    #expect(try read("E\(apostrophe) citta\(apostrophe) perche\(apostrophe)!").known == ["è", "città", "perché", "?"])
    #expect(try read("citta\(apostrophe)").spans == ["citta\(apostrophe)"])
  }

  @Test func `joins an elided word to its apostrophe over a space`() throws {
    let read = try read("l' esercito")
    #expect(read.known == ["l'", "esercito"] && read.spans == ["l'", "esercito"])
  }

  @Test func `supplies an accent that was not typed`() throws {
    #expect(
      try read("lunedi la citta fuggira perche piu").known == ["lunedì", "?", "città", "fuggirà", "perché", "più"])
    #expect(try read("Fine. Lunedi").known == ["?", "?", "lunedì"])
  }

  @Test func `supplies none where another word or a name may be meant`() throws {
    #expect(try read("la meta, i colpi, l'attacco").known.filter { $0 != "?" } == ["l'"])
    #expect(try read("il signor Citta").known == ["?", "?", "?"])
  }

  @Test func `counts the capital of a name that begins with N and an apostrophe`() throws {
    #expect(try read("N'djamena").capitals == [true, true])
    #expect(try read("Nʼdjamena").capitals == [true, true])
    #expect(try read("N'altra volta").capitals == [true, false, false])
  }
}
