public import DocumentModel

/// A number, a date or a length of time in a text: one unit, however many words it is written in.
public struct Quantity: Sendable, Hashable {
  /// What it measures.
  public enum Value: Sendable, Hashable {
    /// A number, which may count something: "1.200", "duemilatrecento", "half a million".
    case number(Amount)
    /// A number that is only about right: "una trentina", "two dozen".
    case about(Amount)
    /// From one number to another: "10-15", "otto o dieci".
    case range(Amount, Amount)
    /// A place in a row: "3°", "twenty-first".
    case ordinal(Int)
    /// "il 40 per cento"
    case percentage(Amount)
    /// One part of a whole, or so many out of so many: "due terzi", "one in three".
    case part(Amount)
    /// A sum of money.
    case money(Amount)
    /// A length, a weight, an area; the unit as the table names it.
    case measure(Amount, String)
    /// From one length or weight to another.
    case measures(Amount, Amount, String)
    /// Somebody's age in years, or a shorter unit.
    case age(Period)
    /// A name made with a number: "Brigata 309", "n. 2", "A1".
    case label
    /// A result: "3-1".
    case score
    /// An hour of the day, in minutes since midnight.
    case clock(Int)
    /// A day, a month or a year.
    case date(PartialDay)
    /// From one day to another.
    case dates(PartialDay, PartialDay)
    /// A week of the ISO calendar.
    case week(year: Int, week: Int)
    /// So far from a day that the text does not give: "two days later"; `backwards` if it lies before.
    case distance(Period, backwards: Bool)
    /// How long.
    case duration(Period)
    /// Ten years: "the 1990s", with the first of them.
    case decade(Int)
  }

  /// What a day is reckoned from.
  public enum Anchor: Sendable, Hashable {
    /// Nothing: the words give it.
    case none
    /// The day of the report: "ieri", "two days ago".
    case report
    /// Something told before: "due giorni dopo".
    case story
  }

  /// What it measures.
  public var value: Value
  /// What a day is reckoned from.
  public var anchor = Anchor.none
  /// Whether the figures of a day allow another one, and only custom decides: "02/10/2016".
  public var isGuessed = false
  /// The words.
  public var span: TextSpan
  /// The tokens, as positions in the document's.
  public var tokens: Range<Int>

  /// The tokens of the number that it begins with and the number itself, where something else follows: "3 milioni" in
  /// "3 milioni di euro".
  public var leading: Leading?

  /// A number that begins a longer unit.
  public struct Leading: Sendable, Hashable {
    /// The tokens, as positions in the document's.
    public var tokens: Range<Int>
    /// The number.
    public var amount: Amount
  }

  /// The number, if it is one that counts: no age, no date, no name.
  public var count: Amount? {
    switch value {
    case .number(let amount), .about(let amount): amount
    default: nil
    }
  }

  /// The kind as lists of quantities name it.
  public var kind: String {
    switch value {
    case .number: "number"
    case .about: "about"
    case .range: "range"
    case .ordinal: "ordinal"
    case .percentage: "percentage"
    case .part: "part"
    case .money: "money"
    case .measure, .measures: "measure"
    case .age: "age"
    case .label: "label"
    case .score: "score"
    case .clock: "clock"
    case .date, .dates, .week, .distance, .decade: "date"
    case .duration: "duration"
    }
  }

  /// The value in figures, dates as TimeML writes them: `116`, `2016-10-02`, `PT3H`, `XXXX-WXX-5`.
  public var text: String {
    switch value {
    case .number(let amount), .about(let amount), .part(let amount), .money(let amount): amount.text
    case .range(let low, let high): "\(low.text)/\(high.text)"
    case .ordinal(let position): String(position)
    case .percentage(let amount): amount.text + "%"
    case .measure(let amount, let unit): "\(amount.text) \(unit)"
    case .measures(let low, let high, let unit): "\(low.text)/\(high.text) \(unit)"
    case .age(let period), .duration(let period): period.text
    case .label, .score: "-"
    case .clock(let minutes):
      "T\(CalendarDay.padded(minutes / 60, 2)):\(CalendarDay.padded(minutes % 60, 2))"
    case .date(let day): day.text
    case .dates(let first, let last): "\(first.text)/\(last.text)"
    case .week(let year, let week): "\(year)-W\(CalendarDay.padded(week, 2))"
    case .distance(let period, let backwards): (backwards ? "-" : "+") + period.text
    case .decade(let year): String(year / 10) + "X"
    }
  }
}
