/// Subtitles: two times and an arrow before each line that is spoken.
enum Subtitles {
  /// Times with an arrow between, about one for each two or three lines.
  static func format(_ head: Head) -> TextFormat? {
    let arrows = head.lines.count { line in
      line.has(" --> ") && (line.fits("00:00:00") || line.fits("0:00:00") || line.fits("00:00."))
    }
    return arrows >= 1 && arrows * 8 >= head.lines.count ? .subtitles : nil
  }
}
