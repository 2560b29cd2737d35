internal import ArgumentParser
internal import Glibc
internal import ServiceSetup

/// Standard output and standard error, written as bytes and as a whole.
enum Terminal {
  /// Writes to standard output; ends the command quietly when nobody reads it any more.
  static func print(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw ExitCode(ExitStatus.inputOutput.rawValue) }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes a line to standard output.
  static func print(line: String) throws {
    try print(Array((line + "\n").utf8))
  }

  /// Writes `dispaccio: …` to standard error.
  static func complain(_ message: String) {
    let bytes = Array("dispaccio: \(message)\n".utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Runs `body`; an error of the service is told on standard error and becomes its exit code.
  static func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as ServiceError {
      complain(error.description)
      throw ExitCode(error.status.rawValue)
    }
  }

  /// The bytes of an argument as they were given: a name that is not UTF-8 reaches us repaired, and would not be found.
  static func bytes(ofArgument argument: String) -> [UInt8] {
    for index in 0..<Int(CommandLine.argc) {
      guard let raw = CommandLine.unsafeArgv[index] else { continue }
      if String(cString: raw) == argument { return Array(UnsafeRawBufferPointer(start: raw, count: strlen(raw))) }
    }
    return Array(argument.utf8)
  }
}
