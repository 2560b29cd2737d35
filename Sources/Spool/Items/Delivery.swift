public import Instrumentation

/// The outputs of a document.
public struct Delivery: Sendable {
  /// One file for `out/`.
  public struct Output: Sendable {
    /// Its name, at most 255 bytes.
    public let fileName: [UInt8]
    /// What it holds.
    public let bytes: [UInt8]

    /// An output.
    public init(fileName: [UInt8], bytes: [UInt8]) {
      self.fileName = fileName
      self.bytes = bytes
    }
  }

  /// What follows the id in the name of the record's file.
  public static let recordSuffix = ".json"

  /// The fact of the ledger that lists the ids of the other records from the same file, with spaces between them.
  public static let furtherKey = "further"

  /// The id of the record; of the first one, where a file holds several reports.
  public let id: [UInt8]
  /// The files in the order in which they appear; the record last, since its presence means that all are there. None for
  /// what was delivered before.
  public let outputs: [Output]
  /// Whether this is the document's first arrival or a second one.
  public let completion: Completion
  /// The rules that made it, and the SHA-256 of its source in hexadecimal, so that the next arrival of the same report is
  /// known; nil when there is nothing to remember.
  public let origin: (ruleset: String, content: String?)?
  /// Further facts for the ledger.
  public let ledger: [(key: String, value: String)]

  /// A delivery.
  public init(
    id: [UInt8], outputs: [Output], completion: Completion = .written,
    origin: (ruleset: String, content: String?)? = nil, ledger: [(key: String, value: String)] = []
  ) {
    self.id = id
    self.outputs = outputs
    self.completion = completion
    self.origin = origin
    self.ledger = ledger
  }

  /// The same as a second arrival, which leaves the outputs as they are.
  var repeated: Delivery {
    Delivery(id: id, outputs: [], completion: .duplicate, origin: origin, ledger: ledger)
  }
}

/// Why a document is given up.
public struct Rejection: Sendable {
  /// Its class.
  public let failure: FailureClass
  /// The stage that refused it.
  public let stage: String?
  /// What is wrong, for a person.
  public let message: String
  /// What to try.
  public let remedy: String
  /// The id of the record that it would have had, if known.
  public let id: [UInt8]?
  /// What the stages cost until then.
  public let stages: StageTimes

  /// A rejection.
  public init(
    class failure: FailureClass, stage: String? = nil, message: String, remedy: String = "", id: [UInt8]? = nil,
    stages: StageTimes = StageTimes()
  ) {
    self.failure = failure
    self.stage = stage
    self.message = message
    self.remedy = remedy
    self.id = id
    self.stages = stages
  }
}

/// How the spool settled an item that was handed back to it.
public enum Settlement: Sendable, Equatable {
  /// It has left `work/`, as surely as the durability asks, at this time.
  case committed(WallTime)
  /// It has left `work/` at this time, too, as a second arrival: the same record had been delivered, perhaps while this
  /// one was worked on.
  case repeated(WallTime)
  /// It could not be delivered for a reason of its own and lies in `failed/`.
  case rejected
  /// It stays in `work/`, or waits in `deferred/`, and will be offered again.
  case kept
}
