/// What stands between two parentheses or brackets, judged as a masthead or a closing line would have it.
struct Parenthesis {
  /// The agency it names.
  var agency: Int?
  /// It names nothing but agencies, their words and days.
  var isSignature = false
  /// It names nothing but an agency or stands for one, as "Agenzia" does.
  var isSender = false
  /// It holds a word such as "Segue".
  var isAside = false
  /// It marks a picture or something left out and may stand anywhere.
  var isMedia = false
  /// It begins like "Reporting by".
  var isCredit = false
  /// The day it gives.
  var day: DayReader.Found?

  var isFurniture: Bool { isSignature || isAside || isMedia || isCredit }

  /// Reads what stands inside.
  init(_ inside: [Scrap], words: MastheadWords, days: DayReader) {
    guard let first = inside.first else { return }
    if inside.allSatisfy({ $0.kind == .stop }) {
      isMedia = inside.count >= 3 || first.key.count == 3
      return
    }
    if words.end(of: .credit, at: 0, in: inside) != nil {
      isCredit = true
      return
    }
    var index = 0
    var hasUnknown = false
    var slashBefore = false
    var hasAside = false
    var isGeneric = false
    if let end = words.end(of: .media, at: 0, in: inside), end == inside.count {
      isMedia = true
      return
    }
    while index < inside.count {
      let scrap = inside[index]
      if let found = words.agencies.longest(at: index, in: inside) {
        agency = agency ?? found.value
        index = found.end
        // "Zen Trinidad/PNA": initials and names before the agency's own sign.
        if slashBefore { hasUnknown = false }
        slashBefore = false
      } else if let found = days.day(at: index, in: inside) {
        day = found
        index = found.end
      } else if let end = words.end(of: .aside, at: index, in: inside) {
        hasAside = true
        index = end
      } else if let end = words.end(of: .generic, at: index, in: inside) {
        isGeneric = true
        index = end
      } else if scrap.kind == .word || scrap.kind == .number {
        let isSmall = words.end(of: .joiner, at: index, in: inside) != nil
        hasUnknown = hasUnknown || !isSmall
        index += 1
      } else {
        slashBefore = scrap.kind == .slash
        index += 1
      }
    }
    guard !hasUnknown else {
      agency = nil
      return
    }
    isAside = hasAside
    isSender = agency != nil || isGeneric
    isSignature = agency != nil || hasAside
  }
}

extension [Scrap] {
  /// The position of the parenthesis that closes the one at `open`.
  func closing(_ open: Int, within count: Int = 24) -> Int? {
    let end = Swift.min(self.count, open + count)
    guard open + 1 < end else { return nil }
    return self[(open + 1)..<end].firstIndex { $0.kind == .close }
  }
}
