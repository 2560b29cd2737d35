/// Times as people write them in a setting or an option.
public enum Seconds {
  /// Reads `2`, `0.5`, `500ms`, `2s`, `5m`, `1h` as seconds; nil for anything else, and for what is below zero.
  public static func parse(_ text: String) -> Double? {
    let units: [(suffix: String, factor: Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)]
    let unit = units.first { text.hasSuffix($0.suffix) }
    let digits = text.dropLast(unit?.suffix.count ?? 0)
    guard let first = digits.first, first.isASCII, first.isNumber else { return nil }
    guard let number = Double(digits), number.isFinite else { return nil }
    return number * (unit?.factor ?? 1)
  }

  /// Seconds without needless decimals: `2`, `0.5`.
  public static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() && abs(seconds) < 1e15 ? "\(Int(seconds))" : "\(seconds)"
  }
}
