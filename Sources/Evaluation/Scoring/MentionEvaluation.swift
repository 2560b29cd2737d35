public import Analysis
internal import DocumentModel

/// Holds what the pipeline finds against what persons have marked, class by class.
public struct MentionEvaluation {
  private let options: EvaluationOptions
  private var classes: Set<MentionClass> = []
  private var byClass: [MentionClass: SpanTally] = [:]
  private var untyped = SpanTally()
  private var rollCall = RollCall()
  private var passedOver: [String: Int] = [:]
  private var linked = Tally()
  private var lines: [String] = []

  /// Begins an evaluation.
  public init(_ options: EvaluationOptions) {
    self.options = options
  }

  /// Takes all documents of a corpus through the pipeline.
  public mutating func run(_ corpus: GoldCorpus, analyzer: inout Analyzer) {
    classes = options.classes ?? corpus.classes
    var calls = RollCall()
    calls.call(corpus) { text throws(AnalysisError) in
      var found: [FoundMention] = []
      // What cannot be analysed has found nothing of what is marked.
      defer { count(text, found) }
      let document = try analyzer.process(name: Array("\(text.id).txt".utf8), bytes: text.bytes)
      found = FoundMention.all(in: document, given: text.bytes, options)
    }
    rollCall = calls
  }

  private mutating func count(_ text: GoldCorpus.Text, _ allFound: [FoundMention]) {
    var targets: [Pairing.Target] = []
    var ignored: [Range<Int>] = []
    for marked in text.mentions {
      let label = marked.mention.type ?? "place"
      guard let itsClass = MentionClass(label: label), classes.contains(itsClass),
        !options.namesOnly || Self.hasCapital(text.bytes[marked.range])
      else {
        passedOver[label, default: 0] += 1
        ignored.append(marked.range)
        continue
      }
      if let known = targets.firstIndex(where: { $0.range == marked.range }) {
        targets[known].classes.append(itsClass)
      } else {
        targets.append(Pairing.Target(range: marked.range, classes: [itsClass], mention: marked.mention))
      }
    }
    let found = allFound.filter { !classes.isDisjoint(with: $0.classes) }
    let pairing = Pairing(targets: targets, found: found, ignored: ignored)
    var document = SpanTally()
    for pair in pairing.pairs {
      byClass[pair.itsClass, default: SpanTally()].add(
        marked: 1, found: 1, exact: pair.isExact ? 1 : 0, overlapping: pair.isExact ? 0 : 1)
      document.add(marked: 1, found: 1, exact: pair.isExact ? 1 : 0, overlapping: pair.isExact ? 0 : 1)
      guard let entity = targets[pair.target].mention.entity else { continue }
      linked.marked += 1
      if Self.isSame(found[pair.found].entity, entity) { linked.right += 1 }
    }
    for index in pairing.missed {
      byClass[targets[index].classes[0], default: SpanTally()].add(marked: 1)
      document.add(marked: 1)
    }
    for index in pairing.spurious {
      byClass[found[index].classes[0], default: SpanTally()].add(found: 1)
      document.add(found: 1)
    }
    countUntyped(targets, found, ignored)
    if options.byDocument { lines.append(Columns.line(text.id, 34, document)) }
    if options.listsErrors { lines += errors(text, targets, found, pairing) }
  }

  /// The same as if there were but one class.
  private mutating func countUntyped(_ targets: [Pairing.Target], _ found: [FoundMention], _ ignored: [Range<Int>]) {
    var anything = targets
    for index in anything.indices { anything[index].classes = MentionClass.allCases }
    let pairing = Pairing(targets: anything, found: found, ignored: ignored)
    let exact = pairing.pairs.count { $0.isExact }
    untyped.add(
      marked: targets.count, found: pairing.pairs.count + pairing.spurious.count, exact: exact,
      overlapping: pairing.pairs.count - exact)
  }

  private func errors(
    _ text: GoldCorpus.Text, _ targets: [Pairing.Target], _ found: [FoundMention], _ pairing: Pairing
  ) -> [String] {
    var errors: [(start: Int, line: String)] = []
    for index in pairing.missed {
      let target = targets[index]
      let other = found.first { $0.range.overlaps(target.range) }.map { " (found as \($0.entity.id))" } ?? ""
      errors.append(
        (
          target.range.lowerBound,
          "missed \(target.classes[0].rawValue)\(other): \(Context.text(text.bytes, target.range))"
        ))
    }
    for index in pairing.spurious {
      errors.append((found[index].range.lowerBound, Self.line("false", found[index], text.bytes)))
    }
    for pair in pairing.pairs where !pair.isExact {
      let marked = String(decoding: text.bytes[targets[pair.target].range], as: UTF8.self)
      errors.append(
        (
          found[pair.found].range.lowerBound,
          Self.line("other ends than \"\(marked)\"", found[pair.found], text.bytes)
        ))
    }
    return errors.sorted { $0.start < $1.start }.map { "\(text.id): \($0.line)" }
  }

  private static func line(_ what: String, _ found: FoundMention, _ bytes: [UInt8]) -> String {
    "\(what) \(found.classes[0].rawValue) \(found.entity.id): \(Context.text(bytes, found.range))"
  }

  private static func hasCapital(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { $0.properties.isUppercase }
  }

  /// Whether an entity is the one that a mark names.
  static func isSame(_ entity: Entity, _ gold: String) -> Bool {
    entity.id == gold || entity.wikidata == gold
  }

  /// What came out, line by line.
  public func report() -> [String] {
    var report = lines + rollCall.lines
    report.append(Columns.head("", 16))
    for itsClass in MentionClass.allCases {
      if let tally = byClass[itsClass] { report.append(Columns.line(itsClass.rawValue, 16, tally)) }
    }
    report.append(Columns.line("all", 16, byClass.values.reduce(SpanTally(), +)))
    report.append(Columns.line("whatever class", 16, untyped))
    if linked.marked > 0 {
      report.append("the marked entity itself: \(linked.right) of \(linked.marked) pairs")
    }
    if !passedOver.isEmpty {
      let labels = passedOver.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
      report.append("passed over: \(labels.joined(separator: ", "))")
    }
    return report
  }
}
