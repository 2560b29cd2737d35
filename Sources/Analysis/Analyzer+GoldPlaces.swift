public import DocumentModel
import Gazetteers
import Rulesets

/// What a stretch of text that is known to be a place was taken for.
public struct GoldPlace: Sendable {
  /// What the report speaks for; nil where no table has the name.
  public var chosen: Entity?
  /// The one of that name where most people live.
  public var mostPopulous: Entity?
}

extension Analyzer {
  /// Which places stretches of a report name that are known to be places: only the choice is left to be right or wrong.
  /// All other names of the report help to choose, as they always do.
  ///
  /// - Parameter spans: the stretches, in bytes of the text that is handed to it.
  /// - Returns: a choice for each stretch. Of a file with several reports only the first one is read.
  public mutating func places(
    name: [UInt8], bytes: [UInt8], at spans: ([UInt8]) -> [TextSpan]
  ) throws(AnalysisError) -> [GoldPlace] {
    var document = Document(name: name, bytes: bytes)
    for step in AnalysisStep.allCases.prefix(while: { $0 != .match }) { try perform(step, on: &document) }
    return AnalysisStep.places(at: spans(document.text), in: document, ruleset)
  }
}

extension AnalysisStep {
  static func places(at spans: [TextSpan], in document: Document, _ ruleset: Ruleset) -> [GoldPlace] {
    let gazetteer = ruleset.gazetteer
    // The document has no deadline, so none passes.
    let found = (try? names(document, ruleset).matches.map(\.match)) ?? []
    let others = found.filter { match in !spans.contains { $0.overlaps(match.span) } }
    let peoples = peoples(document, ruleset, besides: others)
    let marked = spans.map { span -> GazetteerMatch in
      var candidates = gazetteer.places(named: Array(document.text[span.range]))
      // "gli americani", where such words are marked as places.
      if candidates.isEmpty, let people = peoples.first(where: { $0.mention.span.overlaps(span) }) {
        candidates = gazetteer.position(of: people.country).map { [$0] } ?? []
      }
      var match = GazetteerMatch(span: span, candidates: candidates, isNominal: false)
      match.isWherePlacesStand = found.first { $0.span == span }?.isWherePlacesStand ?? false
      return match
    }
    let matches = (others + marked.filter { !$0.candidates.isEmpty }).sorted { $0.span < $1.span }
    let resolved = ruleset.resolver.resolve(
      matches, in: document.text,
      peoples: peoples.filter { people in !spans.contains { $0.overlaps(people.mention.span) } }.map(\.country),
      homes: homes(document, ruleset).sorted(), abstains: false)
    return marked.map { mark in
      let index = matches.firstIndex { $0.span == mark.span }
      let most = mark.candidates.max { gazetteer.inhabitants(of: $0) < gazetteer.inhabitants(of: $1) }
      return GoldPlace(
        chosen: index.flatMap { resolved[$0].entity }.map { gazetteer[$0] }, mostPopulous: most.map { gazetteer[$0] })
    }
  }
}
