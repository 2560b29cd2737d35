/// Why a brief leaves a sentence of the report out.
public enum LeftOut: String, Error, Sendable {
  /// A question or an outcry.
  case question
  /// Older than the news.
  case background
  /// Belongs to another case than the report's own.
  case anotherCase = "another case"
  /// The report's own judgement, which stands under a heading of its own or nowhere.
  case judgement
  /// Says nothing that was not told.
  case repeated
  /// Cannot stand without a sentence that is not to be had.
  case leans = "leans on a sentence that cannot be told"
  /// Takes for known what only a sentence brings in that cannot be told: "the incident", a last name.
  case unknown = "takes for known what is not told"
  /// There was no room for it and what it leans on.
  case noRoom = "no room"
  /// Weighs too little.
  case worthLittle = "worth little"

  /// Whether it may be told after all once more of the report is.
  var maySettle: Bool { self == .leans || self == .unknown }
}
