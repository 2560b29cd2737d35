/// What was guessed of the unlisted words of one document, each of which is met again and again.
struct VoteMemo {
  /// Where the row of a word begins, plus one.
  private var positions = MaskTable()

  /// The points of each language, a row for each word.
  private(set) var rows: [Int32] = []

  /// The row of a word; a new one must be filled at once.
  mutating func row(of hash: UInt64, isCapitalized: Bool, languages: Int) -> (start: Int, isNew: Bool) {
    var start = 0
    var isNew = false
    let next = UInt32(rows.count + 1)
    positions.update(isCapitalized ? ~hash : hash) { position in
      isNew = position == 0
      if isNew { position = next }
      start = Int(position) - 1
    }
    return (start, isNew)
  }

  mutating func fill(with points: [Int]) {
    for value in points { rows.append(Int32(truncatingIfNeeded: value)) }
  }
}
