import Testing

@Suite struct ImportsAndMeasures {
  @Test func `a table becomes a gazetteer, and says how it was made`() throws {
    let spool = ScratchSpool()
    let (table, out) = ("\(spool.scratch)/bases.csv", "\(spool.scratch)/bases.tsv")
    Files.write("Label,Code\nBase Alfa,b10\nBase Beta,b9\nno code\n", to: table)
    let imported = try run(
      spool, ["gazetteer", "import", "table", table, "--map", "name=Label,id=Code", "--type", "facility", "--out", out])
    #expect(imported.status == 0)
    #expect(imported.errors.contains("bases.csv:4: The row has 1 of 2 cells."))
    let lines = Files.text(out).split(separator: "\n")
    #expect(
      lines.first
        == "# Made by: dispaccio gazetteer import table \(table) --map name=Label,id=Code --type facility --out \(out)")
    #expect(lines.dropFirst(2).map { $0.prefix { $0 != "\t" } } == ["b9", "b10"])
  }

  @Test func `an import that fails ends with what sysexits says, and leaves nothing`() throws {
    let spool = ScratchSpool()
    let out = "\(spool.scratch)/out.tsv"
    #expect(
      try run(spool, ["gazetteer", "import", "geonames", "\(spool.scratch)/none.txt", "--out", out]).status == 66)
    let table = "\(spool.scratch)/a.csv"
    Files.write("a,b\n1,2\n", to: table)
    #expect(try run(spool, ["gazetteer", "import", "table", table, "--out", out]).status == 65)
    #expect(try run(spool, ["gazetteer", "import", "table", table, "--map", "nome=a", "--out", out]).status == 64)
    #expect(!Files.isRegular(out))
    #expect(!Files.isRegular(out + ".new"))
  }

  @Test func `marked texts are converted and measured`() throws {
    let spool = ScratchSpool()
    Files.write("T1\tLocation 32 35\tGao\n", to: "\(spool.scratch)/a.ann")
    Files.write("JNIM attacked a checkpoint near Gao on Monday.", to: "\(spool.scratch)/a.txt")
    let converted = try run(spool, ["evaluate", "convert", "brat", "\(spool.scratch)/a.ann"])
    #expect(converted.status == 0)
    let gold = "\(spool.scratch)/gold.jsonl"
    Files.write(converted.output, to: gold)
    let pipelines = ["--config", "/dev/null", "--pipelines", Built.pipelines]
    let measured = try run(spool, ["evaluate", "mentions", gold] + pipelines)
    #expect(measured.status == 0)
    #expect(measured.output.contains("100.0   100.0   100.0"))
    Files.write("{}\n", to: gold)
    #expect(try run(spool, ["evaluate", "places", gold] + pipelines).status == 65)
  }

  private func run(
    _ spool: ScratchSpool, _ arguments: [String]
  ) throws -> (status: Int32, output: String, errors: String) {
    let child = try ChildProcess([Built.dispaccio] + arguments, output: "\(spool.scratch)/child")
    let status = try child.exitStatus()
    return (status, Files.text(child.outputPath), child.errorText)
  }
}
