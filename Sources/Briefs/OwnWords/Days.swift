import DocumentModel

/// Days beside a report's own day.
enum Days {
  /// The day so many days later; nil where only the year, which the report does not give, would decide.
  static func moved(_ day: Masthead.Day, by offset: Int) -> (month: Int, day: Int)? {
    let moved = day.day + offset
    if moved < 1 {
      let previous = day.month == 1 ? 12 : day.month - 1
      guard let length = length(of: previous, day.year) else { return nil }
      return (previous, length + moved)
    }
    if moved <= 28 { return (day.month, moved) }
    guard let length = length(of: day.month, day.year) else { return nil }
    return moved <= length ? (day.month, moved) : (day.month == 12 ? 1 : day.month + 1, moved - length)
  }

  private static func length(of month: Int, _ year: Int?) -> Int? {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      guard let year else { return nil }
      return year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: return 31
    }
  }
}
