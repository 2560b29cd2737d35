/// How much a spelling is like the others of its script: what many languages agree on is what papers print.
///
/// Measured by pairs of letters: the mean of how many spellings have each of its pairs, in thousandths.
struct Likeness {
  private struct Pair: Hashable {
    var script: Script
    var first: UInt32
    var second: UInt32
  }

  private var counts: [Pair: Int] = [:]

  /// Counts the pairs of spellings, each of which stands for `count` that fold to the same.
  init(_ spellings: [(text: String, script: Script, count: Int)]) {
    for spelling in spellings {
      for pair in Set(Self.pairs(spelling.text, spelling.script)) { counts[pair, default: 0] += spelling.count }
    }
  }

  /// The likeness of a spelling.
  func of(_ text: String, _ script: Script) -> Int {
    let pairs = Self.pairs(text, script)
    return pairs.reduce(0) { $0 + (counts[$1] ?? 0) } * 1000 / max(1, pairs.count)
  }

  /// Whether all letters belong to the languages that most papers of the script are printed in.
  func isCommon(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { Script.isCommon($0) } }

  /// Pairs of neighbours, the ends of the name included.
  private static func pairs(_ text: String, _ script: Script) -> [Pair] {
    var pairs: [Pair] = []
    var last: UInt32 = 0
    for scalar in text.lowercased().unicodeScalars {
      pairs.append(Pair(script: script, first: last, second: scalar.value))
      last = scalar.value
    }
    pairs.append(Pair(script: script, first: last, second: 0))
    return pairs
  }
}
