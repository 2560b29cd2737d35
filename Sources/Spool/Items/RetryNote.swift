import Instrumentation

/// What `retry.json` says of an item that waits in `deferred/`.
struct RetryNote: Equatable {
  static let fileName = "retry.json"

  let attempt: Int
  let notBefore: WallTime
  /// Why it waits; nil when an operator asked for it.
  let failure: FailureClass?

  init(attempt: Int, notBefore: WallTime, failure: FailureClass?) {
    self.attempt = attempt
    self.notBefore = notBefore
    self.failure = failure
  }

  init?(_ bytes: [UInt8]) {
    guard let object = FlatObject(bytes), let attempt = object.number("attempt"),
      let notBefore = object.text("not_before").flatMap(WallTime.init(iso8601:))
    else { return nil }
    self.init(
      attempt: attempt, notBefore: notBefore, failure: object.text("class").flatMap(FailureClass.init(rawValue:)))
  }

  var bytes: [UInt8] {
    var fields = Fields()
    fields.add("attempt", attempt)
    fields.add("not_before", notBefore.iso8601)
    fields.add("class", failure?.rawValue)
    var line: [UInt8] = []
    FlatJSONWriter.append(fields, to: &line)
    line.append(0x0a)
    return line
  }
}
