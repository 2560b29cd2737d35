public import DocumentModel

/// One form that a record is given out in: a file beside the others of the same report.
///
/// A rendering adds no fact. It is made once with the ruleset and used from any thread.
public protocol Rendering: Sendable {
  /// What `outputs` of `pipeline.toml` calls it, and what the file's name has behind the record's id: `it.md`.
  var name: String { get }
  /// The bytes of the file, the same for the same record on every machine. Linear in the size of the record.
  func bytes(of record: Record) -> [UInt8]
}

/// The record itself, which says that all other files of a report are there.
public struct RecordRendering: Rendering {
  /// Its name.
  public static let name = "json"
  /// Its name.
  public var name: String { Self.name }

  /// Makes the rendering.
  public init() {}

  /// One line of JSON.
  public func bytes(of record: Record) -> [UInt8] { RecordWriter.write(record) }
}

/// A brief as Markdown in one language.
public struct BriefRendering: Rendering {
  /// What follows the language's code in its name.
  public static let suffix = ".md"
  /// The language's code and `.md`.
  public var name: String { words.language + Self.suffix }
  private let words: PageWords

  /// Makes the rendering for the language of the words.
  public init(words: PageWords) { self.words = words }

  /// A page, with a newline at its end.
  public func bytes(of record: Record) -> [UInt8] { BriefWriter.markdown(record, words: words) }
}
