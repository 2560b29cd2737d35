import Glibc

/// A process that a test started: its output goes to files, and it is killed when the test forgets it.
final class ChildProcess {
  let identifier: pid_t
  let outputPath: String
  let errorPath: String
  private var status: Int32?

  struct CannotStart: Error {
    let program: String
    let number: Int32
  }

  /// Starts `arguments[0]`, with `environment` added to a bare one; `output` is the stem of the two output files.
  init(_ arguments: [String], environment: [String: String] = [:], output: String) throws {
    outputPath = output + ".out"
    errorPath = output + ".err"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errorPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var variables = environment
    for name in ["PATH", "LD_LIBRARY_PATH", "HOME", "ASAN_OPTIONS", "TSAN_OPTIONS"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    var identifier = pid_t()
    let result = Self.withStrings(arguments) { argv in
      Self.withStrings(variables.map { "\($0.key)=\($0.value)" }) { envp in
        posix_spawnp(&identifier, arguments[0], &actions, nil, argv, envp)
      }
    }
    guard result == 0 else { throw CannotStart(program: arguments[0], number: result) }
    self.identifier = identifier
  }

  deinit {
    if status == nil {
      kill(identifier, SIGKILL)
      waitpid(identifier, nil, 0)
    }
  }

  var errorText: String { Files.text(errorPath) }

  func send(_ signal: Int32) { kill(identifier, signal) }

  /// The exit status, or the negative number of the signal that ended it.
  func exitStatus(within seconds: Double = 60) throws -> Int32 {
    try Patience.until("process \(identifier) ends; its log is:\n\(errorText.suffix(2000))", seconds: seconds) {
      isOver
    }
    let raw = status ?? 0
    return raw & 0x7f == 0 ? (raw >> 8) & 0xff : -(raw & 0x7f)
  }

  /// Whether the process has ended.
  var isOver: Bool {
    if status != nil { return true }
    var raw: Int32 = 0
    if waitpid(identifier, &raw, WNOHANG) == identifier { status = raw }
    return status != nil
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
