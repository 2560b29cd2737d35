internal import ICU

/// Codes of countries by their English names.
struct CountryCodes {
  private let fold: NameFold
  private var codes: [[UInt8]: String] = [:]

  /// Knows the names of CLDR and those that the United Nations use.
  init(_ fold: NameFold) throws(ImportError) {
    self.fold = fold
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(Unicode.Scalar($0)) }
    for first in letters {
      for second in letters {
        let code = first + second
        // What CLDR has no name for is given back as the code.
        guard let name = try? RegionNames.name(code, locale: "en"), name != code else { continue }
        codes[try fold.fold(name)] = code
      }
    }
    for (name, code) in Self.official { codes[try fold.fold(name)] = code }
  }

  /// The code of a country.
  func code(of name: String) throws(ImportError) -> String? { codes[try fold.fold(name)] }

  private static let official = [
    "Bolivia (Plurinational State of)": "BO", "Bosnia and Herzegovina": "BA", "Brunei Darussalam": "BN",
    "Congo": "CG", "Cote d'Ivoire": "CI", "Czech Republic": "CZ", "Democratic People's Republic of Korea": "KP",
    "Democratic Republic of the Congo": "CD", "Iran (Islamic Republic of)": "IR",
    "Lao People's Democratic Republic": "LA",
    "Libyan Arab Jamahiriya": "LY", "Myanmar": "MM", "Palestine": "PS", "Palestinian": "PS", "Republic of Korea": "KR",
    "Republic of Moldova": "MD", "Russian Federation": "RU", "State of Palestine": "PS", "Syrian Arab Republic": "SY",
    "Trinidad and Tobago": "TT", "Turkey": "TR", "United Kingdom of Great Britain and Northern Ireland": "GB",
    "United Republic of Tanzania": "TZ", "United States of America": "US", "Venezuela (Bolivarian Republic of)": "VE",
    "Viet Nam": "VN",
  ]
}
