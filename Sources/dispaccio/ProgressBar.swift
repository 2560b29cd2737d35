internal import GazetteerImport
internal import Glibc
internal import ServiceSetup

/// A line on standard error that says how far an import is; nil where standard error is no terminal.
final class ProgressBar {
  private var isShown = false
  private var shownPermille = -1

  init?() {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
  }

  func show(_ progress: ImportLog.Progress) {
    guard let total = progress.total, total > 0 else {
      return write("\r\(progress.done >> 20) MiB \(progress.action)\u{1B}[K")
    }
    let permille = min(1000, progress.done * 1000 / total)
    guard permille != shownPermille else { return }
    shownPermille = permille
    let filled = permille * 24 / 1000
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled)
    write("\r[\(bar)] \(permille / 10) % \(progress.action)\u{1B}[K")
  }

  /// Takes the line away.
  func clear() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private func write(_ text: String) {
    isShown = true
    _ = Disk.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
