extension ServiceConfiguration {
  /// All values as a TOML text that `parse` reads back to an equal value: what is in force, defaults included.
  public var tomlText: String {
    var lines = placeLines + inboxLines
    lines += [
      "durability = \(Self.quoted(durability.rawValue))",
      "statistics_interval = \(Seconds.text(statisticsInterval))",
      "drain_deadline = \(Seconds.text(drainDeadline))",
      "reserve_bytes = \(reserveBytes)",
      "reserve_inodes = \(reserveInodes)",
      "probe_interval = \(Seconds.text(probeInterval))",
      "keep_done_days = \(keepDoneDays)",
      "watch_pipelines = \(watchPipelines)",
      "log_format = \(Self.quoted(logFormat.rawValue))",
      "log_level = \(Self.quoted(logLevel.rawValue))",
      metricsFile.map { "metrics_file = \(Self.quoted($0))" } ?? "# metrics_file = $RUNTIME_DIRECTORY/dispaccio.prom",
      "",
      "[budget]",
      "documents = \(budgetDocuments)",
      "bytes = \(budgetBytes)",
    ]
    for (name, stage) in stages.sorted(by: { $0.key < $1.key }) {
      lines += ["", "[stages.\(name)]"]
      lines += stage.width.map { ["width = \($0)"] } ?? []
      lines += stage.bound.map { ["bound = \($0)"] } ?? []
      lines += stage.boundBytes.map { ["bound_bytes = \($0)"] } ?? []
      lines += stage.deadline.map { ["deadline = \(Seconds.text($0))"] } ?? []
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var placeLines: [String] {
    [
      "spool = \(Self.quoted(spool))",
      pipelines.map { "pipelines = \(Self.quoted($0))" } ?? "# pipelines = the first of the usual places",
      "default_pipeline = \(Self.quoted(defaultPipeline))",
    ]
  }

  private var inboxLines: [String] {
    let patterns = ignore.map(Self.quoted).joined(separator: ", ")
    let usual = ignoreUsual.map { ["ignore_usual = ["] + Self.wrapped($0) + ["]"] }
    let times = [
      "settle = \(Seconds.text(settle))",
      "empty_grace = \(Seconds.text(emptyGrace))",
      "rescan = \(Seconds.text(rescan))",
    ]
    let names = ["ignore = [\(patterns)]"] + (usual ?? ["# ignore_usual = others' furniture"])
    return times + names + [
      readySuffix.map { "ready_suffix = \(Self.quoted($0))" } ?? "# ready_suffix = \".ok\"",
      "max_document_bytes = \(maxDocumentBytes)",
    ]
  }

  /// Values of a list, as many to a line as have room.
  private static func wrapped(_ values: [String]) -> [String] {
    var lines: [String] = []
    for value in values.map({ quoted($0) + "," }) {
      if let last = lines.last, last.utf8.count + value.utf8.count < 110 {
        lines[lines.count - 1] = "\(last) \(value)"
      } else {
        lines.append("  " + value)
      }
    }
    return lines
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\", "\"": "\\\(scalar)"
      case "\0"..<" ", "\u{7f}": "\\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
      default: "\(scalar)"
      }
    }.joined()
    return "\"\(escaped)\""
  }
}
