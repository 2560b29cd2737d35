import Lexicons

/// Whether the letters of an acronym are the initials of the words before it.
///
/// Each word with a capital gives its first letter; small words give theirs or none: "Forces for the Liberation of
/// Azawad (FLA)", "Forza di protezione civile (FPC)". Small letters in an acronym go on in the same word, "Forces armées
/// maliennes (FAMa)", and a word that is an acronym itself is in it whole, "Forces armées de la RDC (FARDC)".
struct AcronymFit {
  /// A letter as names fold it.
  struct Letter: Hashable {
    /// The folded letter, packed.
    var key: UInt64
    var isSmall: Bool
  }

  /// A word that may give a letter.
  struct Word {
    var letters: [Letter]
    var isCapitalized: Bool
    var isAllCapitals: Bool
  }

  private let letters: [Letter]
  private let words: [Word]
  /// Whether the long form may begin with a small letter at a word.
  private let mayBeginSmall: (Int) -> Bool
  /// How many steps are left: a text may be made to have very many ways.
  private var steps = 2_000

  /// The first word of the long form that ends with the last of `words`; nil if the letters do not fit.
  static func begin(of letters: [Letter], in words: [Word], mayBeginSmall: @escaping (Int) -> Bool) -> Int? {
    // "Fpc": a title-case acronym, whose small letters are initials too.
    let isTitle = letters.dropFirst().allSatisfy(\.isSmall)
    let plain = isTitle ? letters.map { Letter(key: $0.key, isSmall: false) } : letters
    var fit = AcronymFit(letters: plain, words: words, mayBeginSmall: mayBeginSmall)
    return fit.begin(plain.count - 1, words.count - 1)
  }

  private init(letters: [Letter], words: [Word], mayBeginSmall: @escaping (Int) -> Bool) {
    self.letters = letters
    self.words = words
    self.mayBeginSmall = mayBeginSmall
  }

  /// Fits the letters up to one to the words up to one, the last words first.
  private mutating func begin(_ letter: Int, _ word: Int) -> Int? {
    guard letter >= 0, word >= 0, steps > 0 else { return nil }
    steps -= 1
    let candidate = words[word]
    for count in counts(letter, candidate) {
      let first = letter - count + 1
      guard first >= 0, candidate.letters.count >= count,
        zip(letters[first...letter], candidate.letters).allSatisfy({ $0.key == $1.key })
      else { continue }
      if first == 0 {
        if candidate.isCapitalized || mayBeginSmall(word) { return word }
      } else if let found = begin(first - 1, word - 1) {
        return found
      }
    }
    return candidate.isCapitalized ? nil : begin(letter, word - 1)
  }

  /// How many letters a word may give.
  private func counts(_ letter: Int, _ word: Word) -> [Int] {
    if letters[letter].isSmall {
      let small = letters[...letter].reversed().prefix(while: \.isSmall).count
      return [small + 1]
    }
    return word.isAllCapitals && word.letters.count > 1 ? [word.letters.count, 1] : [1]
  }
}

extension NameLetters {
  /// The letters of a stretch, folded.
  func letters(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [AcronymFit.Letter] {
    var found: [AcronymFit.Letter] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, length) = scalar(at: offset, in: text)
      offset += length
      let entry = entry(value)
      guard UInt8(truncatingIfNeeded: entry >> 56) & 0x0F == Sort.letter.rawValue else { continue }
      found.append(AcronymFit.Letter(key: entry & (1 << 51 - 1), isSmall: entry & Self.lower != 0))
    }
    return found
  }
}
