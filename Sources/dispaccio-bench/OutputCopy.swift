internal import Glibc

/// A file that takes all outputs, one after another.
final class OutputCopy {
  private let stream: UnsafeMutablePointer<FILE>

  init(path: String) throws {
    guard let stream = fopen(path, "we") else { throw BenchOptions.Wrong(description: "\(path) cannot be written") }
    self.stream = stream
  }

  deinit { fclose(stream) }

  func append(_ bytes: [UInt8]) { _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) } }
}
