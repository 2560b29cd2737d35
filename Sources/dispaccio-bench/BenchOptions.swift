/// What the benchmark was told.
struct BenchOptions {
  struct Wrong: Error, CustomStringConvertible {
    let description: String
  }

  var file = ""
  var pipelines: String?
  var pipeline = "conflict"
  var repeats = 1
  var expectedDocuments: Int?
  /// Where all outputs are kept.
  var copy: String?

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
      default: throw Wrong(description: "there is no option \(argument)")
      }
    }
    if file.isEmpty { throw Wrong(description: "name a JSON-lines file") }
  }

  private static func number(_ value: String, of option: String) throws -> Int {
    guard let number = Int(value), number > 0 else { throw Wrong(description: "\(option) needs a number above zero") }
    return number
  }
}
