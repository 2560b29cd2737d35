import Testing

@testable import GazetteerImport

@Suite struct RecordSorterTests {
  @Test(arguments: [64, 1000, 1 << 20])
  func `records come out by key, and those of a key in their order, whatever fits into memory`(portion: Int) throws {
    var sorter = RecordSorter(portion: portion)
    for number in 0..<300 {
      try sorter.add(key: SortKey.bytes(of: "x\(number * 7 % 100)"), Array("\(number)".utf8))
    }
    var groups: [[Int]] = []
    try sorter.forEachGroup { (group) throws(ImportError) in
      groups.append(group.compactMap { Int(String(decoding: $0, as: UTF8.self)) })
    }
    #expect(groups.count == 100)
    #expect(groups.map { ($0.first ?? 0) * 7 % 100 } == Array(0..<100))
    #expect(groups.allSatisfy { $0.count == 3 && $0 == $0.sorted() })
  }

  @Test func `ids are sorted as letters, then as numbers`() {
    let ids = ["Q10", "Q9", "gn-100", "gn-20", "gn-3", "gn", "gn-20b"]
    let sorted = ids.sorted { SortKey.bytes(of: $0).lexicographicallyPrecedes(SortKey.bytes(of: $1)) }
    #expect(sorted == ["Q9", "Q10", "gn", "gn-3", "gn-20", "gn-20b", "gn-100"])
  }
}
