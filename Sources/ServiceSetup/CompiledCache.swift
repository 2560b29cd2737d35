internal import FoundationEssentials
public import Lexicons

/// A file that is mapped, so that processes share its pages and only what is read is in memory.
private struct MappedFile: HeldBytes {
  let data: Data

  var count: Int { data.count }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { data.withUnsafeBytes(body) }
}

/// Compiled words in files of their own, where the machine keeps such things. A file is never changed, only replaced by
/// rename: whoever has it open keeps what he has.
public struct CompiledCache: CompiledStore {
  /// The folder, or nil if the machine names none: then nothing is kept.
  public let folder: String?

  /// Uses a folder.
  public init(folder: String?) {
    self.folder = folder
  }

  /// Uses the folder that the environment names: `DISPACCIO_CACHE`, `CACHE_DIRECTORY` (systemd), `XDG_CACHE_HOME` or
  /// `HOME`.
  public init() { self.init(environment: ProcessInfo.processInfo.environment) }

  /// The same for an environment that is given.
  public init(environment: [String: String]) {
    folder =
      environment["DISPACCIO_CACHE"] ?? environment["CACHE_DIRECTORY"]
      ?? environment["XDG_CACHE_HOME"].map { "\($0)/dispaccio" } ?? environment["HOME"].map { "\($0)/.cache/dispaccio" }
  }

  /// What is kept under a name, mapped.
  public func bytes(_ name: String) -> (any HeldBytes)? {
    guard let folder else { return nil }
    return (try? Data(contentsOf: URL(filePath: "\(folder)/\(name)"), options: .alwaysMapped)).map(MappedFile.init)
  }

  /// Writes beside and renames, so that nobody ever sees half a file; says nothing if the disk refuses.
  public func keep(_ name: String, _ pieces: [[UInt8]]) {
    guard let folder else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    Disk.lay(pieces, at: "\(folder)/\(name)")
  }
}
