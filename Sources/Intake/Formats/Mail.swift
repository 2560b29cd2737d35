/// Mails as programs keep them: headers, an empty line, a body that may be in parts or encoded.
enum Mail {
  /// Headers that only a program writes.
  private static let technical: Set<String> = [
    "message-id", "received", "mime-version", "content-type", "content-transfer-encoding", "return-path",
    "delivered-to", "dkim-signature", "in-reply-to", "references", "x-mailer", "authentication-results", "envelope-to",
    "x-originating-ip", "list-unsubscribe", "user-agent", "nntp-posting-host", "path",
  ]
  private static let usual: Set<String> = [
    "from", "to", "cc", "bcc", "subject", "date", "reply-to", "sender", "organization", "newsgroups", "sent",
  ]

  /// A block of headers at the beginning. A report's own "From: our correspondent" has no address in it and nothing that
  /// only a program writes.
  static func format(_ head: Head) -> TextFormat? {
    guard let first = head.lines.first else { return nil }
    let isBox = first.begins("From ") && (first.has("@") || first.begins("From MAILER-DAEMON")) && first.has(":")
    var found: Set<String> = []
    var hasAddress = false
    for line in head.lines.dropFirst(isBox ? 1 : 0).prefix(60) {
      let length = line.name(also: "-")
      guard line[length] == UInt8(ascii: ":"), length > 1, length < 40 else {
        // A header may go on, indented.
        if line.indentation > 0, !found.isEmpty { continue }
        break
      }
      let name = String(decoding: line.bytes[..<length], as: UTF8.self).lowercased()
      guard usual.contains(name) || technical.contains(name) || name.hasPrefix("x-") else {
        if found.isEmpty { return nil }
        continue
      }
      found.insert(name)
      if ["from", "to", "sender", "reply-to"].contains(name), line.has("@") { hasAddress = true }
    }
    if isBox { return found.count >= 1 ? .mail : nil }
    let isOwn = found.contains { technical.contains($0) || $0.hasPrefix("x-") }
    let isUsual = found.count { usual.contains($0) }
    return isUsual >= 1 && found.count >= 3 && (isOwn || hasAddress && isUsual >= 3) ? .mail : nil
  }
}
