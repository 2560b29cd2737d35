import DocumentModel
import Gazetteers
import Testing

/// A gazetteer of a few rows, and what it finds in a text.
struct Names {
  static let words: [(word: String, class: NameWordClass)] = [
    ("anti", .prefix), ("filo", .prefix), ("airways", .after), ("county", .after), ("via", .before), ("san", .before),
    ("jack", .given), ("march", .never), ("in", .place), ("a", .place), ("near", .place), ("sgt", .title),
    ("sale", .ordinary),
  ]

  let gazetteer: Gazetteer
  var ordinary: Set<String> = []

  /// Rows under a header of their own: `id type name country parent population coordinates aliases geonames`.
  init(_ rows: [String], source: [UInt8] = []) throws {
    gazetteer = try #require(Gazetteer(try Self.image(rows).bytes))
  }

  static func image(_ rows: [String]) throws -> GazetteerImage {
    var compiler = try GazetteerCompiler(
      elisions: ["l", "dell", "un", "d"], articles: ["al", "el", "ad", "as", "ash", "az"]
    ) { _, _ in nil }
    compiler.add(words: words)
    let header = "id\ttype\tname\tcountry\tparent\tpopulation\tcoordinates\taliases\tgeonames\tprior"
    let padded = rows.map { row in
      row
        + String(
          repeating: "\t", count: max(0, 9 - row.split(separator: "\t", omittingEmptySubsequences: false).count + 1))
    }
    try compiler.add(file: "rows.tsv", bytes: Array(([header] + padded).joined(separator: "\n").utf8))
    return compiler.image(source: Array(repeating: 7, count: 32))
  }

  func matches(_ text: String, language: String = "en", isCaseless: Bool = false) -> [GazetteerMatch] {
    let bytes = Array(text.utf8)
    return gazetteer.matches(
      in: bytes, sentences: [(TextSpan(0, bytes.count), language)], isCaseless: isCaseless,
      isOrdinary: { start in
        let word = bytes[start...].prefix { $0 >= 0x41 || $0 == 0x27 }
        return ordinary.contains(String(decoding: word, as: UTF8.self).lowercased())
      }
    ).map(\.match)
  }

  /// "Jnim=jnim": the words of each name with the first entity that they may be.
  func found(_ text: String, language: String = "en", isCaseless: Bool = false) -> [String] {
    let bytes = Array(text.utf8)
    return matches(text, language: language, isCaseless: isCaseless).map { match in
      let words = String(decoding: bytes[match.span.range], as: UTF8.self)
      return "\(words)=\(gazetteer[match.candidates[0]].id)" + (match.isNested ? " nested" : "")
    }
  }

  /// The ids that the names of a text were settled to; `?` for one that was left open.
  func settled(_ text: String) -> [String] {
    ToponymResolver(gazetteer).resolve(matches(text), in: Array(text.utf8)).map { resolution in
      resolution.entity.map { gazetteer[$0].id } ?? "?"
    }
  }
}
