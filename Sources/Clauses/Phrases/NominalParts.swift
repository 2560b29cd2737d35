import Reading

/// What the words of a noun phrase are to its head.
extension Sentence {
  /// Hangs a word of a noun phrase on its head, or on the word beside it that it belongs to.
  mutating func describeWord(_ index: Int, _ head: Int) {
    let word = words[index]
    let to = Int32(head)
    let dependent = Int32(index)
    switch word.part {
    case .determiner: attach(dependent, to: to, .determiner)
    case .pronoun where word.has(.possessor): attach(dependent, to: owner(index, head), .possessor)
    case .numeral:
      // "two million people", "page 3"
      if index < head, isPart(index + 1, .numeral) {
        attach(dependent, to: dependent + 1, .compound)
      } else {
        attach(dependent, to: to, .number)
      }
    case .adjective: attach(dependent, to: to, .adjective)
    case .verb: attach(dependent, to: to, .adjective)
    case .adverb:
      let next = Int32(min(index + 1, words.count - 1))
      attach(dependent, to: index + 1 < words.count && index + 1 != head ? next : to, .adverb)
    case .coordinator:
      let next = Int32(min(index + 1, words.count - 1))
      attach(dependent, to: next, .coordinator)
    case .particle where word.has(.possessiveMark):
      attach(dependent, to: dependent - 1, .caseMark)
    case .properNoun, .noun, .symbol, .other:
      describeNoun(index, head)
    case .adposition: attach(dependent, to: to, .adverb)
    case .punctuation: attach(dependent, to: to, .punctuation)
    default: attach(dependent, to: to, .compound)
    }
  }

  private mutating func describeNoun(_ index: Int, _ head: Int) {
    let dependent = Int32(index)
    let to = Int32(head)
    // "the army's truck"
    if index < head, let mark = possessiveMark(index, head) {
      if mark == index + 1 {
        attach(dependent, to: Int32(nounBehind(mark, head)), .possessor)
      } else {
        attach(dependent, to: Int32(mark - 1), .compound)
      }
      return
    }
    if index < head {
      attach(dependent, to: to, words[index].has(.title) ? .nominalModifier : .compound)
    } else if words[index].part == .properNoun && words[head].part == .properNoun {
      attach(dependent, to: to, .flat)
    } else if isHeadFirst, words[index].part == .properNoun, index > 0, words[index - 1].part == .properNoun,
      index - 1 > head
    {
      attach(dependent, to: words[index - 1].relation == .flat ? words[index - 1].head : dependent - 1, .flat)
    } else {
      attach(
        dependent, to: to, isHeadFirst ? .nominalModifier : words[index].part == .properNoun ? .apposition : .compound)
    }
  }

  /// The next "'s" between a noun and the head, with nouns alone between.
  private func possessiveMark(_ index: Int, _ head: Int) -> Int? {
    var position = index + 1
    while position < head {
      if words[position].has(.possessiveMark), words[position].part == .particle { return position }
      guard words[position].isNounLike else { return nil }
      position += 1
    }
    return nil
  }

  private func nounBehind(_ mark: Int, _ head: Int) -> Int {
    var position = mark + 1
    while position < head {
      if words[position].has(.possessiveMark), words[position].part == .particle { return position - 1 }
      position += 1
    }
    return head
  }

  /// The noun that "his" belongs to: the next owner, or the head.
  private func owner(_ index: Int, _ head: Int) -> Int32 { Int32(nounBehind(index, head)) }
}
