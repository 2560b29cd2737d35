public import ServiceSetup

/// A document for one-shot use: a file by its path, or standard input.
public struct DocumentSource: Sendable {
  /// The path's bytes; nil for standard input.
  public var path: [UInt8]?
  /// The document's own name, as bytes: the path's last part, or what standard input was called.
  public var name: [UInt8]

  /// The file at `path`.
  public init(path: [UInt8]) {
    self.path = path
    name = Array(path.split(separator: 47).last ?? [])
  }

  /// Standard input, under `name`.
  public init(standardInputNamed name: String) {
    path = nil
    self.name = Array(name.utf8)
  }

  /// The name for messages, printable whatever its bytes.
  public var displayName: String {
    Disk.display(path ?? Array("standard input".utf8))
  }

  /// All bytes, if they are at most `limit`.
  public func read(limit: Int) throws(ServiceError) -> [UInt8] {
    guard let path else { return try Disk.readStandardInput(limit: limit, tooLarge: .unusableDocument) }
    return try Disk.read(path, limit: limit, tooLarge: .unusableDocument)
  }
}
