import Briefs
import DocumentModel
import Events
import Gazetteers
import Lexicons
import Rulesets

extension AnalysisStep {
  /// Finds names and peoples, and settles whom each names.
  static func match(_ document: inout Document, _ ruleset: Ruleset) throws(Deadline.Passed) {
    let names = try names(document, ruleset)
    let (matches, sentences) = (names.matches.map(\.match), names.matches.map(\.sentence))
    document.unknownNames = names.unknown
    let peoples = peoples(document, ruleset, besides: matches)
    if document.asksOptions { document.nameOptions = options(document, ruleset) }
    let resolved = ruleset.resolver.resolve(
      matches, in: document.text, peoples: peoples.map(\.country),
      homes: homes(document, ruleset).sorted())
    for (index, match) in matches.enumerated() {
      if let choice = NameChoice(match, resolved[index], in: ruleset.gazetteer) { document.choices.append(choice) }
      guard let entity = resolved[index].entity else { continue }
      let sentence = SentenceIndex(sentences[index])
      if match.isNested {
        let mention = Mention(span: match.span, sentence: sentence, kind: .nested)
        document.mentionedBesides.add(mention, of: ruleset.gazetteer[entity])
      } else {
        document.entitiesAtTokens.insert(document.tokens(of: match.span), entity: entity)
        let mention = Mention(span: match.span, sentence: sentence, kind: match.isNominal ? .nominal : .name)
        document.entities.add(mention, of: ruleset.gazetteer[entity])
      }
    }
    document.counts.mentions = document.entities.reduce(0) { $0 + $1.mentions.count }
    for (country, mention) in peoples {
      if let entity = ruleset.gazetteer.entity(country) { document.mentionedBesides.add(mention, of: entity) }
    }
  }

  /// The countries that a report in its language speaks of where it names none.
  static func homes(_ document: Document, _ ruleset: Ruleset) -> Set<String> {
    Set(ruleset.phrasebook.list("home-countries", in: document.language).map(String.init))
  }

  /// Whether names count in any case.
  static func isCaseless(_ document: Document, _ ruleset: Ruleset) -> Bool {
    document.isCaseless || ruleset.parameters["caseless"] == 1 || LetterCase.isMissing(in: document.text)
  }

  /// Whether the word at a byte of the text is one of the ruleset's, asked by who matches names.
  static func isOrdinary(_ start: Int, _ document: Document) -> Bool {
    let position = document.token(at: start)
    return position < document.tokens.count && document.tokens[position].word != Vocabulary.unknown
  }

  /// The peoples of the document as ids of countries, where they are no part of a name.
  static func peoples(
    _ document: Document, _ ruleset: Ruleset, besides matches: [GazetteerMatch]
  ) -> [(country: String, mention: Mention)] {
    var found: [(country: String, mention: Mention)] = []
    // "la polizia tunisina" is a force, and Tunisia is named in it; "Repubblica Ceca" is the country itself.
    let places = matches.filter { [.place, .country].contains(ruleset.gazetteer.type(of: $0.candidates[0])) }
    var next = 0
    for (index, range) in document.sentenceTokens.enumerated() {
      let named = ruleset.lexicon.peoples(in: document.tokens[range], language: document.sentences[index].language)
      for (position, code) in named where code.utf8.count == 2 {
        let span = document.tokens[position].span
        while next < places.count, places[next].span.end <= span.start { next += 1 }
        guard next >= places.count || places[next].span.start >= span.end else { continue }
        found.append(
          ("country-" + code.lowercased(), Mention(span: span, sentence: SentenceIndex(index), kind: .demonym)))
      }
    }
    return found
  }

  /// All names that the words of the document might be, for who asks why.
  private static func options(_ document: Document, _ ruleset: Ruleset) -> [ExplainedName] {
    ruleset.gazetteer.options(
      in: document.text, sentences: document.sentences.map { ($0.span, $0.language) }, cues: ruleset.nameCues,
      homes: homes(document, ruleset), isCaseless: isCaseless(document, ruleset),
      isOrdinary: { isOrdinary($0, document) }
    ).map { ExplainedName($0, in: ruleset.gazetteer) }
  }

  /// The names of the document, known and unknown.
  static func names(
    _ document: Document, _ ruleset: Ruleset
  ) throws(Deadline.Passed) -> NameReading {
    let deadline = document.deadline
    var late: Deadline.Passed?
    let found = ruleset.gazetteer.reading(
      of: document.text, sentences: document.sentences.map { ($0.span, $0.language) }, cues: ruleset.nameCues,
      homes: homes(document, ruleset),
      isCaseless: isCaseless(document, ruleset),
      isOrdinary: { isOrdinary($0, document) },
      isDue: {
        do throws(Deadline.Passed) { try deadline.check() } catch { late = error }
        return late == nil
      })
    if let late { throw late }
    return found
  }
}

extension [MentionedEntity] {
  /// Adds a mention to those of its entity.
  fileprivate mutating func add(_ mention: Mention, of entity: Entity) {
    if let position = firstIndex(where: { $0.entity.id == entity.id }) {
      self[position].mentions.append(mention)
    } else {
      append(MentionedEntity(entity: entity, mentions: [mention]))
    }
  }
}

extension Document {
  /// The entities with what is mentioned besides, the mentions in the order of the text.
  var allEntities: [MentionedEntity] {
    var all = entities
    for people in mentionedBesides {
      if let position = all.firstIndex(where: { $0.entity.id == people.entity.id }) {
        all[position].mentions += people.mentions
        all[position].mentions.sort { $0.span.start < $1.span.start }
      } else {
        all.append(people)
      }
    }
    return all
  }

  /// The first token that ends behind a byte of the text.
  fileprivate func token(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) >> 1
      if Int(tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens that a stretch of the text touches.
  fileprivate func tokens(of span: TextSpan) -> Range<Int> {
    let first = token(at: span.start)
    var last = first
    while last < tokens.count, Int(tokens[last].start) < span.end { last += 1 }
    return first..<last
  }
}
