import Glibc

/// Where finished log lines go; one call is one whole line with its line end.
public struct LogOutput: Sendable {
  let write: @Sendable ([UInt8]) -> Void

  /// An output made of a function, which may be called from any thread.
  public init(write: @escaping @Sendable ([UInt8]) -> Void) {
    self.write = write
  }

  /// Standard error, with one `write(2)` a line, so that lines of several threads do not mix.
  public static let standardError = LogOutput { line in
    line.withUnsafeBytes { bytes in
      // A log that cannot be written is no reason to stop working: errors end here, short writes are continued.
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(STDERR_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }
}

/// Keeps log lines in memory, for tests.
public final class CapturedLines: Sendable {
  private let captured = Guarded<[String]>([])

  /// No lines yet.
  public init() {}

  /// The output to pass to a log.
  public var output: LogOutput {
    LogOutput { line in
      let text = String(decoding: line.last == 0x0a ? line.dropLast() : line[...], as: UTF8.self)
      self.captured.withLock { $0.append(text) }
    }
  }

  /// The lines so far, without their ends.
  public var lines: [String] { captured.withLock { $0 } }
}

/// Whether a log line lands in the journal.
public enum JournalStream {
  /// True when `JOURNAL_STREAM` of this environment names the very stream that standard error is: only then does a
  /// `<N>` priority prefix get read and not shown.
  public static func receivesStandardError(environment: [String: String]) -> Bool {
    guard let parts = environment["JOURNAL_STREAM"]?.split(separator: ":"), parts.count == 2,
      let device = UInt64(parts[0]), let inode = UInt64(parts[1])
    else { return false }
    var status = stat()
    return fstat(STDERR_FILENO, &status) == 0 && UInt64(status.st_dev) == device && UInt64(status.st_ino) == inode
  }
}
