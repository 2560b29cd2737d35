/// Authors before a report's first sentence, with or without a dateline behind them.
extension DatelineReader {
  /// Longer credits before a day are prose.
  private static let mostCreditScraps = 14

  /// The dateline, or the bare names, that a credit opens; nil where none does.
  func behindCredit(_ scraps: [Scrap]) -> Dateline? { creditedAndDated(scraps) ?? withByline(scraps) }

  /// "By Ann Mallett Advocate Reporter March 30, 2009 NEWARK -- The", "Ann Vela avela@example.com March 24, 2009 The
  /// council": names and a day with a year stand before the text, and nothing parts them from it.
  private func creditedAndDated(_ scraps: [Scrap]) -> Dateline? {
    let names = words.end(of: .byline, at: 0, in: scraps) ?? 0
    var index = names
    var count = 0
    while index < scraps.count, index - names < Self.mostCreditScraps, days.day(at: index, in: scraps) == nil {
      let scrap = scraps[index]
      let isAddress = scrap.isJoined || index + 1 < scraps.count && scraps[index + 1].isJoined
      guard scrap.isCapital || isAddress || scrap.kind == .comma || scrap.kind == .bar else { return nil }
      if scrap.isCapital, scrap.isWord { count += 1 }
      index += 1
    }
    guard count >= 2, index < scraps.count, let day = days.day(at: index, in: scraps), day.year != nil,
      day.end + 2 < scraps.count
    else { return nil }
    if var rest = dateline(in: scraps, from: day.end), rest.day == nil {
      rest.day = day
      rest.isStrong = true
      return rest
    }
    let next = scraps[day.end]
    guard next.isWord, next.isCapital, opensSentence(day.end, in: scraps) else { return nil }
    return Dateline(end: day.range.upperBound, day: day, isStrong: true)
  }

  /// "By Nate Raymond. BOSTON (Reuters) -", "di Claudia Benatti NONANTOLA -".
  private func withByline(_ scraps: [Scrap]) -> Dateline? {
    guard var index = words.end(of: .byline, at: 0, in: scraps) else { return nil }
    let names = index
    while index < scraps.count, index - names < 12, scraps[index].isWord || scraps[index].kind == .comma,
      !(scraps[index].isCaps && scraps[index].key.count > 3) || index == names + 1
    {
      // "Di Rino Bianchi La frazione è nel mirino": behind the names nothing but a capital tells the sentence, and behind
      // a small word that opens a text no other is needed: "di Rino Bianchi Difficile trovare le parole".
      let isSmall = !scraps[0].isCapital && index == names + 2 && !scraps[index].isCaps
      if index >= names + 2, scraps[index].isCapital, opensSentence(index, in: scraps) || isSmall,
        index + 1 < scraps.count,
        scraps[index + 1].isWord && !scraps[index + 1].isCapital || scraps[index + 1].isNumber,
        scraps[names..<index].allSatisfy(\.isCapital)
      {
        return Dateline(end: scraps[index - 1].range.upperBound)
      }
      index += 1
    }
    guard index > names + 1 else { return nil }
    // "By Ann Vela | The council has …": the bar parts them.
    if index + 2 < scraps.count, scraps[index].kind == .bar, scraps[names..<index].allSatisfy(\.isCapital) {
      return dateline(in: scraps, from: index + 1) ?? Dateline(end: scraps[index].range.upperBound)
    }
    if index < scraps.count, scraps[index].kind == .stop { index += 1 }
    return dateline(in: scraps, from: index)
  }
}
