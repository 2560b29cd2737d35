/// An operator's pause as it lies in `state/`, so that neither a restart nor an upgrade ends it.
enum KeptPause {
  private static let name = Array("paused".utf8)
  private static let limit = 4096

  /// The operator's words; nil when nobody paused. A note that cannot be read still pauses.
  static func message(in state: Folder) -> String? {
    do throws(SpoolError) {
      return String(decoding: try System.read(name, in: state, limit: limit), as: UTF8.self)
    } catch {
      return error.kind == .missing ? nil : "Paused by an operator"
    }
  }

  /// Whether there is one, for those who may not be allowed to look.
  static func isSeen(in state: Folder) -> Bool { (try? System.trace(name, in: state)) != nil }

  /// Keeps the words; whoever reads sees the old ones or these.
  static func keep(_ message: String, in state: Folder) throws(SpoolError) {
    let fresh = name + Array(".new".utf8)
    System.removeQuietly(fresh, in: state)
    try System.write(Array(message.utf8.prefix(limit)), as: fresh, in: state, synced: true)
    try System.rename(fresh, in: state, to: name, in: state)
    try System.sync(state)
  }

  /// Ends it; nothing when nobody paused.
  static func end(in state: Folder) throws(SpoolError) {
    do throws(SpoolError) {
      try System.remove(name, in: state)
    } catch {
      if error.kind == .missing { return }
      throw error
    }
    try System.sync(state)
  }
}
