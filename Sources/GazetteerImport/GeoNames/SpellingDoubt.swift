/// Which spellings of a place of GeoNames a paper would mean something else by.
///
/// GeoNames gathers whatever a place was ever called, by anybody: *Turner* for West Chicago, *North* for North Salt Lake,
/// *More* for a town in Cameroon. Printed by themselves these are people and words.
struct SpellingDoubt {
  /// Where the name on the map is what papers print, and the others are of the past.
  private static let english: Set<String> = ["AU", "CA", "GB", "IE", "NZ", "US"]

  private let fold: NameFold
  private let names: [[UInt8]]
  /// The names without an Arabic article.
  private let bare: [[UInt8]]
  private let population: UInt64
  private let mustResemble: Bool

  /// The doubts about spellings of a place with these names.
  init(names: [String], country: String, population: UInt64, fold: NameFold) throws(ImportError) {
    self.fold = fold
    self.names = try names.map { (name) throws(ImportError) in try fold.fold(name) }
    bare = try names.compactMap { ArabicArticle.bare($0, country: country) }
      .map { (name) throws(ImportError) in try fold.fold(name) }
    self.population = population
    mustResemble = Self.english.contains(country)
  }

  /// Whether a spelling is better left out.
  func applies(to spelling: Bytes) throws(ImportError) -> Bool {
    guard AliasRules.script(of: spelling) == .latin else { return false }
    let folded = try fold.fold(Array(spelling))
    // Short ones are words of some language.
    let letters = folded.count { $0 & 0xC0 != 0x80 && $0 != 0x20 }
    if letters < (population < 100_000 ? 5 : 4) { return true }
    let isPart =
      !folded.contains(0x20)
      && names.contains { name in
        let words = name.split(separator: 0x20)
        return words.count > 1 && words.contains(folded[...])
      }
    if isPart, !bare.contains(folded), population < 1_000_000 { return true }
    return mustResemble && !names.contains { Self.resemblance($0, folded) >= 50 }
  }

  /// The share of pairs of letters that two names have in common, in hundredths.
  static func resemblance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    let pairs = [first, second].map { name in Set(zip(name, name.dropFirst()).map { UInt16($0) << 8 | UInt16($1) }) }
    let all = pairs[0].count + pairs[1].count
    return all == 0 ? 0 : 200 * pairs[0].intersection(pairs[1]).count / all
  }
}
