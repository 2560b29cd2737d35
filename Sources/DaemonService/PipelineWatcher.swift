/// Decides from looks at the pipelines' files when to load them anew: after a change, once two looks in a row show the
/// same. A state machine without a clock.
struct PipelineWatcher {
  private var inUse: [String]
  private var last: [String]

  /// `inUse` is what a look showed when the files were loaded.
  init(inUse: [String]) {
    self.inUse = inUse
    last = inUse
  }

  /// Takes note of a look; true when it is time to load.
  mutating func saw(_ trace: [String]) -> Bool {
    defer { last = trace }
    guard trace != inUse, trace == last else { return false }
    // Good or bad, this is what will have been tried: bad files are not tried again until they change.
    inUse = trace
    return true
  }
}
