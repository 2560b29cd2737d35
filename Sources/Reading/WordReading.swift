public import Languages

/// One way to read a word, in 64 bits: the row of the lexicon, the part of speech, the features, and how it is known.
public struct WordReading: Sendable, Hashable {
  /// How a reading is known.
  public enum Origin: UInt8, Sendable {
    /// A table lists the word.
    case listed
    /// Made from a listed word: "ricostruire" from "costruire".
    case derived
    /// Taken from its ending or its shape alone.
    case guessed
  }

  /// The bits, as the compiled table holds them: 20 for the row, 5 for the part of speech, 32 for features, 2 for the origin.
  public let bits: UInt64

  /// A reading by its bits.
  public init(bits: UInt64) { self.bits = bits }

  /// Makes a reading. `row` is the place of the word in the compiled table's list of words.
  public init(row: Int?, _ part: PartOfSpeech, _ features: WordFeatures, _ origin: Origin = .listed) {
    let place = UInt64(row ?? Self.noRow)
    bits =
      place | UInt64(part.rawValue) << 20 | UInt64(features.rawValue) << 25 | UInt64(origin.rawValue) << 57
  }

  private static let noRow = 1 << 20 - 1

  /// The word of the lexicon; nil for one that was guessed.
  public var row: Int? {
    let place = Int(bits & 0xF_FFFF)
    return place == Self.noRow ? nil : place
  }

  /// The part of speech.
  public var part: PartOfSpeech { PartOfSpeech(rawValue: UInt8(bits >> 20 & 0x1F)) ?? .other }

  /// The part of speech as a set of one.
  public var parts: PartsOfSpeech { PartsOfSpeech(rawValue: 1 << UInt32(bits >> 20 & 0x1F)) }

  /// What the form tells.
  public var features: WordFeatures { WordFeatures(rawValue: UInt32(truncatingIfNeeded: bits >> 25)) }

  /// How it is known.
  public var origin: Origin { Origin(rawValue: UInt8(bits >> 57 & 3)) ?? .guessed }

  /// The same word known otherwise.
  public func known(_ origin: Origin) -> WordReading { WordReading(row: row, part, features, origin) }
}
