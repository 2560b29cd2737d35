internal import Analysis
public import Configuration
internal import Glibc

/// What the command found around itself: configuration and the folders to look in.
public struct Surroundings: Sendable {
  /// The configuration in force, with spool and options already decided.
  public var configuration: ServiceConfiguration
  /// The configuration file that was read; nil if there is none.
  public var configurationFile: String?
  /// The folders to look for pipelines in, the first one first.
  public var pipelineFolders: [String]

  /// The names that a `[stages.…]` table may bear.
  public static let stageNames = AnalysisStep.allCases.map(\.rawValue)

  /// Reads the configuration and decides by `Places` where things are.
  ///
  /// A file named by `configurationOption` must exist; the usual one need not. `spoolOption` and `pipelinesOption` are
  /// the values of `--spool` and `--pipelines`.
  public static func find(
    configurationOption: String?, spoolOption: String?, pipelinesOption: String?
  ) throws(ServiceError) -> Surroundings {
    var configuration = ServiceConfiguration()
    var file: String?
    let path = configurationOption ?? Places.configurationFile
    if configurationOption != nil || Disk.kind(of: path) != .nothing {
      configuration = try read(path)
      file = path
    }
    let environment = self.environment()
    configuration.spool = Places.spool(option: spoolOption, environment: environment, configuration: configuration)
    let folders = Places.pipelineFolders(
      option: pipelinesOption, environment: environment, configuration: configuration,
      executable: Disk.linkTarget(of: "/proc/self/exe") ?? "/usr/bin/dispaccio",
      exists: { Disk.kind(of: $0) == .file })
    return Surroundings(configuration: configuration, configurationFile: file, pipelineFolders: folders)
  }

  private static func read(_ path: String) throws(ServiceError) -> ServiceConfiguration {
    var bytes: [UInt8]
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
