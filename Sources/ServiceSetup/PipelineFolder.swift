internal import Configuration
internal import DocumentModel
internal import Rulesets

/// Finds pipelines in the folders where they may lie, and loads them.
public struct PipelineFolder: Sendable {
  /// The folders to look in, the first one first.
  public var folders: [String]
  let cache: CompiledCache

  /// Looks in `folders`, the first one first.
  ///
  /// - Parameter cache: keeps what is compiled from their words.
  public init(_ folders: [String], cache: CompiledCache = CompiledCache()) {
    self.folders = folders
    self.cache = cache
  }

  /// The names of all pipelines, sorted, each with the first folder that holds it.
  public func names() -> [(name: String, folder: String)] {
    var found: [String: String] = [:]
    for folder in folders {
      for bytes in Disk.names(in: folder) ?? [] {
        let name = String(decoding: bytes, as: UTF8.self)
        guard PipelineConfiguration.isPlainName(name), found[name] == nil else { continue }
        if Disk.kind(of: "\(folder)/\(name)/pipeline.toml") == .file { found[name] = folder }
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Loads the pipeline `name` from the first folder that holds it.
  ///
  /// Reads all its files, so this costs tens of milliseconds. Throws with file, line and remedy when something in them
  /// is wrong.
  public func load(_ name: String) throws(ServiceError) -> LoadedPipeline {
    let found = try gathered(name)
    do throws(RuleError) {
      let ruleset = try Ruleset.load(settings: found.settings, files: found.files, store: cache)
      return LoadedPipeline(
        folder: found.folder, configuration: found.configuration, ruleset: ruleset, fileCount: found.files.count)
    } catch {
      throw ServiceError(error, in: found.folder)
    }
  }

  /// What a pipeline is made of.
  struct Gathered {
    var folder: String
    var configuration: PipelineConfiguration
    var settings: PipelineSettings
    var files: [RulesetFile]
  }

  /// Reads the files of a pipeline from the first folder that holds it.
  func gathered(_ name: String) throws(ServiceError) -> Gathered {
    guard let folder = names().first(where: { $0.name == name })?.folder else {
      throw ServiceError(
        .configuration, at: nil, "There is no pipeline \"\(name)\" in \(folders.joined(separator: ", ")).",
        "Name the folder that holds \(name)/pipeline.toml with --pipelines.")
    }
    let path = "\(folder)/\(name)/pipeline.toml"
    let configuration = try parse(path, folder: name)
    var files = try self.files(below: name, in: folder)
    for include in configuration.includes {
      if Disk.kind(of: "\(folder)/\(include)") == .folder {
        files += try self.files(below: include, in: folder)
      } else if include != PipelineConfiguration.defaultIncludes.first {
        throw ServiceError(
          .configuration, at: path, "The folder \"\(include)\" that the pipeline includes is not there.",
          "Put it beside the pipeline's own, or take it out of include.")
      }
    }
    try requireGrammar(configuration, files, at: path)
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let settings = PipelineSettings(
      name: configuration.name, version: configuration.version, languages: configuration.languages,
      includes: configuration.includes, parameters: configuration.parameters, outputs: configuration.outputs)
    return Gathered(folder: folder, configuration: configuration, settings: settings, files: files)
  }

  /// A language that `pipeline.toml` lists is read by the words of its own grammar, or the pipeline is not used at all.
  private func requireGrammar(
    _ configuration: PipelineConfiguration, _ files: [RulesetFile], at path: String
  ) throws(ServiceError) {
    guard let line = configuration.lines["languages"] else { return }
    let folders = configuration.includes + [configuration.name]
    for language in configuration.languages
    where !folders.contains(where: { folder in files.contains { $0.path == "\(folder)/\(language)/function.tsv" } }) {
      throw ServiceError(
        ConfigurationError(
          file: path, line: line, message: "The pipeline lists the language \"\(language)\", but has no grammar of it.",
          remedy: "Take it out of languages, or add \(language)/function.tsv to \(folders.joined(separator: " or "))."))
    }
  }

  private func parse(_ path: String, folder: String) throws(ServiceError) -> PipelineConfiguration {
    let bytes = try Disk.read(Array(path.utf8), limit: 1 << 20)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ServiceError(.configuration, at: path, "The file is not UTF-8.", "Save it as UTF-8.")
    }
    do throws(ConfigurationError) {
      return try PipelineConfiguration.parse(
        text, file: path, folder: folder, stageNames: EffectiveSettings.stageNames)
    } catch {
      throw ServiceError(error)
    }
  }

  /// All files below `root/path`, however deep. What editors leave lying about (dot files, `~` copies) and pages that
  /// explain (`.md`) are no rules.
  private func files(below path: String, in root: String) throws(ServiceError) -> [RulesetFile] {
    var files: [RulesetFile] = []
    for bytes in Disk.names(in: "\(root)/\(path)") ?? [] {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw ServiceError(
          .configuration, at: "\(root)/\(path)/\(Disk.display(bytes))", "The file's name is not UTF-8.", "Rename it.")
      }
      if name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".md") { continue }
      let inner = "\(path)/\(name)"
      switch Disk.kind(of: "\(root)/\(inner)") {
      case .folder: files += try self.files(below: inner, in: root)
      case .file:
        files.append(RulesetFile(path: inner, bytes: try Disk.read(Array("\(root)/\(inner)".utf8), limit: 256 << 20)))
      case .nothing, .other: continue
      }
    }
    return files
  }
}

extension PipelineFolder {
  /// Path, size, inode and times of every file that may be a rule, to see whether one has changed. Reads no file.
  public func trace() -> [String] {
    folders.flatMap { folder in
      (Disk.names(in: folder) ?? []).flatMap {
        Self.trace("\(folder)/\(String(decoding: $0, as: UTF8.self))", depth: 0)
      }
    }
  }

  private static func trace(_ path: String, depth: Int) -> [String] {
    let name = path.split(separator: "/").last ?? ""
    if name.hasPrefix(".") || name.hasSuffix("~") || depth > 16 { return [] }
    if Disk.kind(of: path) == .folder {
      return (Disk.names(in: path) ?? []).flatMap {
        trace("\(path)/\(String(decoding: $0, as: UTF8.self))", depth: depth + 1)
      }
    }
    return ["\(path) \(Disk.stamp(of: path))"]
  }
}
