import DocumentModel
import Lexicons

/// Cuts a sentence that serves as a headline at the end of a clause that has its verb, else at a word, and then it shows.
struct HeadlineCut {
  let scene: Scene
  /// The most characters of what is cut: fewer where a label goes before it.
  var room = Self.longest

  /// The most characters of a headline that is cut.
  static let longest = 110
  static let shortest = 30
  /// So many bytes are left of a subject at least.
  static let shortestSubject = 8
  /// So many insertions are taken out of a sentence.
  private static let mostInsertions = 3

  /// What is cut, and to how many characters.
  struct Cut: Hashable {
    let text: [UInt8]
    let sentence: Int
    let room: Int
  }

  /// The headline that a sentence makes; nil if it would break off in its midst.
  func whole(_ sentence: Int) -> String? {
    let span = scene.material.masthead.behindDateline(scene.material.sentences[sentence].span)
    let words = cut(Writing.capitalized(scene.words(span)), of: sentence)
    return words.hasSuffix(Self.brokenOff) ? nil : words
  }

  func words(_ set: Phrasebook.CutWords) -> Set<[UInt8]> {
    scene.phrasebook.words(set, language: scene.material.language)
  }

  private static let brokenOff = " …"

  /// The words without their full stop, and no longer than a headline.
  func cut(_ words: String, of sentence: Int) -> String {
    var text = Array(words.utf8)
    // The full stop of "in the U.S." is the abbreviation's own.
    // "… in concorso. —": the dash of the page goes with it.
    while text.last == 0x20 || text.suffix(3).elementsEqual([0xE2, 0x80, 0x94])
      || text.suffix(3).elementsEqual([0xE2, 0x80, 0x93])
    {
      text.removeLast(text.last == 0x20 ? 1 : 3)
    }
    while text.last == UInt8(ascii: "."), text.count < 3 || text[text.count - 3] != UInt8(ascii: ".") {
      text.removeLast()
    }
    // A headline that fits is the rule where a report has a title.
    guard HeadlineText.offset(ofCharacter: room, in: text[...]) != nil else {
      return String(decoding: text, as: UTF8.self)
    }
    // A sentence is tried as a headline several times before it is one.
    let cut = Cut(text: text, sentence: sentence, room: room)
    if let known = scene.cuts[cut] { return known }
    let found = shortened(text, of: sentence)
    scene.cuts[cut] = found
    return found
  }

  /// The words of a sentence that are too long for a headline, cut to one.
  private func shortened(_ text: [UInt8], of sentence: Int) -> String {
    let source = source(of: sentence, in: text)
    var bare = text
    let main = opensWithSubject(sentence) ? verb(of: sentence, in: text).map { Array(text[$0]) } : nil
    for _ in 0..<Self.mostInsertions { bare = withoutParenthesis(withoutInsertion(bare, before: main)) }
    let whole = String(decoding: bare, as: UTF8.self)
    if HeadlineText.offset(ofCharacter: room, in: bare[...]) == nil,
      mayStand(whole, of: sentence, in: text, mustHold: source)
    {
      return whole
    }
    // "Nella mattinata di ieri, poliziotti del commissariato hanno denunciato in stato di libertà un giovane, che …"
    // What fails once is not tried again.
    let closed = withoutParenthesis(text)
    for candidate in closed == bare ? [bare] : [closed, bare] {
      if let pruned = HeadlinePruning(scene: scene, room: room).headline(of: candidate, sentence),
        keepsKernel(pruned, of: sentence, in: text, mustHold: source)
      {
        return String(decoding: pruned, as: UTF8.self)
      }
    }
    for candidate in bare == text ? [bare] : [bare, text] {
      if let clause = headline(of: candidate, sentence, mustHold: source) { return Writing.capitalized(clause) }
    }
    // A clause that leaves out who says so breaks off where it ends: "Carter met with Abadi in Baghdad …".
    if source != nil, let clause = headline(of: bare, sentence, mustHold: nil) {
      return Writing.capitalized(clause) + Self.brokenOff
    }
    // "After gunmen attacked …, the army": no clause of it has room.
    let words = text[..<(HeadlineText.offset(ofCharacter: room - 2, in: text[...]) ?? text.endIndex)]
    return String(decoding: words[..<strongEnd(of: words)], as: UTF8.self) + Self.brokenOff
  }

  /// A clause with its verb that fits, from the head of the words or from the subject on; nil if there is none, or it
  /// would leave out who says so.
  private func headline(of text: [UInt8], _ sentence: Int, mustHold source: [UInt8]?) -> String? {
    // "Due diciottenni rapinate di notte in strada mentre …" has no verb, and says what happened all the same.
    let trait = scene.traits[sentence]
    guard let verb = verb(of: sentence, in: text) ?? news(of: sentence, in: text) else {
      guard !trait.hasVerb, let words = fragment(of: text) else { return nil }
      return mayStand(words, of: sentence, in: text, mustHold: source) ? words : nil
    }
    // "È stato rimesso in libertà A. B., il 51enne che …": what opens with its verb goes on up to its subject.
    var reach = verb.upperBound
    if !trait.opening.isDisjoint(with: [.verb, .copula]), !trait.opening.contains(.plain) {
      guard let start = trait.subjectBehind, let subject = place(of: start, in: text) else { return nil }
      reach = max(reach, subject + Self.shortestSubject)
    }
    var found: [String] = []
    // "Intorno alle 21, in corso Cavour, un'auto ha eluso un controllo, …": when and where may stay below.
    // Not where the verb takes up somebody named in what would go: "Dopo la fuga del ladro, i carabinieri lo hanno …".
    let takesUp = !trait.marks.isDisjoint(with: [.object, .borrowed])
    let rest = (takesUp ? nil : trait.subjectStart).flatMap { place(of: $0, in: text) }.map { text[$0...] }
    if let rest, HeadlineText.offset(ofCharacter: room, in: rest) == nil, opensClause(rest, of: sentence, in: text) {
      found.append(String(decoding: rest, as: UTF8.self))
    }
    // "Mentre gli equipaggi erano impegnati al Cie, …": no clause that says when is news.
    if !trait.opening.contains(.subordinate), let head = clause(of: text[...], behind: reach, sentence) {
      found.append(head)
    }
    // What stands from the subject on has a verb of its own, or is no clause.
    if let rest,
      let verb = scene.finiteVerbs(in: sentence).compactMap({ place(of: $0.start, in: text) })
        .filter({ $0 > rest.startIndex }).min(),
      let words = clause(of: rest, behind: max(reach, verb), sentence)
    {
      found.append(words)
    }
    return found.first { mayStand($0, of: sentence, in: text, mustHold: source) }
  }

  /// "Otto garage scassinati, otto box messi a soqquadro | , rovistati …": what has no verb that is known breaks off at a
  /// comma, and nowhere else: "L'associazione nega | che …" has one.
  private func fragment(of text: [UInt8]) -> String? {
    let room = text[..<(HeadlineText.offset(ofCharacter: self.room + 1, in: text[...]) ?? text.endIndex)]
    let openers = words(.clauseOpeners)
    let opener = room.indices.first {
      room[$0] == 0x20 && openers.contains(HeadlineText.word(at: $0 + 1, in: text[...]))
    }
    let comma = room[..<(opener ?? room.endIndex)].lastIndex(of: UInt8(ascii: ","))
    guard let comma, comma >= Self.shortest, HeadlineText.isClosed(room[..<comma]), !opensItem(comma + 1, in: room)
    else {
      return nil
    }
    return String(decoding: room[..<comma], as: UTF8.self)
  }

  /// Whether the words from a subject on have their own verb before they break: "i danni e il materiale rubato, c'è anche
  /// …" is the end of what stood before.
  private func opensClause(_ rest: ArraySlice<UInt8>, of sentence: Int, in text: [UInt8]) -> Bool {
    let comma = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
    // "In Syria, the press secretary said, rebels …": the verb of an insertion is not its own.
    return scene.finiteVerbs(in: sentence).compactMap { HeadlineText.find(scene.material.text[$0.range], in: text) }
      .contains { $0.lowerBound > rest.startIndex && $0.upperBound < comma }
  }

  /// Whether words that are cut from a sentence keep who says so and what takes it out of fact.
  private func mayStand(_ words: String, of sentence: Int, in text: [UInt8], mustHold source: [UInt8]?) -> Bool {
    let bytes = Array(words.utf8)
    guard keepsKernel(bytes, of: sentence, in: text, mustHold: source) else { return false }
    // What hedges inside a relative clause goes with it: "… il bandito | che, con due complici non ancora identificati, …".
    guard let hedge = hedge(of: sentence), HeadlineText.find(hedge[...], in: bytes) == nil else { return true }
    guard let end = HeadlineText.find(bytes[...], in: text)?.upperBound else { return false }
    return self.words(.relativeOpeners).contains(HeadlineText.word(at: end + 1, in: text[...]))
  }

  /// Whether words keep who says so, the main verb and its object.
  private func keepsKernel(_ words: [UInt8], of sentence: Int, in text: [UInt8], mustHold source: [UInt8]?) -> Bool {
    if let source, HeadlineText.find(source[...], in: words) == nil { return false }
    if scene.breaksOff(words, of: sentence) { return false }
    // "I carabinieri, a cui è stato denunciato il furto | , raccomandano …", "I miliziani hanno preso di mira | …"
    return !scene.mainWords(of: sentence).contains {
      HeadlineText.find($0[...], in: words) == nil && HeadlineText.find($0[...], in: text) != nil
    }
  }

  /// The last word of whoever is the source; nil if the sentence has none.
  private func source(of sentence: Int, in text: [UInt8]) -> [UInt8]? {
    scene.sourceWords(in: sentence).max { $0.end < $1.end }.map { Array(scene.material.text[$0.range]) }
  }

  /// The last word that hedges; nil if the sentence has none.
  private func hedge(of sentence: Int) -> [UInt8]? {
    scene.hedgingWords(in: sentence).max { $0.end < $1.end }.map { Array(scene.material.text[$0.range]) }
  }

  /// "La Guardia di Finanza, con le Fiamme gialle dell'aeroporto, ha sequestrato …" without what stands between commas:
  /// what an insertion opens with, or anything between a subject and its verb.
  private func withoutInsertion(_ text: [UInt8], before verb: [UInt8]?) -> [UInt8] {
    guard let open = text.firstIndex(of: UInt8(ascii: ",")), open > 8, open + 2 < text.count,
      let close = text[(open + 1)...].firstIndex(of: UInt8(ascii: ",")), close + 2 < text.count,
      !text[open..<close].contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == UInt8(ascii: "\"") })
    else { return text }
    let isSubject = verb.map { text[(close + 2)...].starts(with: $0) } ?? false
    guard isSubject || words(.insertionOpeners).contains(HeadlineText.word(at: open + 2, in: text[...])) else {
      return text
    }
    return Array(text[..<open] + text[(close + 1)...])
  }

  /// "… è il bottino (per un valore di 3 mila euro) di tre ladri": what a parenthesis adds has no room in a headline.
  private func withoutParenthesis(_ text: [UInt8]) -> [UInt8] {
    guard let open = text.firstIndex(of: UInt8(ascii: "(")), open > 1, text[open - 1] == 0x20,
      let close = text[open...].firstIndex(of: UInt8(ascii: ")"))
    else { return text }
    return Array(text[..<(open - 1)] + text[(close + 1)...])
  }

  /// Whether a noun phrase stands at the head, so that the first verb's subject is there.
  private func opensWithSubject(_ sentence: Int) -> Bool {
    let trait = scene.traits[sentence]
    return trait.subjectStart == nil && trait.opening.isDisjoint(with: [.verb, .copula, .adjunct, .subordinate])
  }

  /// Where words may end so that a headline does not end in "of the" or "ha": the last word is a strong one.
  func strongEnd(of room: ArraySlice<UInt8>) -> Int {
    let weak = words(.weakEnds)
    var end = room.lastIndex(of: 0x20) ?? room.endIndex
    while let space = room[..<end].lastIndex(of: 0x20), space > room.startIndex + Self.shortest {
      let word = HeadlineText.word(at: space + 1, in: room[..<end])
      let isElided = room[end - 1] == UInt8(ascii: "'")
      guard weak.contains(word) || word.isEmpty || isElided else { break }
      end = space
    }
    while end > room.startIndex, room[end - 1] == UInt8(ascii: ",") || room[end - 1] == 0x20 { end -= 1 }
    return end
  }

  // MARK: - Verb and subject

  /// The first finite verb of a sentence that is its own, as it stands in the words of a headline.
  private func verb(of sentence: Int, in text: [UInt8]) -> Range<Int>? {
    let verbs = scene.finiteVerbs(in: sentence).compactMap {
      HeadlineText.find(scene.material.text[$0.range], in: text)
    }
    .sorted { $0.lowerBound < $1.lowerBound }
    guard let first = verbs.first else { return nil }
    // "Le festività e l'allentamento dei controlli che erano stati disposti … hanno ridato fiato": not the one behind "che".
    let isRelative = words(.relativeOpeners).contains {
      HeadlineText.find($0[...], in: Array(text[..<first.lowerBound])) != nil
    }
    return isRelative ? verbs.first { $0.lowerBound > first.upperBound + Self.shortestSubject } ?? first : first
  }

  /// The first word of a sentence that says what happened.
  private func news(of sentence: Int, in text: [UInt8]) -> Range<Int>? {
    scene.newsWords(in: sentence).compactMap { HeadlineText.find(Array($0.utf8)[...], in: text) }
      .min { $0.lowerBound < $1.lowerBound }
  }

  /// Where what stands at an offset of the report stands in the words of a headline.
  private func place(of start: Int, in text: [UInt8]) -> Int? {
    let source = scene.material.text
    // With a few words behind it, since "i" stands in many places; fewer where a comma that goes is near.
    for length in [24, 12, 4] {
      let words = source[start..<min(source.count, start + length)]
      guard let last = words.lastIndex(of: 0x20) else { continue }
      if let found = HeadlineText.find(words[..<last], in: text) { return found.lowerBound }
    }
    return nil
  }
}
