import DocumentModel
import Lexicons

extension Chunker {
  /// A count at a unit: "almeno nove", "più di 200", "una trentina di", "tra 10 e 15", "several".
  ///
  /// Returns the figure and the position of the unit after it.
  func figure(at start: Int) -> (figure: Figure, next: Int)? {
    var index = start
    var qualifier: FigureQualifier?
    while index < units.count, let found = units[index].qualifier {
      // "some" before a number is "about"; before a noun it is a quantifier.
      if index + 1 < units.count,
        isNumber(index + 1) || units[index + 1].collective != nil || isArticleBeforeCount(index + 1)
          || units[index + 1].qualifier != nil
      {
        qualifier = found
        index += 1
      } else {
        break
      }
    }
    if index < units.count, qualifier != nil, isArticleBeforeCount(index), units[index].collective == nil { index += 1 }
    guard index < units.count, !isAge(index) else { return nil }
    let unit = units[index]
    if let (minimum, maximum, next) = range(at: index) {
      return (
        Figure(minimum: minimum, maximum: maximum, kind: .range, span: span(start, next)), next
      )
    }
    if let value = unit.collective {
      let kind: FigureKind = qualifier == .atLeast || qualifier == .moreThan ? .atLeast : .about
      return (
        Figure(
          minimum: value, maximum: kind == .about ? value : nil, kind: kind, span: span(start, index + 1),
          isMoreThan: qualifier == .moreThan), index + 1
      )
    }
    if let value = number(index) {
      var next = index + 1
      var total = value
      // "2 milioni di", "three hundred thousand" are spelled out by the numerals; a digit before one multiplies.
      if unit.number != nil, next < units.count, let factor = units[next].numeral, factor >= 1000 {
        total *= factor
        next += 1
      }
      let span = span(start, next)
      switch qualifier {
      case nil: return (Figure(minimum: total, maximum: total, kind: .exact, span: span), next)
      case .atLeast, .moreThan:
        return (
          Figure(minimum: total, maximum: nil, kind: .atLeast, span: span, isMoreThan: qualifier == .moreThan), next
        )
      case .atMost: return (Figure(minimum: nil, maximum: total, kind: .atMost, span: span), next)
      case .about: return (Figure(minimum: total, maximum: total, kind: .about, span: span), next)
      }
    }
    if let row = unit.quantifier {
      let quantifier = lexicon.quantifiers[row]
      let span = span(start, index + 1)
      switch quantifier.kind {
      case "uncounted":
        return (
          Figure(minimum: quantifier.minimum, maximum: nil, kind: .uncounted, span: span, quantifier: row), index + 1
        )
      case "none":
        return (Figure(minimum: 0, maximum: 0, kind: .noneReported, span: span, quantifier: row), index + 1)
      default: return nil
      }
    }
    return nil
  }

  /// "her grandson, 7, died": a number between commas behind a word is somebody's age.
  private func isAge(_ index: Int) -> Bool {
    guard let value = units[index].number, (1...110).contains(value), index > 1, index + 1 < units.count else {
      return false
    }
    return units[index - 1].kind == .comma && units[index + 1].kind == .comma && units[index - 2].kind == .word
      && units[index - 2].numeral == nil
  }

  private func isArticleBeforeCount(_ index: Int) -> Bool {
    guard index + 1 < units.count, units[index].determiner != nil else { return false }
    return units[index + 1].collective != nil || isNumber(index + 1)
  }

  func isNumber(_ index: Int) -> Bool { number(index) != nil }

  /// The number that a unit writes, unless it is an article ("un", "una") or a year.
  func number(_ index: Int) -> Int? {
    guard index < units.count else { return nil }
    if let value = units[index].number { return value }
    guard let value = units[index].numeral, units[index].determiner == nil else { return nil }
    return value
  }

  /// "10-15", "tra 10 e 15", "da 10 a 15", "between 10 and 15", "from 10 to 15".
  private func range(at start: Int) -> (Int, Int, Int)? {
    var index = start
    let opens: Bool
    if let (preposition, _) = units[index].preposition, preposition == .between || preposition == .from {
      opens = true
      index += 1
      if index < units.count, units[index].determiner == .def { index += 1 }
    } else {
      opens = false
    }
    guard let low = number(index), index + 2 < units.count else { return nil }
    var middle = index + 1
    let isDash = units[middle].kind == .dash
    let isJoin =
      opens
      && units[middle].functions.contains {
        switch $0 {
        case .conjunction, .preposition(.to, _): true
        default: false
        }
      }
    guard isDash || isJoin else { return nil }
    middle += 1
    if middle < units.count, units[middle].determiner == .def { middle += 1 }
    guard let high = number(middle), high > low else { return nil }
    return (low, high, middle + 1)
  }

  func span(_ first: Int, _ next: Int) -> TextSpan {
    TextSpan(units[first].span.start, units[max(first, next - 1)].span.end)
  }
}
