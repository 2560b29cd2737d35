import Glibc
import Testing

/// The arrows between modules go one way. The package manager refuses an import of a module that a target does not
/// depend on only when it is built from clean, so the import lines themselves are read here.
@Suite struct LayeringTests {
  @Test func `every module imports only what its arrows allow`() throws {
    let sources = try #require(SourceTree.sources)
    let modules = sources.folders(below: "")
    #expect(modules.count > 20)
    var count = 0
    for module in modules where !Arrows.notSwift.contains(module) {
      let arrows = try #require(Arrows.allowed[module], "\(module) has no line in the table of arrows")
      for (file, imported) in sources.imports(in: module) {
        count += 1
        let isAllowed = arrows.contains(imported) || Arrows.system(module).contains(imported)
        #expect(isAllowed, "\(file) imports \(imported), and no arrow leads from \(module) to it")
      }
    }
    // Who reads no imports finds no wrong one.
    #expect(count > 200)
  }

  @Test func `no header of ICU is visible to Swift`() throws {
    let sources = try #require(SourceTree.sources)
    let headers = sources.files(below: "CICU/include", suffix: ".h")
    #expect(!headers.isEmpty)
    for header in headers {
      #expect(sources.text(of: header).contains("cicu_"), "\(header) was not read")
      #expect(!sources.text(of: header).contains("unicode/"), "\(header) includes a header of ICU")
    }
  }

  @Test func `the text column knows no clock, no folder and no thread`() throws {
    let sources = try #require(SourceTree.sources)
    for module in Arrows.text {
      for (file, imported) in sources.imports(in: module) {
        #expect(!["Dispatch", "Glibc", "Foundation", "Logging"].contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test func `only the program knows the daemon`() throws {
    let sources = try #require(SourceTree.sources)
    var knowing: Set<String> = []
    for module in sources.folders(below: "") {
      for (_, imported) in sources.imports(in: module) where imported == "DaemonService" { knowing.insert(module) }
    }
    #expect(knowing == ["dispaccio"])
  }

  @Test func `nobody imports all of Foundation`() throws {
    let sources = try #require(SourceTree.sources)
    for module in sources.folders(below: "") {
      for (file, imported) in sources.imports(in: module) {
        #expect(imported != "Foundation", "\(file) imports Foundation")
      }
    }
  }
}
