/// One word of a text as identifying needs it.
struct Word {
  /// Where its letters stand in ``Words/letters``: lower case, UTF-8; an elided word ends with `'`.
  var range: Range<Int>

  /// The hash of the letters.
  var hash: UInt64

  /// Whether it is written with a capital first letter.
  var isCapitalized: Bool

  /// Whether it follows the end of a sentence or a line, or begins the text: there a capital says nothing.
  var isFirst: Bool
}

/// The words of a Latin text and the scripts of all its letters, in one walk.
struct Words {
  private(set) var words: [Word] = []

  /// The letters of all words, one after another.
  private(set) var letters: [UInt8] = []

  /// How many letters each script has, by the script's raw value.
  private(set) var scripts = [Int](repeating: 0, count: Script.allCases.count)

  /// Letters that only some languages of a script write, by the language.
  private(set) var ukrainian = 0
  private(set) var russian = 0
  private(set) var persian = 0
  private(set) var urdu = 0

  private var latin = 0
  private var start = 0
  private var hash = WordHash()
  private var isCapitalized = false
  private var isAtStart = true

  init(_ text: ArraySlice<UInt8>) {
    letters.reserveCapacity(text.count + 8)
    words.reserveCapacity(text.count / 5 + 4)
    text.withUnsafeBufferPointer { read($0) }
    endWord()
    scripts[Script.latin.rawValue] = latin
  }

  /// How many letters there are.
  var count: Int { scripts.reduce(0, +) }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        read(ascii: byte)
        at += 1
      } else if let (scalar, length) = Self.scalar(at: at, in: text) {
        read(scalar)
        at += length
      } else {
        endWord()
        at += 1
      }
    }
  }

  /// The well-formed scalar at a byte outside of ASCII.
  private static func scalar(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, length: Int)? {
    let lead = UInt32(text[start])
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead < 0xF5, start + length <= text.count else { return nil }
    var value = lead & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = UInt32(text[start + offset])
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | next & 0x3F
    }
    guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return (scalar, length)
  }

  @inline(__always)
  private mutating func read(ascii byte: UInt8) {
    switch byte {
    case 0x61...0x7A: append(byte)
    case 0x41...0x5A:
      if letters.count == start { isCapitalized = true }
      append(byte | 0x20)
    case 0x27, 0x60: endWord(elided: true)
    case 0x21, 0x2E, 0x3A, 0x3F, 0x0A:
      endWord()
      isAtStart = true
    default: endWord()
    }
  }

  @inline(__always)
  private mutating func append(_ letter: UInt8) {
    latin += 1
    letters.append(letter)
    hash.add(letter)
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if Self.isApostrophe(value) {
      endWord(elided: true)
    } else if value != 0xAD, let script = Script(value) {
      if script == .latin {
        append(scalar)
      } else {
        scripts[script.rawValue] += 1
        note(value, script)
      }
    } else if value != 0xAD {
      endWord()
    }
  }

  /// What is typed for an apostrophe.
  private static func isApostrophe(_ value: UInt32) -> Bool {
    switch value {
    case 0xB4, 0x2B9...0x2BF, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: true
    default: false
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    latin += 1
    let first = letters.count
    let value = scalar.value
    if value >= 0xDF, value <= 0xFF {
      letters.append(0xC3)
      letters.append(UInt8(0x80 | value & 0x3F))
    } else if scalar.properties.isUppercase {
      if first == start { isCapitalized = true }
      letters.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    } else {
      letters.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
    for index in first..<letters.count { hash.add(letters[index]) }
  }

  private mutating func note(_ value: UInt32, _ script: Script) {
    endWord()
    switch value {
    case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491: ukrainian += 1
    case 0x42A, 0x42B, 0x42D, 0x44A, 0x44B, 0x44D, 0x401, 0x451: russian += 1
    case 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC: persian += 1
    case 0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6C1, 0x6D2: urdu += 1
    default: break
    }
  }

  private mutating func endWord(elided: Bool = false) {
    guard letters.count > start else { return }
    if elided {
      letters.append(0x27)
      hash.add(0x27)
    }
    words.append(
      Word(range: start..<letters.count, hash: hash.value, isCapitalized: isCapitalized, isFirst: isAtStart))
    isAtStart = false
    isCapitalized = false
    hash = WordHash()
    start = letters.count
  }
}
