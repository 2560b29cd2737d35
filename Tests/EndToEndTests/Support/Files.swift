import Glibc

/// Plain file calls for tests. Names are bytes, since some of them are no text.
enum Files {
  static func write(_ bytes: [UInt8], to path: [UInt8]) {
    let descriptor = withPath(path) { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }
    precondition(descriptor >= 0, "cannot write \(String(decoding: path, as: UTF8.self)): errno \(errno)")
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      precondition(count > 0, "cannot write: errno \(errno)")
      rest = rest.dropFirst(count)
    }
  }

  static func write(_ text: String, to path: String) { write(Array(text.utf8), to: Array(path.utf8)) }

  static func read(_ path: [UInt8]) -> [UInt8]? {
    let descriptor = withPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = Glibc.read(descriptor, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  static func read(_ path: String) -> [UInt8]? { read(Array(path.utf8)) }

  static func text(_ path: String) -> String { String(decoding: read(path) ?? [], as: UTF8.self) }

  /// Names in a folder; empty if there is none.
  static func names(in path: [UInt8]) -> [[UInt8]] {
    guard let directory = withPath(path, { opendir($0) }) else { return [] }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [46] && name != [46, 46] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  static func names(in path: String) -> [String] {
    names(in: Array(path.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Paths of all regular files below a folder, however deep.
  static func tree(_ path: [UInt8]) -> [[UInt8]] {
    names(in: path).flatMap { name -> [[UInt8]] in
      let inner = path + [47] + name
      switch kind(inner) {
      case S_IFDIR: return tree(inner)
      case S_IFREG: return [inner]
      default: return []
      }
    }
  }

  static func isRegular(_ path: String) -> Bool { kind(Array(path.utf8)) == S_IFREG }

  static func exists(_ path: [UInt8]) -> Bool { kind(path) != 0 }

  static func rename(_ old: [UInt8], to new: [UInt8]) {
    let result = withPath(old) { from in withPath(new) { to in Glibc.rename(from, to) } }
    precondition(result == 0, "cannot rename: errno \(errno)")
  }

  static func copyTree(_ from: String, to: String) {
    for file in tree(Array(from.utf8)) {
      let target = Array(to.utf8) + file.dropFirst(from.utf8.count)
      makeFolders(for: target)
      write(read(file) ?? [], to: target)
    }
  }

  static func remove(_ path: [UInt8]) {
    if kind(path) == S_IFDIR {
      for name in names(in: path) { remove(path + [47] + name) }
      _ = withPath(path) { rmdir($0) }
    } else {
      _ = withPath(path) { unlink($0) }
    }
  }

  static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(body) ?? body("")
    }
  }

  private static func makeFolders(for path: [UInt8]) {
    for (index, byte) in path.enumerated() where byte == 47 && index > 0 {
      _ = withPath(Array(path[..<index])) { mkdir($0, 0o755) }
    }
  }

  private static func kind(_ path: [UInt8]) -> mode_t {
    var status = stat()
    return withPath(path) { lstat($0, &status) } == 0 ? status.st_mode & S_IFMT : 0
  }
}
