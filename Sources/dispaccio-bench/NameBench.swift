internal import DocumentModel
internal import Gazetteers
internal import Glibc
internal import Lexicons
internal import ServiceSetup

/// Times the matching of names alone: a plain list of names, in any case, over every text as a whole.
enum NameBench {
  static func run(_ options: BenchOptions, names: String) throws {
    let compiled = try compile(names)
    let began = Stopwatch.now
    guard let bytes = compiled.cache.bytes(compiled.name), let gazetteer = Gazetteer(bytes) else {
      throw BenchOptions.Wrong(description: "the compiled names cannot be kept in /tmp")
    }
    let opened = Stopwatch.now - began
    if let folder = compiled.cache.folder {
      unlink("\(folder)/\(compiled.name)")
      rmdir(folder)
    }
    let texts = try texts(options.file)
    let before = residentKilobytes()
    var found = 0
    for text in texts.prefix(3) { _ = count(gazetteer, text) }
    let start = Stopwatch.threadTime
    for _ in 0..<options.repeats {
      for text in texts { found += count(gazetteer, text) }
    }
    let time = Stopwatch.threadTime - start
    let size = texts.reduce(0) { $0 + $1.count } * options.repeats
    let rate = time == 0 ? 0 : UInt64(size) * 1000 / time
    print(
      """
      \(gazetteer.count) names, \(bytes.count) bytes, opened in \(opened / 1000) µs
      \(size) bytes, \(found) names found, \(time / 1_000_000) ms of one core, \(rate) MB/s
      resident while matching: \(before) kB before, \(residentKilobytes()) kB after
      """)
    guard gazetteer.isWhole else { throw BenchOptions.Wrong(description: "the compiled names are damaged") }
  }

  private static func compile(_ names: String) throws -> (cache: CompiledCache, name: String) {
    // Beside what the daemon keeps it would lie for good.
    let cache = CompiledCache(folder: "/tmp/dispaccio-bench.\(getpid())")
    let began = Stopwatch.now
    var compiler = try GazetteerCompiler(elisions: [], articles: []) { _, _ in nil }
    let lines = try LineReader(path: names)
    while let line = lines.next() { compiler.add(name: line) }
    let image = compiler.image(source: [])
    cache.keep("names", image.pieces)
    print("compiled in \((Stopwatch.now - began) / 1_000_000) ms, peak resident \(peakKilobytes()) kB")
    return (cache, "names")
  }

  private static func texts(_ file: String) throws -> [[UInt8]] {
    var texts: [[UInt8]] = []
    let lines = try LineReader(path: file)
    while let line = lines.next() {
      if let document = BenchDocument(line: line, number: texts.count) { texts.append(document.bytes) }
    }
    return texts
  }

  private static func count(_ gazetteer: Gazetteer, _ text: [UInt8]) -> Int {
    gazetteer.matches(in: text, sentences: [(TextSpan(0, text.count), "")], isOrdinary: { _ in false }).count
  }

  private static func peakKilobytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  private static func residentKilobytes() -> Int {
    guard let file = fopen("/proc/self/statm", "re") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, 128, file) != nil else { return 0 }
    let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
      separator: " ")
    return words.count > 1 ? (Int(words[1]) ?? 0) * 4 : 0
  }
}
