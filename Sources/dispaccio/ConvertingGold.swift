public import ArgumentParser
public import Evaluation
internal import ServiceSetup

struct ConvertingGold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Make marked texts of other layouts.",
    discussion: """
      Layouts:
        brat           standoff marks: each .ann lies beside its .txt
        conll          a token a line, its tag (B-LOC, I-LOC, O) in the last column
        kind           JSON lines with tokens and tags
        geowebnews, lgl   JSON lines with text and toponyms
        re3d           JSON lines with text and entities

      Tokens have lost their spaces, which are put back as Italian and English have them.

      Example:
        dispaccio evaluate convert conll dev.conll --join 10 > gold.jsonl
      """)

  @Option(help: "conll, kind: so many sentences make a document where nothing says so.")
  var join = 1

  @Argument(help: "The layout of the files.")
  var layout: Conversion

  @Argument(help: "Files to convert.")
  var files: [String]

  func run() throws {
    try Terminal.reporting {
      for file in files {
        let bytes = try GoldFile.read(file)
        do throws(EvaluationError) {
          let documents = try layout.documents(file: file, bytes: bytes, join: join) {
            (suffix) throws(EvaluationError) in
            try Self.beside(file, suffix)
          }
          for document in documents { try print(document) }
        } catch {
          throw GoldFile.failure(error)
        }
      }
    }
  }

  private func print(_ document: GoldDocument) throws(EvaluationError) {
    let line = try document.line()
    guard Disk.write(line, to: 1) else {
      throw EvaluationError(file: "standard output", line: nil, "Writing failed.", "Check the disk's free space.")
    }
  }

  private static func beside(_ file: String, _ suffix: String) throws(EvaluationError) -> [UInt8] {
    let base = file.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
    do throws(ServiceError) {
      return try GoldFile.read(base + suffix)
    } catch {
      throw EvaluationError(file: base + suffix, line: nil, error.message, error.remedy)
    }
  }
}

/// Files of marked texts.
enum GoldFile {
  /// The largest file that is taken.
  private static let limit = 1 << 30

  static func read(_ file: String) throws(ServiceError) -> [UInt8] {
    if file == "-" { return try Disk.readStandardInput(limit: limit, tooLarge: .unusableDocument) }
    return try Disk.read(Terminal.bytes(ofArgument: file), limit: limit, tooLarge: .unusableDocument)
  }

  static func failure(_ error: EvaluationError) -> ServiceError {
    ServiceError(.unusableDocument, at: error.place, error.message, error.remedy)
  }
}

extension Conversion: ExpressibleByArgument {}
