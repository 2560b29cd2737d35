internal import CDigest

/// SHA-256 of bytes that arrive piece by piece.
///
/// Like ``SHA256``, a libcrypto that refuses SHA-256 or has no memory left for 112 bytes stops the program: no result may
/// exist without its digest, and what was under way is taken up at the next start.
///
/// Sendable notes: libcrypto's context is a plain block of memory; neither copyable nor sendable, one owner.
public struct SHA256Stream: ~Copyable {
  private let handle: OpaquePointer

  /// A digest of nothing yet.
  public init() {
    guard let handle = cdigest_sha256_open() else { preconditionFailure("libcrypto refused SHA-256") }
    self.handle = handle
  }

  deinit { cdigest_sha256_close(handle) }

  /// Feeds the next bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// Feeds the next bytes of a string, as UTF-8.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// Feeds the next bytes from memory that somebody else holds.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard cdigest_sha256_update(handle, bytes.baseAddress, bytes.count) else {
      preconditionFailure("libcrypto refused to go on with SHA-256")
    }
  }

  /// The digest of everything fed so far, 32 bytes; feeding may go on.
  public borrowing func digest() -> [UInt8] {
    guard let copy = cdigest_sha256_copy(handle) else { preconditionFailure("libcrypto has no memory for SHA-256") }
    defer { cdigest_sha256_close(copy) }
    return SHA256.digest { cdigest_sha256_finish(copy, $0) }
  }
}
