import Instrumentation

/// What `drop.json` says of an item that an operator dropped.
struct DropNote {
  static let fileName = "drop.json"

  let reason: String
  let by: String
  let time: WallTime

  var bytes: [UInt8] {
    var fields = Fields()
    fields.add("reason", reason)
    fields.add("by", by)
    fields.add("when", time.iso8601)
    var line: [UInt8] = []
    FlatJSONWriter.append(fields, to: &line)
    line.append(0x0a)
    return line
  }
}
