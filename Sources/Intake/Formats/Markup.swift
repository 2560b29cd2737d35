/// Web pages, feeds and other files of tags.
enum Markup {
  /// Tags that only structure a page; a report has `<b>` or `<br>` in it now and then.
  private static let structural: Set<String> = [
    "html", "head", "body", "div", "script", "style", "table", "tr", "td", "th", "ul", "ol", "li", "meta", "link",
    "title", "section", "article", "nav", "header", "footer", "form", "input", "button", "img", "iframe", "main",
    "aside",
    "h1", "h2", "h3", "h4", "noscript", "svg", "rss", "channel", "item", "feed", "entry",
  ]

  /// The whole of a text in tags, or so many of them that what stands between is a page's and not a report's.
  static func format(_ head: Head) -> TextFormat? {
    let text = head.text
    var tags = 0
    var bytes = 0
    var structures = 0
    var closing = 0
    var hasScript = false
    var isPage = false
    var index = 0
    while index < text.count {
      // A tag that is quoted as code marks nothing up.
      guard text[index] == UInt8(ascii: "<"), index == 0 || text[index - 1] != UInt8(ascii: "`"),
        let tag = tag(at: index, in: text)
      else {
        index += 1
        continue
      }
      tags += 1
      bytes += tag.end - index
      if tag.isClosing { closing += 1 }
      if structural.contains(tag.name) { structures += 1 }
      if tag.name == "script" || tag.name == "style" { hasScript = true }
      if ["html", "head", "body", "div", "p", "a", "span", "script"].contains(tag.name) { isPage = true }
      index = tag.end
    }
    guard tags > 0 else { return nil }
    if hasScript { return .webPage }
    if isDeclared(head) || tags >= 2 && structures >= 2 && bytes * 20 >= text.count
      || tags >= 3 && bytes * 6 >= text.count
      || structures >= 4 || bytes * 3 >= text.count && closing > 0
    {
      return isPage || structures == tags ? .webPage : .xml
    }
    return nil
  }

  private static func isDeclared(_ head: Head) -> Bool {
    guard let first = head.lines.first else { return false }
    return first.begins("<!doctype", anyCase: true) || first.begins("<html", anyCase: true)
  }

  /// A tag that begins at a place: its name in small letters and where it ends.
  private static func tag(
    at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (name: String, isClosing: Bool, end: Int)? {
    var index = start + 1
    var isClosing = false
    if index < text.count, text[index] == UInt8(ascii: "/") {
      isClosing = true
      index += 1
    }
    let nameStart = index
    while index < text.count, index - nameStart < 40,
      Line.isLetter(text[index]) || Line.isDigit(text[index]) || ":-_.".utf8.contains(text[index])
    { index += 1 }
    guard index > nameStart, Line.isLetter(text[nameStart]), index < text.count else { return nil }
    let name = String(decoding: text[nameStart..<index], as: UTF8.self).lowercased()
    // "<https://…>" is an address.
    guard text[index] <= 0x20 || text[index] == UInt8(ascii: ">") || text[index] == UInt8(ascii: "/"),
      !name.hasSuffix(":")
    else { return nil }
    let limit = min(text.count, index + 2_000)
    while index < limit, text[index] != UInt8(ascii: ">") {
      if text[index] == UInt8(ascii: "<") { return nil }
      index += 1
    }
    return index < limit ? (name, isClosing, index + 1) : nil
  }
}
