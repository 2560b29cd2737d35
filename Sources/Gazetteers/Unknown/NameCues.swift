public import DocumentModel
import Lexicons

/// Words that say what an unknown name beside them is: "nella città di X", "Gen. X", "36th Brigade", "the X rebels".
///
/// Made of a table for each language that is read; a language without one has no unknown names. Only read, shared by all
/// threads.
public struct NameCues: Sendable {
  /// What a name is taken for.
  struct Cue: Sendable, Hashable {
    var kind: String
    var type: EntityType
  }

  /// The cues of one language, by numbers of words.
  struct Words: Sendable {
    /// Phrases before a name, their last word first.
    var before = PhraseTable<Cue>()
    /// Phrases behind a name.
    var after = PhraseTable<Cue>()
    /// Words that begin a name: "battaglione Azov".
    var first: [Int32: Cue] = [:]
    /// Words that end a name: "Tharallah Brigade".
    var last: [Int32: Cue] = [:]
    /// Words that make a name of a number: "36th Brigade".
    var ordinal: [Int32: Cue] = [:]
    /// Small words inside of names: "Castelnuovo di Porto".
    var links: Set<Int32> = []
    /// Words that with a link and a name make another name: "Castelnuovo di Porto".
    var compounds: Set<Int32> = []
    /// First and last words of what is worth no list: "via Roma", "LaVista Road".
    var noneFirst: Set<Int32> = []
    var noneLast: Set<Int32> = []
    /// Phrases before the name of a club: "tifosi della Lazio".
    var club = PhraseTable<Cue>()
    /// Articles that no town of the countries has that the report speaks of by itself: "il Napoli".
    var bare: Set<Int32> = []
    /// Articles with the bare article that each holds: "dell'" has "l'".
    var articles: [Int32: String] = [:]
  }

  private(set) var languages: [String: Words] = [:]
  private var numbers: [UInt64: Int32] = [:]
  /// The numbers again, for looking up: by bits of the hash, the next slot where one is taken; -1 is free.
  private var slots: [(hash: UInt64, number: Int32)] = [(0, -1)]
  private let spelling: NameSpelling

  /// No cues yet; words are folded as a gazetteer folds them.
  public init(_ gazetteer: Gazetteer) { spelling = gazetteer.spelling }

  /// Whether there are cues in a language.
  func hasCues(in language: String) -> Bool { languages[language] != nil }

  /// The number of a word by its hash, or -1: of some thousand words no two have the same of 64 bits.
  @inline(__always)
  func number(hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot].number >= 0 {
      if slots[slot].hash == hash { return slots[slot].number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  /// The number of the first word of a stretch, or -1.
  ///
  /// - Parameter range: the word and a letter more, for an apostrophe is of the word only before a letter: "dell'Isis".
  func number(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32 {
    var found: Int32?
    NameScanner.forEachWord(in: text, range, spelling: spelling, numbering: CueNumbers(cues: self)) {
      found = found ?? $0.number
    }
    return found ?? -1
  }

  // MARK: - Table

  private static let places = ["before", "after", "first", "last", "ordinal"]

  /// Adds the rows of a table `kind`, `as`, `where`, `words`: phrases between `;`, in which a `|` parts words that may
  /// stand for each other. `as` is a type of entity; of the kind `article` it is the article without a preposition, of
  /// the kinds `link`, `compound`, `club` and `none` it is empty.
  public mutating func read(file: String, bytes: [UInt8], language: String) throws(RuleError) {
    let table = try Table(file: file, bytes: bytes, columns: ["kind", "as", "where", "words"])
    let book = CueBook(numbers)
    var words = languages[language] ?? Words()
    for row in table.rows {
      let phrases = row.list(3).flatMap(Self.expanded).map { self.words(of: $0, book) }.filter { !$0.isEmpty }
      switch row[0] {
      case "article":
        for phrase in phrases {
          words.articles[phrase[0]] = row[1]
          if row[2] == "bare" { words.bare.insert(phrase[0]) }
        }
      case "none" where row[2] == "first": words.noneFirst.formUnion(phrases.map { $0[0] })
      case "none" where row[2] == "last": words.noneLast.formUnion(phrases.map { $0[0] })
      case "compound": words.compounds.formUnion(phrases.map { $0[0] })
      case "club":
        for phrase in phrases { words.club.insert(phrase.reversed(), Cue(kind: row[0], type: .organization)) }
      case "link": words.links.formUnion(phrases.map { $0[0] })
      default:
        guard let type = EntityType(rawValue: row[1]) else {
          throw table.error(
            at: row, "The type \"\(row[1])\" is not known",
            remedy: "Use one of \(EntityType.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        guard Self.places.contains(row[2]) else {
          throw table.error(
            at: row, "No cue stands \"\(row[2])\"", remedy: "Use one of \(Self.places.joined(separator: ", "))")
        }
        words.add(phrases, Cue(kind: row[0], type: type), at: row[2])
      }
    }
    languages[language] = words
    numbers = book.numbers
    fillSlots()
  }

  private mutating func fillSlots() {
    var count = 64
    while count < numbers.count * 3 { count *= 2 }
    slots = Array(repeating: (0, -1), count: count)
    for (hash, number) in numbers.sorted(by: { $0.value < $1.value }) {
      var slot = Int(truncatingIfNeeded: hash >> 20) & (count - 1)
      while slots[slot].number >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = (hash, number)
    }
  }

  /// "miliziani|ribelli di" is two phrases.
  private static func expanded(_ phrase: String) -> [String] {
    var found = [""]
    for word in phrase.split(separator: " ") {
      let choices = word.split(separator: "|")
      found = found.flatMap { start in choices.map { start.isEmpty ? String($0) : "\(start) \($0)" } }
    }
    return found
  }

  private func words(of phrase: String, _ book: CueBook) -> [Int32] {
    // An apostrophe is of the word only before a letter, as is the hyphen of an Arabic article.
    let isOpen = phrase.hasSuffix("'") || phrase.hasSuffix("-")
    let bytes = Array((isOpen ? phrase + "x" : phrase).utf8)
    var found: [Int32] = []
    bytes.withUnsafeBufferPointer { bytes in
      NameScanner.forEachWord(in: bytes, 0..<bytes.count, spelling: spelling, numbering: book) {
        found.append($0.number)
      }
    }
    return isOpen ? found.dropLast() : found
  }
}

extension NameCues.Words {
  fileprivate mutating func add(_ phrases: [[Int32]], _ cue: NameCues.Cue, at place: String) {
    for phrase in phrases {
      switch place {
      case "before": before.insert(phrase.reversed(), cue)
      case "after": after.insert(phrase, cue)
      case "first": first[phrase[0]] = first[phrase[0]] ?? cue
      case "last": last[phrase[0]] = last[phrase[0]] ?? cue
      default: ordinal[phrase[0]] = ordinal[phrase[0]] ?? cue
      }
    }
  }
}

/// Numbers the words of cues while their tables are read.
private final class CueBook: NameNumbering {
  private(set) var numbers: [UInt64: Int32]

  init(_ numbers: [UInt64: Int32]) { self.numbers = numbers }

  func number(head: UInt64, hash: UInt64, word: UnsafeBufferPointer<UInt8>, isSmall: Bool) -> Int32 {
    if let known = numbers[hash] { return known }
    numbers[hash] = Int32(numbers.count)
    return Int32(numbers.count - 1)
  }
}

/// Looks words of cues up.
private struct CueNumbers: NameNumbering {
  let cues: NameCues

  func number(head: UInt64, hash: UInt64, word: UnsafeBufferPointer<UInt8>, isSmall: Bool) -> Int32 {
    cues.number(hash: hash)
  }
}
