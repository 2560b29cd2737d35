import Digest
import DocumentModel
import Gazetteers
import ICU
import Lexicons

extension RulesetBuilder {
  /// The gazetteer as it was compiled last time, or compiled anew where a file has changed since.
  func gazetteer() throws(RuleError) -> Gazetteer {
    let source = gazetteerSource()
    let name = "gazetteer.\(settings.name)"
    if let kept = store.bytes(name), let gazetteer = Gazetteer(kept, source: source) { return gazetteer }
    let image = try compiled().image(source: source)
    store.keep(name, image.pieces)
    if let kept = store.bytes(name), let gazetteer = Gazetteer(kept, source: source) { return gazetteer }
    guard let gazetteer = Gazetteer(image.bytes, source: source) else {
      throw RuleError(
        file: "gazetteers", line: nil, message: "The gazetteer that was compiled cannot be opened",
        remedy: "Report this with the output of dispaccio --version")
    }
    return gazetteer
  }

  /// The words that say what an unknown name beside them is, of the languages that are read.
  func nameCues(_ gazetteer: Gazetteer) throws(RuleError) -> NameCues {
    var cues = NameCues(gazetteer)
    for language in settings.languages {
      for file in files(at: "\(language)/name-cues.tsv") {
        try cues.read(file: file.path, bytes: file.bytes, language: language)
      }
    }
    return cues
  }

  /// The tables of names, in the order of the folders.
  private var gazetteerFiles: [RulesetFile] {
    folders.flatMap { folder in
      files.filter { $0.path.hasPrefix("\(folder)/gazetteers/") && $0.path.hasSuffix(".tsv") }
    }
  }

  /// SHA-256 of all that a compiled gazetteer is made from.
  private func gazetteerSource() -> [UInt8] {
    var stream = SHA256Stream()
    stream.update("gazetteer \(LibraryVersion.icu)")
    for file in gazetteerFiles + ordinaryWordFiles + files(at: "name-words.tsv")
      + files.filter({ $0.path.hasSuffix("/elisions.txt") })
    {
      stream.update(file.path)
      stream.update([0])
      stream.update(String(file.bytes.count))
      stream.update([0])
      stream.update(file.bytes)
    }
    return stream.digest()
  }

  /// The compiler with all tables of names read. A table of the pipeline's own folder comes first: what it says of a
  /// place counts before what a table of the world says.
  func compiled() throws(RuleError) -> GazetteerCompiler {
    var words: [(word: String, class: NameWordClass)] = []
    var articles: [String] = []
    for file in files(at: "name-words.tsv") {
      let (found, joined) = try NameWordClass.read(file: file.path, bytes: file.bytes)
      words += found
      articles += joined
    }
    var compiler = try GazetteerCompiler(elisions: elisions(), articles: articles) { code, language in
      do throws(ICUError) { return try RegionNames.name(code, locale: language) } catch { return nil }
    }
    compiler.add(words: words + ordinaryWords().map { ($0, .ordinary) })
    for file in gazetteerFiles.sorted(by: { isOwn($0) && !isOwn($1) }) {
      try compiler.add(file: file.path, bytes: file.bytes)
    }
    return compiler
  }

  /// The words of the languages that are read, as their dictionary has them: a town that bears one is hardly ever meant.
  private func ordinaryWords() -> [String] {
    var words: [String] = []
    for file in ordinaryWordFiles {
      let lines = Self.lines(file.bytes)
      if file.path.hasSuffix(".txt") {
        words += lines
      } else if file.path.contains("/closed.") {
        words += lines.dropFirst().flatMap { $0.split(separator: "\t").last?.split(separator: ";") ?? [] }
          .map { String($0.prefix { $0 != "=" }) }
      } else {
        words += lines.dropFirst().compactMap { line in
          line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().first.map(String.init)
        }
      }
    }
    return words.filter { word in
      !word.contains(" ") && word.unicodeScalars.first.map { !$0.properties.isUppercase } ?? false
    }
  }

  private var ordinaryWordFiles: [RulesetFile] {
    settings.languages.flatMap { language in
      ["verbs", "nouns", "adjectives", "adverbs", "closed"].flatMap { files(at: "lexicon/\($0).\(language).tsv") }
        + files(at: "\(language)/function-words.txt")
    }
  }

  /// What is odd in the tables of names.
  func gazetteerFindings() throws(RuleError) -> [RuleError] {
    var lint = GazetteerLint { code, language in
      do throws(ICUError) { return try RegionNames.name(code, locale: language) } catch { return nil }
    }
    for file in gazetteerFiles { try lint.add(file: file.path, bytes: file.bytes) }
    return lint.found()
  }

  /// The compiled gazetteer with what it was made from noted in it.
  func gazetteerImage() throws(RuleError) -> GazetteerImage { try compiled().image(source: gazetteerSource()) }

  private func isOwn(_ file: RulesetFile) -> Bool { file.path.hasPrefix("\(settings.name)/") }
}
