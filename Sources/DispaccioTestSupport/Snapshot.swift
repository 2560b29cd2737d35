import FoundationEssentials

/// Compares whole outputs with files kept beside the tests.
public enum Snapshot {
  /// What is wrong, or nil if the output is the one kept.
  ///
  /// A snapshot that does not exist yet, or any with `DISPACCIO_RECORD=1` in the environment, is written, and that
  /// counts as a difference once, so that nobody records by accident.
  public static func difference(_ bytes: [UInt8], _ name: String, in folder: String) -> String? {
    let path = folder + "/" + name
    let isRecording = ProcessInfo.processInfo.environment["DISPACCIO_RECORD"] == "1"
    guard !isRecording, let kept = FileManager.default.contents(atPath: path) else {
      let isWritten = FileManager.default.createFile(atPath: path, contents: Data(bytes))
      return
        "\(name) was \(isWritten ? "recorded; look at it, then run again" : "not recorded: \(path) cannot be written")"
    }
    guard Array(kept) != bytes else { return nil }
    let expected = String(decoding: kept, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let found = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(expected, found).prefix { $0 == $1 }.count
    let was = line < expected.count ? expected[line] : "(end)"
    let now = line < found.count ? found[line] : "(end)"
    return "\(name) differs at line \(line + 1)\n  kept:  \(was)\n  found: \(now)"
  }
}
