/// One word of a text as identifying needs it.
struct Word {
  /// Lower case, UTF-8; an elided word ends with `'`.
  var letters: [UInt8] = []

  /// Whether it is written with a capital first letter.
  var isCapitalized = false

  /// Whether it follows the end of a sentence or a line, or begins the text: there a capital says nothing.
  var isFirst = false
}

/// The words of a Latin text and the scripts of all its letters, in one walk.
struct Words {
  private(set) var words: [Word] = []

  /// Letters of each script, by the script's raw value.
  private(set) var letters = [Int](repeating: 0, count: Script.allCases.count)

  /// Letters that only some languages of a script write, by the language.
  private(set) var ukrainian = 0
  private(set) var russian = 0
  private(set) var persian = 0
  private(set) var urdu = 0

  private var word = Word()
  private var isAtStart = true

  init(_ text: some Sequence<UInt8>) {
    var decoder = UTF8()
    var bytes = text.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): read(scalar)
      case .error: endWord()
      case .emptyInput:
        endWord()
        return
      }
    }
  }

  /// How many letters there are.
  var count: Int { letters.reduce(0, +) }

  private mutating func read(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      switch UInt8(value) {
      case 0x61...0x7A: append(UInt8(value))
      case 0x41...0x5A:
        if word.letters.isEmpty { word.isCapitalized = true }
        append(UInt8(value) | 0x20)
      case 0x27: endWord(elided: true)
      case 0x21, 0x2E, 0x3A, 0x3F, 0x0A:
        endWord()
        isAtStart = true
      default: endWord()
      }
    } else if value == 0x2019 || value == 0x2BC {
      endWord(elided: true)
    } else if value != 0xAD, let script = Script(value) {
      letters[script.rawValue] += 1
      if script == .latin { append(scalar) } else { note(value, script) }
    } else if value != 0xAD {
      endWord()
    }
  }

  private mutating func append(_ letter: UInt8) {
    letters[Script.latin.rawValue] += 1
    word.letters.append(letter)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.properties.isUppercase {
      if word.letters.isEmpty { word.isCapitalized = true }
      word.letters.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    } else {
      word.letters.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
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
    guard !word.letters.isEmpty else { return }
    if elided { word.letters.append(0x27) }
    word.isFirst = isAtStart
    isAtStart = false
    words.append(word)
    word = Word()
  }
}
