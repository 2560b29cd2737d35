/// Where things are found at run time: an option goes before the environment, that before the file, that before the
/// default. Pure rules; whoever asks tells what exists.
public enum Places {
  /// The configuration file when no option names one; it need not exist.
  public static let configurationFile = "/etc/dispaccio/dispaccio.toml"
  /// The environment variable that names the spool.
  public static let spoolVariable = "DISPACCIO_SPOOL"
  /// The environment variable that names the folder of pipelines.
  public static let pipelinesVariable = "DISPACCIO_PIPELINES"

  /// The spool's root folder.
  public static func spool(
    option: String?, environment: [String: String], configuration: ServiceConfiguration
  ) -> String {
    option ?? environment[spoolVariable].flatMap { $0.isEmpty ? nil : $0 } ?? configuration.spool
  }

  /// The folders to look for a pipeline in, the first one first.
  ///
  /// A folder that was named (by option, environment or file) is the only one. Else: `/etc/dispaccio/pipelines`, then
  /// beside the real `executable` (`../share/dispaccio/pipelines`, or `pipelines` in the nearest parent that `exists`
  /// says holds a `Package.swift`), then `/usr/share/dispaccio/pipelines`.
  public static func pipelineFolders(
    option: String?, environment: [String: String], configuration: ServiceConfiguration, executable: String,
    exists: (String) -> Bool
  ) -> [String] {
    let variable = environment[pipelinesVariable].flatMap { $0.isEmpty ? nil : $0 }
    if let named = option ?? variable ?? configuration.pipelines { return [named] }
    var folders = ["/etc/dispaccio/pipelines"]
    var parents: [String] = []
    var rest = executable[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      parents.append(String(rest))
    }
    if parents.count > 1 { folders.append(parents[1] + "/share/dispaccio/pipelines") }
    if let checkout = parents.first(where: { exists($0 + "/Package.swift") }) {
      folders.append(checkout + "/pipelines")
    }
    let shared = "/usr/share/dispaccio/pipelines"
    if !folders.contains(shared) { folders.append(shared) }
    return folders
  }
}
