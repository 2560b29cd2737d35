import Glibc

/// What this machine allows, for the conditions of tests: one that cannot be tried is skipped and told as such.
enum Machine {
  /// What to put before a command so that it may not read everything; nothing for those who may not anyway.
  static let asNobody =
    geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"] : []

  /// Whether the program runs as nobody, where it was built.
  static let mayBeNobody = succeeds(
    asNobody + [Built.dispaccio, "check", "--config", "/dev/null", "--pipelines", Built.pipelines])

  /// Whether the fault suite can run: it compiles its injector.
  static let hasFaultSuite = succeeds(["python3", "--version"]) && succeeds(["cc", "--version"])

  /// Whether mounts can be made that nobody else sees.
  static let mayMount = geteuid() == 0 && succeeds(["unshare", "-m", "mount", "--bind", "/tmp", "/tmp"])

  private static func succeeds(_ command: [String]) -> Bool {
    let scratch = ScratchSpool()
    let process = try? ChildProcess(command, output: scratch.scratch + "/trial")
    return (try? process?.exitStatus()) == 0
  }
}
