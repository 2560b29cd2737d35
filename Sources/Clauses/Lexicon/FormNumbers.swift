/// The forms that the tables of clauses name, each with its number: one look for every word of a text, so it must cost little.
struct FormNumbers: Sendable {
  private var slots: [UInt16] = [UInt16](repeating: 0, count: 4096)
  private var forms: [[UInt8]] = [[]]
  private var numbers: [[UInt8]: UInt16] = [:]

  /// The longest form that has a number.
  private static let longest = 24

  /// The number of a form, given to it if it has none; 0 if it is too long or there are too many.
  mutating func add(_ form: [UInt8]) -> UInt16 {
    if let known = numbers[form] { return known }
    guard form.count <= Self.longest, forms.count < slots.count / 2 else { return 0 }
    let number = UInt16(forms.count)
    numbers[form] = number
    forms.append(form)
    var slot = Self.hash(form) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
    return number
  }

  /// The number of a stretch of text, folded; 0 for a form without one.
  func number(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt16 {
    // A curled apostrophe has three bytes and folds to one.
    guard range.count <= Self.longest + 2 else { return 0 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest + 2) { folded in
      var count = 0
      var offset = range.lowerBound
      while offset < range.upperBound {
        let byte = text[offset]
        if byte >= 0x41, byte <= 0x5A {
          folded[count] = byte | 0x20
        } else if byte == 0xE2, offset + 2 < range.upperBound, text[offset + 1] == 0x80, text[offset + 2] & 0xFE == 0x98
        {
          folded[count] = UInt8(ascii: "'")
          offset += 2
        } else if byte >= 0x80, byte <= 0x9E, byte != 0x97, count > 0, folded[count - 1] == 0xC3 {
          folded[count] = byte | 0x20
        } else {
          folded[count] = byte
        }
        count += 1
        offset += 1
      }
      return find(UnsafeBufferPointer(rebasing: folded[..<count]))
    }
  }

  /// The number of a form that is given folded.
  func number(of form: [UInt8]) -> UInt16 { numbers[form] ?? 0 }

  private func find(_ form: UnsafeBufferPointer<UInt8>) -> UInt16 {
    var slot = Self.hash(form) & (slots.count - 1)
    while slots[slot] != 0 {
      if forms[Int(slots[slot])].elementsEqual(form) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  /// How many numbers there are, 0 included.
  var count: Int { forms.count }

  private static func hash(_ form: some Sequence<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in form { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
  }
}
