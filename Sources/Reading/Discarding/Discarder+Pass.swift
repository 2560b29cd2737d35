import Languages

extension Discarder {
  /// One sentence, with everything at hand as plain memory.
  struct Pass {
    let rows: UnsafeBufferPointer<UInt64>
    let places: Places
    /// How many words of 64 bits a row has.
    let length: Int
    let kinds: UnsafeBufferPointer<FlatKind>
    let words: UnsafeBufferPointer<UInt64>
    let conditions: UnsafeBufferPointer<FlatCondition>
    let rules: UnsafeBufferPointer<FlatRule>
    let all: UnsafeMutableBufferPointer<ReadWord>
    let arena: UnsafeMutableBufferPointer<WordReading>
    let range: Range<Int>

    func run() {
      for tier in DiscardRule.Tier.allCases {
        for _ in 0..<Discarder.sweeps {
          var hasChanged = false
          for word in range where all[word].count > 1 { hasChanged = discard(word, tier) || hasChanged }
          if !hasChanged { break }
        }
      }
      for word in range where all[word].count > 1 {
        let first = Int(all[word].first)
        let part = arena[first].part
        for index in 1..<Int(all[word].count) where arena[first + index].part != part {
          all[word].certainty = .open
          break
        }
      }
    }

    /// Tries the rules that can touch a word, in the order of their table.
    private func discard(_ word: Int, _ tier: DiscardRule.Tier) -> Bool {
      let parts = all[word].parts
      let named = places.ofWord + Int(all[word].key) * length
      let looks = places.ofLook + Int(all[word].look.rawValue) * length
      let ofTier = places.ofTier + tier.rawValue * length
      var hasChanged = false
      for place in 0..<length {
        var row = rows[ofTier + place] & rows[named + place] & rows[looks + place]
        guard row != 0 else { continue }
        row &= rowsOfParts(places.ofPart, parts, place)
        guard row != 0 else { continue }
        row &= rowsOfParts(places.besidePart, parts, place)
        row &= neighbours(places.behindPart, places.behindWord, word - 1, place)
        row &= neighbours(places.beforePart, places.beforeWord, word + 1, place)
        while row != 0 {
          let rule = place * 64 + row.trailingZeroBitCount
          row &= row - 1
          guard apply(rules[rule], to: word) else { continue }
          hasChanged = true
          if tier == .likely { all[word].certainty = .likely }
          if all[word].count == 1 { return true }
        }
      }
      return hasChanged
    }

    /// The rules whose condition on a neighbour may be met.
    private func neighbours(_ parts: Int, _ words: Int, _ word: Int, _ place: Int) -> UInt64 {
      guard range.contains(word) else {
        return rows[parts + PartOfSpeech.allCases.count * length + place]
      }
      return rows[words + Int(all[word].key) * length + place]
        & rowsOfParts(parts, all[word].parts, place)
    }

    private func rowsOfParts(_ kind: Int, _ parts: UInt32, _ place: Int) -> UInt64 {
      var row: UInt64 = 0
      var rest = parts
      while rest != 0 {
        row |= rows[kind + rest.trailingZeroBitCount * length + place]
        rest &= rest - 1
      }
      return row
    }

    private func apply(_ rule: FlatRule, to word: Int) -> Bool {
      let first = Int(all[word].first)
      let count = Int(all[word].count)
      for condition in rule.conditions where !holds(conditions[Int(condition)], at: word, arena[first]) {
        return false
      }
      var touched: UInt8 = 0
      for index in 0..<count where isIn(rule.target, arena[first + index], of: all[word], beside: nil) {
        touched |= 1 << UInt8(index)
      }
      if !rule.agreements.isEmpty {
        for index in 0..<count where touched & 1 << UInt8(index) != 0 {
          for condition in rule.agreements where !holds(conditions[Int(condition)], at: word, arena[first + index]) {
            touched &= ~(1 << UInt8(index))
            break
          }
        }
      }
      let every: UInt8 = count >= 8 ? 0xFF : (1 << UInt8(count)) - 1
      let staying = rule.selects ? touched : every & ~touched
      guard touched != 0, staying != 0, staying != every else { return false }
      var kept = 0
      var parts: UInt32 = 0
      for index in 0..<count where staying & 1 << UInt8(index) != 0 {
        arena[first + kept] = arena[first + index]
        parts |= arena[first + index].parts.rawValue
        kept += 1
      }
      all[word].count = UInt8(kept)
      all[word].parts = parts
      return true
    }

    private func isIn(
      _ set: Range<Int32>, _ reading: WordReading, of word: ReadWord, beside target: WordReading?
    ) -> Bool {
      let part = reading.parts.rawValue
      let features = reading.features.rawValue
      for index in set {
        let kind = kinds[Int(index)]
        guard kind.parts & part != 0, kind.features & features == kind.features, kind.barred & features == 0,
          kind.look & word.look.rawValue == kind.look, !kind.isEdge, !kind.isDerived || reading.origin == .derived
        else { continue }
        if kind.agrees, let target, !reading.features.agree(with: target.features) { continue }
        if kind.wordRow < 0 || words[Int(kind.wordRow) + Int(word.key) / 64] & 1 << UInt64(word.key & 63) != 0 {
          return true
        }
      }
      return false
    }

    private func holds(_ condition: FlatCondition, at word: Int, _ target: WordReading) -> Bool {
      guard condition.isScan else {
        return isMet(condition, at: word + Int(condition.offset), target) != condition.isNegated
      }
      let step = condition.offset < 0 ? -1 : 1
      var place = word + Int(condition.offset)
      for _ in 0..<Discarder.farthest {
        if isMet(condition, at: place, target) { return !condition.isNegated }
        guard range.contains(place) else { break }
        if !condition.barrier.isEmpty, isBarred(condition.barrier, place) { break }
        place += step
      }
      return condition.isNegated
    }

    private func isBarred(_ barrier: Range<Int32>, _ place: Int) -> Bool {
      let first = Int(all[place].first)
      for index in 0..<Int(all[place].count) where isIn(barrier, arena[first + index], of: all[place], beside: nil) {
        return true
      }
      return false
    }

    private func isMet(_ condition: FlatCondition, at place: Int, _ target: WordReading) -> Bool {
      guard range.contains(place) else {
        for index in condition.set where kinds[Int(index)].isEdge { return true }
        return false
      }
      let other = all[place]
      // One is asked for and there is none, or all are and one is of another part.
      if condition.isCareful {
        if other.parts & ~condition.parts != 0 { return false }
      } else if other.parts & condition.parts == 0 {
        return false
      }
      let first = Int(other.first)
      for index in 0..<Int(other.count) {
        let isFound = isIn(condition.set, arena[first + index], of: other, beside: target)
        if isFound != condition.isCareful { return isFound }
      }
      return condition.isCareful
    }
  }
}
