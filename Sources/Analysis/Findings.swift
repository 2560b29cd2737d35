/// What is known of a report at some point of its way through the steps.
public struct Findings: OptionSet, Sendable, Hashable {
  /// A bit for each.
  public let rawValue: UInt16

  /// Makes a set.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The bytes of the file.
  public static let bytes = Findings(rawValue: 1 << 0)
  /// The text, its source and its name.
  public static let text = Findings(rawValue: 1 << 1)
  /// The text folded for case and compatibility.
  public static let folded = Findings(rawValue: 1 << 2)
  /// The language of the whole.
  public static let language = Findings(rawValue: 1 << 3)
  /// Words and sentences.
  public static let sentences = Findings(rawValue: 1 << 4)
  /// Mentions of entities.
  public static let mentions = Findings(rawValue: 1 << 5)
  /// Events, statements and days.
  public static let events = Findings(rawValue: 1 << 6)
  /// The record with its briefs.
  public static let record = Findings(rawValue: 1 << 7)
  /// The bytes of the record and of the briefs.
  public static let outputs = Findings(rawValue: 1 << 8)

  /// Their names, in the order in which they are found.
  var names: [String] {
    let all: [(Findings, String)] = [
      (.bytes, "bytes"), (.text, "text"), (.folded, "folded text"), (.language, "language"),
      (.sentences, "sentences"), (.mentions, "mentions"), (.events, "events"), (.record, "record"),
      (.outputs, "outputs"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}

extension AnalysisStep {
  /// What must be known before the step.
  public var requires: Findings {
    switch self {
    case .extract: .bytes
    case .normalize, .identify: .text
    case .split: [.text, .folded, .language]
    case .match: .sentences
    case .classify: [.text, .sentences, .mentions]
    case .summarize: [.text, .language, .sentences, .mentions, .events]
    case .write: .record
    }
  }

  /// What is known after it.
  public var provides: Findings {
    switch self {
    case .extract: .text
    case .normalize: .folded
    case .identify: .language
    case .split: .sentences
    case .match: .mentions
    case .classify: .events
    case .summarize: .record
    case .write: .outputs
    }
  }

  /// Refuses an order of steps in which one would lack what none before it provides.
  public static func check(_ order: [AnalysisStep]) throws(AnalysisError) {
    var known: Findings = .bytes
    for step in order {
      try step.demand(known)
      known.formUnion(step.provides)
    }
  }

  /// Refuses to go on without what the step requires.
  func demand(_ known: Findings) throws(AnalysisError) {
    let lacking = requires.subtracting(known)
    if !lacking.isEmpty { throw self.lacking(lacking.names.joined(separator: ", ")) }
  }

  /// That the step cannot go on without something.
  func lacking(_ what: String) -> AnalysisError {
    AnalysisError(
      step: self, errorClass: "internal", message: "The step \(rawValue) lacks \(what).",
      remedy: "This is a fault of the program: please report it with the document.")
  }
}
