internal import Gazetteers

/// What was found of a file that was compiled and is kept.
public struct CacheFinding: Codable, Sendable, Hashable {
  /// The file.
  public var place: String
  /// What is wrong with it.
  public var message: String
  /// What to do, or what was done.
  public var remedy: String
  /// Whether it has been mended.
  public var isMended: Bool
}

extension PipelineFolder {
  /// Reads the compiled names of all pipelines whole and compares their checksums; those that are not there are no fault.
  ///
  /// Takes as long as reading some tens of megabytes a pipeline. A file that is damaged can be taken away: the next start
  /// makes it anew out of the tables.
  ///
  /// - Parameter repairs: whether a damaged file is taken away.
  public func checkCaches(repairs: Bool) -> [CacheFinding] {
    guard let folder = cache.folder else { return [] }
    return names().compactMap { pipeline in
      let path = "\(folder)/gazetteer.\(pipeline.name)"
      guard Disk.kind(of: path) == .file else { return nil }
      // What cannot be opened, of another version or cut off, is made anew at the next start in any case.
      guard let bytes = try? Disk.read(Array(path.utf8), limit: 1 << 34), let names = Gazetteer(bytes), !names.isWhole
      else { return nil }
      let isMended = repairs && Disk.remove(path)
      return CacheFinding(
        place: path, message: "The compiled names are damaged: their checksum is another one.",
        remedy: isMended
          ? "The file was taken away; the next start makes it anew."
          : "Delete it, or run dispaccio fsck --repair: the next start makes it anew.",
        isMended: isMended)
    }
  }
}
