import DocumentModel
import Gazetteers

/// A name that several things bear, and what it was taken for.
struct NameChoice: Sendable {
  var span: TextSpan
  /// The id of what was chosen; nil where it was left open.
  var chosen: String?
  /// What spoke for it: "containment 60, prominence 28".
  var reasons: String
  /// The ids of those that came near.
  var others: [String]

  init?(_ match: GazetteerMatch, _ resolution: Resolution, in gazetteer: Gazetteer) {
    guard !resolution.reasons.isEmpty else { return nil }
    span = match.span
    chosen = resolution.entity.map { gazetteer[$0].id }
    reasons = resolution.reasons.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
    others = resolution.others.map { gazetteer[$0].id }
  }
}
