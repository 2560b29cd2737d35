import DocumentModel
import Events
import Gazetteers
import Lexicons

/// Says sentences of a report in the report's own words: whole, but for what may go, with days in place of day words
/// and marked additions.
///
/// Nothing is cut inside a sentence but parentheses without a name, figure or date, and nothing is reworded.
struct OwnWords {
  let scene: Scene
  let grammar: any OwnGrammar

  /// A stretch of text and what stands in its place.
  private struct Edit {
    var range: Range<Int>
    var text: String
  }

  /// The sentence as a brief prints it, and what was added to it.
  ///
  /// - Parameter follows: whether the sentence before it stands before it in the brief too: "But", "infatti" then stay.
  func words(of sentence: Int, isHeadline: Bool = false, follows: Bool = false, _ said: inout Said) -> (
    text: String, added: [String]
  ) {
    said.added = []
    let span = withoutTail(scene.material.sentences[sentence].span)
    var edits: [Edit] = []
    var start = span.start
    if let dateline = scene.material.masthead.dateline, dateline.start == span.start,
      isHeadline || mayGo(dateline, from: sentence)
    {
      start = dateline.end
    } else if let place = scene.material.masthead.datelinePlace, place.start > span.start, place.end < span.end,
      scene.material.masthead.dateline?.start == span.start
    {
      // "Di Rino Bianchi MODENA Nella serata": the authors go, the place stays.
      start = place.start
    } else if let behind = scene.traits[sentence].behindConnective,
      !follows || !scene.traits[sentence].opening.contains(.adversative)
    {
      start = behind
    }
    edits += cuts(in: start..<span.end, of: sentence)
    edits += days(in: sentence, from: start, &said)
    edits += loaded(in: sentence, from: start)
    edits += additions(to: sentence, from: start, &said)
    let text = Self.applied(edits, to: scene.material.text, in: start..<span.end)
    let finished = Writing.finishSentence(Writing.capitalized(grammar.tidied(text)))
    return (finished, said.added)
  }

  // MARK: - What goes

  /// "… contro ignoti. —", "… services levy. (": a dash or an opening mark behind the full stop belongs to what follows.
  private func withoutTail(_ span: TextSpan) -> TextSpan {
    let text = scene.material.text[span.range]
    var end = text.endIndex
    while end > text.startIndex + 3 {
      let last = text[end - 1]
      if last == 0x20 || last == UInt8(ascii: "-") || last == UInt8(ascii: "(") || last == UInt8(ascii: "[") {
        end -= 1
      } else if last == 0x93 || last == 0x94, text[(end - 3)..<(end - 1)].elementsEqual([0xE2, 0x80]) {
        end -= 3
      } else {
        break
      }
    }
    let isStop = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(text[end - 1])
    return isStop ? TextSpan(span.start, end) : span
  }

  /// The dateline may go where the sentence or the title says itself where it happened.
  private func mayGo(_ dateline: TextSpan, from sentence: Int) -> Bool {
    guard let place = scene.material.masthead.datelinePlace else { return true }
    let title = scene.material.sentences.firstIndex { $0.kind == .title }
    let rest = TextSpan(dateline.end, scene.material.sentences[sentence].span.end)
    let places = scene.material.entities.filter { scene.isPlace($0.entity) }.flatMap(\.mentions)
    guard places.contains(where: { $0.span.start < place.end && place.start < $0.span.end }) else {
      // "NONANTOLA. … in via Milano": a town that the gazetteer does not know stays, unless it is named again.
      let words = scene.words(place).lowercased()
      let told = [rest] + (title.map { [scene.material.sentences[$0].span] } ?? [])
      return told.contains { scene.words($0).lowercased().contains(words) }
    }
    return places.contains {
      $0.sentence.offset == title || $0.sentence.offset == sentence && $0.span.start >= dateline.end
    }
  }

  /// Furniture, and parentheses that hold no name, figure or date.
  private func cuts(in range: Range<Int>, of sentence: Int) -> [Edit] {
    let text = scene.material.text
    var found = scene.material.masthead.furniture.filter { $0.start >= range.lowerBound && $0.end <= range.upperBound }
      .map { Edit(range: $0.range, text: "") }
    var open: Int?
    for offset in range {
      if text[offset] == UInt8(ascii: "(") { open = offset }
      guard text[offset] == UInt8(ascii: ")"), let start = open else { continue }
      open = nil
      let inner = text[(start + 1)..<offset]
      if Self.isPronounced(inner) {
        found.append(Edit(range: start..<(offset + 1), text: ""))
        continue
      }
      let hasName = inner.contains { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) || $0 >= 0x80 }
      // "(partially) convincing", "zero (perfect) to 25": what limits a word stays.
      let isLimit = offset + 2 < range.upperBound && text[offset + 1] == 0x20 && isWord(text[offset + 2])
      guard !hasName, !isLimit, !inner.contains(0x20), !scene.countsWithin(start..<offset, of: sentence) else {
        continue
      }
      guard !found.contains(where: { $0.range.overlaps(start..<(offset + 1)) }) else { continue }
      found.append(Edit(range: start..<(offset + 1), text: ""))
    }
    return found
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
  }

  /// "(SHNEYE'-dur-muhn)": how a name is spoken, syllable by syllable.
  private static func isPronounced(_ inner: ArraySlice<UInt8>) -> Bool {
    let syllables = inner.split(separator: UInt8(ascii: "-"))
    guard syllables.count > 2 || syllables.count == 2 && inner.contains(UInt8(ascii: "'")), !inner.contains(0x20) else {
      return false
    }
    let isStressed = syllables.map { $0.allSatisfy { $0 == UInt8(ascii: "'") || (0x41...0x5A).contains($0) } }
    let isPlain = syllables.map { $0.allSatisfy { $0 == UInt8(ascii: "'") || (0x61...0x7A).contains($0) } }
    return isStressed.contains(true) && isPlain.contains(true) && zip(isStressed, isPlain).allSatisfy { $0 || $1 }
  }

  // MARK: - What is put in place

  /// "ieri" becomes "il 13 maggio" where the report gives its day.
  private func days(in sentence: Int, from start: Int, _ said: inout Said) -> [Edit] {
    guard let day = scene.material.masthead.published, let table = scene.telling.deixis[scene.material.language] else {
      return []
    }
    var found: [Edit] = []
    let tokens = scene.tokens(of: sentence)
    var quote = OpenQuote(in: scene.material.text, isOpen: scene.traits[sentence].beginsQuoted)
    var index = tokens.startIndex
    while index < tokens.endIndex {
      quote.pass(tokens[index])
      guard Int(tokens[index].start) >= start, !quote.isOpen, let hit = table.longest(at: index, in: tokens),
        let row = table.meanings(hit.state).first
      else {
        index += 1
        continue
      }
      guard !scene.telling.deixisRows[row].text.isEmpty,
        let moved = Days.moved(day, by: scene.telling.deixisRows[row].offset)
      else {
        index = hit.end
        continue
      }
      let words = grammar.filled(
        scene.telling.deixisRows[row].text, month: scene.month(moved.month), day: moved.day)
      found.append(Edit(range: Int(tokens[index].start)..<Int(tokens[hit.end - 1].end), text: words))
      said.add("date")
      index = hit.end
    }
    return found
  }

  /// A party's word for its enemy stands in quotation marks, unless the sentence says who speaks.
  private func loaded(in sentence: Int, from start: Int) -> [Edit] {
    let trait = scene.traits[sentence]
    if trait.marks.contains(.speech) || scene.hasSource(sentence) { return [] }
    // "le brigate dei martiri di al-Aqsa" are called so by everybody.
    let names = scene.material.entities.flatMap(\.mentions).filter { $0.sentence.number == sentence + 1 }.map(\.span)
    return trait.loaded.filter { word in
      word.start >= start && !names.contains { $0.start <= word.start && $0.end >= word.end && $0 != word }
    }.map {
      Edit(range: $0.range, text: grammar.quoted(String(decoding: scene.material.text[$0.range], as: UTF8.self)))
    }
  }

  /// The country of a place and the long form of an acronym, in parentheses, at their first mention.
  private func additions(to sentence: Int, from start: Int, _ said: inout Said) -> [Edit] {
    var found: [Edit] = []
    let mentions = scene.mentions(in: sentence)
    for (mention, entity) in mentions where mention.start >= start {
      guard said.entities.insert(entity.id).inserted, !isFollowed(mention, by: "(") else { continue }
      if let country = scene.countryToAdd(to: entity), said.placed.insert(country.id).inserted,
        !isFollowed(mention, by: ","), !scene.isInsideParentheses(mention),
        !scene.standsBeforePerson(mention, in: sentence)
      {
        found.append(Edit(range: mention.end..<mention.end, text: " (\(grammar.name(country)))"))
        said.add("country")
      } else if let full = grammar.fullName(entity), scene.isAcronym(mention), !scene.mentions(full),
        !scene.isInsideParentheses(mention)
      {
        found.append(Edit(range: mention.end..<mention.end, text: " (\(full))"))
        said.add("full_name")
      }
    }
    return found
  }

  private func isFollowed(_ span: TextSpan, by sign: Unicode.Scalar) -> Bool {
    let text = scene.material.text
    var offset = span.end
    while offset < text.count, text[offset] == 0x20 { offset += 1 }
    guard offset < text.count else { return false }
    // "Gao's" and "Gao-based" take nothing between.
    if offset == span.end,
      text[offset] == UInt8(ascii: "-") || text[offset] == UInt8(ascii: "'") || text[offset] == 0xE2
    {
      return true
    }
    return text[offset] == UInt8(ascii: sign)
  }

  /// The text of a range with its edits done, white space run together.
  private static func applied(_ edits: [Edit], to text: [UInt8], in range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    var at = range.lowerBound
    for edit in edits.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    })
    where edit.range.lowerBound >= at && edit.range.upperBound <= range.upperBound {
      bytes.append(contentsOf: text[at..<edit.range.lowerBound])
      bytes.append(contentsOf: edit.text.utf8)
      at = edit.range.upperBound
    }
    bytes.append(contentsOf: text[at..<range.upperBound])
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    for byte in bytes {
      let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
      if isSpace {
        if line.last != 0x20, !line.isEmpty { line.append(0x20) }
      } else {
        // What was cut leaves no space before a comma or stop.
        if byte == UInt8(ascii: "*") { continue }
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), line.last == 0x20 { line.removeLast() }
        line.append(byte)
      }
    }
    if line.last == 0x20 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
