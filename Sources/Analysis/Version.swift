/// The version of the program.
public enum Version {
  /// Semantic version; it stands in every record.
  public static let current = "0.1.0"
}
