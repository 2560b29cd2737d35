import Languages
import Reading

/// What could be otherwise in where a clause stands, and where it begins and ends.
extension Sentence {
  func doubtPlace(_ clause: Int, _ doubts: inout Doubts) {
    let this = clauses[clause]
    switch this.kind {
    case .coordinate:
      doubts.insert(.coordinate)
      // "seafood, milk and iodised salt": a form in -ed before a bare noun may describe it.
      let verb = phrases[Int(this.verb)]
      let next = Int(this.verb) + 1
      if verb.finite == verb.head, words[Int(verb.head)].endsInEd, isKind(next, .nominal), phrases[next].isBareNominal,
        !isPart(Int(phrases[next].first), .determiner), !has(phrases[next].first, .possessor)
      {
        doubts.insert(.boundary)
      }
      // "has submitted the resume and cover letter": what is joined has the form of what it is joined to.
      if !isHeadFirst, this.subject < 0, this.parent >= 0, clauses[Int(this.parent)].verb >= 0,
        verb.finite == verb.head,
        words[Int(verb.head)].features.contains(.present), !words[Int(verb.head)].features.contains(.past),
        words[Int(verb.head)].others.contains(PartsOfSpeech(.noun)),
        words[Int(verbPhrase(of: Int(this.parent)).head)].isAny([.past, .participle, .gerund])
      {
        doubts.insert(.verbReading)
      }
      // "modify or waive the loan": of which of the two?
      if !isHeadFirst, this.parent >= 0, this.object > this.verb, clauses[Int(this.parent)].object < 0,
        Int(clauses[Int(this.parent)].verb) == content(before: Int(this.coordinator))
      {
        doubts.insert(.sharedObject)
      }
      // "an oath to protect and defend the law"
      let joined = content(before: Int(this.coordinator))
      if !isHeadFirst, this.object > this.verb, isKind(joined, .verbal), phrases[joined].clause >= 0,
        clauses[Int(phrases[joined].clause)].verb == Int32(joined), clauses[Int(phrases[joined].clause)].object < 0
      {
        doubts.insert(.sharedObject)
      }
      if mayShareSubject(clause) { doubts.insert(.subject) }
      // With unread words in the sentence it is a guess to what a verb without a subject is joined.
      if !isHeadFirst, doubts.contains(.leftovers), this.subject < 0 { doubts.insert(.beside) }
    case .parataxis:
      let hasSubject = this.subject >= 0 && this.subject < this.verb
      // "The problem is, would it fit"
      let parent = Int(this.parent)
      let isBroken =
        this.doubts.contains(.unmarked) && parent >= 0
        && (clauses[parent].verb < 0
          || clauses[parent].head == phrases[Int(clauses[parent].verb)].head
            && phrases[Int(clauses[parent].verb)].isCopula)
      // "they are a local, family owned company"
      let mayDescribe =
        hasSubject && words[Int(phrases[Int(this.verb)].head)].endsInEd
        && phrases[Int(this.verb)].finite == phrases[Int(this.verb)].head && !isDefinite(Int(this.subject))
      // "…, la trasforma in un museo": a language that leaves out subjects.
      let isSilent =
        dropsSubject && clitic(of: clause, .accusative) != nil
        && (isKind(content(before: Int(this.verb)), .comma) || isKind(content(before: Int(this.verb)), .mark))
      // A word that no table has may be the verb or the opener that tells how it is joined.
      let isUnsettled = !isHeadFirst && doubts.contains(.unknownWord)
      if !hasSubject && !isSilent || isBroken || mayDescribe || isUnsettled { doubts.insert(.beside) }
    case .relative: doubts.insert(.relative)
    default: break
    }
    doubtSpan(clause, &doubts)
    // What stands last in the clause is followed by a verb: it may be that one's subject.
    if this.last >= 0 {
      var next = Int(this.last) + 1
      while isKind(next, .adverbial) || next < phrases.count && phrases[next].host >= 0 { next += 1 }
      // "the rules that govern the loans are strict": the relative has its subject, and the noun before it waits for a verb.
      let isRelative = !isHeadFirst && hasOwnSubject(clause)
      if isKind(next, .verbal), phrases[next].form == .finite, Int(this.last) > Int(this.verb), !isRelative,
        !disagree(Int(this.last), next)
      {
        doubts.insert(.runsOn)
      }
    }
  }

  /// "rules that govern": whether a relative clause begins with its subject.
  func hasOwnSubject(_ clause: Int) -> Bool {
    let this = clauses[clause]
    return this.kind == .relative && this.subject >= 0 && this.subject == this.first
      && phrases[Int(this.subject)].kind == .relative
  }

  /// Whether a noun phrase cannot be the subject of a verb by its number: "il porto hanno attaccato".
  func disagree(_ phrase: Int, _ verb: Int) -> Bool {
    let number = agreement(of: phrase).intersection(.numbers)
    let its = phrases[verb].features.intersection(.numbers)
    return phrases[phrase].preposition >= 0
      || !number.isEmpty && !its.isEmpty && number != .numbers && its != .numbers && number.isDisjoint(with: its)
  }

  /// What lies between the first and the last phrase of a clause, and right behind it.
  func doubtSpan(_ clause: Int, _ doubts: inout Doubts) {
    let this = clauses[clause]
    let start = Int(max(this.opener, min(this.first, this.verb)))
    var index = max(min(start, Int(this.verb)), 0)
    let last = Int(max(this.last, this.verb)) + 1
    while index <= last, index < phrases.count {
      let phrase = phrases[index]
      if phrase.kind == .mark {
        let mark = words[Int(phrase.first)]
        if index < last || mark.isQuote,
          mark.isQuote || phrase.mark == UInt8(ascii: "(") || phrase.mark == UInt8(ascii: "~")
        {
          doubts.insert(.markHere)
        }
      } else if phrase.kind != .comma, phrase.kind != .coordinator {
        let isInside = index > Int(this.subject >= 0 ? min(this.subject, this.verb) : this.verb) - 2
        if words[Int(phrase.head)].head == Word.unread, phrase.kind != .subordinator, isInside,
          words[Int(phrase.head)].part != .interjection
        {
          doubts.insert(.leftoverHere)
        }
        for word in phrase.first..<phrase.end
        where words[Int(word)].look.contains(.unknown) && words[Int(word)].part != .properNoun
          && words[Int(word)].part != .numeral
        {
          // Inside a phrase with a preposition, or before a noun behind an article, it changes nothing.
          let isInside =
            phrase.kind == .nominal
            && (phrase.preposition >= 0 || word != phrase.head && isPart(Int(phrase.first), .determiner))
          if !isInside { doubts.insert(.unknownHere) }
        }
      }
      index += 1
    }
  }
}
