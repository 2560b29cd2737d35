import Instrumentation

/// One item on its way out of `work/`.
struct Job: Sendable {
  enum Kind: Sendable {
    case deliver(Delivery)
    case reject(Rejection)
    case putBack(failure: FailureClass, delay: Duration)
    /// Its original is gone; what is left of the item is cleared away.
    case forget(SpoolError)
  }

  let claimed: Claimed
  let kind: Kind
  /// Whether a delivery was turned into this rejection.
  var isDowngraded = false
  let completion: @Sendable (Settlement) -> Void

  /// Bytes that it writes, for the probe of a full disk.
  var bytes: Int {
    if case .deliver(let delivery) = kind { return delivery.outputs.reduce(0) { $0 + $1.bytes.count } }
    return 1_024
  }
}
