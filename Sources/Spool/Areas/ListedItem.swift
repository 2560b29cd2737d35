public import Instrumentation

/// A report in an area of the spool, as an operator is shown it.
public struct ListedItem: Sendable {
  /// Where it lies.
  public let area: SpoolArea
  /// The folder below the spool, as in `failed/18b…-000001`; for the inbox the file itself, escaped.
  public let place: String
  /// Its item's name; nil in the inbox.
  public let ticket: String?
  /// Where it was below the inbox, escaped.
  public let path: String
  /// The pipeline that its folder selects.
  public let pipeline: String?
  /// Its size.
  public let bytes: Int
  /// When it was taken; nil in the inbox.
  public let received: WallTime?
  /// The class of its failure, for those that failed or wait because of one.
  public let failure: String?
  /// What went wrong, for a person.
  public let message: String?
  /// What to try.
  public let remedy: String?
  /// The id of its record, if a failure came after that was known.
  public let id: String?
  /// Tries so far.
  public let attempts: Int
  /// When it is tried again.
  public let notBefore: WallTime?
  /// Why an operator dropped it.
  public let dropped: String?

  /// The item as fields, in a fixed order, for JSON.
  public var fields: Fields {
    var fields = Fields()
    // A word that programs read.
    fields.add("shelf", area.rawValue)
    fields.add("ticket", ticket)
    fields.add("place", place)
    fields.add("path", path)
    fields.add("pipeline", pipeline)
    fields.add("bytes", bytes)
    fields.add("received", received?.iso8601)
    fields.add("class", failure)
    fields.add("message", message)
    fields.add("remedy", remedy)
    fields.add("id", id)
    fields.add("attempts", attempts)
    fields.add("not_before", notBefore?.iso8601)
    fields.add("dropped", dropped)
    return fields
  }
}
