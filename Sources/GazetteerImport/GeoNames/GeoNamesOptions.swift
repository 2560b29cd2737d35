/// What an import of GeoNames takes and how much of it.
public struct GeoNamesOptions: Sendable {
  /// Tables of 19 columns: `cities15000.txt`, `allCountries.txt`, `IT.txt`.
  public var places: [String]
  /// `alternateNamesV2.txt`: names by language, instead of those in the places' own fourth column.
  public var alternates: String?
  /// `admin1CodesASCII.txt`: the first divisions, which become parents, and rows where the places have none of them.
  public var divisions: String?
  /// Tables of the gazetteer's own, whose first divisions become parents where `divisions` is not given.
  public var regions: [String] = []
  /// `countryInfo.txt`: the codes of countries that there are.
  public var countries: String?
  /// Names in the languages of briefs: English, country, Italian, its word for *in*, other spellings.
  public var exonyms: String?
  /// Populated places with fewer inhabitants are left out.
  public var minPopulation: UInt64 = 0
  /// Feature classes (`P`) and codes (`AIRP`) to take; all that have a name in the gazetteer if this is empty.
  public var features: Set<String> = []
  /// The most spellings of one place.
  public var maxAliases = 40
  /// Spellings in other scripts than the Latin one only for places with at least so many inhabitants.
  public var otherScriptsFrom: UInt64 = 0

  /// Takes all of some tables.
  public init(places: [String]) {
    self.places = places
  }
}
