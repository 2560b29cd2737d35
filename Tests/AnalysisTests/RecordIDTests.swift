import Testing

@testable import Analysis

@Suite struct RecordIDTests {
  private func stem(_ name: [UInt8]) -> String {
    let id = RecordID.make(pipeline: "conflict", name: name, part: nil, input: [0x61])
    return String(id.dropLast(14))
  }

  @Test(arguments: [
    ("report.txt", "report"), ("Gao, ore 9.txt", "Gao_2c_20ore_209"), ("a\nb.txt", "a_ab"), ("perché.md", "perché"),
    ("-rf.txt", "_2drf"), ("--help", "_2d-help"), (".hidden.txt", "_2ehidden"), ("a-b.c.txt", "a-b.c"), ("", "_"),
  ])
  func `is a name that troubles neither a file system nor a shell`(name: String, expected: String) {
    #expect(stem(Array(name.utf8)) == expected)
  }

  @Test func `tells names apart that look alike or are no text`() {
    let names: [[UInt8]] = [
      Array("perch\u{E9}.txt".utf8), Array("perche\u{301}.txt".utf8), [0xFF, 0x2E], [0xFE, 0x2E], Array("Gao".utf8),
      Array("gao".utf8),
    ]
    let ids = names.map { Array(RecordID.make(pipeline: "conflict", name: $0, part: nil, input: [0x61]).utf8) }
    #expect(Set(ids).count == names.count)
  }
}
