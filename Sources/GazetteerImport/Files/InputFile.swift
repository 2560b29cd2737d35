internal import Glibc

/// Bytes that stay only until the next step of whoever gives them.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// Reads a file line by line, or so many bytes at a time. Its memory is bounded by the longest line, however long the file.
struct InputFile: ~Copyable {
  /// The longest line that is taken: entities of Wikidata are a few MiB.
  static let longestLine = 256 << 20

  /// The file as it was named.
  let name: String
  /// The number of the line that ``next()`` gave, counted from 1.
  private(set) var line = 0

  private let descriptor: Int32
  private let size: Int?
  private let log: ImportLog
  private var buffer: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var readCount = 0
  private var shownCount = 0
  private var isAtEnd = false

  /// Opens the file at `path`; `-` is standard input.
  init(_ path: String, log: ImportLog) throws(ImportError) {
    let isStandardInput = path == "-"
    let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    let cause = errno
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw ImportError(
        cause == ENOENT ? .missing : .inputOutput, file: path,
        "Opening the file for import failed: \(String(cString: strerror(cause))).",
        "Check the name and your permission to read it.")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      if !isStandardInput { close(descriptor) }
      throw ImportError(.missing, file: path, "This is a folder.", "Name the files in it.")
    }
    name = isStandardInput ? "standard input" : path
    self.descriptor = descriptor
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    self.log = log
    buffer = .allocate(capacity: 1 << 20)
  }

  deinit {
    buffer.deallocate()
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next line without its end, or nil. The bytes stay until the next call.
  mutating func next() throws(ImportError) -> Bytes? {
    var searched = start
    while true {
      if let base = buffer.baseAddress, searched < end, let found = memchr(base + searched, 0x0A, end - searched) {
        return take(to: UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(base), skipping: 1)
      }
      if isAtEnd { return start < end ? take(to: end, skipping: 0) : nil }
      let offset = end - start
      try fill()
      searched = start + offset
    }
  }

  /// The next `count` bytes, or nil if there are not so many. They stay until the next call.
  mutating func next(count: Int) throws(ImportError) -> Bytes? {
    while end - start < count {
      if isAtEnd { return nil }
      try fill()
    }
    let bytes = Bytes(rebasing: buffer[start..<(start + count)])
    start += count
    return bytes
  }

  /// Up to `count` bytes, as many as are at hand; nil at the end. They stay until the next call.
  mutating func next(atMost count: Int) throws(ImportError) -> Bytes? {
    if start == end, !isAtEnd { try fill() }
    return start == end ? nil : try next(count: min(count, end - start))
  }

  private mutating func take(to stop: Int, skipping: Int) -> Bytes {
    var bytes = Bytes(rebasing: buffer[start..<stop])
    start = stop + skipping
    line += 1
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = Bytes(rebasing: bytes.dropFirst(3)) }
    if bytes.last == 0x0D { bytes = Bytes(rebasing: bytes.dropLast()) }
    return bytes
  }

  private mutating func fill() throws(ImportError) {
    if start > 0, let base = buffer.baseAddress {
      memmove(base, base + start, end - start)
      end -= start
      start = 0
    }
    if end == buffer.count { try grow() }
    while true {
      let count = read(descriptor, buffer.baseAddress.map { $0 + end }, buffer.count - end)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw ImportError(
          .inputOutput, file: name, line: line + 1, "Reading failed: \(String(cString: strerror(errno))).",
          "Check the disk, or copy the file elsewhere.")
      }
      isAtEnd = count == 0
      end += count
      readCount += count
      break
    }
    if readCount - shownCount >= 1 << 20 || isAtEnd {
      shownCount = readCount
      log.show(ImportLog.Progress(action: "reading \(name)", done: readCount, total: size))
    }
  }

  private mutating func grow() throws(ImportError) {
    guard buffer.count < Self.longestLine else {
      throw ImportError(
        file: name, line: line + 1, "The line is longer than \(Self.longestLine >> 20) MiB.",
        "Check that this is a text file with one record a line.")
    }
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: buffer.count * 2)
    if let target = larger.baseAddress, let source = buffer.baseAddress { memcpy(target, source, end) }
    buffer.deallocate()
    buffer = larger
  }
}
