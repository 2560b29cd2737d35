internal import Spool

/// Something that a check of the spool found.
public struct SpoolFinding: Codable, Sendable {
  /// What is concerned, escaped.
  public var place: String
  /// What is wrong.
  public var message: String
  /// What to do, or what was done.
  public var remedy: String
  /// Whether it has been mended.
  public var isMended: Bool
  /// Whether it is only worth knowing: nothing is lost by it.
  public var isNote: Bool

  init(_ finding: SpoolCheckFinding) {
    place = finding.place
    message = finding.message
    remedy = finding.remedy
    isMended = finding.isMended
    isNote = finding.isNote
  }
}
