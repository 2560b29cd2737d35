internal import Configuration
public import ServiceSetup
internal import Spool

extension EffectiveSettings {
  /// All settings in force as TOML, what is left alone included: defaults that another part knows are filled in.
  public var effectiveText: String {
    var effective = configuration
    effective.ignoreUsual = configuration.ignoreUsual ?? IgnorePatterns.usual
    return effective.tomlText
  }
}
