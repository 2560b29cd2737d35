internal import CDigest

/// SHA-256 by libcrypto, which uses the processor's own instructions where it has them.
public enum SHA256 {
  /// Bytes in a digest.
  public static let count = 32

  /// The digest of bytes in memory, 32 bytes; 300 MB/s and more. Any thread may call.
  ///
  /// A libcrypto that refuses SHA-256 stops the program: no result of this project may exist without it.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { hash($0) } }

  /// The same for bytes that somebody else holds.
  public static func hash(_ bytes: Span<UInt8>) -> [UInt8] { bytes.withUnsafeBytes { hash($0) } }

  /// The same for raw memory, such as a mapped file.
  public static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    digest { cdigest_sha256_hash(bytes.baseAddress, bytes.count, $0) }
  }

  static func digest(_ fill: (UnsafeMutablePointer<UInt8>) -> Bool) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let start = buffer.baseAddress, fill(start) else { preconditionFailure("libcrypto refused SHA-256") }
      initialized = count
    }
  }
}
