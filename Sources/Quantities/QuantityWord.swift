/// What a word or phrase does to the numbers and days around it.
struct QuantityWord: Sendable {
  enum Kind: UInt8, CaseIterable, Sendable {
    /// The kind that a table names.
    init?(name: String) {
      guard let kind = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
      self = kind
    }

    case month, weekday
    /// The name of a month or day that without a capital is another word: "may".
    case capital
    /// A day by itself, so many days from today: "ieri".
    case day
    /// One so many days from what was told last, where a clause ends: "il giorno dopo".
    case storyDay
    /// A length of time, one or several: "ora", "settimane".
    case unit, units
    /// One that stands without a number: "semestre", "mezzora".
    case span
    /// Behind a length: so long before today, "fa", "ago".
    case ago
    /// Behind a length: so long after today, "from now".
    case hence
    /// Behind a length: so long after or before what was told last, "dopo", "earlier".
    case later, earlier
    /// Before a length: so long after today, "tra", "in".
    case within
    /// Behind or before what lies one unit on or back, or is going on: "prossimo", "last", "questo".
    case next, last, current
    /// All of a unit: "tutta la", "whole".
    case whole
    /// "fine", "inizio": a part of a month or a year.
    case edge
    /// A small number that nobody counted: "pochi", "a few".
    case few
    /// A number in words that is only about right: "dozzina", "dozen".
    case collective
    /// A power of ten in short: "mln", "k".
    case magnitude
    /// "per cento", "%"
    case percent
    case money, measure
    /// Names something by the number behind it: "n.", "Brigata"; with 1 only if it has a capital, "Route", with 2 only
    /// behind an article, "the number two".
    case label
    /// Before the hour: "alle", "ore"; behind it, with the hours to add: "p.m."
    case hour, meridiem
    /// A whole hour by itself: "mezzogiorno".
    case noon
    /// "aged", "di età": an age follows, or stands before.
    case aged
    /// Makes a length an age: "old".
    case old
    /// Before a day of the month that stands alone: "on", "for".
    case dayLead
    case and, or, of, from, to, between, on, definite, indefinite, `in`
    /// "punto", "virgola": before decimals in words.
    case point
    /// "su", "out of": before a whole of which there is a part.
    case outOf
    /// Before a year or a row of years: "nel", "since"; "gli anni".
    case year, years
  }

  var kind: Kind
  /// The number that the table gives, 0 if none.
  var number = 0
  /// The position of the unit that the table gives, of time or otherwise.
  var unit = 0
  /// Whether it is a short form, "ott": a full stop behind it belongs to it.
  var isShort = false
}
