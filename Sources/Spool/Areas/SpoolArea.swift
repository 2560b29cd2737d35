/// The folders of a spool in which reports lie.
public enum SpoolArea: String, Sendable, CaseIterable {
  /// Not yet taken.
  case inbox
  /// Under way, or left over by a crash.
  case work
  /// Waiting for a later try.
  case deferred
  /// Given up.
  case failed
  /// Finished; the originals.
  case done
}
