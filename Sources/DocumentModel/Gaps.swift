extension String {
  /// The text with the first place of a gap such as `{name}` filled; the text as it is where it has none. Compares bytes, so
  /// it costs no more than a walk over them.
  public func filling(_ gap: String, with words: String) -> String {
    let (text, sign) = (utf8, gap.utf8)
    guard let first = sign.first else { return self }
    var start = text.startIndex
    while let place = text[start...].firstIndex(of: first) {
      if text[place...].starts(with: sign) {
        return self[..<place] + words + self[text.index(place, offsetBy: sign.count)...]
      }
      start = text.index(after: place)
    }
    return self
  }
}
