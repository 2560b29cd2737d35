extension ArraySlice<UInt8> {
  /// Whether a word ends in these letters and has more.
  func hasSuffix(_ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    guard count > length else { return false }
    return suffix.withUTF8Buffer { suffix in
      for offset in 0..<length where self[endIndex - length + offset] != suffix[offset] { return false }
      return true
    }
  }
}
