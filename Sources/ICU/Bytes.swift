internal import CICU

/// Takes over bytes that the façade made: copies them into an array and closes them.
func takeBytes(_ bytes: OpaquePointer) -> [UInt8] {
  defer { cicu_bytes_close(bytes) }
  return [UInt8](UnsafeBufferPointer(start: cicu_bytes_start(bytes), count: Int(cicu_bytes_count(bytes))))
}

/// The same, as a string.
func takeString(_ bytes: OpaquePointer) -> String {
  defer { cicu_bytes_close(bytes) }
  let buffer = UnsafeBufferPointer(start: cicu_bytes_start(bytes), count: Int(cicu_bytes_count(bytes)))
  return String(decoding: buffer, as: UTF8.self)
}

extension Span<UInt8> {
  /// Hands the bytes to C with their count.
  func withCBytes<Result>(_ body: (UnsafePointer<UInt8>?, Int64) -> Result) -> Result {
    withUnsafeBufferPointer { body($0.baseAddress, Int64($0.count)) }
  }
}
