public import ServiceSetup
public import Spool

extension ServiceError {
  /// What a spool says was wrong, with the status to end with.
  public init(_ error: SpoolError) {
    let status: ExitStatus =
      switch error.kind {
      case .locked: .tryLater
      case .permission: .noPermission
      case .layout: .configuration
      default: .system
      }
    self.init(status, at: error.subject, "While \(error.operation): \(error.reason).", error.remedy)
  }
}
