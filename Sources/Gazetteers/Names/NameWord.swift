/// What stands between a word and the one before it.
enum NameGap: UInt8, Comparable {
  /// Nothing, or an apostrophe: "l'Isis", "东京".
  case none
  case space
  case hyphen
  /// A full stop, a parenthesis, a quotation mark: "U.N.", "Congo (Kinshasa)".
  case soft
  /// A comma alone; no name runs over it.
  case comma
  /// Anything else; no name runs over it.
  case barrier

  static func < (one: NameGap, other: NameGap) -> Bool { one.rawValue < other.rawValue }
}

/// One word of a text as names are matched by.
struct NameWord {
  /// ``NameHash`` of its folded form.
  var hash: UInt64
  /// The first byte in the text.
  var start: Int32
  /// One past the last.
  var end: Int32
  /// Its number among the words of the gazetteer, or -1; ``NameWord/notAsked`` for a word in small letters that begins no
  /// name.
  var number: Int32
  var gap: NameGap
  /// Whether its first letter is upper case.
  var isCapitalized: Bool
  /// Whether it has two letters or more and all are upper case.
  var isAllCapitals: Bool

  /// The number of a word that nobody has looked up.
  static let notAsked: Int32 = -2
}

/// Gives words their numbers: looks them up, or adds them.
protocol NameNumbering {
  /// The number of a folded word, or -1.
  ///
  /// - Parameters:
  ///   - head: its first eight bytes, the first in the lowest place.
  ///   - hash: ``NameHash`` of all its bytes.
  ///   - isSmall: whether it begins with a small letter.
  func number(head: UInt64, hash: UInt64, word: UnsafeBufferPointer<UInt8>, isSmall: Bool) -> Int32
}

/// The hash of a folded word, eight bytes a step. Fixed for good: it is written into files.
struct NameHash {
  private var state: UInt64 = 0x243F_6A88_85A3_08D3

  @inline(__always)
  mutating func add(_ chunk: UInt64) {
    state = (state ^ chunk) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
  }

  @inline(__always)
  func finished(count: Int) -> UInt64 {
    var mixed = (state ^ UInt64(count)) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 32
    return mixed
  }

  /// The head and the hash of a whole word.
  static func of(_ word: UnsafeBufferPointer<UInt8>) -> (head: UInt64, hash: UInt64) {
    var hash = NameHash()
    var chunk: UInt64 = 0
    var head: UInt64 = 0
    for (position, byte) in word.enumerated() {
      chunk |= UInt64(byte) << (8 * UInt64(position & 7))
      if position & 7 == 7 {
        if position == 7 { head = chunk }
        hash.add(chunk)
        chunk = 0
      }
    }
    if word.count < 8 { head = chunk }
    if word.count & 7 != 0 { hash.add(chunk) }
    return (head, hash.finished(count: word.count))
  }
}
