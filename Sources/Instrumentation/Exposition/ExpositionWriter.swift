/// Writes metric families one after another, as lines of text.
struct ExpositionWriter {
  enum Kind: String {
    case counter, gauge, histogram
  }

  private(set) var text = ""
  private let dialect: ExpositionDialect

  init(_ dialect: ExpositionDialect) {
    self.dialect = dialect
  }

  /// Begins a family: each name at most once, its samples right after. A counter's `name` ends in `_total`.
  mutating func family(_ name: String, _ kind: Kind, _ help: String) {
    var name = name[...]
    if dialect == .openMetrics && kind == .counter && name.hasSuffix("_total") { name = name.dropLast(6) }
    // OpenMetrics wants HELP and TYPE of the family's bare name; its order is free.
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  /// One sample of the family; label values are escaped.
  mutating func sample(_ name: String, _ labels: [(key: String, value: String)] = [], _ value: Double) {
    text += name
    write(labels)
    text += " \(Self.number(value))\n"
  }

  /// The samples of one histogram: a cumulative count for each bound, the sum and the count.
  mutating func histogram(
    _ name: String, _ labels: [(key: String, value: String)], _ histogram: Histogram
  ) {
    for bound in ExpositionBound.bounds(of: histogram.unit) {
      sample(name + "_bucket", labels + [("le", bound.text)], Double(histogram.cumulative(upTo: bound.value)))
    }
    sample(name + "_bucket", labels + [("le", "+Inf")], Double(histogram.count))
    sample(name + "_sum", labels, histogram.unit == .nanoseconds ? Double(histogram.sum) / 1e9 : Double(histogram.sum))
    sample(name + "_count", labels, Double(histogram.count))
  }

  /// The end of the text, where the dialect has one.
  mutating func end() {
    if dialect == .openMetrics { text += "# EOF\n" }
  }

  private mutating func write(_ labels: [(key: String, value: String)]) {
    guard !labels.isEmpty else { return }
    text += "{" + labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",") + "}"
  }

  private static func escaped(_ value: String) -> String {
    guard value.utf8.contains(where: { [0x22, 0x5c, 0x0a].contains($0) }) else { return value }
    return value.map { character in
      switch character {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: String(character)
      }
    }.joined()
  }

  /// A whole number without a fraction, any other the shortest way that reads back the same.
  static func number(_ value: Double) -> String {
    if let whole = Int64(exactly: value), abs(whole) < 1 << 53 { return String(whole) }
    return value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-Inf" : "+Inf") : "\(value)"
  }
}

/// An upper bound of a bucket that the text shows: few of the many that are counted, so that scrapes stay small.
struct ExpositionBound {
  let value: UInt64
  /// As the text says it, in seconds or bytes; scrapers compare these as strings, so they never change.
  let text: String

  static func bounds(of unit: HistogramUnit) -> [ExpositionBound] {
    switch unit {
    case .nanoseconds: nanoseconds
    case .bytes: bytes
    }
  }

  // A stage takes a tenth of a millisecond, as a rule: the first three bounds tell such stages apart.
  private static let nanoseconds: [ExpositionBound] = [
    .init(value: 100_000, text: "0.0001"), .init(value: 250_000, text: "0.00025"),
    .init(value: 500_000, text: "0.0005"), .init(value: 1_000_000, text: "0.001"),
    .init(value: 2_500_000, text: "0.0025"), .init(value: 5_000_000, text: "0.005"),
    .init(value: 10_000_000, text: "0.01"), .init(value: 25_000_000, text: "0.025"),
    .init(value: 50_000_000, text: "0.05"), .init(value: 100_000_000, text: "0.1"),
    .init(value: 250_000_000, text: "0.25"), .init(value: 500_000_000, text: "0.5"),
    .init(value: 1_000_000_000, text: "1.0"), .init(value: 2_500_000_000, text: "2.5"),
    .init(value: 5_000_000_000, text: "5.0"), .init(value: 10_000_000_000, text: "10.0"),
    .init(value: 30_000_000_000, text: "30.0"), .init(value: 60_000_000_000, text: "60.0"),
  ]

  private static let bytes: [ExpositionBound] = [
    .init(value: 250, text: "250.0"), .init(value: 1000, text: "1000.0"), .init(value: 2500, text: "2500.0"),
    .init(value: 5000, text: "5000.0"), .init(value: 10_000, text: "10000.0"), .init(value: 25_000, text: "25000.0"),
    .init(value: 100_000, text: "100000.0"), .init(value: 250_000, text: "250000.0"),
    .init(value: 1_000_000, text: "1e+06"), .init(value: 2_500_000, text: "2.5e+06"),
    .init(value: 10_000_000, text: "1e+07"), .init(value: 25_000_000, text: "2.5e+07"),
  ]
}
