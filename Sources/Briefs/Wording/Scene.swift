import Clauses
import DocumentModel
import Events
import Gazetteers
import Languages
import Lexicons

/// What wording looks things up in: the words of the ruleset and the document in hand. One for both briefs of a document.
final class Scene {
  let lexicon: EventLexicon
  let gazetteer: Gazetteer
  let phrasebook: Phrasebook
  let telling: TellingWords
  let transfer: TransferWords
  let material: BriefMaterial
  /// The entities that the document names.
  let named: Set<String>
  /// The stories of the document, in the order of their first telling.
  private(set) var stories: [Story] = []
  /// For each frame the position of its story.
  private var storyOfFrame: [Int: Int] = [:]
  /// What each sentence shows of itself.
  private(set) var traits: [SentenceTraits] = []
  /// The sentences that were cut to headlines so far.
  var cuts: [HeadlineCut.Cut: String] = [:]
  /// For each sentence the frames that it tells, as positions.
  private(set) var framesOfSentence: [Int: Range<Int>] = [:]
  /// For each sentence the weight of what it tells.
  private(set) var weights: [Int: Double] = [:]
  private(set) var mentionsOfSentence: [Int: [(span: TextSpan, entity: Entity)]] = [:]
  /// The one country that all places of the document lie in, if it names no country itself.
  private(set) var country: Entity?

  init(
    lexicon: EventLexicon, gazetteer: Gazetteer, phrasebook: Phrasebook, telling: TellingWords,
    transfer: TransferWords, material: BriefMaterial
  ) {
    self.transfer = transfer
    self.telling = telling
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    self.phrasebook = phrasebook
    self.material = material
    named = Set(material.entities.map(\.entity.id))
    stories = Story.stories(of: self)
    for (position, story) in stories.enumerated() {
      for member in story.members { storyOfFrame[member] = position }
    }
    readTraits()
    gatherFrames()
    for mentioned in material.entities {
      for mention in mentioned.mentions where mention.kind == .name {
        mentionsOfSentence[mention.sentence.offset, default: []].append((mention.span, mentioned.entity))
      }
    }
    country = onlyCountry()
  }

  /// Whether anything is told in sentences of the report: its language is read, and there is something to tell.
  var tells: Bool { material.isRead && !isNothing }
  /// Whether the language is read, the text short, and nothing was found in it, nor anything that looked like it. A
  /// judgement alone, with nobody in it whom a gazetteer knows, is none of a desk's business. A longer text is a report of
  /// something, though it be of what no table knows: "Furto a Babbo Natale".
  private(set) lazy var isNothing: Bool = {
    material.isRead && frames.allSatisfy { concept($0).isStatement } && (frames.isEmpty || material.entities.isEmpty)
      && !traits.contains { !$0.marks.isDisjoint(with: [.toll, .outcome, .deed]) }
      && traits.indices.reduce(0) { $0 + (isBody($1) ? traits[$1].wordCount : 0) } < Self.fewestWords
  }()

  /// A text of so many words is a report, whatever is recognized in it.
  private static let fewestWords = 60

  /// A sentence of fewer bytes is no main one where there is a longer one.
  static let shortestMain = 25

  /// Whether a sentence is one of the report's own text, and more than a scrap; only of those whose traits are read.
  func isBody(_ index: Int) -> Bool {
    let sentence = material.sentences[index]
    return (sentence.kind == .body || sentence.kind == .item) && sentence.language == material.language
      && traits[index].wordCount > 2 && !startsInside(sentence) && !traits[index].isNames
      && !traits[index].marks.contains(.page)
  }

  /// ", presidente dal 1999 al 2013": what begins with a comma is no sentence.
  private func startsInside(_ sentence: Sentence) -> Bool {
    switch material.text[sentence.span.start] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"): true
    default: false
    }
  }

  private func readTraits() {
    let reader = TraitReader(
      text: material.text, words: telling, year: material.masthead.published?.year,
      isDemonym: { [lexicon] in lexicon.country(ofDemonym: $0, language: $1) != nil },
      isPerson: { [lexicon] in lexicon.isPerson($0, language: $1) },
      isNumeral: { [lexicon] in lexicon.isNumeral($0, language: $1) })
    let times = material.reading.times.map(\.span)
    traits.reserveCapacity(material.sentences.count)
    for index in material.sentences.indices {
      // Of what is not read one sentence is quoted, and no other is looked at.
      if !material.isRead, let last = traits.indices.last, isBody(last),
        material.sentences[last].span.count >= Self.shortestMain
      {
        return
      }
      // A quotation that is not closed in its paragraph was a slip.
      let goesOn = index > 0 && material.sentences[index - 1].paragraph == material.sentences[index].paragraph
      traits.append(
        reader.traits(
          of: tokens(behindDatelineOf: index), language: material.sentences[index].language,
          beginsQuoted: goesOn && (traits.last?.endsQuoted ?? false), syntax: (material.syntax, index), times: times))
      if material.reading.accounts.indices.contains(index),
        let account = material.reading.accounts[index], !account.finiteVerbs.isEmpty, !traits[index].opensRelative
      {
        traits[index].hasVerb = true
      }
    }
  }

  /// The tokens of a sentence without the dateline before it.
  private func tokens(behindDatelineOf sentence: Int) -> ArraySlice<Token> {
    let tokens = tokens(of: sentence)
    guard let dateline = material.masthead.dateline, dateline.start == material.sentences[sentence].span.start else {
      return tokens
    }
    let rest = tokens.drop { Int($0.start) < dateline.end }
    return rest.isEmpty ? tokens : rest
  }

  private func gatherFrames() {
    for (position, frame) in material.reading.frames.enumerated() {
      if let known = framesOfSentence[frame.sentence.offset], known.upperBound == position {
        framesOfSentence[frame.sentence.offset] = known.lowerBound..<(position + 1)
      } else if framesOfSentence[frame.sentence.offset] == nil {
        framesOfSentence[frame.sentence.offset] = position..<(position + 1)
      }
    }
    for story in stories {
      for sentence in story.sentences {
        weights[sentence] = max(weights[sentence] ?? 0, Double(story.weight))
      }
    }
  }

  /// The stories that a frame is tied to in a way, once each, as completed frames.
  func linked(_ frame: Frame, _ kind: LinkKind) -> [Frame] {
    var seen: Set<Int> = []
    return frame.links.compactMap { link in
      guard link.kind == kind, let position = storyOfFrame[link.frame], seen.insert(position).inserted else {
        return nil
      }
      return stories[position].frame
    }
  }

  var frames: [Frame] { material.reading.frames }

  /// The words of a span on one line, white space run together and marks of emphasis left out.
  func words(_ span: TextSpan) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count)
    for index in span.range {
      let byte = material.text[index]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        if bytes.last != 0x20, !bytes.isEmpty { bytes.append(0x20) }
      } else if byte != UInt8(ascii: "*") {
        bytes.append(byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  func entity(_ phrase: NounPhrase) -> Entity? {
    if case .entity(let position) = phrase.head { return gazetteer[position] }
    return nil
  }

  func nounClass(_ phrase: NounPhrase) -> NounClass? {
    if case .noun(let row) = phrase.head { return lexicon.nouns[row].nounClass }
    return nil
  }

  func concept(_ frame: Frame) -> Concept { lexicon.concepts[frame.concept] }

  /// The concept whose noun stands for any deed that somebody claims.
  var deed: String { lexicon.concept(with: .deed).map { lexicon.concepts[$0].id } ?? "" }

  /// Whether an entity is somewhere.
  func isPlace(_ entity: Entity) -> Bool {
    entity.type == .place || entity.type == .facility || entity.type == .country
  }

  /// The place of the gazetteer that a phrase names, itself or in a part of it.
  func place(in phrase: NounPhrase) -> Entity? {
    if let entity = entity(phrase), isPlace(entity) { return entity }
    for position in phrase.beside where isPlace(gazetteer[position]) { return gazetteer[position] }
    for complement in phrase.complements {
      if let found = place(in: complement.phrase) { return found }
    }
    return nil
  }

  /// The violent event told before a frame, which a claim or a condemnation without an object of its own speaks of.
  func lastViolence(before frame: Frame) -> Frame? {
    frames.last { other in
      other.span < frame.span && other.status != .plannedThreatened
        && concept(other).traits.contains(.violent)
    }
  }

  /// Whether an event happens where the event happens that it aims at.
  func isAtAim(_ frame: Frame) -> Bool {
    guard let place = frame.place, let link = frame.links.first(where: { $0.kind == .purpose }) else { return false }
    return isAt(frames[link.frame], place)
  }

  /// An event as a noun with nothing around it, as the way in which another one was done: "un'imboscata".
  func bare(_ frame: Frame, italian voice: Italian) -> String? {
    var said = Said()
    return voice.event(stripped(frame), isDefinite: false, &said)?.italian
  }

  /// The same in English: "an ambush".
  func bare(_ frame: Frame, english voice: English) -> String? {
    var said = Said()
    guard let worded = voice.event(stripped(frame), &said) else { return nil }
    return worded.article == "the" ? EnglishGrammar.withIndefiniteArticle(worded.words) : worded.english
  }

  private func stripped(_ frame: Frame) -> Frame {
    var bare = frame
    bare.actors = []
    bare.targets = []
    bare.place = nil
    bare.links = []
    bare.isDefinite = false
    return bare
  }

  /// Whether a clause is set at a place already.
  func isAt(_ host: Frame?, _ place: PlacePhrase) -> Bool {
    guard let around = host?.place else { return false }
    if around.span == place.span { return true }
    guard let one = self.place(in: around.phrase), let other = self.place(in: place.phrase) else { return false }
    return one.id == other.id
  }

  /// What the subject of the canonical verb is to the event, by the triggers of either language.
  func role(of frame: Frame) -> CanonicalSubject {
    let id = concept(frame).id
    for lemma in [phrasebook.italian[id]?.verb?.lemma, phrasebook.english[id]?.verb?.lemma].compactMap({ $0 }) {
      if let role = lexicon.canonicalSubject(of: frame.concept, verb: lemma) { return role }
    }
    return .actor
  }

  /// Who is the subject of the canonical verb, and who its object; nil if the verb has no subject to be said of.
  func arguments(
    of frame: Frame, _ role: CanonicalSubject, isIntransitive: Bool, isDirect: Bool
  ) -> (subjects: [NounPhrase], objects: [NounPhrase])? {
    switch role {
    case .instrument: return frame.instruments.isEmpty ? nil : (frame.instruments, [])
    case .target: return frame.targets.isEmpty ? nil : (frame.targets, [])
    default: break
    }
    if !frame.actors.isEmpty { return (frame.actors, frame.targets) }
    // "La popolazione è fuggita": whom it befell did it. But what a bomb hits does not explode.
    let isBlast = concept(frame).traits.contains(.blast)
    if isIntransitive, !isBlast, !frame.targets.isEmpty { return (frame.targets, []) }
    return (isDirect ? frame.instruments : [], frame.targets)
  }

  /// Whether a statement can be said again without loss: its people are people, and no word of it is unknown.
  func canBeSaid(_ frame: Frame) -> Bool {
    let phrases = frame.actors + frame.targets
    let all = phrases + (frame.place.map { [$0.phrase] + $0.outer } ?? []) + (frame.topic.map { [$0] } ?? [])
    if let place = frame.place, self.place(in: place.phrase) == nil { return false }
    guard !phrases.isEmpty, all.allSatisfy({ !$0.hasUnknownModifier }) else { return false }
    return phrases.allSatisfy { phrase in
      if entity(phrase) != nil { return true }
      guard let found = nounClass(phrase) else { return false }
      return found.isHuman || found.isArmed || found == .group || found == .authority || found == .site
    }
  }

  /// Whether a source of a frame is who did it.
  func isOwnWord(_ frame: Frame) -> Bool {
    frame.attribution.contains { $0.stance != .denies && isOwn($0, frame) }
  }

  /// Whether a source speaks of what it did itself.
  func isOwn(_ source: SourcePhrase, _ frame: Frame) -> Bool {
    guard frame.actors.count == 1, let actor = frame.actors.first else { return false }
    return actor.span == source.phrase.span || (actor.head == source.phrase.head && entity(actor) != nil)
  }

  /// The frame that a relative clause behind a phrase tells.
  func description(of phrase: NounPhrase) -> Frame? { frames.first { $0.describes == phrase.span } }

  /// The frame whose trigger is the head of a phrase.
  func frame(of phrase: NounPhrase) -> Frame? { frames.first { $0.span == phrase.headSpan } }

  /// Whether the text has a word, however written.
  func mentions(_ word: String) -> Bool {
    let wanted = Array(word.lowercased().utf8)
    guard let first = wanted.first else { return false }
    let text = material.text
    var index = 0
    while index + wanted.count <= text.count {
      if text[index] | 0x20 == first,
        text[index..<(index + wanted.count)].elementsEqual(wanted, by: { $0 | 0x20 == $1 })
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// A name without the qualifier that only tells homonyms apart: "Mao (Ciad)".
  static func plain(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.range(of: " (") else { return name }
    return String(name[..<open])
  }
}

extension String {
  /// The first place of a pattern.
  func range(of pattern: String) -> String.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(pattern) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}

/// What a brief has said already: names introduced, countries and provinces given.
struct Said {
  /// Entities that have been named.
  var entities: Set<String> = []
  /// Places that have been set in their province and country.
  var placed: Set<String> = []
  /// What the gazetteer added to the clause in hand.
  var added: [String] = []

  mutating func add(_ kind: String) {
    if !added.contains(kind) { added.append(kind) }
  }
}

/// A noun phrase in words, its article apart, so that a preposition can grow together with it.
struct Worded {
  var article = ""
  var words: String
  var agreement = Agreement.masculine
  /// Whether it takes a plural verb in English.
  var isPlural = false
  /// Whether it is a name that no gazetteer knows, so that nobody can tell its gender.
  var isUnknown = false

  var italian: String { ItalianGrammar.join(article, words) }
  var english: String { EnglishGrammar.join(article, words) }
}
