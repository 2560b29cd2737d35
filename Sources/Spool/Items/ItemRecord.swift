import Instrumentation

/// What `item.json` says of an item: how it came, so that a later run knows as much as this one.
struct ItemRecord: Equatable {
  static let fileName = Array("item.json".utf8)

  var ticket: String
  var path: [UInt8]
  var pipeline: String?
  var size: Int
  var received: WallTime
  var firstSeen: WallTime
  /// Whether an operator wants it done (again); no part of `item.json`, for `retry.json` tells it.
  var isAskedFor = false

  var name: [UInt8] {
    guard let slash = path.lastIndex(of: 0x2f) else { return path }
    return Array(path[(slash + 1)...])
  }

  /// One line of JSON. The path stands there twice: as base64, since it is any bytes, and readable.
  var bytes: [UInt8] {
    var fields = Fields()
    fields.add("ticket", ticket)
    fields.add("path", EscapedName.text(path))
    fields.add("path_base64", Base64.text(path))
    fields.add("pipeline", pipeline)
    fields.add("bytes", size)
    fields.add("received", received.iso8601)
    fields.add("first_seen", firstSeen.iso8601)
    var line: [UInt8] = []
    FlatJSONWriter.append(fields, to: &line)
    line.append(0x0a)
    return line
  }

  init(ticket: String, path: [UInt8], pipeline: String?, size: Int, received: WallTime, firstSeen: WallTime) {
    self.ticket = ticket
    self.path = path
    self.pipeline = pipeline
    self.size = size
    self.received = received
    self.firstSeen = firstSeen
  }

  /// Reads what ``bytes`` writes; nil for a torn or foreign file.
  init?(ticket: String, bytes: [UInt8]) {
    guard let object = FlatObject(bytes), let path = object.text("path_base64").flatMap(Base64.bytes),
      let received = object.text("received").flatMap(WallTime.init(iso8601:))
    else { return nil }
    self.ticket = ticket
    self.path = path
    pipeline = object.text("pipeline")
    size = object.number("bytes") ?? 0
    self.received = received
    firstSeen = object.text("first_seen").flatMap(WallTime.init(iso8601:)) ?? received
  }
}
