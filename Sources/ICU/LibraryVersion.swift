internal import CICU

/// The ICU library that this process has loaded.
public enum LibraryVersion {
  /// Major and minor number, such as `72.1`.
  public static var icu: String { String(cString: cicu_version()) }
}
