import Glibc
import Testing

@testable import GazetteerImport

/// A folder of small files for one test; gone afterwards.
final class Scratch {
  let folder: String

  init() throws {
    var template = Array("/tmp/gazetteer-import-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
  }

  deinit {
    for name in names { unlink(path(name)) }
    rmdir(folder)
  }

  var names: [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) -> String { file(name, Array(text.utf8)) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: [UInt8]) -> String {
    let stream = fopen(path(name), "w")
    defer { fclose(stream) }
    fwrite(bytes, 1, bytes.count, stream)
    return path(name)
  }

  func text(_ name: String) -> String {
    guard let stream = fopen(path(name), "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The rows that an import writes, by column.
  func rows(_ body: (inout RowWriter) throws -> Void) throws -> [[String: String]] {
    var writer = try RowWriter(path: path("rows.tsv"), comments: ["made up"])
    try body(&writer)
    try writer.finish()
    return rows(of: text("rows.tsv"))
  }

  func rows(of text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(header, cells).filter { !$0.1.isEmpty })
    }
  }
}
