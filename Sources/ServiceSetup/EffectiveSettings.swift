internal import Analysis
public import Configuration
internal import Glibc

/// What the command found around itself: configuration and the folders to look in.
public struct EffectiveSettings: Sendable {
  /// The configuration in force, with spool and options already decided.
  public var configuration: ServiceConfiguration
  /// The configuration file that was read; nil if there is none.
  public var configurationFile: String?
  /// The folders to look for pipelines in, the first one first.
  public var pipelineFolders: [String]

  /// The names that a `[stages.…]` table may bear.
  public static let stageNames = AnalysisStep.allCases.map(\.rawValue)

  /// The spool's root folder.
  public var spool: String { configuration.spool }

  /// The folder of the control socket, where an option names it.
  public var runtimeDirectory: String? { overrides.runtimeDirectory }

  private var overrides: Overrides

  /// Reads the configuration and decides by `Places` where things are.
  ///
  /// A file named by option must exist; the usual one need not.
  public static func find(_ overrides: Overrides) throws(ServiceError) -> EffectiveSettings {
    let usual = Disk.kind(of: Places.configurationFile) == .nothing ? nil : Places.configurationFile
    let file = overrides.configurationFile ?? usual
    let environment = self.environment()
    let configuration = overrides.applied(to: try read(file), environment: environment)
    let folders = Places.pipelineFolders(
      option: overrides.pipelines, environment: environment, configuration: configuration,
      executable: Disk.linkTarget(of: "/proc/self/exe") ?? "/usr/bin/dispaccio",
      exists: { Disk.kind(of: $0) == .file })
    return EffectiveSettings(
      configuration: configuration, configurationFile: file, pipelineFolders: folders, overrides: overrides)
  }

  /// The configuration as its file says now, with what options and environment had decided before: for a reload.
  public func configurationOnDisk() throws(ServiceError) -> ServiceConfiguration {
    overrides.applied(to: try Self.read(configurationFile), environment: Self.environment())
  }

  private static func read(_ path: String?) throws(ServiceError) -> ServiceConfiguration {
    guard let path else { return ServiceConfiguration() }
    // A device such as /dev/null stands for an empty file: so the usual file can be switched off.
    if Disk.kind(of: path) == .other { return ServiceConfiguration() }
    let bytes: [UInt8]
    do throws(ServiceError) {
      bytes = try Disk.read(Array(path.utf8), limit: 1 << 20)
    } catch {
      throw ServiceError(.configuration, at: error.place, error.message, error.remedy)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ServiceError(.configuration, at: path, "The file is not UTF-8.", "Save it as UTF-8.")
    }
    do throws(ConfigurationError) {
      return try ServiceConfiguration.parse(text, file: path, stageNames: stageNames)
    } catch {
      throw ServiceError(error)
    }
  }

  private static func environment() -> [String: String] {
    var values: [String: String] = [:]
    for name in [Places.spoolVariable, Places.pipelinesVariable] {
      values[name] = getenv(name).map { String(cString: $0) }
    }
    return values
  }
}
