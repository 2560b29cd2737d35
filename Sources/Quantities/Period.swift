/// How long something lasts: so many of each unit.
public struct Period: Sendable, Hashable {
  /// A unit of time, in the order in which ISO 8601 writes them.
  public enum Unit: Int, Sendable, CaseIterable {
    case year, month, week, day, hour, minute, second

    /// `Y`, `M`, `W`, `D`, `TH`, `TM`, `TS`
    var letters: String {
      switch self {
      case .year: "Y"
      case .month: "M"
      case .week: "W"
      case .day: "D"
      case .hour: "TH"
      case .minute: "TM"
      case .second: "TS"
      }
    }
  }

  /// The parts, the greatest unit first.
  public private(set) var parts: [(unit: Unit, amount: Amount)]

  init(_ amount: Amount, _ unit: Unit) { parts = [(unit, amount)] }

  /// With more of a unit; nil if the unit is there already.
  func adding(_ other: Period) -> Period? {
    guard !other.parts.contains(where: { part in parts.contains { $0.unit == part.unit } }) else { return nil }
    var found = self
    found.parts = (parts + other.parts).sorted { $0.unit.rawValue < $1.unit.rawValue }
    return found
  }

  func times(_ amount: Amount) -> Period? {
    var found = self
    for index in parts.indices {
      guard let product = parts[index].amount.times(amount) else { return nil }
      found.parts[index].amount = product
    }
    return found
  }

  /// Whether it is no part of a day.
  public var isInDays: Bool { parts.allSatisfy { $0.unit.rawValue <= Unit.day.rawValue } }

  /// The day that lies so far behind another one, or before it; nil where only whole units can be reckoned with.
  func day(from start: CalendarDay, backwards: Bool) -> CalendarDay? {
    var found = start
    for part in parts {
      guard let whole = part.amount.whole, whole < 1_000_000 else { return nil }
      let count = backwards ? -whole : whole
      let next: CalendarDay? =
        switch part.unit {
        case .year: found.adding(months: count * 12)
        case .month: found.adding(months: count)
        case .week: found.adding(days: count * 7)
        case .day: found.adding(days: count)
        case .hour, .minute, .second: nil
        }
      guard let next else { return nil }
      found = next
    }
    return found
  }

  /// As ISO 8601 writes it: `P2Y1M21D`, `PT1.5H`.
  public var text: String {
    var text = "P"
    var isInTime = false
    for part in parts {
      let letters = part.unit.letters
      if letters.count == 2, !isInTime {
        text += "T"
        isInTime = true
      }
      text += part.amount.text + String(letters.suffix(1))
    }
    return text
  }

  /// Whether both have the same parts.
  public static func == (left: Period, right: Period) -> Bool { left.text == right.text }
  /// Hashes the parts.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
