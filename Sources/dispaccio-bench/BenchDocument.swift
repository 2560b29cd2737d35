internal import FoundationEssentials
internal import Glibc

/// One document of the file.
struct BenchDocument {
  let name: [UInt8]
  let bytes: [UInt8]

  private struct Line: Decodable {
    let id: String?
    let text: String

    private enum CodingKeys: CodingKey { case id, text }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      text = try fields.decode(String.self, forKey: .text)
      // Identifiers are strings in some files and numbers in others.
      id = (try? fields.decode(String.self, forKey: .id)) ?? (try? fields.decode(Int.self, forKey: .id)).map { "\($0)" }
    }
  }

  /// The document of a line; nil if the line is no object with a `text`.
  init?(line: [UInt8], number: Int) {
    guard let decoded = try? JSONDecoder().decode(Line.self, from: Data(line)) else { return nil }
    name = Array("\(decoded.id ?? "line-\(number + 1)").txt".utf8)
    bytes = Array(decoded.text.utf8)
  }
}

/// What a record says, as far as the benchmark counts it.
struct CountedRecord: Decodable {
  struct Anything: Decodable {}
  struct Entity: Decodable {
    let mentions: [Anything]
  }

  let id: String
  let sentences: [Anything]
  let entities: [Entity]
  let events: [Anything]

  /// The record in these bytes; nil if they are not one whole record and a newline.
  init?(_ bytes: [UInt8]) {
    guard bytes.last == UInt8(ascii: "\n"), !bytes.dropLast().contains(UInt8(ascii: "\n")) else { return nil }
    guard let record = try? JSONDecoder().decode(CountedRecord.self, from: Data(bytes)) else { return nil }
    self = record
  }
}

/// Reads a file line by line, so that its size does not count as the analysis's memory.
final class LineReader {
  private let stream: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  init(path: String) throws {
    guard let stream = fopen(path, "re") else { throw BenchOptions.Wrong(description: "\(path) cannot be opened") }
    self.stream = stream
  }

  deinit {
    free(buffer)
    fclose(stream)
  }

  func next() -> [UInt8]? {
    let count = getline(&buffer, &capacity, stream)
    guard count > 0, let buffer else { return nil }
    return Array(UnsafeRawBufferPointer(start: buffer, count: count))
  }
}
