public import DocumentModel
import Lexicons

extension EventLexiconReader {
  /// Reads nouns: `id class mode it_s it_p it_g en_s en_p it_more en_more`.
  public mutating func readNouns(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: ["id", "class", "mode", "it_s", "it_p", "it_g", "en_s", "en_p", "it_more", "en_more"])
    for row in table.rows {
      guard let nounClass = NounClass(rawValue: row[1]) else {
        throw table.error(
          at: row, "The class \"\(row[1])\" is not known",
          remedy: "Use one of \(NounClass.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let noun = Noun(
        id: row[0], nounClass: nounClass, mode: row[2], italian: (row[3], row[4]), isFeminine: row[5] == "f",
        english: (row[6], row[7]))
      let position = append(noun, to: \.nouns)
      func sense(_ isPlural: Bool, _ isFeminine: Bool) -> Sense {
        Sense(kind: .noun(position), isPlural: isPlural, isFeminine: isFeminine)
      }
      if !row[3].isEmpty { try insert(row[3], "it", sense(false, noun.isFeminine)) }
      if !row[4].isEmpty, row[4] != row[3] { try insert(row[4], "it", sense(true, noun.isFeminine)) }
      if !row[6].isEmpty { try insert(row[6], "en", sense(false, false)) }
      if !row[7].isEmpty, row[7] != row[6] { try insert(row[7], "en", sense(true, false)) }
      for (column, language) in [(8, "it"), (9, "en")] {
        for form in row.list(column) {
          let parts = form.split(separator: "/", maxSplits: 1).map(String.init)
          let marks = parts.count > 1 ? parts[1] : "s"
          let isFeminine = marks.contains("f") || (!marks.contains("m") && noun.isFeminine)
          try insert(parts[0], language, sense(marks.contains("p"), isFeminine))
        }
      }
    }
  }

  /// Reads adjectives: `id kind it_ms it_fs it_mp it_fp en`.
  public mutating func readAdjectives(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes, columns: ["id", "kind", "it_ms", "it_fs", "it_mp", "it_fp", "en"])
    for row in table.rows {
      guard let kind = AdjectiveKind(rawValue: row[1]) else {
        throw table.error(at: row, "The kind \"\(row[1])\" is not known", remedy: "Use keep, drop or restrict")
      }
      let position = append(
        Adjective(id: row[0], kind: kind, italian: Self.agreements(row, from: 2), english: row[6]), to: \.adjectives)
      try insertAgreements(row, from: 2) { isPlural, isFeminine in
        Sense(kind: .adjective(position), isPlural: isPlural, isFeminine: isFeminine)
      }
      for form in row.list(6) { try insert(form, "en", Sense(kind: .adjective(position))) }
    }
  }

  /// Reads demonyms: `id country it_ms it_fs it_mp it_fp en_adj en_noun_s en_noun_p`.
  public mutating func readDemonyms(file: String, bytes: [UInt8]) throws(RuleError) {
    let table = try Table(
      file: file, bytes: bytes,
      columns: ["id", "country", "it_ms", "it_fs", "it_mp", "it_fp", "en_adj", "en_noun_s", "en_noun_p"])
    for row in table.rows {
      let position = append(
        Demonym(
          id: row[0], country: row[1], italian: Self.agreements(row, from: 2), english: (row[6], row[7], row[8])),
        to: \.demonyms)
      try insertAgreements(row, from: 2) { isPlural, isFeminine in
        Sense(kind: .demonymAdjective(position), isPlural: isPlural, isFeminine: isFeminine)
      }
      if !row[6].isEmpty { try insert(row[6], "en", Sense(kind: .demonymAdjective(position))) }
      if !row[7].isEmpty, row[7] != row[6] {
        try insert(row[7], "en", Sense(kind: .demonymNoun(position)))
      }
      if !row[8].isEmpty, row[8] != row[6] {
        try insert(row[8], "en", Sense(kind: .demonymNoun(position), isPlural: true))
      }
    }
  }

  private static func isPrepositional(_ form: String) -> Bool {
    ["di ", "del ", "della ", "dell'", "dei ", "delle ", "degli "].contains { form.hasPrefix($0) }
  }

  private static func agreements(_ row: Table.Row, from column: Int) -> [Agreement: String] {
    [
      .masculine: row[column], .feminine: row[column + 1], .masculinePlural: row[column + 2],
      .femininePlural: row[column + 3],
    ]
  }

  private mutating func insertAgreements(
    _ row: Table.Row, from column: Int, _ sense: (_ isPlural: Bool, _ isFeminine: Bool) -> Sense
  ) throws(RuleError) {
    var seen: Set<String> = []
    for (offset, isPlural, isFeminine) in [(0, false, false), (1, false, true), (2, true, false), (3, true, true)] {
      let form = row[column + offset]
      // "dell'esercito" is how a brief says an adjective; read, it is a noun with its preposition.
      guard !form.isEmpty, seen.insert(form).inserted, !Self.isPrepositional(form) else { continue }
      try insert(form, "it", sense(isPlural, isFeminine))
    }
  }
}
