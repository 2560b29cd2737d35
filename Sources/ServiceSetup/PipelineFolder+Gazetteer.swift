internal import DocumentModel
internal import Gazetteers
internal import Rulesets

/// What compiling the names of a pipeline made.
public struct CompiledNames: Sendable {
  /// Entities and ways of writing them.
  public var entities: Int
  /// Names.
  public var names: Int
  /// Bytes of the file.
  public var bytes: Int
}

extension PipelineFolder {
  /// Compiles the tables of names of a pipeline into a file, which is replaced as a whole, and reads it back.
  public func compileGazetteer(of name: String, to path: String) throws(ServiceError) -> CompiledNames {
    let found = try gathered(name)
    let image: GazetteerImage
    do throws(RuleError) {
      image = try Ruleset.gazetteerImage(settings: found.settings, files: found.files)
    } catch {
      throw ServiceError(error, in: found.folder)
    }
    guard Disk.lay(image.pieces, at: path) else {
      throw ServiceError(
        .cannotCreate, at: path, "Cannot write the file.", "Check the folder and the disk's free space.")
    }
    return try checkGazetteer(at: path)
  }

  /// Reads a compiled file whole and compares its checksum.
  public func checkGazetteer(at path: String) throws(ServiceError) -> CompiledNames {
    let bytes = try Disk.read(Array(path.utf8), limit: 1 << 34)
    guard let gazetteer = Gazetteer(bytes), gazetteer.isWhole else {
      throw ServiceError(
        .configuration, at: path, "This is no compiled gazetteer of this version, or it is damaged.",
        "Make it anew with dispaccio gazetteer compile.")
    }
    return CompiledNames(entities: gazetteer.count, names: gazetteer.nameCount, bytes: bytes.count)
  }

  /// What is odd in the tables of names of a pipeline, a line each: `file:line: what. What to do.`
  public func lintGazetteer(of name: String) throws(ServiceError) -> [String] {
    let found = try gathered(name)
    do throws(RuleError) {
      return try Ruleset.gazetteerFindings(settings: found.settings, files: found.files).map(\.description)
    } catch {
      throw ServiceError(error, in: found.folder)
    }
  }
}
