/// What an import tells of itself while it runs and when it is done: how far it is, which lines it had to leave out.
///
/// Sendable notes: belongs to the thread that imports.
public final class ImportLog {
  /// How far an import is.
  public struct Progress: Sendable, Hashable {
    /// What is being done: `reading cities.txt`.
    public var action: String
    /// Bytes done.
    public var done: Int
    /// Bytes to do; nil where nobody can know.
    public var total: Int?
  }

  /// How many lines may be bad before the import gives up.
  public let maxErrors: Int
  /// How many lines were bad.
  public private(set) var badCount = 0
  /// The first of the bad lines.
  public private(set) var bad: [ImportError] = []
  /// What is worth knowing besides.
  public private(set) var notes: [String] = []
  /// How many lines, records or rows of all files were looked at.
  public internal(set) var readCount = 0
  /// How many rows came of it.
  public internal(set) var rowCount = 0

  private let onProgress: ((Progress) -> Void)?

  /// Begins a log; `onProgress` is called about once for each MiB.
  public init(maxErrors: Int, onProgress: ((Progress) -> Void)? = nil) {
    self.maxErrors = maxErrors
    self.onProgress = onProgress
  }

  /// Notes a bad line; throws when there are too many.
  func leaveOut(_ error: ImportError) throws(ImportError) {
    badCount += 1
    if bad.count < 20 { bad.append(error) }
    guard badCount > maxErrors else { return }
    throw ImportError(
      file: error.file, line: error.line, column: error.column,
      "\(error.message) This is bad line \(badCount), and at most \(maxErrors) are left out.",
      "\(error.remedy) Or check that the file is of the kind that was asked for, or raise --max-errors.")
  }

  func note(_ text: String) { notes.append(text) }

  func show(_ progress: Progress) { onProgress?(progress) }
}
