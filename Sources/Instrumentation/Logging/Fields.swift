/// The facts of one event, in the order in which they are written.
///
/// A log handler that knows this type writes each field by itself; any other one prints ``description``.
public struct Fields: Sendable, CustomStringConvertible {
  /// What a field may hold.
  public indirect enum Value: Sendable {
    /// Words. Names must have been escaped.
    case text(String)
    /// A count.
    case integer(Int64)
    /// A duration, given in nanoseconds and written in milliseconds with three decimals.
    case milliseconds(UInt64)
    /// Yes or no.
    case flag(Bool)
    /// Words in order.
    case list([String])
    /// Fields under a common key.
    case nested(Fields)
  }

  /// Keys and values, in order.
  public private(set) var entries: [(key: String, value: Value)] = []

  /// No fields yet.
  public init() {}

  /// Adds words; nothing when nil.
  public mutating func add(_ key: String, _ text: String?) {
    if let text { entries.append((key, .text(text))) }
  }

  /// Adds a count.
  public mutating func add(_ key: String, _ number: some BinaryInteger) {
    entries.append((key, .integer(Int64(clamping: number))))
  }

  /// Adds a duration in nanoseconds, to be written in milliseconds.
  public mutating func add(_ key: String, nanoseconds: UInt64) {
    entries.append((key, .milliseconds(nanoseconds)))
  }

  /// Adds yes or no.
  public mutating func add(_ key: String, _ flag: Bool) {
    entries.append((key, .flag(flag)))
  }

  /// Adds words in order.
  public mutating func add(_ key: String, _ list: [String]) {
    entries.append((key, .list(list)))
  }

  /// Adds fields under a common key; nothing when there are none.
  public mutating func add(_ key: String, _ fields: Fields) {
    if !fields.entries.isEmpty { entries.append((key, .nested(fields))) }
  }

  /// The fields as `key=value`.
  public var description: String {
    var line: [UInt8] = []
    LogfmtWriter.append(self, prefix: "", to: &line)
    return String(decoding: line, as: UTF8.self)
  }
}

/// Milliseconds with three decimals, without a floating-point number on the way.
func millisecondText(_ nanoseconds: UInt64) -> String {
  let microseconds = (nanoseconds &+ 500) / 1_000
  let decimals = String(microseconds % 1_000)
  return "\(microseconds / 1_000).\(String(repeating: "0", count: 3 - decimals.utf8.count))\(decimals)"
}
