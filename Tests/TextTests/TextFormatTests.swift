import Intake
import Testing

private let noProse = NoProseData.documents + NoProseCode.documents + NoProseOther.documents

/// What is no prose is refused under its name, and prose is not, whatever it has of another format.
@Suite struct TextFormatTests {
  private func read(_ text: String, _ name: String = "report.txt") throws(IntakeError) -> Extracted {
    try Intake.extract(Array(text.utf8), name: Array(name.utf8))[0]
  }

  @Test(arguments: noProse.map(\.kind))
  func `a file that is no report is refused under its name`(kind: String) throws {
    let document = try #require(noProse.first { $0.kind == kind })
    for text in [document.text, document.text + "\n", "\n\n" + document.text] {
      let error = #expect(throws: IntakeError.self) { try read(text) }
      #expect(error?.errorClass == .unsupportedFormat)
      #expect(error?.errorClass.rawValue == "unsupported_format")
      #expect(error?.sentence.contains(document.refusedAs) == true, "\(error?.sentence ?? "accepted")")
      #expect(error?.remedy.isEmpty == false)
    }
  }

  @Test(arguments: noProse.map(\.kind))
  func `line ends of Windows and a byte-order mark hide nothing`(kind: String) throws {
    let document = try #require(noProse.first { $0.kind == kind })
    let text =
      "\u{FEFF}" + document.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let error = #expect(throws: IntakeError.self) { try read(text, "report.md") }
    #expect(error?.errorClass == .unsupportedFormat)
  }

  @Test(arguments: Prose.documents.map(\.kind)) func `a report with something about it is read`(kind: String) throws {
    let document = try #require(Prose.documents.first { $0.kind == kind })
    let windows = document.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    if kind == "markdown" {
      // Its content tells, whatever its name: its words are taken out of it.
      #expect(try read(document.text).mediaType == "text/markdown")
      #expect(try read(document.text).text == read(windows).text)
      return
    }
    for name in ["report.txt", "report.html", "report.json", "report.py"] {
      #expect(try read(document.text, name).text == Array(document.text.utf8))
    }
    #expect(try read(windows).text == Array(windows.utf8))
  }

  @Test func `a long report stays one whatever stands at its end`() throws {
    let report = String(repeating: "Twelve soldiers were killed in Gao on Monday, police said. ", count: 2_000)
    #expect(try read(report + "\n\n{\"killed\": 12}\n").charset == "UTF-8")
  }

  @Test func `any thread may ask`() async {
    let refused = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          noProse.count { document in
            (try? Intake.extract(Array(document.text.utf8), name: Array("a".utf8))) == nil
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(refused == Array(repeating: noProse.count, count: 8))
  }
}
