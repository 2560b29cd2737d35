import DocumentModel
import Languages
import Reading

/// Makes the words of a sentence ready for syntax: parts of what is written together apart, traits at hand.
struct WordPass {
  let lexicon: ClauseLexicon
  let text: UnsafeBufferPointer<UInt8>

  /// Replaces `words` by those of a sentence.
  func fill(_ words: inout [Word], from read: ReadWords, _ range: Range<Int>) {
    words.removeAll(keepingCapacity: true)
    for index in range {
      let source = read.words[index]
      let readings = read.readings(of: index)
      guard let first = readings.first else { continue }
      let reading = likelier(first, readings)
      var others: PartsOfSpeech = []
      for reading in readings.dropFirst() { others.formUnion(reading.parts) }
      let row = lexicon.row(reading.row)
      var word = Word(
        read: Int32(index), part: reading.part, features: reading.features, traits: row.traits, frames: row.frames,
        form: 0, look: source.look, others: others, certainty: source.certainty, origin: reading.origin,
        senseClass: row.noun, particles: row.particles)
      let isFused =
        source.look.contains(.fused) || index > range.lowerBound && read.words[index - 1].look.contains(.fused)
      if row.first > 0, !isFused, reading.part != .determiner {
        let isVerb = reading.features.contains(.finite) || reading.part == .verb
        word.form = row.first
        if isVerb {
          words.append(word)
          word.part = .particle
          word.features = []
        } else {
          word.part = .adposition
          word.features = []
          word.traits = lexicon.formTraits[Int(row.first)]
          words.append(word)
          word.part = .determiner
          word.features = reading.features
        }
        word.frames = []
        word.form = row.second
        word.traits = lexicon.formTraits[Int(row.second)]
        words.append(word)
        continue
      }
      // A part of what is written together is known by its reading: "-lo" of "uccidendolo".
      word.form = isFused ? fusedForm(reading) : lexicon.forms.number(of: text, source.span.range)
      word.traits.formUnion(lexicon.formTraits[Int(word.form)])
      if word.part == .punctuation || word.part == .symbol {
        word.mark = mark(source.span.range)
        // A hyphen inside a word has nothing around it, a dash has.
        let isTight = index + 1 < range.upperBound && read.words[index + 1].look.contains(.joined)
        if word.mark == UInt8(ascii: "-"), !isTight || !source.look.contains(.joined) { word.mark = UInt8(ascii: "~") }
      }
      nameByCapital(&word)
      // "Having looted the market"
      if word.part == .adjective, word.has(.have), word.origin == .derived {
        word.part = .auxiliary
        word.features = .gerund
      }
      let end = source.span.end
      word.endsInEd =
        word.part == .verb && source.span.start + 3 < end && text[end - 1] == UInt8(ascii: "d")
        && text[end - 2] == UInt8(ascii: "e")
      word.endsInLy =
        word.part == .adverb && source.span.start + 3 < end && text[end - 1] == UInt8(ascii: "y")
        && text[end - 2] == UInt8(ascii: "l")
      words.append(word)
    }
  }

  /// "il generale Issa Dembele", "since May": a capital inside a sentence makes a name of a verb.
  private func nameByCapital(_ word: inout Word) {
    guard word.look.contains(.capital), !word.look.contains(.initial), word.isVerbal, !word.look.contains(.capitals)
    else {
      return
    }
    if word.has(.month) || lexicon.grammar.contains(.headFirst) && word.part == .verb {
      word.part = .properNoun
      word.features = []
      word.frames = []
    }
  }

  /// "le norme riferite ai docenti", "sono state": a form that also addresses several people is the participle.
  private func likelier(_ first: WordReading, _ readings: ArraySlice<WordReading>) -> WordReading {
    guard readings.count > 1, lexicon.grammar.contains(.headFirst), first.features.contains([.finite, .second]),
      !first.features.contains(.third)
    else { return first }
    return readings.first { $0.part == first.part && $0.features.contains(.participle) } ?? first
  }

  private func mark(_ range: Range<Int>) -> UInt8 {
    let first = text[range.lowerBound]
    switch first {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return UInt8(ascii: "(")
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return UInt8(ascii: ")")
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return UInt8(ascii: "\"")
    case UInt8(ascii: "<") where range.count > 1: return UInt8(ascii: "<")
    case UInt8(ascii: ">") where range.count > 1: return UInt8(ascii: ">")
    case 0xC2 where range.count > 1:
      // "«" and "»"
      if text[range.lowerBound + 1] == 0xAB { return UInt8(ascii: "<") }
      return text[range.lowerBound + 1] == 0xBB ? UInt8(ascii: ">") : first
    case 0xE2 where range.count > 2 && text[range.lowerBound + 1] == 0x80:
      switch text[range.lowerBound + 2] {
      case 0x90...0x95: return UInt8(ascii: "-")
      case 0x98, 0x9C, 0x9E: return UInt8(ascii: "<")
      case 0x99, 0x9D: return UInt8(ascii: ">")
      default: return first
      }
    default: return first
    }
  }

  private func fusedForm(_ reading: WordReading) -> UInt16 {
    guard reading.part == .pronoun, let lemma = lexicon.words.forms.lemma(of: reading) else { return 0 }
    return lexicon.forms.number(of: Array(lemma.utf8))
  }
}
