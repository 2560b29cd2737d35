import DocumentModel
import Gazetteers
import Testing

/// Why names are taken or set aside, and what the kinds of aliases are.
@Suite struct OptionTests {
  private let names: Names

  init() throws {
    names = try Names([
      "nsw\tplace\tNew South Wales", "wales\tplace\tWales", "south\tplace\tSouth Wales", "is\tarmed_group\tIS",
      "london\tplace\tLondon", "congo\tcountry\tCongo\t\t\t\t\t!Zaire;?Kongo;=DRC;~terra del congo;Republic of Congo",
      "t2\tfacility\tbase T2\t\t\t\t\t=T2{base|station}", "ky\tplace\tKentucky\t\t\t\t\t,Ky", "isis\tarmed_group\tIsis",
      "en\tplace\tEnglish\t\t\t\t\tOnlyhere@it",
    ])
  }

  private func options(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return names.gazetteer.options(
      in: bytes, sentences: [(TextSpan(0, bytes.count), "en")], cues: nil, isOrdinary: { _ in false }
    ).map { option in
      let words = String(decoding: bytes[option.span.range], as: UTF8.self)
      let outcome =
        switch option.outcome {
        case .taken: "taken"
        case .nested: "nested"
        case .shielded(let shield): shield.rawValue
        case .inside(let outer): "inside \(String(decoding: bytes[outer.range], as: UTF8.self))"
        case .overlapped: "overlapped"
        case .writing: "writing"
        case .language: "language"
        case .context: "context"
        case .comma: "comma"
        }
      return "\(words) \(option.kind) \(outcome)"
    }
  }

  @Test(arguments: [
    (
      "in New South Wales",
      ["New South Wales short taken", "South Wales short inside New South Wales", "Wales short inside New South Wales"]
    ),
    ("Is it?", ["Is acronym writing"]), ("T2 was hit", ["T2 acronym context"]), ("Ky said", ["Ky alias comma"]),
    ("Jack London wrote", ["London short person"]), ("anti-Isis", ["Isis short relation"]),
    ("Zaire and Kongo", ["Zaire former taken", "Kongo misspelling taken"]), ("the DRC", ["DRC acronym taken"]),
    ("terra del congo", ["terra del congo nominal taken"]), ("Onlyhere", ["Onlyhere alias language"]),
    ("nothing", []),
  ])
  func `each name that words might be has an outcome`(text: String, found: [String]) {
    #expect(options(text) == found)
  }
}
