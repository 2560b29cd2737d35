public import DocumentModel

/// Writes the commit record of a report: one line of JSON and a newline, the same bytes on every machine.
///
/// Keys stand in the order that `dispaccio/record/1` lays down, every field is always there, `null` where nothing is
/// known. Byte spans become code points, and each repeats its words. The name of a source that is not UTF-8 is
/// repaired for reading and kept, in base64, in `name_bytes`. Linear in the size of the record; any thread.
public enum RecordWriter {
  /// The bytes of a record. The text must be valid UTF-8 and every span must lie in it on character boundaries.
  public static func write(_ record: Record) -> [UInt8] {
    var pass = RecordPass(record)
    pass.write()
    return pass.json.bytes
  }
}

/// One record on its way into bytes.
struct RecordPass {
  let record: Record
  let index: CodePointIndex
  var json: RecordJSONWriter

  init(_ record: Record) {
    self.record = record
    index = CodePointIndex(record.text)
    json = RecordJSONWriter(capacity: record.text.count * 3 + 4096)
  }

  mutating func write() {
    object { pass in
      pass.string("schema", "dispaccio/record/1")
      pass.string("id", pass.record.id)
      pass.writeOrigin()
      pass.json.key("text")
      pass.json.string(pass.record.text[...])
      pass.array("sentences", Array(pass.record.sentences.enumerated())) {
        $0.write(sentence: $1.element, at: $1.offset)
      }
      pass.array("entities", pass.record.entities) { $0.write(entity: $1) }
      pass.array("candidates", pass.record.candidates) { pass, candidate in
        pass.object {
          $0.span(candidate.span)
          $0.sentence(candidate.sentence)
        }
      }
      pass.array("unknown_names", pass.record.unknownNames) { $0.write(unknown: $1) }
      pass.array("events", Array(pass.record.events.enumerated())) { $0.write(event: $1.element, at: $1.offset) }
      pass.array("statements", Array(pass.record.statements.enumerated())) {
        $0.write(statement: $1.element, at: $1.offset)
      }
      pass.array("labels", pass.record.labels) { pass, label in
        pass.object {
          $0.string("label", label.name)
          $0.json.key("score")
          $0.json.hundredths(label.percent)
        }
      }
      pass.array("figures", [Int]()) { $0.json.integer($1) }
      pass.array("dates", pass.record.dates) { $0.write(date: $1) }
      pass.sentences("key_sentences", pass.record.keySentences)
      pass.json.key("brief")
      pass.object {
        for brief in $0.record.briefs.entries { $0.write(brief: brief.value, key: brief.code) }
      }
      pass.strings("warnings", pass.record.warnings)
    }
    json.endLine()
  }

  private mutating func writeOrigin() {
    let source = record.source
    json.key("source")
    object {
      $0.write(name: source.name)
      $0.string("part", source.part)
      $0.integer("bytes", source.byteCount)
      $0.string("sha256", source.sha256)
      $0.string("media_type", source.mediaType)
      $0.string("charset", source.charset)
      $0.integer("replaced", source.replaced)
      $0.string("publisher", $0.record.publisher)
      $0.string("url", source.url)
      $0.string("author", source.author)
      $0.string("forwarded_from", nil)
    }
    json.key("pipeline")
    object {
      $0.string("name", $0.record.pipeline.name)
      $0.string("version", $0.record.pipeline.version)
      $0.string("ruleset", $0.record.pipeline.ruleset)
    }
    json.key("generator")
    object {
      $0.string("dispaccio", $0.record.generator.dispaccio)
      $0.string("icu", $0.record.generator.icu)
      $0.string("cld2", $0.record.generator.cld2)
    }
    json.key("title")
    if let title = record.title { json.string(record.text[title.range]) } else { json.null() }
    string("published", record.published)
    json.key("language")
    object {
      $0.string("code", $0.record.language.code)
      $0.json.key("confidence")
      $0.json.hundredths($0.record.language.percent)
    }
  }

  private mutating func write(name: [UInt8]) {
    if let readable = String(validating: name, as: UTF8.self) {
      string("name", readable)
    } else {
      string("name", String(decoding: name, as: UTF8.self))
      string("name_bytes", base64(name))
    }
  }
}

// MARK: - Shapes that many parts share

extension RecordPass {
  /// An object whose members a closure writes.
  mutating func object(_ members: (inout RecordPass) -> Void) {
    json.open("{")
    members(&self)
    json.close("}")
  }

  /// A key and an array whose elements a closure writes.
  mutating func array<Element>(
    _ key: StaticString, _ elements: [Element], _ write: (inout RecordPass, Element) -> Void
  ) {
    json.key(key)
    json.open("[")
    for element in elements { write(&self, element) }
    json.close("]")
  }

  mutating func string(_ key: StaticString, _ value: String?) {
    json.key(key)
    json.string(orNull: value)
  }

  mutating func integer(_ key: StaticString, _ value: Int?) {
    json.key(key)
    json.integer(orNull: value)
  }

  mutating func strings(_ key: StaticString, _ values: [String]) {
    array(key, values) { $0.json.string($1) }
  }

  mutating func sentences(_ key: StaticString, _ positions: [SentenceIndex]) {
    array(key, positions) { $0.json.string("s\($1.number)") }
  }

  mutating func sentence(_ position: SentenceIndex) { string("sentence", "s\(position.number)") }

  /// `start`, `end` and `text`, in this order or with the words first, as the record has them in different places.
  mutating func span(_ span: TextSpan, textFirst: Bool = false) {
    if textFirst { words(span) }
    integer("start", index.codePoints(before: span.start))
    integer("end", index.codePoints(before: span.end))
    if !textFirst { words(span) }
  }

  private mutating func words(_ span: TextSpan) {
    json.key("text")
    json.string(record.text[span.range])
  }

  mutating func coordinates(_ coordinates: Coordinates?) {
    json.key("coordinates")
    // The reader of the gazetteer has checked them; a record that nobody can parse would be worse than no coordinates.
    guard let coordinates, isJSONNumber(coordinates.longitude), isJSONNumber(coordinates.latitude) else {
      return json.null()
    }
    json.open("[")
    json.raw(coordinates.longitude)
    json.raw(coordinates.latitude)
    json.close("]")
  }
}
