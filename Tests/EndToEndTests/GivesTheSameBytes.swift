import Testing

/// The same report gives the same bytes. Each process has hash seeds of its own, and its own order in which documents pass
/// the stages: what hangs on either differs between two of them, where it would not between two calls in one.
@Suite struct GivesTheSameBytes {
  private static let samples = Built.package + "/scripts/samples"

  @Test func `the samples give the same records and briefs in every process`() throws {
    let names = Files.names(in: Self.samples)
    let first = try outputs(of: names)
    #expect(names.count >= 8 && first.count == 3 * names.count)
    for _ in 0..<3 {
      // In another order, so that no memory of an earlier report has a hand in a later one.
      let again = try outputs(of: names.shuffled())
      #expect(again.keys.sorted() == first.keys.sorted())
      for (name, bytes) in first { #expect(again[name] == bytes, "\(name) differs") }
    }
  }

  /// The outputs of one process that works on these samples, by their names.
  private func outputs(of names: [String]) throws -> [String: [UInt8]] {
    let spool = ScratchSpool()
    for name in names { spool.drop(Array(name.utf8), try #require(Files.read("\(Self.samples)/\(name)"))) }
    #expect(try spool.start("once", ["--settle", "0"]).exitStatus() == 0)
    let folder = spool.root + "/out"
    let files = Files.names(in: folder).filter { $0 != ".tmp" }
    return Dictionary(uniqueKeysWithValues: files.map { ($0, Files.read("\(folder)/\($0)") ?? []) })
  }
}
