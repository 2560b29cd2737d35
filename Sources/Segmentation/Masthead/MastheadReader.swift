public import DocumentModel
import Languages

/// Reads what a report says of itself: title, publisher, day and place, and what in its sentences is no text.
public struct MastheadReader: Sendable {
  private let words: MastheadWords

  /// Makes a reader.
  public init(words: MastheadWords) { self.words = words }

  /// The masthead of a report.
  ///
  /// Linear in the text. A place in small letters before a dash, without an agency or a day beside it, is a dateline only
  /// if `isPlace` knows it.
  ///
  /// - Parameters:
  ///   - text: the extracted text.
  ///   - sentences: what ``SentenceSplitter`` made of it.
  ///   - language: the language of the report, which decides on "07/08/2023".
  ///   - isPlace: tells whether the bytes of a range of the text name a place.
  public func masthead(
    of text: [UInt8], sentences: [Sentence], language: String, isPlace: ((Range<Int>) -> Bool)? = nil
  ) -> Masthead {
    let lines = lines(language: language, isPlace: isPlace)
    return text.withUnsafeBufferPointer { text in
      var pass = MastheadPass(words: words, lines: lines, text: text, sentences: sentences)
      return pass.read()
    }
  }

  /// What reads the lines of a report in a language.
  func lines(language: String, isPlace: ((Range<Int>) -> Bool)?) -> LineReader {
    let days = DayReader(words: words, monthFirst: Languages.of(language).monthFirst)
    return LineReader(words: words, datelines: DatelineReader(words: words, days: days, isPlace: isPlace))
  }
}

/// One reading of a masthead.
struct MastheadPass {
  /// Where a publisher or a day was named, the surest first.
  private enum Rank: Int, Comparable {
    case title, label, dateline, line, signature, update

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  private let words: MastheadWords
  private let lines: LineReader
  private let text: UnsafeBufferPointer<UInt8>
  private let sentences: [Sentence]
  private var masthead = Masthead()
  private var publisher: (rank: Rank, name: String)?
  private var day: (rank: Rank, day: DayReader.Found)?
  private var days: DayReader { lines.datelines.days }

  init(words: MastheadWords, lines: LineReader, text: UnsafeBufferPointer<UInt8>, sentences: [Sentence]) {
    self.words = words
    self.lines = lines
    self.text = text
    self.sentences = sentences
  }

  mutating func read() -> Masthead {
    let body = sentences.firstIndex { $0.kind == .body || $0.kind == .item } ?? sentences.count
    for (index, sentence) in sentences.enumerated() {
      switch sentence.kind {
      case .title: readTitle(sentence)
      case .furniture: readFurniture(sentence, isAbove: index < body)
      case .subhead: break
      case .body, .item:
        if index == body { readDateline(sentence) } else { readHeading(sentence) }
        readTails(sentence, at: index)
      }
    }
    masthead.publisher = publisher?.name
    masthead.published = day.map {
      Masthead.Day(
        year: $0.day.year, month: $0.day.month, day: $0.day.day,
        span: TextSpan($0.day.range.lowerBound, $0.day.range.upperBound))
    }
    return masthead
  }

  // MARK: - Parts

  private mutating func readTitle(_ sentence: Sentence) {
    guard masthead.title == nil else { return }
    let trimmed = TitleReader(words: words, days: days).title(sentence.span.range, in: text)
    masthead.title = TextSpan(trimmed.range.lowerBound, trimmed.range.upperBound)
    if let agency = trimmed.agency { name(words.agencyNames[agency], .title) }
    if let site = trimmed.site { name(String(decoding: text[site], as: UTF8.self), .title) }
    if let found = trimmed.day { date(found, .title) }
  }

  private mutating func readDateline(_ sentence: Sentence) {
    guard let dateline = lines.datelines.dateline(at: sentence.span.range, in: text) else { return }
    masthead.dateline = TextSpan(sentence.span.start, dateline.end)
    if let place = dateline.place { masthead.datelinePlace = TextSpan(place.lowerBound, place.upperBound) }
    if let agency = dateline.agency {
      name(words.agencyNames[agency], .dateline)
    } else if let sign = dateline.sign {
      name(String(decoding: text[sign], as: UTF8.self), .dateline)
    }
    if let found = dateline.day { date(found, .dateline) }
  }

  /// "LA RAPINA I tre banditi …": a heading in capitals that is glued to the first sentence below it.
  private mutating func readHeading(_ sentence: Sentence) {
    let start = sentence.span.start
    guard sentence.span.count > 20, text[start..<(start + 2)].allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }),
      let end = lines.datelines.headingEnd(at: sentence.span.range, in: text)
    else { return }
    masthead.furniture.append(TextSpan(start, end))
  }

  /// Reads a line that is no text. Below the text only what a label or an agency's sign goes with counts.
  private mutating func readFurniture(_ sentence: Sentence, isAbove: Bool) {
    let scraps = Scrap.scraps(of: sentence.span.range, in: text)
    guard let first = scraps.first else { return }
    let isUpdate = words.end(of: .updated, at: 0, in: scraps) != nil
    let isLabel = words.end(of: .published, at: 0, in: scraps) != nil
    let source = words.end(of: .source, at: 0, in: scraps)
    // A picture's or a link's own names and days are not the report's.
    if words.end(of: .label, at: 0, in: scraps) != nil || lines.isCaption(sentence.span.range, in: text) { return }
    if let source { readSource(Array(scraps[source...])) }
    let dateline = lines.datelines.wholeLine(scraps)
    // "Marco Rossi, 18 luglio 2023" names no place.
    if isAbove, let dateline, let place = dateline.place, masthead.datelinePlace == nil, !isLabel, !isUpdate,
      source == nil, lines.datelines.isPlace?(place) ?? (dateline.isPlaceSure || !text[place].contains(0x20))
    {
      masthead.datelinePlace = TextSpan(place.lowerBound, place.upperBound)
    }
    var index = 0
    while index < scraps.count {
      if let found = days.day(at: index, in: scraps) {
        if isLabel {
          date(found, hasUpdate(scraps[..<index]) ? .update : .label)
        } else if isUpdate {
          date(found, .update)
        } else if isAbove || source != nil || first.kind == .open || dateline?.agency != nil {
          date(found, .line)
        }
        index = found.end
      } else if let found = words.agencies.longest(at: index, in: scraps) {
        if isAbove || source != nil || first.kind == .open || dateline?.agency != nil {
          name(words.agencyNames[found.value], source != nil ? .label : isAbove ? .line : .signature)
        }
        index = found.end
      } else {
        index += 1
      }
    }
  }

  /// "Pubblicato il 3 marzo - Aggiornato il 4 marzo": the second day is that of the change.
  private func hasUpdate(_ scraps: ArraySlice<Scrap>) -> Bool {
    let all = Array(scraps)
    return all.indices.contains { words.end(of: .updated, at: $0, in: all) != nil }
  }

  /// The name behind "Fonte:", if it is a name: one that no table knows is taken as it stands.
  private mutating func readSource(_ scraps: [Scrap]) {
    let rest = Array(scraps.drop { !$0.isWord })
    let names = Array(rest.prefix { $0.isWord || $0.kind == .hyphen || $0.kind == .stop && $0.isJoined })
    guard let first = names.first, names.count <= 5, names.count + 1 >= rest.count, first.isCapital,
      !words.forms(.line).isWhole(names), names.contains(where: { $0.key.count > 1 }),
      names.allSatisfy({ !$0.isWord || $0.isCapital || words.forms(.joiner).isWhole([$0]) })
    else { return }
    if words.agencies.longest(at: 0, in: names) != nil { return }
    var last = names.count - 1
    while last > 0, names[last].kind == .stop { last -= 1 }
    name(
      String(decoding: text[first.range.lowerBound..<names[last].range.upperBound], as: UTF8.self), .label)
  }

  private mutating func readTails(_ sentence: Sentence, at index: Int) {
    let isLastOfParagraph =
      index + 1 == sentences.count || sentences[index + 1].paragraph != sentence.paragraph
      || sentences[index + 1].kind == .furniture
    let reader = TailReader(words: words, days: days, isLastOfParagraph: isLastOfParagraph)
    let head = masthead.dateline.map { max(sentence.span.start, $0.end) } ?? sentence.span.start
    for found in reader.furniture(in: min(head, sentence.span.end)..<sentence.span.end, of: text) {
      masthead.furniture.append(TextSpan(found.range.lowerBound, found.range.upperBound))
      if let agency = found.agency { name(words.agencyNames[agency], .signature) }
    }
  }

  // MARK: - Results

  private mutating func name(_ found: String, _ rank: Rank) {
    if let known = publisher, known.rank <= rank { return }
    publisher = (rank, found)
  }

  private mutating func date(_ found: DayReader.Found, _ rank: Rank) {
    if let known = day {
      // The same day with its year says more.
      let isFuller =
        known.day.year == nil && found.year != nil && known.day.month == found.month && known.day.day == found.day
      guard isFuller || rank < known.rank else { return }
      if !isFuller && known.day.year != nil && found.year == nil && known.rank != .update { return }
    }
    day = (rank, found)
  }
}
