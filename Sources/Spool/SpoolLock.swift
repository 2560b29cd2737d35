import Instrumentation

/// The lock that keeps a second daemon off the spool; it ends with the process, however that ends.
final class SpoolLock: Sendable {
  private static let name = Array("lock".utf8)
  private let descriptor: Descriptor
  /// Why the number of this process could not be left in the file; nil when it was. The lock needs no room, the number
  /// does, and is there for other people's messages only.
  let refusal: SpoolError?

  init(state: Folder) throws(SpoolError) {
    let subject = state.display(Self.name)
    let descriptor = try System.open(Self.name, in: state, for: .marking)
    guard try System.lock(descriptor, subject) else {
      let text = (try? System.read(Self.name, in: state, limit: 64)) ?? []
      let process = Int(String(decoding: text.prefix { $0 != 0x0a }, as: UTF8.self))
      throw SpoolError(
        kind: .locked(process: process), operation: "locking", subject: EscapedName.text(subject),
        reason: "another dispaccio\(process.map { " (process \($0))" } ?? "") works on this spool",
        remedy: "Stop that one first, or give this one another spool.")
    }
    do throws(SpoolError) {
      try System.truncate(descriptor, subject)
      try System.write(Array("\(System.processNumber)\n".utf8), to: descriptor, subject)
      refusal = nil
    } catch {
      guard error.isLackOfRoom else { throw error }
      refusal = error
    }
    self.descriptor = descriptor
  }
}
