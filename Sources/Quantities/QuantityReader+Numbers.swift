import Languages
import Lexicons

/// A number as it was read.
struct NumberReading {
  var amount: Amount
  /// The token behind it.
  var next: Int
  /// One past its last byte, which may lie inside its last token: "[29]km".
  var end: Int
  /// How many digits it has; 0 for one in words.
  var digits = 0
  /// Only digits, without a sign between.
  var isPlain = false
  /// What follows in the same word, in small letters.
  var suffix: [UInt8] = []
  /// Whether the suffix was a power of ten: "10k".
  var isScaled = false
  var isOrdinal = false
  /// "terzi", "thirds"
  var isPlural = false
  /// "una trentina"
  var isAbout = false
  /// "due terzi", "uno su tre": a part of a whole counts nothing.
  var isPart = false
  /// "un", "una", which is an article too.
  var isArticle = false
}

extension QuantityReader {
  /// A number with its sign: "-9,2". A hyphen inside a word or between two numbers is none.
  func signed(at index: Int) -> NumberReading? {
    guard kind(index) == .dash else { return number(at: index) }
    guard !isJoined(index), kind(index + 1) == .number, isJoined(index + 1) || index == tokens.startIndex,
      var number = number(at: index + 1)
    else { return nil }
    number.amount = number.amount.negative
    return number
  }

  /// The number that begins at a token, whole: "1,5 milioni", "tre e un quarto", "two dozen", "half a million".
  func number(at start: Int) -> NumberReading? {
    guard start < tokens.endIndex else { return nil }
    // A dozen forms of dates and lengths ask for the number at one and the same place.
    if lastNumber.place == start { return lastNumber.reading }
    let reading = readNumber(at: start)
    lastNumber.place = start
    lastNumber.reading = reading
    return reading
  }

  private func readNumber(at start: Int) -> NumberReading? {
    if let half = half(at: start) { return half }
    if let sign = fractionSign(Int(tokens[start].start)) {
      // The sign is taken apart into tokens that all have its bytes.
      var next = start + 1
      while next < tokens.endIndex, tokens[next].start < sign.end { next += 1 }
      return NumberReading(amount: sign.amount, next: next, end: sign.end, isPart: true)
    }
    guard var found = digits(at: start) ?? spelled(at: start) ?? collective(at: start) else { return nil }
    guard found.suffix.isEmpty, !found.isOrdinal else { return found }
    if found.digits > 0 { scale(&found) }
    addHalf(&found)
    addPart(&found, start)
    multiplyByCollective(&found)
    addDecimals(&found)
    divide(&found)
    return found
  }

  // MARK: - Words

  /// What a word says in a number; one that no table holds is taken apart: "duemilatrecentosedici".
  func numberWord(at index: Int) -> NumberWord? {
    guard index < tokens.endIndex, tokens[index].kind == .word else { return nil }
    let token = tokens[index]
    if token.word >= 0 { return words.numberWord(token.word) }
    guard token.end - token.start > 3, !startsWithDigit(index) else { return nil }
    return words.language.numberWord(lowered(Int(token.start), Int(token.end))[...])
  }

  /// "centosedici", "two thousand and eighteen", "a hundred", "twenty-first".
  private func spelled(at start: Int) -> NumberReading? {
    var index = start
    var total = 0
    var group = 0
    var last = Int.max
    var isAny = false
    var isArticle = false
    if let article = match(.indefinite, at: start), article.next == start + 1, multiplies(article.next),
      numberWord(at: start) == nil
    {
      group = 1
      index = start + 1
    }
    reading: while true {
      var next = index
      var hasAnd = false
      if isAny, let and = match(.and, at: index) {
        next = and.next
        hasAnd = true
      }
      switch numberWord(at: next) {
      case .cardinal(let value):
        guard fits(value, group, total, last, isAny, hasAnd), !hasAnd || !isPart(next + 1) else { break reading }
        isArticle = !isAny && value == 1 && match(.indefinite, at: next) != nil
        group += value
      case .hundred:
        guard !hasAnd, group > 0, group < 100, !isArticle || index > start else { break reading }
        group *= 100
        isArticle = false
      case .magnitude(let value):
        guard !hasAnd, group > 0, value < last, group < 1_000_000 else { break reading }
        let product = group.multipliedReportingOverflow(by: value)
        guard !product.overflow else { break reading }
        total += product.partialValue
        group = 0
        last = value
        isArticle = false
      case .ordinal(let value, let isPlural):
        // "twenty-first"; but "due terzi" is no place in a row.
        guard !isPlural, fits(value, group, total, last, isAny, hasAnd),
          !isAny || group >= 20 && !hasAnd || group >= 100 || group == 0 && total > 0
        else { break reading }
        var found = NumberReading(
          amount: Amount(total + group + value), next: next + 1, end: Int(tokens[next].end))
        found.isOrdinal = true
        return found
      default: break reading
      }
      isAny = true
      index = next + 1
    }
    guard isAny else { return nil }
    var found = NumberReading(amount: Amount(total + group), next: index, end: Int(tokens[index - 1].end))
    found.isArticle = isArticle
    return found
  }

  /// Whether a number may go on with a value: "twenty two", "cento milioni duemila", not "two three".
  private func fits(_ value: Int, _ group: Int, _ total: Int, _ last: Int, _ isAny: Bool, _ hasAnd: Bool) -> Bool {
    guard isAny else { return true }
    if group == 0 { return total > 0 && value > 0 && value < last }
    // "one hundred and sixteen", but "cento e tre" are two numbers.
    if hasAnd { guard words.grammar.contains(.andInsideNumbers), group >= 100 else { return false } }
    guard words.grammar.contains(.andInsideNumbers) else { return false }
    if value < 10 { return value > 0 && group % 10 == 0 && (group % 100 == 0 || group % 100 >= 20) }
    return value < 100 && group % 100 == 0
  }

  /// Whether a token multiplies an article before it: "a hundred", "a dozen", "un milione".
  private func multiplies(_ index: Int) -> Bool {
    switch numberWord(at: index) {
    case .hundred, .magnitude: true
    default: false
    }
  }

  // MARK: - About right

  /// "una trentina", "a dozen", "dozzine" only behind a number.
  private func collective(at start: Int) -> NumberReading? {
    var index = start
    if let article = match(.indefinite, at: start) { index = article.next }
    guard let found = match(.collective, at: index), index > start || isSingle(found.word, at: index) else {
      return nil
    }
    var next = found.next
    // "di" belongs to what is counted.
    while next > index + 1, match(.of, at: next - 1) != nil { next -= 1 }
    var reading = NumberReading(amount: Amount(found.word.number), next: next, end: Int(tokens[next - 1].end))
    reading.isAbout = true
    return reading
  }

  /// "half a dozen" and "mezza dozzina" stand by themselves, "dozens" says no number.
  private func isSingle(_ word: QuantityWord, at index: Int) -> Bool { numberWord(at: index) == .part(2) }

  // MARK: - Halves, parts and decimals

  /// "mezzo milione", "half a million", "half a dozen".
  private func half(at start: Int) -> NumberReading? {
    guard numberWord(at: start) == .part(2) else { return nil }
    let index = skipped(.indefinite, at: start + 1)
    if case .magnitude(let value) = numberWord(at: index), let amount = Amount(value, over: 2) {
      return NumberReading(amount: amount, next: index + 1, end: Int(tokens[index].end))
    }
    if let found = match(.collective, at: index), let amount = Amount(found.word.number, over: 2) {
      var reading = NumberReading(amount: amount, next: index + 1, end: Int(tokens[index].end))
      reading.isAbout = true
      return reading
    }
    return nil
  }

  /// "2 milioni", "200 mila", "1,2 mln", "2.3 million".
  private func scale(_ found: inout NumberReading) {
    var last = Int.max
    while true {
      let factor: Int
      var next = found.next + 1
      if case .magnitude(let value) = numberWord(at: found.next) {
        factor = value
      } else if case .hundred = numberWord(at: found.next) {
        factor = 100
      } else if let short = match(.magnitude, at: found.next), short.next == found.next + 1 {
        factor = short.word.number
        if endsWithStop(short.next) { next = short.next }
      } else {
        return
      }
      guard factor < last || last == 1000, let amount = found.amount.times(factor) else { return }
      found.amount = amount
      found.next = next
      found.end = Int(tokens[next - 1].end)
      found.digits = 0
      found.isPlain = false
      last = factor
    }
  }

  private func endsWithStop(_ index: Int) -> Bool { kind(index) == .stop && isJoined(index) }

  /// The last magnitude of a number that ends before a token: the million of "un milione" in "un milione e mezzo".
  private func magnitude(before index: Int) -> Int {
    if case .magnitude(let value) = numberWord(at: index - 1) { return value }
    return match(.magnitude, at: index - 1)?.word.number ?? 1
  }

  /// "tre e mezzo", "un milione e mezzo", "one and a half million", "un miliardo e mezzo milione".
  private func addHalf(_ found: inout NumberReading) {
    guard let and = match(.and, at: found.next) else { return }
    let index = skipped(.indefinite, at: and.next)
    guard numberWord(at: index) == .part(2) else { return }
    var next = index + 1
    var unit = magnitude(before: found.next)
    var factor = 1
    if case .magnitude(let value) = numberWord(at: next) {
      if unit > 1 { unit = value } else { factor = value }
      next += 1
    }
    guard let half = Amount(unit, over: 2), let amount = found.amount.plus(half)?.times(factor) else { return }
    // "due ore e mezza" has its half behind the unit, and "due e mezza dozzina" nobody writes.
    found.amount = amount
    found.next = next
    found.end = Int(tokens[next - 1].end)
    found.isArticle = false
    found.digits = 0
    found.isPlain = false
  }

  /// Whether a part of a whole stands at a token: "terzi", "quarter", not "terzo" that may be a place in a row.
  private func isPart(_ index: Int) -> Bool {
    switch numberWord(at: index) {
    case .ordinal(let value, let isPlural): isPlural && value > 2
    case .part: true
    default: false
    }
  }

  /// The denominator at a token behind a numerator.
  private func denominator(_ index: Int, _ numerator: Amount) -> Int? {
    switch numberWord(at: index) {
    case .part(let value): return value
    case .ordinal(let value, let isPlural):
      // "secondi" are seconds.
      if isPlural { return value > 2 ? value : nil }
      // "un terzo di", "a third of" is a part; "un terzo uomo" is one more man.
      guard numerator == Amount(1), value > 2, endsClause(index + 1) || match(.of, at: index + 1) != nil else {
        return nil
      }
      return value
    default: return nil
    }
  }

  /// "due terzi", "three quarters", "venti e tre quinti", "2 1/4", "3/4".
  private func addPart(_ found: inout NumberReading, _ start: Int) {
    guard !found.isAbout else { return }
    // "3/4"
    if found.isPlain, let part = slashed(at: start) {
      found.amount = part.amount
      setPart(&found, part.next)
      return
    }
    // "two-thirds", "due terzi"
    if let bottom = denominator(found.next, found.amount), let amount = found.amount.dividedBy(Amount(bottom)) {
      found.amount = amount
      setPart(&found, found.next + 1)
      return
    }
    let and = match(.and, at: found.next)
    let index = and?.next ?? found.next
    if let part = slashed(at: index), index > start {
      guard let amount = found.amount.plus(part.amount) else { return }
      found.amount = amount
      setPart(&found, part.next)
      return
    }
    guard and != nil, let top = spelled(at: index), !top.isOrdinal, let bottom = denominator(top.next, top.amount),
      let unit = Amount(magnitude(before: found.next), over: bottom), let more = top.amount.times(unit),
      let amount = found.amount.plus(more)
    else { return }
    found.amount = amount
    setPart(&found, top.next + 1)
  }

  private func setPart(_ found: inout NumberReading, _ next: Int) {
    found.next = next
    found.end = Int(tokens[next - 1].end)
    found.isPart = true
    found.isArticle = false
    found.digits = 0
    found.isPlain = false
  }

  /// "3/4": a small part in digits. "22/04" is a day.
  private func slashed(at index: Int) -> (amount: Amount, next: Int)? {
    guard kind(index) == .number, isMark(index + 1, UInt8(ascii: "/")), isJoined(index + 1), isJoined(index + 2),
      kind(index + 2) == .number, !isMark(index + 3, UInt8(ascii: "/")),
      tokens[index + 2].end - tokens[index + 2].start <= 2, tokens[index].end - tokens[index].start <= 2,
      text[Int(tokens[index].start)] != 0x30, text[Int(tokens[index + 2].start)] != 0x30,
      let top = DigitReading(text, from: Int(tokens[index].start), to: Int(tokens[index].end), commaDecimals: true),
      let bottom = DigitReading(
        text, from: Int(tokens[index + 2].start), to: Int(tokens[index + 2].end), commaDecimals: true),
      let left = top.amount.whole, let right = bottom.amount.whole, left < right, right <= 10,
      let amount = Amount(left, over: right)
    else { return nil }
    return (amount, index + 3)
  }

  /// "two dozen", "tre dozzine", "trecento e due dozzine".
  private func multiplyByCollective(_ found: inout NumberReading) {
    if let more = match(.collective, at: found.next), let amount = found.amount.times(more.word.number) {
      found.amount = amount
      found.next += 1
      found.end = Int(tokens[found.next - 1].end)
      found.isAbout = true
      found.isArticle = false
      // "due decine di migliaia"
      if let of = match(.of, at: found.next), let more = match(.collective, at: of.next), more.word.number >= 1000,
        let amount = found.amount.times(more.word.number)
      {
        found.amount = amount
        found.next = of.next + 1
        found.end = Int(tokens[of.next].end)
      }
      return
    }
    guard let and = match(.and, at: found.next), let number = spelled(at: and.next), !number.isOrdinal,
      let more = match(.collective, at: number.next), let product = number.amount.times(more.word.number),
      let amount = found.amount.plus(product)
    else { return }
    found.amount = amount
    found.next = number.next + 1
    found.end = Int(tokens[found.next - 1].end)
    found.isAbout = true
  }

  /// "duecento punto zero tre", "two point five million".
  private func addDecimals(_ found: inout NumberReading) {
    guard found.digits == 0, let point = match(.point, at: found.next) else { return }
    var index = point.next
    var value = 0
    var power = 1
    while power < 1_000_000, let word = numberWord(at: index), case .cardinal(let next) = word, next < 1000 {
      let width = next < 10 ? 10 : next < 100 ? 100 : 1000
      value = value * width + next
      power *= width
      index += 1
    }
    guard power > 1, let part = Amount(value, over: power), let amount = found.amount.plus(part) else { return }
    found.amount = amount
    found.next = index
    found.end = Int(tokens[index - 1].end)
    scale(&found)
  }

  /// "uno su tre", "one in five", "28 out of 121".
  private func divide(_ found: inout NumberReading) {
    guard !found.isPart, !found.isAbout, let outOf = match(.outOf, at: found.next) else { return }
    guard let bottom = digits(at: outOf.next) ?? spelled(at: outOf.next), bottom.suffix.isEmpty, !bottom.isOrdinal,
      let top = found.amount.whole, let whole = bottom.amount.whole, top < whole, top > 0
    else { return }
    // "in" also says where and when: only one may be in so many.
    guard outOf.word.number == 0 || top == 1 && whole < 1000 else { return }
    guard let amount = found.amount.dividedBy(bottom.amount) else { return }
    found.amount = amount
    setPart(&found, bottom.next)
  }
}
