import DispaccioTestSupport
import Glibc
import Instrumentation
import Testing

@testable import Spool

@Suite struct IgnoringTests {
  @Test(arguments: [
    ".hidden", "a~", "a.part", "A.TMP", "x.swp", "y.crdownload", "z.filepart", ".~lock.a.odt#", "Thumbs.db", "4913",
    ".a.txt.AbC123",
  ]) func `unfinished and foreign names are left alone`(name: String) {
    #expect(IgnorePatterns.standard.matches(Array(name.utf8)))
  }

  @Test(arguments: [
    "#recycle", "$RECYCLE.BIN", ".Trash-1000", "@eaDir", "lost+found", "System Volume Information", ".stversions",
    "~syncthing~a.txt.tmp", ".syncthing.a.txt.tmp", ".a.txt.~ab12", "a.txt.owncloud", "a.txt.nextcloud",
    "._sync_1a2b.db", ".owncloudsync.log", ".dropbox.cache", ".849C9593-D756-4E56-8D6E-42412F2A707B", "a.txt.!sync",
    "#a.txt#", ".#a.txt", "a.txt.swo", "a.txt___jb_tmp___", "~$a.docx", "desktop.ini", "Desktop.ini", "._a.txt",
    ".DS_Store", ".nfs000000000a1b2c", "Icon\r", "__MACOSX", "#snapshot", "@Recycle", "thumbs.DB",
  ]) func `others' furniture is left alone`(name: String) {
    #expect(IgnorePatterns.standard.matches(Array(name.utf8)))
  }

  @Test(arguments: [
    "a.txt", "partita.md", "tmp.txt", "~a", "item.json", "a.part.txt", "#", "#1 rapporto.txt", "a#", "@gao.txt",
    "4913.txt", "a.bak", "lost+found.txt", "nota (conflicted copy 2026-11-22).txt",
    "a.sync-conflict-20261122-101010-ABC.txt",
  ]) func `ordinary names are not`(name: String) {
    #expect(!IgnorePatterns.standard.matches(Array(name.utf8)))
  }

  @Test func `a pattern's two ends do not overlap, and case makes no difference`() {
    let patterns = IgnorePatterns(["ab*ba", "Draft-*", "*.BAK", "Index.html"])
    for name in ["abba", "ab-ba", "draft-1", "a.bak", "INDEX.HTML", ".any"] {
      #expect(patterns.matches(Array(name.utf8)))
    }
    for name in ["aba", "ab", "xdraft-1", "a.bak.txt", "index.htm"] { #expect(!patterns.matches(Array(name.utf8))) }
  }

  @Test func `no folder of others' furniture is walked into, whenever it comes`() async throws {
    let scratch = try ScratchSpool()
    let folders = ["#recycle", "$RECYCLE.BIN", ".Trash-1000", "@eaDir", "lost+found", "System Volume Information"]
    for folder in folders.prefix(3) {
      try scratch.makeFolder("inbox/\(folder)")
      try scratch.write("inbox/\(folder)/thrown-away.txt")
    }
    let owner = Owner()
    let spool = try scratch.spool { $0.rescanInterval = .milliseconds(5) }
    spool.start(port: owner.port)
    _ = await owner.idle.values(count: 1)
    for folder in folders.dropFirst(3) {
      try scratch.makeFolder("inbox/\(folder)")
      try scratch.write("inbox/\(folder)/thrown-away.txt")
    }
    try scratch.drop("last.txt")
    #expect(await owner.claimed.values(count: 1).map(\.name) == [Array("last.txt".utf8)])
    await spool.turns(20)
    #expect(owner.claimed.values.count == 1)
    #expect(scratch.events("file_skipped").isEmpty)
    for folder in folders { #expect(scratch.read("inbox/\(folder)/thrown-away.txt") == "testo") }
    await spool.stopped()
  }
}
