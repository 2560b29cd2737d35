public import Analysis
internal import DocumentModel

/// Measures the choice between places of one name alone: the marks say what is a place, the pipeline which one.
///
/// Marks without coordinates are passed over. The same marks are given to whoever takes the most populous of that name:
/// what is better than that comes of the report.
public struct GoldSpanEvaluation {
  private let options: EvaluationOptions
  private var marked = 0
  /// Marks whose name is in the gazetteer.
  private var known = 0
  /// Marks of whose name there is more than one place within the choice.
  private var chosen = 0
  private var populous = 0
  /// Where the two differ and one of them is right.
  private var won = 0
  private var lost = 0
  private var rollCall = RollCall()
  private var lines: [String] = []

  /// Begins an evaluation.
  public init(_ options: EvaluationOptions) {
    self.options = options
  }

  /// Takes all documents of a corpus through the choice.
  public mutating func run(_ corpus: GoldCorpus, analyzer: inout Analyzer) {
    var calls = RollCall()
    calls.call(corpus) { text throws(AnalysisError) in try count(text, &analyzer) }
    rollCall = calls
  }

  private mutating func count(_ text: GoldCorpus.Text, _ analyzer: inout Analyzer) throws(AnalysisError) {
    var marks: [GoldCorpus.Marked] = []
    for mark in text.mentions where mark.mention.lat != nil && mark.mention.lon != nil {
      if !marks.contains(where: { $0.range == mark.range }) { marks.append(mark) }
    }
    var aligned: [GoldCorpus.Marked] = []
    let places = try analyzer.places(name: Array("\(text.id).txt".utf8), bytes: text.bytes) { extracted in
      let alignment = TextAlignment(extracted: extracted, given: text.bytes)
      return marks.compactMap { mark in
        guard let range = alignment.extractedRange(mark.range) else { return nil }
        aligned.append(mark)
        return TextSpan(range.lowerBound, range.upperBound)
      }
    }
    marked += marks.count
    for (mark, place) in zip(aligned, places) {
      guard let latitude = mark.mention.lat, let longitude = mark.mention.lon else { continue }
      if place.mostPopulous != nil { known += 1 }
      let isRight = Self.isNear(place.chosen, (longitude, latitude))
      let isPopulousRight = Self.isNear(place.mostPopulous, (longitude, latitude))
      if isRight { chosen += 1 }
      if isPopulousRight { populous += 1 }
      if isRight, !isPopulousRight { won += 1 }
      if isPopulousRight, !isRight { lost += 1 }
      guard options.listsErrors, !isRight else { continue }
      let what = place.chosen.map { "not \($0.id)" } ?? "in no table"
      let other = isPopulousRight ? ", but \(place.mostPopulous?.id ?? "")" : ""
      lines.append("\(text.id): \(what)\(other): \(Context.text(text.bytes, mark.range))")
    }
  }

  private static func isNear(_ entity: Entity?, _ point: (longitude: Double, latitude: Double)) -> Bool {
    guard let coordinates = entity?.coordinates, let longitude = Double(coordinates.longitude),
      let latitude = Double(coordinates.latitude)
    else { return false }
    return Sphere.kilometres((longitude, latitude), point) <= PlaceEvaluation.near
  }

  /// What came out, line by line.
  public func report() -> [String] {
    func share(_ part: Int) -> String {
      "\(Columns.percent(Tally.permille(part, marked))) % (\(part) of \(marked))"
    }
    return lines + rollCall.lines + [
      "marked places whose name is in a table: \(share(known))",
      "within 161 km, as the report speaks for: \(share(chosen))",
      "within 161 km, the most populous of that name: \(share(populous))",
      "right where the most populous is wrong: \(won), the other way round: \(lost)",
    ]
  }
}
