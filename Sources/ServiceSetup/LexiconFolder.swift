internal import Configuration
internal import DocumentModel
internal import FoundationEssentials
public import Reading

/// Compiled forms in a file that is mapped.
private struct MappedForms: FormBytes {
  let data: Data

  var count: Int { data.count }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { data.withUnsafeBytes(body) }
}

/// Finds the lexicon of a pipeline, and keeps its compiled full forms where the machine keeps such things.
public struct LexiconFolder: Sendable {
  /// The files of the lexicon.
  public let files: LexiconFiles
  private let cache: String?

  /// Reads the folders `lexicon` of what a pipeline includes, its own last.
  ///
  /// - Parameter environment: says where compiled forms are kept: `DISPACCIO_CACHE`, `CACHE_DIRECTORY` (systemd),
  ///   `XDG_CACHE_HOME` or `HOME`; without any of them they are made anew each time.
  public init(_ loaded: LoadedPipeline, environment: [String: String]) throws(ServiceError) {
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
    cache =
      environment["DISPACCIO_CACHE"] ?? environment["CACHE_DIRECTORY"]
      ?? environment["XDG_CACHE_HOME"].map { "\($0)/dispaccio" } ?? environment["HOME"].map { "\($0)/.cache/dispaccio" }
  }

  /// The lexicon of a language. The first call for a changed lexicon compiles, about a second; later ones map a file.
  public func lexicon(of language: String) throws(ServiceError) -> WordLexicon {
    let path = cache.map { "\($0)/forms.\(language)" }
    let kept = path.flatMap { try? Data(contentsOf: URL(filePath: $0), options: .mappedIfSafe) }.map(MappedForms.init)
    do throws(RuleError) {
      return try files.lexicon(of: language, forms: kept) { bytes in
        // What cannot be kept is made anew next time.
        guard let path, let cache else { return }
        try? FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
        try? Data(bytes).write(to: URL(filePath: path), options: .atomic)
      }
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
