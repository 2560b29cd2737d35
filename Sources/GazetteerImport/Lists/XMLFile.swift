internal import CXML
internal import Glibc

/// Reads an XML file node by node, in bounded memory. Nothing that the file refers to is fetched.
final class XMLFile {
  /// What stands in the file.
  enum Event {
    /// An element begins; ``attribute(_:)`` gives what it says.
    case start(String)
    /// An element ends.
    case end(String)
    /// Words.
    case text(String)
  }

  /// The file as it was named.
  let name: String

  private let source: XMLSource
  private let reader: OpaquePointer
  private var pendingEnd: String?

  /// Opens the file at `path`; `-` is standard input.
  init(_ path: String, log: ImportLog) throws(ImportError) {
    source = XMLSource(try InputFile(path, log: log))
    name = source.file.name
    // The source outlives the reader, which asks it for bytes.
    let context = Unmanaged.passUnretained(source).toOpaque()
    let opened = cxml_open(
      { context, buffer, count in
        context.map { Unmanaged<XMLSource>.fromOpaque($0).takeUnretainedValue().give(buffer, Int(count)) } ?? -1
      }, context)
    guard let opened else {
      throw ImportError(.inputOutput, file: path, "Opening the XML reader failed.", "Free some memory.")
    }
    reader = opened
  }

  deinit { cxml_close(reader) }

  /// The line that was read last.
  var line: Int { Int(cxml_line(reader)) }

  /// The next node, or nil at the end.
  func next() throws(ImportError) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    switch cxml_next(reader) {
    case cxml_element:
      let name = String(cString: cxml_name(reader))
      if cxml_is_empty(reader) { pendingEnd = name }
      return .start(name)
    case cxml_end_of_element: return .end(String(cString: cxml_name(reader)))
    case cxml_text: return .text(String(cString: cxml_value(reader)))
    case cxml_end_of_document: return nil
    default:
      if let failure = source.failure { throw failure }
      throw ImportError(
        file: name, line: line, "The file is not well-formed XML: \(String(cString: cxml_message(reader))).",
        "Get it anew; it may have been cut off.")
    }
  }

  /// An attribute of the element that has just begun.
  func attribute(_ attribute: String) -> String? {
    guard let value = cxml_attribute(reader, attribute) else { return nil }
    defer { cxml_free(value) }
    return String(cString: value)
  }
}

/// Gives the reader the bytes of a file.
private final class XMLSource {
  var file: InputFile
  var failure: ImportError?

  init(_ file: consuming InputFile) {
    self.file = file
  }

  func give(_ buffer: UnsafeMutablePointer<CChar>, _ count: Int) -> Int32 {
    do throws(ImportError) {
      guard let bytes = try file.next(atMost: count), let base = bytes.baseAddress else { return 0 }
      memcpy(buffer, base, bytes.count)
      return Int32(bytes.count)
    } catch {
      failure = error
      return -1
    }
  }
}
