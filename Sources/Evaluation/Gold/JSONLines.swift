internal import FoundationEssentials

/// Values from a file with one JSON object a line.
enum JSONLines {
  /// The values with the lines that they stand on; empty lines are passed over.
  static func values<Value: Decodable>(
    of type: Value.Type, file: String, bytes: [UInt8], form: String
  ) throws(EvaluationError) -> [(line: Int, value: Value)] {
    let decoder = JSONDecoder()
    var values: [(line: Int, value: Value)] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      do {
        values.append((index + 1, try decoder.decode(type, from: Data(line))))
      } catch {
        throw EvaluationError(
          file: file, line: index + 1, "The line is no \(form): \(reason(error)).",
          "Look there for a missing field or a broken object.")
      }
    }
    return values
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.isEmpty ? "" : " in " + context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, let context): "\(key.stringValue) is missing\(path(context))"
    case .typeMismatch(_, let context): "there is a value of another type\(path(context))"
    case .valueNotFound(_, let context): "there is no value\(path(context))"
    case .dataCorrupted: "it is no valid JSON"
    @unknown default: "it cannot be read"
    }
  }
}
