/// Forms of one or more words, each with a value; the longest that stands at a place is found.
struct FormSet: Sendable {
  struct Found {
    var value: Int
    /// One past the last scrap of the form.
    var end: Int
  }

  private struct Form: Sendable {
    var keys: [[UInt8]]
    var value: Int
    var capitals: [Bool]
    var needsCaps: Bool
  }

  private var forms: [[UInt8]: [Form]] = [:]
  /// The last words and marks of the forms.
  private(set) var lastKeys: Set<[UInt8]> = []
  /// The bytes that those end in.
  private(set) var lastBytes: Set<UInt8> = []
  /// Which first bytes and lengths the first words have: nearly every word is told off by this alone.
  private var openers = [Bool](repeating: false, count: 256 * 16)

  var isEmpty: Bool { forms.isEmpty }

  /// Adds a form as a table spells it. A word with a capital is found only with one; a form in capitals marked
  /// `exactly` is found in capitals only.
  mutating func add(_ form: String, value: Int, exactly: Bool = false) {
    let bytes = Array(form.utf8)
    let scraps = bytes.withUnsafeBufferPointer { Scrap.scraps(of: 0..<$0.count, in: $0) }
    guard let first = scraps.first else { return }
    let made = Form(
      keys: scraps.map(\.key), value: value, capitals: scraps.map(\.isCapital),
      needsCaps: exactly && scraps.allSatisfy { !$0.isWord || $0.isCaps })
    if let last = made.keys.last {
      lastKeys.insert(last)
      if let byte = last.last { lastBytes.insert(byte) }
    }
    openers[Self.opener(first.key)] = true
    var known = forms[first.key, default: []]
    known.append(made)
    known.sort { $0.keys.count > $1.keys.count }
    forms[first.key] = known
  }

  /// The longest form that begins at a scrap.
  func longest(at index: Int, in scraps: [Scrap]) -> Found? {
    guard index < scraps.count, openers[Self.opener(scraps[index].key)], let candidates = forms[scraps[index].key]
    else { return nil }
    for form in candidates where index + form.keys.count <= scraps.count {
      let slice = scraps[index..<index + form.keys.count]
      guard zip(form.keys, slice).allSatisfy({ $0 == $1.key }),
        zip(form.capitals, slice).allSatisfy({ !$0 || $1.isCapital })
      else { continue }
      if form.needsCaps && !slice.allSatisfy({ !$0.isWord || $0.isCaps }) { continue }
      return Found(value: form.value, end: index + form.keys.count)
    }
    return nil
  }

  private static func opener(_ key: [UInt8]) -> Int { Int(key.first ?? 0) << 4 | min(key.count, 15) }

  /// Whether all the scraps are one form.
  func isWhole(_ scraps: [Scrap]) -> Bool { longest(at: 0, in: scraps)?.end == scraps.count }
}
