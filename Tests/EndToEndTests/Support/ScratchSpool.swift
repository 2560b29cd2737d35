import Glibc

/// A spool in a folder of its own, with the daemons that run on it; it goes when the test is over.
final class ScratchSpool {
  let scratch: String
  var root: String { scratch + "/spool" }
  private var runs = 0

  init() {
    var template = Array("/tmp/dispaccio-e2e.XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    precondition(isMade, "no folder can be made in /tmp")
    scratch = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for folder in [root, root + "/inbox"] { mkdir(folder, 0o755) }
  }

  deinit { Files.remove(Array(scratch.utf8)) }

  // MARK: - Reports

  /// Puts a report into the inbox as a whole: written beside it, then moved in.
  func drop(_ name: [UInt8], _ bytes: [UInt8]) {
    let temporary = Array("\(scratch)/dropping".utf8)
    Files.write(bytes, to: temporary)
    Files.rename(temporary, to: Array("\(root)/inbox/".utf8) + name)
  }

  func drop(_ name: String, _ text: String) { drop(Array(name.utf8), Array(text.utf8)) }

  // MARK: - Daemons

  /// A folder for pipelines with one that knows no words but those of a brief's page; the test writes its settings.
  func makeSmallPipeline() -> String {
    let pipelines = scratch + "/pipelines"
    for folder in ["", "/conflict", "/common", "/common/it", "/common/en"] { mkdir(pipelines + folder, 0o755) }
    for file in ["it", "en"].map({ "/common/\($0)/phrases.tsv" }) {
      Files.write(Files.text(Built.pipelines + file), to: pipelines + file)
    }
    return pipelines
  }

  /// Starts `dispaccio` with a verb on this spool.
  func start(
    _ verb: String, _ options: [String] = [], environment: [String: String] = [:], prefix: [String] = [],
    pipelines: String = Built.pipelines
  ) throws -> ChildProcess {
    runs += 1
    let places = ["--config", "/dev/null", "--spool", root, "--pipelines", pipelines]
    return try ChildProcess(
      prefix + [Built.dispaccio, verb] + places + options, environment: environment,
      output: "\(scratch)/run\(runs)")
  }

  /// Starts the daemon without settle times and waits until it is ready.
  func startReady(
    _ options: [String] = [], prefix: [String] = [], pipelines: String = Built.pipelines,
    environment: [String: String] = [:]
  ) throws -> (daemon: ChildProcess, notify: NotifySocket) {
    let notify = NotifySocket("\(scratch)/notify\(runs)")
    chmod(notify.environmentValue, 0o777)
    var variables = environment
    variables["NOTIFY_SOCKET"] = notify.environmentValue
    let daemon = try start(
      "run", ["--settle", "0", "--empty-grace", "0"] + options, environment: variables, prefix: prefix,
      pipelines: pipelines)
    try notify.await("READY=1")
    return (daemon, notify)
  }

  // MARK: - What lies where

  /// Names of the records in `out/`.
  var records: [String] { Files.names(in: root + "/out").filter { $0.hasSuffix(".json") } }

  /// Tickets in `work/`.
  var inWork: [String] { Files.names(in: root + "/work") }

  /// The originals below a folder of items: their names and bytes.
  func originals(in folder: String) -> [(name: [UInt8], bytes: [UInt8])] {
    Files.tree(Array("\(root)/\(folder)".utf8)).compactMap { path in
      let parts = path.split(separator: 47).map(Array.init)
      guard parts.count > 1, parts[parts.count - 2] == Array("original".utf8), let name = parts.last else { return nil }
      return (name, Files.read(path) ?? [])
    }
  }

  /// The classes that the reasons in `failed/` give, by the original's name.
  func reasons() -> [[UInt8]: String] {
    var reasons: [[UInt8]: String] = [:]
    for ticket in Files.names(in: root + "/failed") {
      let text = Files.text("\(root)/failed/\(ticket)/reason.json")
      let name = Files.names(in: Array("\(root)/failed/\(ticket)/original".utf8)).first ?? []
      reasons[name] = JSONFields.string("class", in: text) ?? "?"
    }
    return reasons
  }
}
