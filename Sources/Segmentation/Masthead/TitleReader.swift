/// Takes the site's name and the day behind a title, and the tag before it, away.
struct TitleReader {
  struct Title {
    var range: Range<Int>
    var agency: Int?
    /// The address of a site that no table knows.
    var site: Range<Int>?
    var day: DayReader.Found?
  }

  private static let longest = 600
  private static let mostSiteWords = 4

  let words: MastheadWords
  let days: DayReader

  /// The bare title in a range.
  func title(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Title {
    var title = Title(range: range)
    guard range.count <= Self.longest else { return title }
    let scraps = Scrap.scraps(of: range, in: text)
    var first = 0
    var last = scraps.count
    // "++ Attacco a Gao ++"
    let plus = UInt8(ascii: "+")
    while first < last, scraps[first].key.allSatisfy({ $0 == plus }) { first += 1 }
    while last > first, scraps[last - 1].key.allSatisfy({ $0 == plus }) { last -= 1 }
    first = afterTags(first, last, in: scraps)
    // "Public safety | Man found not guilty"
    if let bar = scraps[first..<last].firstIndex(where: { $0.kind == .bar }), bar - first <= 2, last - bar > 4 {
      first = bar + 1
    }
    // "January 9: Military airstrikes continue", "18 luglio 2023 - Attacco a Gao"
    if first < last, let day = days.day(at: first, in: scraps), day.end + 1 < last,
      scraps[day.end].kind == .colon || (scraps[day.end].kind == .dash && !scraps[day.end].isJoined)
    {
      title.day = day
      first = day.end + 1
    }
    while let cut = beforeSite(first, last, in: scraps, into: &title) { last = cut }
    guard first < last else { return Title(range: range, agency: title.agency, site: title.site, day: title.day) }
    title.range = scraps[first].range.lowerBound..<scraps[last - 1].range.upperBound
    return title
  }

  /// Steps over "URGENT:", "(LEAD)", "[FLASH]", "UPDATE 1-".
  private func afterTags(_ start: Int, _ last: Int, in scraps: [Scrap]) -> Int {
    var first = start
    while first < last {
      var index = first
      let isOpen = scraps[index].kind == .open
      if isOpen { index += 1 }
      guard var end = words.end(of: .tag, at: index, in: scraps) else { break }
      if end < last, scraps[end].isNumber { end += 1 }
      guard end < last else { break }
      switch scraps[end].kind {
      case .close where isOpen: end += 1
      case .colon where !isOpen, .dash where !isOpen, .bar where !isOpen, .hyphen where !isOpen, .slash where !isOpen:
        end += 1
      case .stop where !isOpen && scraps[end].key.elementsEqual("!".utf8): end += 1
      default:
        // "FLASH Mali, attacco": a tag in capitals before a title in small letters.
        let isCaps = !isOpen && scraps[index..<end].allSatisfy { $0.isCaps || $0.isNumber }
        guard isCaps, scraps[end].isCapital, !scraps[end].isCaps else { return first }
      }
      while end < last, scraps[end].kind == .dash || scraps[end].kind == .colon { end += 1 }
      // "Update: rules" is a title of its own.
      guard end < last, !scraps[end].isWord || scraps[end].isCapital || scraps[min(end + 1, last - 1)].kind == .hyphen
      else { break }
      first = end
    }
    return first
  }

  /// Where the title ends before a site's name, a section or a day; nil if nothing of the kind stands at its end.
  private func beforeSite(_ first: Int, _ last: Int, in scraps: [Scrap], into title: inout Title) -> Int? {
    guard last > first + 1 else { return nil }
    if scraps[last - 1].kind == .close,
      let open = scraps[first..<(last - 1)].lastIndex(where: { $0.kind == .open }), open > first
    {
      let judged = Parenthesis(Array(scraps[(open + 1)..<(last - 1)]), words: words, days: days)
      guard judged.isFurniture else { return nil }
      title.agency = title.agency ?? judged.agency
      return open
    }
    guard let sign = scraps[first..<last].lastIndex(where: { $0.kind == .dash || $0.kind == .bar }), sign > first,
      sign + 1 < last
    else { return nil }
    let site = Array(scraps[(sign + 1)..<last])
    if let found = words.agencies.longest(at: 0, in: site), found.end == site.count || isDomain(site, from: found.end) {
      title.agency = title.agency ?? found.value
      return sign
    }
    if let day = days.day(at: 0, in: site), day.end == site.count {
      title.day = title.day ?? day
      return sign
    }
    if words.forms(.line).isWhole(site) { return sign }
    if site.count >= 3, site[0].isWord, isDomain(site, from: site.count - 2) || isDomain(site, from: 1) {
      if title.agency == nil, title.site == nil {
        title.site = site[0].range.lowerBound..<site[site.count - 1].range.upperBound
      }
      return sign
    }
    // A bar never stands in prose; behind it is a section or a site.
    let isName =
      scraps[sign].kind == .bar && site.count <= Self.mostSiteWords
      && site.allSatisfy { $0.isWord || $0.kind == .hyphen }
      && site[0].isCapital && sign - first > site.count
    return isName ? sign : nil
  }

  /// ".it", ".com" and the like up to the end.
  private func isDomain(_ scraps: [Scrap], from index: Int) -> Bool {
    guard index > 0, index + 2 == scraps.count else { return false }
    let end = scraps[index + 1]
    return scraps[index].kind == .stop && scraps[index].isJoined && end.isJoined && end.isWord && end.key.count <= 4
      && !end.isCapital
  }
}
