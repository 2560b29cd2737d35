extension OffsetMap {
  /// The map of a text that was changed twice: by this map, then by another one.
  ///
  /// Changes that overlap become one; where only one of the two changed something, it stays as fine as it was. Linear in
  /// the number of changes. A map that does not begin where this one ends is a bug of the caller and stops the program.
  public func followed(by next: OffsetMap) -> OffsetMap {
    precondition(targetCount == next.sourceCount, "an offset map does not begin where the one before ends")
    if isIdentity { return next }
    if next.isIdentity { return self }
    var merged: [Change] = []
    merged.reserveCapacity(changes.count + next.changes.count)
    var first = 0
    var second = 0
    // How far the text between lies ahead of the source, and the target ahead of the text between.
    var ahead = 0
    var beyond = 0
    while first < changes.count || second < next.changes.count {
      let isFirst =
        second == next.changes.count
        || (first < changes.count && changes[first].targetStart <= next.changes[second].sourceStart)
      let start = isFirst ? Int(changes[first].targetStart) : Int(next.changes[second].sourceStart)
      var end = start
      var aheadAfter = ahead
      var beyondAfter = beyond
      func takeFirst() {
        end = max(end, Int(changes[first].targetEnd))
        aheadAfter = Int(changes[first].targetEnd) - Int(changes[first].sourceEnd)
        first += 1
      }
      func takeSecond() {
        end = max(end, Int(next.changes[second].sourceEnd))
        beyondAfter = Int(next.changes[second].targetEnd) - Int(next.changes[second].sourceEnd)
        second += 1
      }
      if isFirst { takeFirst() } else { takeSecond() }
      while true {
        if first < changes.count, Int(changes[first].targetStart) < end {
          takeFirst()
        } else if second < next.changes.count, Int(next.changes[second].sourceStart) < end {
          takeSecond()
        } else {
          break
        }
      }
      merged.append(
        Change(
          sourceStart: UInt32(start - ahead), sourceEnd: UInt32(end - aheadAfter),
          targetStart: UInt32(start + beyond), targetEnd: UInt32(end + beyondAfter)))
      ahead = aheadAfter
      beyond = beyondAfter
    }
    return OffsetMap(changes: merged, sourceCount: sourceCount, targetCount: next.targetCount)
  }
}
