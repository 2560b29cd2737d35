public import DaemonControl
public import ServiceSetup

extension DaemonFigures {
  /// The figures for people, a few lines.
  public var lines: [String] {
    let rules = pipelines.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    var lines = [
      "dispaccio \(version) runs as process \(process) since \(started), \(rules)",
      "spool: \(spool)\(isWatching ? "" : " (looked through at intervals only)")",
      "inbox \(inbox)\(inbox > 0 ? ", the oldest for \(Int(oldestSeconds)) s" : ""), work \(work), "
        + "from an earlier run \(recovering), deferred \(deferred), left alone \(skipped)",
      "since the start: \(delivered) delivered, \(duplicates) known already, \(failed) failed",
    ]
    if isDraining { lines.append("draining: nothing new is taken") }
    for (reason, message) in pauses.sorted(by: { $0.key < $1.key }) { lines.append("paused (\(reason)): \(message)") }
    return lines
  }

  /// The figures as one JSON object in one line.
  public func json() throws(ServiceError) -> [UInt8] { try ControlLine.encode(self) }
}

extension ItemsMoved {
  /// As one JSON object in one line.
  public func json() throws(ServiceError) -> [UInt8] { try ControlLine.encode(self) }
}

extension SpoolFinding {
  /// As one JSON object in one line.
  public func json() throws(ServiceError) -> [UInt8] { try ControlLine.encode(self) }
}

extension CacheFinding {
  /// One line of JSON, without its end.
  public func json() throws(ServiceError) -> [UInt8] { try ControlLine.encode(self) }
}
