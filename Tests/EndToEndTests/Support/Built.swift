import Glibc

/// The built program and the checkout it comes from.
enum Built {
  /// The package's root folder.
  static let package: String = {
    let parts = #filePath.split(separator: "/")
    let tests = parts.lastIndex(of: "Tests") ?? parts.startIndex
    return "/" + parts[..<tests].joined(separator: "/")
  }()

  /// The program: it lies beside the test program.
  static let dispaccio: String = {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
    var parts = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "/")
    while !parts.isEmpty {
      parts.removeLast()
      let candidate = "/" + parts.joined(separator: "/") + "/dispaccio"
      if access(candidate, X_OK) == 0, Files.isRegular(candidate) { return candidate }
    }
    return package + "/.build/debug/dispaccio"
  }()

  static let pipelines = package + "/pipelines"
}
