public import DocumentModel
import Lexicons

/// What a word says of the name beside it.
public struct NameWordClass: OptionSet, Sendable {
  /// The classes, a bit each.
  public let rawValue: UInt8

  /// Makes a set of classes.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Joined by a hyphen it turns a name into something else: "anti-Isis", "filo-Hezbollah".
  public static let prefix = NameWordClass(rawValue: 1)
  /// Behind a name it makes a longer one: "Kenya Airways", "Black Hawk County".
  public static let after = NameWordClass(rawValue: 2)
  /// Before a name it makes a longer one: "via Roma", "Lake Victoria".
  public static let before = NameWordClass(rawValue: 4)
  /// A given name: what follows is a surname, "Jack London".
  public static let given = NameWordClass(rawValue: 8)
  /// Before the name of a place: "in", "near", "provincia di".
  public static let place = NameWordClass(rawValue: 16)
  /// Before the name of a person: "il generale", "Mr".
  public static let title = NameWordClass(rawValue: 32)

  /// A word or a surname: alone it is hardly ever the small town that bears it too, "March", "Moore".
  public static let never = NameWordClass(rawValue: 64)

  /// A word of a language that is read. What bears its name needs a word before it that leads to places: "Sale".
  public static let ordinary = NameWordClass(rawValue: 128)

  private static let names: [String: NameWordClass] = [
    "prefix": .prefix, "after": .after, "before": .before, "given": .given, "place": .place, "title": .title,
    "never": .never,
  ]

  /// Reads a table `class`, `words`: the words of a class between `;`. The class `article` is returned apart: the words
  /// that a hyphen joins to an Arabic name.
  public static func read(
    file: String, bytes: [UInt8]
  ) throws(RuleError) -> (words: [(word: String, class: NameWordClass)], articles: [String]) {
    let table = try Table(file: file, bytes: bytes, columns: ["class", "words"])
    var words: [(word: String, class: NameWordClass)] = []
    var articles: [String] = []
    for row in table.rows {
      if row[0] == "article" {
        articles += row.list(1)
      } else if let kind = names[row[0]] {
        words += row.list(1).map { ($0, kind) }
      } else {
        throw table.error(
          at: row, "The class \"\(row[0])\" is not known",
          remedy: "Use one of article, \(names.keys.sorted().joined(separator: ", "))")
      }
    }
    return (words, articles)
  }
}
