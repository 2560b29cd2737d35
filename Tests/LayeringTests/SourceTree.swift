import Glibc

/// The package's `Sources` folder, read with plain file calls.
struct SourceTree {
  let root: String

  /// The tree that this file belongs to; nil where the tests run without their sources.
  static var sources: SourceTree? {
    let parts = #filePath.split(separator: "/")
    guard let tests = parts.lastIndex(of: "Tests") else { return nil }
    let tree = SourceTree(root: "/" + parts[..<tests].joined(separator: "/") + "/Sources")
    return tree.folders(below: "").isEmpty ? nil : tree
  }

  func folders(below path: String) -> [String] {
    entries(of: path).filter { $0.isFolder }.map(\.name)
  }

  /// Paths of all files with this suffix, however deep, relative to the root.
  func files(below path: String, suffix: String) -> [String] {
    entries(of: path).flatMap { entry -> [String] in
      let inner = path + "/" + entry.name
      if entry.isFolder { return files(below: inner, suffix: suffix) }
      return inner.hasSuffix(suffix) ? [inner] : []
    }
  }

  /// Each import line in a module's Swift files: the file and the module that it names.
  func imports(in module: String) -> [(file: String, imported: String)] {
    files(below: module, suffix: ".swift").flatMap { file in
      text(of: file).split(separator: "\n").compactMap { line -> (String, String)? in
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count else { return nil }
        let before = words[..<keyword]
        guard before.allSatisfy({ $0.hasPrefix("@") || ["public", "package", "internal", "private"].contains($0) })
        else { return nil }
        let kinds = ["struct", "class", "enum", "func", "protocol", "typealias", "var", "let"]
        let name = words[(keyword + 1)...].first { !kinds.contains(String($0)) } ?? ""
        return (file, String(name.prefix { $0 != "." }))
      }
    }
  }

  func text(of file: String) -> String {
    guard let stream = fopen(root + "/" + file, "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func entries(of path: String) -> [(name: String, isFolder: Bool)] {
    guard let directory = opendir(root + "/" + path) else { return [] }
    defer { closedir(directory) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { entries.append((name, entry.pointee.d_type == UInt8(DT_DIR))) }
    }
    return entries.sorted { $0.name < $1.name }
  }
}
