/// The program's own version.
public enum DispaccioVersion {
  /// As `--version` prints it.
  public static let current = "0.1.0"
}
