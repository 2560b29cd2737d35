import Lexicons

/// A line of a text with what its look says.
struct Line {
  /// How a line ends, closing quotes and parentheses left aside.
  enum Ending {
    /// No mark, as titles do.
    case open
    case stop
    /// A question mark, an exclamation mark or three dots.
    case question
    /// A comma, a colon or a semicolon.
    case pause
  }

  enum Look { case text, item, heading, furniture, blank }

  var range: Range<Int>
  var look = Look.text
  var role: LineReader.Role?
  var isAfterBlank = false
  var isDateline = false
  var ending = Ending.open
  /// The number of characters.
  var width = 0
  /// The width of the first word.
  var firstWord = 0
  var startsSmall = false
  var isCaps = false
  /// Ends within an open quotation or parenthesis, or in a small word that a name must follow.
  var isUnfinished = false
  /// Ends in a letter and a hyphen.
  var isCutWord = false
  /// A full stop stands inside, before a capital.
  var hasInnerStop = false

  var isText: Bool { look == .text }
}

extension Line {
  /// Reads the look of a line whose range and marks are known.
  mutating func readLook(in text: UnsafeBufferPointer<UInt8>) {
    ending = Self.ending(of: range, in: text)
    var hasSmall = false
    var hasCapital = false
    var isFirstWord = true
    var open = 0
    var stopBefore = false
    var spaceAfterStop = false
    var lastWord = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      width += 1
      // Most of a text is small letters.
      if text[offset] >= 0x61, text[offset] <= 0x7A {
        if isFirstWord { firstWord += 1 }
        lastWord += 1
        hasSmall = true
        stopBefore = false
        spaceAfterStop = false
        offset += 1
        continue
      }
      let (value, length) = scalar(at: offset, in: text)
      let sort = mark(of: value)
      if sort == .space {
        isFirstWord = false
        spaceAfterStop = stopBefore
        lastWord = 0
      } else {
        if isFirstWord { firstWord += 1 }
        lastWord += 1
        let isUpper = Letter.isUpper(value)
        if isUpper && spaceAfterStop { hasInnerStop = true }
        hasCapital = hasCapital || isUpper
        hasSmall = hasSmall || Letter.isLower(value)
        if sort != .quote, sort != .openQuote, sort != .closeQuote { spaceAfterStop = false }
        switch sort {
        case .stop: stopBefore = value == 0x2E && lastWord > 3
        case .closeQuote, .closeParenthesis:
          open = max(0, open - 1)
        case .openQuote, .openParenthesis:
          open += 1
          stopBefore = false
        case .quote: break
        default: stopBefore = false
        }
      }
      offset += length
    }
    isCaps = hasCapital && !hasSmall
    startsSmall = Self.startsSmall(range, in: text)
    isUnfinished = open > 0
    isCutWord = Self.isCutWord(range, in: text)
  }

  /// Whether a line begins with a small letter that is no part of a name such as "al-Shabaab".
  private static func startsSmall(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !range.isEmpty, Letter.isLower(scalar(at: range.lowerBound, in: text).value) else { return false }
    var offset = range.lowerBound
    while offset < range.upperBound, offset - range.lowerBound <= 4 {
      let (value, length) = scalar(at: offset, in: text)
      if mark(of: value) == .hyphen || mark(of: value) == .apostrophe, offset + length < range.upperBound {
        return !Letter.isUpper(scalar(at: offset + length, in: text).value)
      }
      offset += length
    }
    return true
  }

  private static func isCutWord(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = range.upperBound - 1
    while start > range.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
    guard start > range.lowerBound else { return false }
    let value = scalar(at: start, in: text).value
    // "¬" stands for a soft hyphen in what some programs write.
    guard mark(of: value) == .hyphen || value == 0xAC else { return false }
    return text[start - 1] >= 0x80 || (text[start - 1] | 0x20 >= 0x61 && text[start - 1] | 0x20 <= 0x7A)
  }

  static func ending(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Ending {
    var offset = range.upperBound
    // Behind a closing quote or parenthesis the mark before it decides.
    for _ in 0..<3 {
      guard offset > range.lowerBound else { return .open }
      var start = offset - 1
      while start > range.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
      let value = scalar(at: start, in: text).value
      switch mark(of: value) {
      case .stop:
        let isDotted = start > range.lowerBound && text[start - 1] == UInt8(ascii: ".")
        return value == 0x2E && !isDotted ? .stop : .question
      case .colon, .semicolon, .comma: return .pause
      case .closeQuote, .quote, .closeParenthesis, .apostrophe: offset = start
      default: return .open
      }
    }
    return .open
  }
}
