public import Analysis
internal import DocumentModel

/// Holds the places that the pipeline finds against those that persons have marked, and measures how far off they are.
///
/// Marks without coordinates are passed over: nobody knows where they are.
public struct PlaceEvaluation {
  /// Hundred miles: what the field takes for the same place.
  static let near = 161.0

  private let options: EvaluationOptions
  private var tally = SpanTally()
  private var distances: [Double] = []
  private var placeless = 0
  private var linked = Tally()
  private var rollCall = RollCall()
  private var lines: [String] = []

  /// Begins an evaluation.
  public init(_ options: EvaluationOptions) {
    self.options = options
  }

  /// Takes all documents of a corpus through the pipeline.
  public mutating func run(_ corpus: GoldCorpus, analyzer: inout Analyzer) {
    var calls = RollCall()
    calls.call(corpus) { text throws(AnalysisError) in
      var found: [FoundMention] = []
      // What cannot be analysed has found nothing of what is marked.
      defer { count(text, found) }
      let document = try analyzer.process(name: Array("\(text.id).txt".utf8), bytes: text.bytes)
      found = FoundMention.all(in: document, given: text.bytes, options).filter { $0.classes[0] == .place }
    }
    rollCall = calls
  }

  private mutating func count(_ text: GoldCorpus.Text, _ found: [FoundMention]) {
    var targets: [Pairing.Target] = []
    var ignored: [Range<Int>] = []
    for marked in text.mentions {
      if marked.mention.lat == nil || marked.mention.lon == nil {
        ignored.append(marked.range)
      } else if !targets.contains(where: { $0.range == marked.range }) {
        targets.append(Pairing.Target(range: marked.range, classes: [.place], mention: marked.mention))
      }
    }
    let pairing = Pairing(targets: targets, found: found, ignored: ignored)
    var document = SpanTally()
    var errors: [(start: Int, line: String)] = []
    for pair in pairing.pairs {
      document.add(marked: 1, found: 1, exact: pair.isExact ? 1 : 0, overlapping: pair.isExact ? 0 : 1)
      let mention = targets[pair.target].mention
      if let entity = mention.entity {
        linked.marked += 1
        if MentionEvaluation.isSame(found[pair.found].entity, entity) { linked.right += 1 }
      }
      guard let latitude = mention.lat, let longitude = mention.lon else { continue }
      guard let degrees = found[pair.found].degrees else {
        placeless += 1
        continue
      }
      let distance = Sphere.kilometres(degrees, (longitude, latitude))
      distances.append(distance)
      guard distance > Self.near else { continue }
      errors.append(
        (
          found[pair.found].range.lowerBound,
          "\(Int(distance)) km off, \(found[pair.found].entity.id): \(Context.text(text.bytes, found[pair.found].range))"
        ))
    }
    for index in pairing.missed {
      document.add(marked: 1)
      errors.append((targets[index].range.lowerBound, "missed: \(Context.text(text.bytes, targets[index].range))"))
    }
    for index in pairing.spurious {
      document.add(found: 1)
      let place = found[index]
      errors.append((place.range.lowerBound, "false, \(place.entity.id): \(Context.text(text.bytes, place.range))"))
    }
    tally = tally + document
    if options.byDocument { lines.append(Columns.line(text.id, 34, document)) }
    if options.listsErrors { lines += errors.sorted { $0.start < $1.start }.map { "\(text.id): \($0.line)" } }
  }

  /// What came out, line by line.
  public func report() -> [String] {
    var report = lines + rollCall.lines
    report.append(Columns.head("", 16))
    report.append(Columns.line("places", 16, tally))
    let near = distances.count { $0 <= Self.near }
    let sorted = distances.sorted()
    let median = sorted.isEmpty ? "-" : "\(Int(sorted[sorted.count / 2].rounded()))"
    func share(_ part: Int, _ whole: Int) -> String {
      "\(Columns.percent(Tally.permille(part, whole))) % (\(part) of \(whole))"
    }
    report.append("found, with coordinates: \(share(distances.count, tally.exact.marked))")
    if placeless > 0 { report.append("found, but the gazetteer gives no coordinates: \(placeless)") }
    report.append("within 161 km, of those found: \(share(near, distances.count))")
    report.append("within 161 km, of all marked: \(share(near, tally.exact.marked))")
    report.append("median distance of those found: \(median) km")
    if linked.marked > 0 { report.append("the marked place itself: \(share(linked.right, linked.marked))") }
    return report
  }
}
