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
    if let range = unit.range {
      return (
        Figure(minimum: range.lowerBound, maximum: range.upperBound, kind: .range, span: span(start, index + 1)),
        index + 1
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
      let next = index + 1
      let span = span(start, next)
      switch qualifier {
      case nil: return (Figure(minimum: value, maximum: value, kind: .exact, span: span), next)
      case .atLeast, .moreThan:
        return (
          Figure(minimum: value, maximum: nil, kind: .atLeast, span: span, isMoreThan: qualifier == .moreThan), next
        )
      case .atMost: return (Figure(minimum: nil, maximum: value, kind: .atMost, span: span), next)
      case .lessThan:
        return (Figure(minimum: nil, maximum: value - 1, kind: .atMost, span: span, isLessThan: true), next)
      case .about: return (Figure(minimum: value, maximum: value, kind: .about, span: span), next)
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

  func isNumber(_ index: Int) -> Bool { number(index) != nil || index < units.count && units[index].range != nil }

  /// The number that a unit writes, unless it is an article ("un", "una") or a year.
  func number(_ index: Int) -> Int? {
    guard index < units.count else { return nil }
    if let value = units[index].number { return value }
    guard let value = units[index].numeral, units[index].determiner == nil else { return nil }
    return value
  }

  func span(_ first: Int, _ next: Int) -> TextSpan {
    TextSpan(units[first].span.start, units[max(first, next - 1)].span.end)
  }
}
