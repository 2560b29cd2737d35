public import Clauses
internal import Configuration
internal import DocumentModel
internal import Lexicons
public import Reading

/// Finds the lexicon of a pipeline, and keeps its compiled full forms where the machine keeps such things.
public struct LexiconFolder: Sendable {
  /// The files of the lexicon.
  public let files: LexiconFiles
  private let cache: CompiledCache

  /// Reads the folders `lexicon` of what a pipeline includes, its own last.
  ///
  /// - Parameter cache: keeps compiled forms; without a folder they are made anew each time.
  public init(_ loaded: LoadedPipeline, cache: CompiledCache = CompiledCache()) throws(ServiceError) {
    var files: [(name: String, bytes: [UInt8])] = []
    var abbreviations: [String: [String]] = [:]
    for part in loaded.configuration.includes + [loaded.configuration.name] {
      let folder = "\(loaded.folder)/\(part)"
      for bytes in Disk.names(in: "\(folder)/lexicon") ?? [] {
        let name = String(decoding: bytes, as: UTF8.self)
        guard LexiconFiles.isPart(name) else { continue }
        files.append((name, try Disk.read(Array("\(folder)/lexicon/\(name)".utf8), limit: 256 << 20)))
      }
      for language in loaded.configuration.languages {
        let path = "\(folder)/\(language)/abbreviations.txt"
        guard Disk.kind(of: path) == .file else { continue }
        let text = String(decoding: try Disk.read(Array(path.utf8), limit: 1 << 24), as: UTF8.self)
        abbreviations[language, default: []] += text.split(separator: "\n").filter { !$0.hasPrefix("#") }
          .compactMap { $0.split(separator: "\t").first.map { String($0.last == "." ? $0.dropLast() : $0) } }
      }
    }
    self.files = LexiconFiles(files: files, abbreviations: abbreviations)
    self.cache = cache
  }

  /// The lexicon of a language. The first call for a changed lexicon compiles, about a second; later ones map a file.
  public func lexicon(of language: String) throws(ServiceError) -> WordLexicon {
    do throws(RuleError) {
      return try files.lexicon(of: language, forms: cache.bytes("forms.\(language)")) { bytes in
        cache.keep("forms.\(language)", [bytes])
      }
    } catch {
      throw ServiceError(error, in: "lexicon")
    }
  }

  /// What the reader of clauses knows of a language.
  public func clauses(of words: WordLexicon) throws(ServiceError) -> ClauseLexicon {
    do throws(RuleError) {
      return try ClauseLexicon(files: files, words: words)
    } catch {
      throw ServiceError(error, in: "lexicon")
    }
  }

  /// The table of governing words with its sentences.
  public func embedding() throws(ServiceError) -> EmbeddingTable {
    do throws(RuleError) {
      return try files.embedding()
    } catch {
      throw ServiceError(error, in: "lexicon")
    }
  }

  /// What is wrong in the lexicon, and how large it is, a line each.
  public func check() throws(ServiceError) -> (summary: [String], problems: [String]) {
    do throws(RuleError) {
      return (try LexiconCheck.summary(of: files), try LexiconCheck.problems(in: files).map(\.description))
    } catch {
      throw ServiceError(error, in: "lexicon")
    }
  }
}
