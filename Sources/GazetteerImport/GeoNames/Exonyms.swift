/// Names of places in the languages of briefs, and the places that they turn out to belong to.
///
/// They belong to the place of their country that bears one of the two names, or else another spelling: a populated one
/// before a region, a larger one before a smaller one.
struct Exonyms {
  /// One line of the file.
  struct Exonym: Sendable {
    var english: String
    var country: String
    var italian: String
    var italianIn: String
    var spellings: [String]
  }

  private struct Owner {
    var place: UInt64
    var isPopulated: Bool
    var population: UInt64
    var bearsItself: Bool
    var isSpelling: Bool
  }

  private struct Key {
    var position: Int
    var isSpelling: Bool
  }

  private let fold: NameFold
  private(set) var all: [Exonym] = []
  private var positions: [[UInt8]: [Key]] = [:]
  private var owners: [Owner?] = []
  private var byPlace: [UInt64: Int] = [:]

  var isEmpty: Bool { all.isEmpty }

  /// Those that belong to no place.
  var unused: [Exonym] { all.indices.filter { owners[$0] == nil }.map { all[$0] } }

  /// No names.
  init(_ fold: NameFold) {
    self.fold = fold
  }

  /// Reads a file: English name, country code, Italian name, its word for *in*, other spellings between `;`.
  init(_ path: String, fold: NameFold, log: ImportLog) throws(ImportError) {
    self.fold = fold
    var file = try InputFile(path, log: log)
    var cells = Cells()
    while let line = try file.next() {
      guard !line.isEmpty, line.first != UInt8(ascii: "#") else { continue }
      cells.cut(line)
      if cells[0].isEqual(to: "english") { continue }
      guard line.isText, (3...5).contains(cells.count), cells[1].trimmed.count == 2, !cells[0].trimmed.isEmpty,
        !cells[2].trimmed.isEmpty
      else {
        try log.leaveOut(
          ImportError(
            file: file.name, line: file.line, "The line does not give English name, country and Italian name.",
            "Write: english, country code, italian, it_in, spellings between ;, with tabs between the cells."))
        continue
      }
      func text(_ index: Int) -> String { String(decoding: cells[index].trimmed, as: UTF8.self) }
      let spellings = text(4).split(separator: ";").map { String($0) }
      try add(
        Exonym(english: text(0), country: text(1), italian: text(2), italianIn: text(3), spellings: spellings))
    }
  }

  private mutating func add(_ exonym: Exonym) throws(ImportError) {
    var seen: Set<[UInt8]> = []
    for (index, name) in ([exonym.english, exonym.italian] + exonym.spellings).enumerated() {
      let folded = try fold.fold(name)
      guard seen.insert(folded).inserted else { continue }
      positions[Array(exonym.country.utf8) + folded, default: []].append(
        Key(position: all.count, isSpelling: index > 1))
    }
    all.append(exonym)
    owners.append(nil)
  }

  /// Looks whether a place bears one of the names. Call for each place once, then ``settle()``.
  mutating func consider(_ place: GeoNamesPlace) throws(ImportError) {
    guard !isEmpty else { return }
    try consider(place.name, of: place, isItself: true)
    try consider(place.asciiName, of: place, isItself: true)
    var alternates = Cells()
    alternates.cut(place.alternates, at: UInt8(ascii: ","))
    for index in 0..<alternates.count { try consider(alternates[index], of: place, isItself: false) }
  }

  private mutating func consider(_ name: Bytes, of place: GeoNamesPlace, isItself: Bool) throws(ImportError) {
    guard !name.isEmpty, let found = positions[Array(place.country) + (try fold.fold(Array(name)))] else { return }
    for key in found {
      let owner = Owner(
        place: place.id, isPopulated: place.isPopulated, population: place.population, bearsItself: isItself,
        isSpelling: key.isSpelling)
      if owners[key.position].map({ Self.goesBefore(owner, $0) }) ?? true { owners[key.position] = owner }
    }
  }

  private static func goesBefore(_ first: Owner, _ second: Owner) -> Bool {
    if first.isSpelling != second.isSpelling { return second.isSpelling }
    if first.isPopulated != second.isPopulated { return first.isPopulated }
    // A suburb may list the city's name among its own, and a village may bear it: size decides.
    if first.population != second.population { return first.population > second.population }
    if first.bearsItself != second.bearsItself { return first.bearsItself }
    return first.place < second.place
  }

  /// Ends the search: each place keeps the first name that belongs to it.
  mutating func settle() {
    for (position, owner) in owners.enumerated() {
      guard let owner, byPlace[owner.place] == nil else { continue }
      byPlace[owner.place] = position
    }
  }

  /// The names of a place.
  func names(of place: UInt64) -> Exonym? { byPlace[place].map { all[$0] } }
}
