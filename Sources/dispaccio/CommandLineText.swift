/// The command line that a file was made with, so that it can be made again.
enum CommandLineText {
  /// This process's own.
  static var own: String {
    (["dispaccio"] + CommandLine.arguments.dropFirst()).map { quoted($0) }.joined(separator: " ")
  }

  private static func quoted(_ argument: String) -> String {
    let isPlain =
      !argument.isEmpty
      && argument.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: true
        default: "-_./,=:+@%".utf8.contains(byte)
        }
      }
    return isPlain
      ? argument
      : "'" + argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
