/// UTF-8 that someone read as a charset of one byte a letter and stored again: "perchÃ©", "Lâ€™esercito", "perch√©".
///
/// The bytes of a letter stand there as two or three odd signs, which no text has side by side. Where a text has some of
/// them beyond doubt, all are turned back; a text that merely writes "Ã" or closes a quotation behind "PERCHÉ" has none.
struct Mojibake {
  /// The text as it was meant.
  private(set) var text: [UInt8]
  /// What the UTF-8 was read as.
  private(set) var charset = ""
  /// How many characters were turned back.
  private(set) var count = 0

  /// A text may have been misread and stored more than once: "perchÃƒÂ©".
  private static let mostRounds = 3

  /// Turns back what was misread; `count` is 0 where nothing was. Linear.
  init(undoneIn text: [UInt8]) {
    self.text = text
    for _ in 0..<Self.mostRounds {
      guard let charset = OddSigns.all.first(where: { Self.isMisread(self.text, $0) }) else { return }
      let (mended, count) = Self.turnedBack(self.text, charset)
      guard count > 0 else { return }
      self.text = mended
      self.count = max(self.count, count)
      self.charset = charset.name
    }
  }

  /// Whether a text has signs that only misreading makes.
  private static func isMisread(_ text: [UInt8], _ signs: OddSigns) -> Bool {
    var foreign = 0
    var others = 0
    var isSure = false
    text.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count, !isSure {
        guard bytes[at] >= 0x80 else {
          at += 1
          continue
        }
        if let found = signs.character(at: at, in: bytes) {
          isSure = found.isSure
          if found.isForeign { foreign += 1 }
          at = found.end
        } else {
          others += 1
          at += OddSigns.length(of: bytes[at])
        }
      }
    }
    // "Ø§Ù„Ø¬ÙŠØ´": no sign is odd by itself, but all together make Arabic.
    return isSure || (foreign >= 6 && others * 10 <= foreign)
  }

  private static func turnedBack(_ text: [UInt8], _ signs: OddSigns) -> (text: [UInt8], count: Int) {
    var mended: [UInt8] = []
    mended.reserveCapacity(text.count)
    var count = 0
    text.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        if bytes[at] >= 0x80, let found = signs.character(at: at, in: bytes) ?? signs.broken(at: at, in: bytes) {
          mended += found.utf8
          count += 1
          at = found.end
        } else {
          mended.append(bytes[at])
          at += 1
        }
      }
    }
    return (mended, count)
  }
}
