internal import FoundationEssentials
public import ServiceSetup

/// Lines of the control socket's protocol.
public enum ControlLine {
  /// A value as one JSON object in one line.
  public static func encode(_ value: some Encodable) throws(ServiceError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value)) + [10]
    } catch {
      throw ServiceError(.software, at: nil, "A message cannot be encoded: \(error).", "Please report this.")
    }
  }
}
