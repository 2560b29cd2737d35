import ICU
import Testing

@Suite struct OffsetMapCompositionTests {
  private typealias Change = OffsetMap.Change

  private func map(_ changes: [(Int, Int, Int, Int)], _ source: Int, _ target: Int) -> OffsetMap {
    OffsetMap(
      changes: changes.map {
        Change(
          sourceStart: UInt32($0.0), sourceEnd: UInt32($0.1), targetStart: UInt32($0.2), targetEnd: UInt32($0.3))
      }, sourceCount: source, targetCount: target)
  }

  @Test func `leads through two changes back to the source`() {
    // "ar-⏎mate É" → "armate É" → "armate é": the É of two bytes stays as long.
    let first = map([(2, 4, 2, 2)], 11, 9)
    let second = map([(0, 1, 0, 2), (7, 9, 8, 9)], 9, 9)
    let both = first.followed(by: second)
    #expect(both.sourceCount == 11 && both.targetCount == 9)
    #expect(both.sourceRange(0, 7) == 0..<8)
    #expect(both.sourceRange(3, 7) == 4..<8)
    #expect(both.sourceRange(8, 9) == 9..<11)
    #expect(both.sourceRange(2, 3) == 1..<2)
  }

  @Test func `makes one change of two that overlap`() {
    let first = map([(2, 6, 2, 4)], 10, 8)
    let second = map([(3, 5, 3, 4)], 8, 7)
    let both = first.followed(by: second)
    #expect(both.changes == [Change(sourceStart: 2, sourceEnd: 7, targetStart: 2, targetEnd: 4)])
    #expect(both.sourceRange(4, 7) == 7..<10)
  }

  @Test func `adds nothing where one of the two is the identity`() {
    let change = map([(1, 2, 1, 3)], 4, 5)
    #expect(change.followed(by: OffsetMap(identity: 5)) == change)
    #expect(OffsetMap(identity: 4).followed(by: change) == change)
  }
}
