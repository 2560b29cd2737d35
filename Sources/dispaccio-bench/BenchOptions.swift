/// What the benchmark was told.
struct BenchOptions {
  struct Wrong: Error, CustomStringConvertible {
    let description: String
  }

  static let help = """
    OVERVIEW: Times every step of the analysis over the documents of a JSON-lines file, on one thread, and checks what
    comes out.

    USAGE: dispaccio-bench [options] FILE

    Each line of FILE is an object with a `text` and, if it likes, an `id`.

    OPTIONS:
      --pipelines FOLDER       The folder that holds the pipelines; without it they are looked for where dispaccio does.
      --pipeline NAME          The pipeline to use (default: conflict).
      --repeat N               Analyse all documents so many times (default: 1).
      --expect-documents N     End with 1 if FILE holds another number of documents.
      --words LANGUAGE         Time only the reading of words and clauses, by the lexicon of a language: it, en.
      --names NAMES            Time only the matching of names: a text file, one name a line, in any case.
      --write FILE             Keep all outputs, one after another, to compare two builds byte by byte.
      -h, --help               Show this.

    Ends with 0; 1 if a count is not the expected one or a record is no whole JSON object; 64 if it was called wrongly; 65
    if a line is no object with a text.
    """

  var file = ""
  var pipelines: String?
  var pipeline = "conflict"
  var repeats = 1
  var expectedDocuments: Int?
  /// Where all outputs are kept.
  var copy: String?
  /// The language whose words are read, where nothing else is timed.
  var words: String?

  /// The list of names that are matched, where nothing else is timed.
  var names: String?

  init(arguments: [String]) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        file = argument
        continue
      }
      guard let value = rest.popFirst() else { throw Wrong(description: "\(argument) needs a value") }
      switch argument {
      case "--pipelines": pipelines = value
      case "--pipeline": pipeline = value
      case "--repeat": repeats = try Self.number(value, of: argument)
      case "--expect-documents": expectedDocuments = try Self.number(value, of: argument)
      case "--write": copy = value
      case "--words": words = value
      case "--names": names = value
      default: throw Wrong(description: "there is no option \(argument); --help lists them")
      }
    }
    if file.isEmpty { throw Wrong(description: "name a JSON-lines file; --help tells more") }
  }

  private static func number(_ value: String, of option: String) throws -> Int {
    guard let number = Int(value), number > 0 else { throw Wrong(description: "\(option) needs a number above zero") }
    return number
  }
}
