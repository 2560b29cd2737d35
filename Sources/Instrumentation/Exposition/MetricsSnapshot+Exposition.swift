extension MetricsSnapshot {
  /// All numbers as the text that a scraper reads, each family once, with a newline at the end and without timestamps.
  ///
  /// `version` goes into `dispaccio_build_info`. The names of `process` begin with `processPrefix`: `process` where this
  /// daemon alone is scraped, `dispaccio_process` in a file that another exporter shows beside its own `process_…`
  /// (node_exporter refuses the whole scrape over a name given twice).
  public func exposition(
    _ dialect: ExpositionDialect, version: String, process: ProcessFigures?, processPrefix: String
  ) -> String {
    var writer = ExpositionWriter(dialect)
    writer.family("dispaccio_build_info", .gauge, "Always 1; the label tells the version.")
    writer.sample("dispaccio_build_info", [("version", version)], 1)
    writeCounters(&writer)
    writeGauges(&writer)
    writeDistributions(&writer)
    writeStages(&writer)
    process?.write(&writer, prefix: processPrefix)
    writer.end()
    return writer.text
  }

  private func writeCounters(_ writer: inout ExpositionWriter) {
    for family in MetricCatalogue.counters {
      guard let first = family.first else { continue }
      writer.family(first.name, .counter, first.help)
      for counter in family {
        writer.sample(counter.name, Self.pairs(counter.labels), value(counter.name, counter.labels, in: counters) ?? 0)
      }
    }
  }

  private func writeGauges(_ writer: inout ExpositionWriter) {
    for family in MetricCatalogue.gauges {
      let known = family.compactMap { gauge in
        (value(gauge.name, gauge.labels, in: gauges) ?? (gauge.isZeroUnlessSet ? 0 : nil)).map { (gauge, $0) }
      }
      guard let first = known.first?.0 else { continue }
      writer.family(first.name, .gauge, first.help)
      for (gauge, value) in known { writer.sample(gauge.name, Self.pairs(gauge.labels), value) }
    }
  }

  private func writeDistributions(_ writer: inout ExpositionWriter) {
    for distribution in Distribution.allCases {
      let histogram = distributions.first { $0.name == distribution.rawValue }?.histogram
      writer.family(distribution.rawValue, .histogram, distribution.help)
      writer.histogram(distribution.rawValue, [], histogram ?? Histogram(unit: distribution.unit))
    }
  }

  private func writeStages(_ writer: inout ExpositionWriter) {
    guard !stages.isEmpty else { return }
    for (name, help, value) in Self.stageCounters {
      writer.family(name, .counter, help)
      for stage in stages { writer.sample(name, [("stage", stage.stage)], Double(value(stage))) }
    }
    let errors = "dispaccio_stage_errors_total"
    writer.family(errors, .counter, "Documents that ended in the stage, by reason.")
    for stage in stages {
      for failure in FailureClass.allCases {
        let count = stageErrors.first { $0.stage == stage.stage && $0.failure == failure }?.count ?? 0
        writer.sample(errors, [("stage", stage.stage), ("error_class", failure.rawValue)], Double(count))
      }
    }
    let blocked = "dispaccio_stage_blocked_seconds_total"
    writer.family(blocked, .counter, "Time in which a finished document of the stage waited for room in the next one.")
    for stage in stages { writer.sample(blocked, [("stage", stage.stage)], Double(stage.blockedNanoseconds) / 1e9) }
    for (name, help, value) in Self.stageGauges {
      writer.family(name, .gauge, help)
      for stage in stages { writer.sample(name, [("stage", stage.stage)], Double(value(stage))) }
    }
    for (name, help, histogram) in Self.stageHistograms {
      writer.family(name, .histogram, help)
      for stage in stages { writer.histogram(name, [("stage", stage.stage)], histogram(stage)) }
    }
  }

  private func value(_ name: String, _ labels: [MetricLabel], in readings: [Reading]) -> Double? {
    readings.first { $0.name == name && $0.labels == labels }?.value
  }

  private static func pairs(_ labels: [MetricLabel]) -> [(key: String, value: String)] {
    labels.map { ($0.key, $0.value) }
  }

  private typealias StageFamily<Value> = (name: String, help: String, value: @Sendable (StageFigures) -> Value)

  private static let stageCounters: [StageFamily<UInt64>] = [
    ("dispaccio_stage_received_total", "Documents that the stage took up.", { $0.received }),
    ("dispaccio_stage_sent_total", "Documents that the stage handed on.", { $0.sent }),
  ]

  private static let stageGauges: [StageFamily<Int>] = [
    ("dispaccio_stage_queue_length", "Documents in the input queue of the stage.", { $0.queued }),
    ("dispaccio_stage_queue_capacity", "Documents that the input queue of the stage can hold.", { $0.capacity }),
    ("dispaccio_stage_queue_bytes", "Bytes of the documents in the input queue of the stage.", { $0.queuedBytes }),
    ("dispaccio_stage_blocked_documents", "Finished documents that wait for room in the next stage.", { $0.blocked }),
    ("dispaccio_stage_busy_workers", "Lanes of the stage that are at work.", { $0.busy }),
    ("dispaccio_stage_workers", "Lanes of the stage.", { $0.width }),
  ]

  private static let stageHistograms: [StageFamily<Histogram>] = [
    ("dispaccio_stage_duration_seconds", "Time of work of the stage on a document.", { $0.duration }),
    ("dispaccio_stage_wait_seconds", "Time of a document in the input queue of the stage.", { $0.wait }),
  ]
}
