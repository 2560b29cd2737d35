public import DocumentModel

/// A word of a text with the readings that are left of it.
public struct ReadWord: Sendable {
  /// How far the choice among the readings can be trusted.
  public enum Certainty: UInt8, Sendable {
    /// It had one reading, or rules that never fail left one.
    case sure
    /// Rules that hold nearly always left one.
    case likely
    /// Several are left; the first is the usual one.
    case open
  }

  /// How a word is written, and where it stands.
  public struct Look: OptionSet, Sendable, Hashable {
    /// A bit for each.
    public let rawValue: UInt8

    /// Makes a set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Begins with a capital.
    public static let capital = Look(rawValue: 1 << 0)
    /// Has no small letter.
    public static let capitals = Look(rawValue: 1 << 1)
    /// Stands where any word would have a capital.
    public static let initial = Look(rawValue: 1 << 2)
    /// No table has it.
    public static let unknown = Look(rawValue: 1 << 3)
    /// Nothing stands between it and the word before.
    public static let joined = Look(rawValue: 1 << 4)
    /// Part of what is written as one word with the next: "di" of "della".
    public static let fused = Look(rawValue: 1 << 5)
    /// Begins with a digit.
    public static let digits = Look(rawValue: 1 << 6)
    /// Lies in a name that the gazetteer knows.
    public static let named = Look(rawValue: 1 << 7)
  }

  /// The words of the text. Parts of what is written as one share it.
  public var span: TextSpan
  /// How it is written.
  public var look: Look
  /// Its number among the words that rules name; 0 for all others.
  var key: UInt16
  /// Its readings, as a range into all readings.
  var first: Int32
  var count: UInt8
  /// The parts of speech of its readings, a bit each.
  var parts: UInt32
  /// How far the first reading can be trusted.
  public var certainty: Certainty
}

/// The words of a text with their readings, sentence by sentence.
public struct ReadWords: Sendable {
  /// The words, in order.
  public internal(set) var words: [ReadWord] = []
  /// For each sentence its words.
  public internal(set) var sentences: [Range<Int>] = []
  var arena: [WordReading] = []
  /// The spelling of words that the text has otherwise: "ar-⏎mate".
  var mended: [Int: [UInt8]] = [:]

  /// Makes it hold nothing.
  public init() {}

  /// Forgets all words and keeps the room that they took.
  mutating func clear() {
    words.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    if !mended.isEmpty { mended = [:] }
  }

  /// A word as it is spelled, whole where the text cuts it.
  public func spelling(of word: Int, in text: [UInt8]) -> [UInt8] {
    mended[word] ?? Array(text[words[word].span.range])
  }

  /// The readings that are left of a word; the first is the one to go by.
  public func readings(of word: Int) -> ArraySlice<WordReading> {
    let first = Int(words[word].first)
    return arena[first..<(first + Int(words[word].count))]
  }

  /// The reading of a word to go by.
  public func reading(of word: Int) -> WordReading { arena[Int(words[word].first)] }
}
