/// What a histogram measures; it fixes the bounds of its buckets.
public enum HistogramUnit: String, Sendable, Codable {
  /// Nanoseconds, from 1 µs to 100 s.
  case nanoseconds
  /// Bytes, from 100 bytes to 10 GB.
  case bytes

  /// Upper bounds of the buckets, ascending; one more bucket takes what is above.
  ///
  /// Ten bounds a decade keep a quantile within about a quarter of its true value at any scale, and contain every
  /// bound that the Prometheus text is to show (1, 2.5 and 5 of each decade, 30 s, 60 s), so that the coarse buckets are
  /// exact sums of the fine ones.
  public var bounds: [UInt64] {
    switch self {
    case .nanoseconds: Self.nanosecondBounds
    case .bytes: Self.byteBounds
    }
  }

  private static let nanosecondBounds = ladder(from: 1_000)
  private static let byteBounds = ladder(from: 100)

  private static func ladder(from first: UInt64) -> [UInt64] {
    var bounds: [UInt64] = []
    var decade = first
    for _ in 0..<8 {
      for hundredths: UInt64 in [100, 125, 160, 200, 250, 300, 400, 500, 600, 800] {
        bounds.append(decade * hundredths / 100)
      }
      decade *= 10
    }
    bounds.append(decade)
    return bounds
  }
}

/// Counts of values by size: 82 buckets, so that p50, p95 and p99 can be told at any time at no cost.
public struct Histogram: Sendable, Codable, Equatable {
  /// What is measured.
  public let unit: HistogramUnit

  /// How many values fell into each bucket; the last one has no upper bound.
  public private(set) var counts: [UInt64]

  /// Sum of all values.
  public private(set) var sum: UInt64 = 0

  /// Number of values.
  public private(set) var count: UInt64 = 0

  /// An empty histogram.
  public init(unit: HistogramUnit) {
    self.unit = unit
    counts = Array(repeating: 0, count: unit.bounds.count + 1)
  }

  /// Adds a value.
  public mutating func record(_ value: UInt64) {
    let bounds = unit.bounds
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] < value { low = middle + 1 } else { high = middle }
    }
    counts[low] += 1
    sum &+= value
    count += 1
  }

  /// The value below which the share `q` (0 to 1) of all values lies, taken from the middle of nothing finer than a
  /// bucket: linear within it. 0 when empty.
  public func quantile(_ q: Double) -> UInt64 {
    guard count > 0 else { return 0 }
    let rank = min(max(q, 0), 1) * Double(count)
    let bounds = unit.bounds
    var below = 0.0
    for (bucket, number) in counts.enumerated() where number > 0 {
      if below + Double(number) >= rank {
        guard bucket < bounds.count else { return bounds.last ?? 0 }
        let floor = bucket == 0 ? 0 : bounds[bucket - 1]
        return floor + UInt64(Double(bounds[bucket] - floor) * max(0, rank - below) / Double(number))
      }
      below += Double(number)
    }
    return bounds.last ?? 0
  }

  /// How many values are at most `bound`; exact when `bound` is one of ``HistogramUnit/bounds``.
  public func cumulative(upTo bound: UInt64) -> UInt64 {
    zip(unit.bounds, counts).prefix { $0.0 <= bound }.reduce(0) { $0 + $1.1 }
  }

  /// What was added since an earlier state of this histogram.
  public func minus(_ earlier: Histogram) -> Histogram {
    guard earlier.unit == unit, earlier.counts.count == counts.count, earlier.count <= count else { return self }
    var result = self
    for bucket in counts.indices { result.counts[bucket] = counts[bucket] &- earlier.counts[bucket] }
    result.sum = sum &- earlier.sum
    result.count = count - earlier.count
    return result
  }
}
