/// What a report says of itself before and after it tells anything: its title, who published it, when and where.
public struct Masthead: Sendable, Hashable {
  /// The day that a report gives as its own.
  public struct Day: Sendable, Hashable {
    /// The year, only if the report writes it.
    public var year: Int?
    /// The month, from 1.
    public var month: Int
    /// The day of the month, from 1.
    public var day: Int
    /// The words of the day; nil where the file says it beside the report's words.
    public var span: TextSpan?

    /// Makes a day.
    public init(year: Int?, month: Int, day: Int, span: TextSpan?) {
      self.year = year
      self.month = month
      self.day = day
      self.span = span
    }

    /// The day of `2023-07-18`; nil for anything else.
    public init?(iso: String) {
      let parts = iso.split(separator: "-").map { Int($0) }
      guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...12).contains(month),
        (1...31).contains(day)
      else { return nil }
      self.init(year: year, month: month, day: day, span: nil)
    }

    /// The day as `2023-07-18`; nil without a year, which is never guessed.
    public var iso: String? {
      guard let year else { return nil }
      return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
  }

  /// The title without the site's name behind it and without a tag such as "URGENT:" before it.
  public var title: TextSpan?
  /// The agency or outlet that the report names as its publisher.
  public var publisher: String?
  /// The day that the masthead or its file gives; never a day inside the prose.
  public var published: Day?
  /// The head of the first body sentence up to and with the dash: "ROMA, 16 NOV (Adnkronos) -".
  public var dateline: TextSpan?
  /// The words of the place that the dateline names.
  public var datelinePlace: TextSpan?
  /// Stretches inside sentences that are no report text: "(Segue)", "RIPRODUZIONE RISERVATA", in order.
  public var furniture: [TextSpan]

  /// Makes a masthead.
  public init(
    title: TextSpan? = nil, publisher: String? = nil, published: Day? = nil, dateline: TextSpan? = nil,
    datelinePlace: TextSpan? = nil, furniture: [TextSpan] = []
  ) {
    self.title = title
    self.publisher = publisher
    self.published = published
    self.dateline = dateline
    self.datelinePlace = datelinePlace
    self.furniture = furniture
  }

  /// The words of a sentence behind the dateline, where it begins with it: "MOPTI | Nella mattinata di ieri …".
  public func behindDateline(_ sentence: TextSpan) -> TextSpan {
    guard let dateline, dateline.start == sentence.start, dateline.end < sentence.end else { return sentence }
    return TextSpan(dateline.end, sentence.end)
  }
}
