/// How the words of a name are written.
enum NameCase {
  /// Which words of a name begin with a capital, and which are all capitals; bit n stands for the n-th word.
  ///
  /// The words are those of the tokenizer: cut at spaces, hyphens, dots and after elisions.
  static func capitals(of name: String) -> (first: UInt32, all: UInt32) {
    var walk = Walk()
    let scalars = name.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      if isSeparator(scalar) {
        walk.endPart()
      } else {
        let isLast = index == scalars.endIndex || isSeparator(scalars[index])
        walk.read(scalar, isLast: isLast)
      }
    }
    walk.endPart()
    return (walk.first, walk.all)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "(", ")", ".", "/", ",": true
    default: false
    }
  }

  /// The words that an apostrophe cuts off, as packed bytes.
  private static let elisions = ["d", "l", "dell", "all", "nell", "sull", "dall", "un", "n", "s"].map { word in
    word.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }

  private struct Walk {
    var first: UInt32 = 0
    var all: UInt32 = 0
    private var index: UInt32 = 0
    private var isEmpty = true
    private var isCapitalized = false
    private var letters = 0
    private var capitals = 0
    /// The part so far in lower case, eight bytes of it; only short words are elided.
    private var packed: UInt64 = 0
    private var hadApostrophe = false

    mutating func read(_ scalar: Unicode.Scalar, isLast: Bool) {
      if isEmpty {
        isCapitalized = scalar.isUpper
        isEmpty = false
      }
      if scalar.isLetter {
        letters += 1
        if scalar.isUpper { capitals += 1 }
      }
      if scalar == "'" || scalar == "’" {
        let cuts = !hadApostrophe && !isLast && elisions.contains(packed)
        hadApostrophe = true
        if cuts { endWord() }
      }
      let lower = scalar.value >= 0x41 && scalar.value <= 0x5A ? scalar.value | 0x20 : min(scalar.value, 0xFF)
      packed = packed << 8 | UInt64(lower)
    }

    mutating func endPart() {
      endWord()
      packed = 0
      hadApostrophe = false
    }

    private mutating func endWord() {
      guard !isEmpty else { return }
      if index < 32 {
        if isCapitalized { first |= 1 << index }
        if letters >= 2, capitals == letters { all |= 1 << index }
        index += 1
      }
      isEmpty = true
      isCapitalized = false
      letters = 0
      capitals = 0
    }
  }
}
