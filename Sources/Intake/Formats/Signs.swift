/// How many of a text's first bytes are signs that prose seldom has.
struct Signs {
  /// Whether the text has more of them than ordinary prose.
  let areOdd: Bool
  /// Whether it has so many that hardly any prose can be among them.
  let areVeryOdd: Bool

  /// So much of a text is looked at.
  static let reach = 65_536

  /// One pass over the first 64 KiB.
  init(of text: UnsafeBufferPointer<UInt8>) {
    let count = min(text.count, Self.reach)
    var odd = 0
    var spaces = 0
    var angles = 0
    var tight = 0
    var digits = 0
    var last: UInt8 = 0
    Self.kinds.withUnsafeBufferPointer { kinds in
      for index in 0..<count {
        let byte = text[index]
        let kind = kinds[Int(byte)]
        odd += Int(kind & 1)
        spaces += Int((kind >> 1) & 1)
        angles += Int((kind >> 2) & 1)
        // A comma and no space behind it, as in a table; "1,000" is a number.
        tight += Int(last & (kind >> 4) & 1)
        digits += Int(kind >> 5)
        last = kind >> 3
      }
    }
    var first = 0
    while first < count, text[first] <= 0x20 { first += 1 }
    let opensOddly = first < count && Self.openers.contains(text[first])
    let isDense = spaces * 14 < count
    areOdd =
      opensOddly || odd * 70 > count || angles > 1 || isDense || digits * 3 > count || tight > 1 && tight * 150 > count
      || count < 400 && odd > 0 || Self.hasField(text, first)
    areVeryOdd = odd * 10 > count || angles * 40 > count
  }

  /// Bit 0: odd; bit 1: space; bit 2: an angle; bit 3: a comma; bit 4: a letter or a quotation mark; bit 5:
  /// a digit.
  private static let kinds: [UInt8] = {
    var kinds = [UInt8](repeating: 0, count: 256)
    for byte in "{}[]=\\|@_~`$^#;>*/&%+:\t".utf8 { kinds[Int(byte)] = 1 }
    kinds[0x20] = 2
    kinds[0x0A] = 2
    kinds[0x3C] = 5
    kinds[0x2C] = 8
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      kinds[Int(byte)] = 16
      kinds[Int(byte & 0xDF)] = 16
    }
    kinds[0x22] = 16
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { kinds[Int(byte)] = 32 }
    return kinds
  }()

  private static let openers = Set("{[<#%@/\\-&!|:$*=+;~`".utf8)

  /// Whether the first line is a name and a colon, as in a mail, or begins one of the formats that open with a word.
  private static func hasField(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    for index in start..<min(text.count, start + 40) {
      switch text[index] {
      case UInt8(ascii: ":"): return index > start
      case 0x0A, 0x0D: return false
      default: continue
      }
    }
    return text[start...].starts(with: "From ".utf8) || text[start...].starts(with: "begin ".utf8)
  }
}
