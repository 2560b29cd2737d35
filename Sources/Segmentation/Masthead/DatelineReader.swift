/// Reads the head of a report's first sentence: place, day and agency up to a dash.
///
/// A dateline must show itself: an agency in parentheses, a day, or a place in capitals before a new sentence. Whatever
/// has a word too many is prose.
struct DatelineReader {
  struct Dateline {
    /// One past the dash, the parenthesis or the full stop that ends it.
    var end: Int
    var place: Range<Int>?
    var day: DayReader.Found?
    var agency: Int?
    /// The sign of a station that no table knows: "WMBF".
    var sign: Range<Int>?
    /// The place is in capitals, or an agency stands beside it.
    var isPlaceSure = false
    /// An agency or a day stands in it; a place in capitals alone may begin a title as well.
    var isStrong = false
  }

  /// What was found up to some scrap.
  private struct Evidence {
    var place: Range<Int>?
    var isPlaceCaps = false
    var placeWords = 0
    var placeLetters = 0
    var day: DayReader.Found?
    var agency: Int?
    var isSigned = false
    var sign: Range<Int>?
  }

  /// Longer heads are prose.
  private static let longest = 200
  private static let mostPlaceWords = 7
  /// Capitals of this many letters are no acronym.
  private static let longestAcronym = 7

  let words: MastheadWords
  let days: DayReader
  /// Tells places in small letters; without it they count only beside an agency or a day.
  let isPlace: ((Range<Int>) -> Bool)?

  /// The dateline at the head of a range; nil if it begins with its text at once.
  func dateline(at range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Dateline? {
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longest)
    let scraps = Scrap.scraps(of: head, in: text)
    let credited = { behindCredit(scraps) }
    guard let first = scraps.first, first.isCapital || first.isNumber || first.kind == .open else {
      // "- 06 April, 2018: An information session …"
      guard scraps.count > 4, scraps[0].kind == .dash, scraps[1].isNumber else { return credited() }
      return dateline(in: scraps, from: 1) ?? credited()
    }
    return dateline(in: scraps, from: 0) ?? credited()
  }

  /// Whether all of a line is a dateline, with or without the dash.
  func wholeLine(_ scraps: [Scrap]) -> Dateline? {
    var evidence = Evidence()
    var index = 0
    while index < scraps.count {
      guard let end = segment(from: index, in: scraps, into: &evidence), end > index else { return nil }
      index = end
      while index < scraps.count, scraps[index].kind == .dash || scraps[index].kind == .bar { index += 1 }
    }
    guard let last = scraps.last, evidence.isSigned || evidence.day != nil else { return nil }
    return made(evidence, end: last.range.upperBound)
  }

  func dateline(in scraps: [Scrap], from start: Int) -> Dateline? {
    if let glued = glued(to: start, in: scraps) { return glued }
    var evidence = Evidence()
    var best: Dateline?
    var index = start
    var lastDash: [UInt8]?
    for round in 0..<3 {
      let before = evidence
      guard let end = segment(from: index, in: scraps, into: &evidence), end > index else { break }
      let adds =
        round == 0 || (evidence.isSigned && !before.isSigned) || (evidence.day != nil && before.day == nil)
        || (addsPlace(evidence, to: before) && end < scraps.count && scraps[end].key == lastDash)
      guard adds else { break }
      // "GAO, April 5 (APP):Chief of Army Staff …"
      let isColon =
        end < scraps.count && scraps[end].kind == .colon && evidence.day != nil
        && (evidence.isSigned || evidence.sign != nil || start > 0)
      guard end < scraps.count, scraps[end].kind == .dash || isColon else {
        if let stop = closedWithoutDash(evidence, end: end, in: scraps) { best = made(evidence, end: stop) }
        break
      }
      if isAccepted(evidence, dash: end, in: scraps) { best = made(evidence, end: scraps[end].range.upperBound) }
      lastDash = scraps[end].key
      index = end + 1
    }
    return best ?? afterParenthesis(in: scraps, from: start)
  }

  /// Where a heading in capitals ends that is glued to a sentence; nil if there is none.
  func headingEnd(at range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longest)
    return glued(to: 0, in: Scrap.scraps(of: head, in: text))?.end
  }

  /// "MODENA Nella serata di ieri": nothing but the capitals parts a place from the sentence.
  private func glued(to start: Int, in scraps: [Scrap]) -> Dateline? {
    var end = start
    var letters = 0
    while end < scraps.count, scraps[end].isWord, scraps[end].isCaps, !scraps[end].isLetter, end - start < 3 {
      letters += scraps[end].key.count
      end += 1
    }
    guard end > start, letters >= 4, end + 3 < scraps.count else { return nil }
    let place = scraps[start].range.lowerBound..<scraps[end - 1].range.upperBound
    // "FORMIGINE «Aiutatemi …»"
    if scraps[end].kind != .quote || scraps[end].isJoined {
      guard scraps[end].isWord, scraps[end].isCapital, !scraps[end].isCaps || scraps[end].isLetter,
        opensSentence(end, in: scraps)
          || (letters >= Self.longestAcronym || isPlace?(place) ?? false) && scraps[end + 1].isWord
            && !scraps[end + 1].isCapital
          || isRubric(scraps[start..<end], letters: letters)
      else { return nil }
    }
    return Dateline(end: place.upperBound, place: place, isPlaceSure: true)
  }

  /// "LA STORIA Mario Rossi da minorenne …": a noun with its article, in capitals.
  private func isRubric(_ scraps: ArraySlice<Scrap>, letters: Int) -> Bool {
    scraps.count == 2 && letters >= Self.longestAcronym
      && words.end(of: .opener, at: 0, in: Array(scraps)) != nil
  }

  /// Whether a word that opens sentences stands here, "Nella serata", and the sentence goes on behind it.
  func opensSentence(_ index: Int, in scraps: [Scrap]) -> Bool {
    guard let end = words.end(of: .opener, at: index, in: scraps), end < scraps.count else { return false }
    // "SOLIERA Una “battaglia” che …"
    return scraps[end].isWord || scraps[end].isNumber || scraps[end].kind == .quote
  }

  /// "(ANSA) Il governo", "(Roma, 18.07.2023) Il convoglio": the parenthesis alone is the dateline.
  private func afterParenthesis(in scraps: [Scrap], from start: Int) -> Dateline? {
    guard start < scraps.count, scraps[start].kind == .open, let close = scraps.closing(start),
      close + 1 < scraps.count, scraps[close + 1].isCapital || scraps[close + 1].kind == .quote
    else { return nil }
    var evidence = Evidence()
    guard takes(parenthesis: Array(scraps[(start + 1)..<close]), into: &evidence),
      evidence.isSigned || evidence.day != nil
    else { return nil }
    return made(evidence, end: scraps[close].range.upperBound)
  }

  private func made(_ evidence: Evidence, end: Int) -> Dateline {
    Dateline(
      end: end, place: evidence.place, day: evidence.day, agency: evidence.agency, sign: evidence.sign,
      isPlaceSure: evidence.isPlaceCaps || evidence.isSigned, isStrong: evidence.isSigned || evidence.day != nil)
  }

  // MARK: - Evidence

  /// Reads agencies, days, places and parentheses up to the first scrap that is none of them.
  private func segment(from start: Int, in scraps: [Scrap], into evidence: inout Evidence) -> Int? {
    var index = start
    loop: while index < scraps.count {
      let scrap = scraps[index]
      switch scrap.kind {
      case .dash, .bar, .quote, .colon: break loop
      case .comma, .slash: index += 1
      case .stop:
        // The full stop of "N.C." and "ST." goes on; another ends the head.
        guard index + 1 < scraps.count, scraps[index - 1 < start ? start : index - 1].key.count <= 5,
          scraps[index].isJoined, !endsHead(evidence, stop: index, in: scraps)
        else { break loop }
        index += 1
      case .open:
        guard let close = scraps.closing(index) else { return nil }
        guard takes(parenthesis: Array(scraps[(index + 1)..<close]), into: &evidence) else { return nil }
        index = close + 1
        if index < scraps.count, scraps[index].kind == .stop { index += 1 }
      case .word, .number, .hyphen, .close, .other:
        if let day = days.day(at: index, in: scraps) {
          guard evidence.day == nil, isLooseBefore(index, from: start, in: scraps, evidence) else { return nil }
          evidence.day = day
          index = day.end
        } else if let found = words.agencies.longest(at: index, in: scraps),
          index == start || scraps[index - 1].kind == .comma, isCut(found.end, in: scraps)
        {
          evidence.agency = evidence.agency ?? found.value
          evidence.isSigned = true
          index = found.end
        } else if let end = words.end(of: .generic, at: index, in: scraps), end > index + 1 {
          evidence.isSigned = true
          index = end
          // "dal nostro inviato a Beirut"
          if end < scraps.count, let joiner = words.end(of: .joiner, at: end, in: scraps) { index = joiner }
        } else if scrap.isCapital,
          evidence.place == nil || scraps[index - 1].kind == .comma
            || scraps[index - 1].kind == .slash, let end = place(from: index, in: scraps, into: &evidence)
        {
          index = end
        } else {
          break loop
        }
      }
    }
    return index
  }

  /// "MODENA. La polizia": a full stop behind a place in capitals and before a sentence.
  private func endsHead(_ evidence: Evidence, stop: Int, in scraps: [Scrap]) -> Bool {
    guard evidence.isPlaceCaps, stop + 1 < scraps.count else { return false }
    let next = scraps[stop + 1]
    // "SASSUOLO. «Sono talmente arrabbiato …»"
    let opens = next.isWord && next.isCapital && !next.isCaps || next.kind == .quote
    return !next.isJoined && opens && scraps[stop - 1].key.count > 3
  }

  /// A day stands behind a comma, or behind a place in capitals: "ROMA 16 NOV"; "Il 16 novembre" is prose.
  private func isLooseBefore(_ index: Int, from start: Int, in scraps: [Scrap], _ evidence: Evidence) -> Bool {
    guard index > start else { return true }
    let before = scraps[index - 1]
    return !before.isWord || before.isCaps || evidence.isSigned
  }

  /// Whether a name ends here and does not go on as prose.
  private func isCut(_ index: Int, in scraps: [Scrap]) -> Bool {
    guard index < scraps.count else { return true }
    switch scraps[index].kind {
    case .dash, .bar, .open, .close, .comma, .slash: return true
    default: return false
    }
  }

  private func takes(parenthesis inside: [Scrap], into evidence: inout Evidence) -> Bool {
    let judged = Parenthesis(inside, words: words, days: days)
    if judged.isSender {
      evidence.agency = evidence.agency ?? judged.agency
      evidence.isSigned = true
      evidence.day = evidence.day ?? judged.day
      return true
    }
    if evidence.place == nil {
      // "(Roma, 18.07.2023)", "(NEW YORK)"
      var inner = Evidence()
      guard segment(from: 0, in: inside, into: &inner) == inside.count, inner.place != nil else { return false }
      evidence.place = inner.place
      evidence.isPlaceCaps = inner.isPlaceCaps
      evidence.placeWords = inner.placeWords
      evidence.placeLetters = inner.placeLetters
      evidence.day = evidence.day ?? inner.day
      return true
    }
    // A station that no table knows: "HORRY COUNTY (WMBF) -".
    guard inside.count == 1, inside[0].isCaps, evidence.isPlaceCaps else { return false }
    evidence.sign = inside[0].range
    return true
  }

  /// Reads a place and what it lies in: "GAO, Mali", "Deir ez-Zor", "RALEIGH, N.C."
  private func place(from start: Int, in scraps: [Scrap], into evidence: inout Evidence) -> Int? {
    var index = start
    var count = evidence.placeWords
    var letters = 0
    while index < scraps.count {
      let scrap = scraps[index]
      if scrap.isWord {
        let isJoiner =
          index > start
          && (scrap.isJoined && scraps[index - 1].kind == .hyphen || isHyphenated(index, in: scraps)
            || words.end(of: .joiner, at: index, in: scraps) != nil)
        guard scrap.isCapital || isJoiner, days.day(at: index, in: scraps) == nil else { break }
        count += 1
        letters += scrap.key.count
      } else if scrap.kind == .hyphen || (scrap.kind == .stop && scrap.isJoined && isInitial(index, in: scraps)) {
      } else {
        break
      }
      index += 1
    }
    guard index > start, scraps[index - 1].isCapital || scraps[index - 1].kind == .stop || scraps[index - 1].isJoined,
      count <= Self.mostPlaceWords
    else { return nil }
    if let known = evidence.place {
      evidence.place = known.lowerBound..<scraps[index - 1].range.upperBound
    } else {
      evidence.place = scraps[start].range.lowerBound..<scraps[index - 1].range.upperBound
      evidence.isPlaceCaps = scraps[start..<index].allSatisfy {
        !$0.isWord || $0.isCaps || !$0.isCapital
      }
      evidence.placeLetters = letters
    }
    evidence.placeWords = count
    return index
  }

  private func isHyphenated(_ index: Int, in scraps: [Scrap]) -> Bool {
    index + 1 < scraps.count && scraps[index + 1].kind == .hyphen
  }

  /// The full stop of "N.C.", "ST. LOUIS" and "Wis.", behind which the place or its comma goes on.
  private func isInitial(_ stop: Int, in scraps: [Scrap]) -> Bool {
    let before = scraps[stop - 1]
    guard before.isWord, before.key.count <= 4, stop + 1 < scraps.count else { return false }
    let next = scraps[stop + 1]
    if before.key.count == 1 || next.isJoined { return true }
    return next.kind == .open || next.kind == .dash || next.kind == .comma || (before.isCaps && next.isCaps)
      || (before.key.count == 2 && before.isCapital && next.isCaps)
  }

  // MARK: - Judgement

  private func addsPlace(_ evidence: Evidence, to before: Evidence) -> Bool {
    guard before.place == nil, before.isSigned, let place = evidence.place else { return false }
    return (evidence.isPlaceCaps && evidence.placeLetters >= 3) || isPlace?(place) ?? (before.agency != nil)
  }

  private func isAccepted(_ evidence: Evidence, dash: Int, in scraps: [Scrap]) -> Bool {
    let next = dash + 1 < scraps.count ? scraps[dash + 1] : nil
    let opensSentence =
      next.map { $0.isCapital || $0.isNumber || $0.kind == .quote || $0.kind == .open } ?? true
    if evidence.isSigned { return opensSentence || scraps[..<dash].contains { $0.kind == .open } }
    guard let place = evidence.place else { return evidence.day != nil && opensSentence }
    if evidence.day != nil { return opensSentence || evidence.isPlaceCaps }
    guard opensSentence, !isInsertion(dash, in: scraps) else { return false }
    // "(Red Oak) -- The three candidates …"
    if scraps[0].kind == .open, scraps.closing(0) == dash - 1 { return true }
    if evidence.isPlaceCaps {
      return evidence.placeLetters >= 3 && (isPlace?(place) ?? true || evidence.placeLetters >= 5)
    }
    return isPlace?(place) ?? false
  }

  /// Whether a second dash closes what this one opened: "JNIM – Jama'at Nusrat al-Islam – ha attaccato".
  private func isInsertion(_ dash: Int, in scraps: [Scrap]) -> Bool {
    let rest = scraps[(dash + 1)..<min(scraps.count, dash + 12)]
    guard let second = rest.firstIndex(where: { $0.kind == .dash }), second + 1 < scraps.count else { return false }
    return !scraps[second + 1].isCapital
  }

  /// The end of a head without a dash: behind the agency's parenthesis, or behind the full stop of "MODENA. La polizia".
  private func closedWithoutDash(_ evidence: Evidence, end: Int, in scraps: [Scrap]) -> Int? {
    guard end > 0, end < scraps.count else { return nil }
    let last = scraps[end - 1]
    let next = scraps[end]
    if last.kind == .close {
      guard next.isCapital || next.isNumber || next.kind == .quote else { return nil }
      let isStrong = evidence.isSigned && (evidence.day != nil || evidence.isPlaceCaps)
      return isStrong ? last.range.upperBound : nil
    }
    // "LOS ANGELES: A man attacked …", "BEIRUT: A dealer was arrested"
    if next.kind == .colon, evidence.isPlaceCaps, evidence.placeLetters >= 4, evidence.placeWords <= 3,
      end + 2 < scraps.count, opensSentence(end + 1, in: scraps)
    {
      return next.range.upperBound
    }
    guard next.kind == .stop, evidence.day == nil, endsHead(evidence, stop: end, in: scraps), evidence.placeWords <= 3,
      evidence.placeLetters >= 4
    else { return nil }
    return next.range.upperBound
  }
}
