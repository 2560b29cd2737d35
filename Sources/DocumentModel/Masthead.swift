/// A day as a report gives it: without a year where the report has none.
public struct ReportDay: Sendable, Hashable {
  /// The year, if the words give one.
  public var year: Int?
  /// The month from 1 to 12.
  public var month: Int
  /// The day of the month from 1.
  public var day: Int
  /// The words.
  public var span: TextSpan

  /// Makes a day.
  public init(year: Int?, month: Int, day: Int, span: TextSpan) {
    self.year = year
    self.month = month
    self.day = day
    self.span = span
  }
}

/// What a report says of itself around its text: title, source, day, dateline, furniture.
public struct Masthead: Sendable, Hashable {
  /// The title without the site's name behind it.
  public var title: TextSpan?
  /// The agency or outlet that the report names as its own.
  public var publisher: String?
  /// The day on which it was published.
  public var published: ReportDay?
  /// The dateline at the head of the first sentence, its dash included.
  public var dateline: TextSpan?
  /// The words of the place in the dateline.
  public var datelinePlace: TextSpan?
  /// Stretches inside sentences that are agency furniture: "(Res)", "(Segue)".
  public var furniture: [TextSpan]

  /// Makes a masthead.
  public init(
    title: TextSpan? = nil, publisher: String? = nil, published: ReportDay? = nil, dateline: TextSpan? = nil,
    datelinePlace: TextSpan? = nil, furniture: [TextSpan] = []
  ) {
    self.title = title
    self.publisher = publisher
    self.published = published
    self.dateline = dateline
    self.datelinePlace = datelinePlace
    self.furniture = furniture
  }
}
