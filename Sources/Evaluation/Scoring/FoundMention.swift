internal import Analysis
internal import DocumentModel

/// A mention that the pipeline found, in bytes of the text that was given.
struct FoundMention {
  var range: Range<Int>
  var entity: Entity

  var classes: [MentionClass] { MentionClass.of(entity.type) }

  /// Longitude and latitude.
  var degrees: (longitude: Double, latitude: Double)? {
    guard let coordinates = entity.coordinates, let longitude = Double(coordinates.longitude),
      let latitude = Double(coordinates.latitude)
    else { return nil }
    return (longitude, latitude)
  }

  /// All that was found in a document, in the order of the text.
  static func all(in document: Document, given: [UInt8], _ options: EvaluationOptions) -> [FoundMention] {
    var found: [FoundMention] = []
    var start = 0
    for report in document.reports {
      guard let record = report.record else { continue }
      let alignment = TextAlignment(extracted: record.text, given: given, from: start)
      start = alignment.end(given: given.count)
      for mentioned in record.entities {
        for mention in mentioned.mentions where options.counts(mention.kind) {
          guard let range = alignment.range(mention.span.range) else { continue }
          found.append(FoundMention(range: range, entity: mentioned.entity))
        }
      }
    }
    return found.sorted { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
  }
}
