import DispaccioTestSupport
import Glibc
import Instrumentation
import Logging
import Testing

@testable import Spool

/// A folder for one test, with a spool in it, removed at the end.
final class ScratchSpool: Sendable {
  let root: [UInt8]
  let lines = CapturedLines()
  let time: ManualTime?
  let instruments: Instruments

  init(time: ManualTime? = nil, source: TimeSource? = nil, root: [UInt8]? = nil, isTalkative: Bool = false) throws {
    var template = Array("/var/tmp/dispaccio-test-XXXXXX".utf8CString)
    if let root {
      self.root = root
    } else {
      guard mkdtemp(&template) != nil else { throw ScratchError(what: "mkdtemp") }
      self.root = template.dropLast().map { UInt8(bitPattern: $0) } + Array("/spool".utf8)
      _ = try System.ensureFolder(self.root, in: nil)
    }
    self.time = time
    instruments = Instruments(
      format: .text, level: isTalkative ? .debug : .info, output: lines.output, time: source ?? time?.source ?? .system)
    for name in ["inbox", "work", "deferred", "failed", "done", "out", "ledger", "state"] {
      try System.ensureFolder(path(name), in: nil)
    }
  }

  deinit {
    remove(Array(root.dropLast(6)))
  }

  func options(_ change: (inout SpoolOptions) -> Void = { _ in }) -> SpoolOptions {
    var options = SpoolOptions(root: root)
    options.settle = .zero
    options.emptyGrace = .zero
    options.minimumFreeBytes = 0
    options.minimumFreeInodes = 0
    options.probeInterval = .milliseconds(20)
    change(&options)
    return options
  }

  func spool(_ change: (inout SpoolOptions) -> Void = { _ in }) throws -> Spool {
    try Spool(options: options(change), instruments: instruments)
  }

  func path(_ name: String) -> [UInt8] { root + [0x2f] + Array(name.utf8) }

  func write(_ name: String, _ text: String = "testo") throws {
    try write(Array(name.utf8), Array(text.utf8))
  }

  func write(_ name: [UInt8], _ bytes: [UInt8]) throws {
    let root = try System.openFolder(root, in: nil)
    System.removeQuietly(name, in: root)
    try System.write(bytes, as: name, in: root, synced: false)
  }

  /// Puts a file into the inbox as a whole: without a grace for empty files, one that is being made is one.
  func drop(_ name: String, _ text: String = "testo") throws {
    try write("dropping", text)
    try move("dropping", to: "inbox/\(name)")
  }

  func move(_ name: String, to newName: String) throws {
    let root = try System.openFolder(root, in: nil)
    try System.rename(Array(name.utf8), in: root, to: Array(newName.utf8), in: root)
  }

  func makeFolder(_ name: String) throws {
    try System.makeFolder(path(name), in: nil)
  }

  func read(_ name: String) -> String? {
    read(Array(name.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  func read(_ name: [UInt8]) -> [UInt8]? {
    guard let root = try? System.openFolder(root, in: nil) else { return nil }
    return try? System.read(name, in: root, limit: 1 << 26)
  }

  /// Names in a folder, sorted; those that begin with a full stop are left out.
  func list(_ folder: String) -> [String] {
    let names = (try? DirectoryStream.names(path(folder), in: try System.openFolder(root, in: nil))) ?? []
    return names.filter { $0.first != 0x2e }.map { EscapedName.text($0) }.sorted()
  }

  /// The tickets below `done/`, as paths.
  func done() -> [String] {
    list("done").flatMap { year in
      list("done/\(year)").flatMap { month in
        list("done/\(year)/\(month)").flatMap { day in
          list("done/\(year)/\(month)/\(day)").map { "done/\(year)/\(month)/\(day)/\($0)" }
        }
      }
    }
  }

  func events(_ name: String) -> [String] { lines.lines.filter { $0.contains("event=\(name) ") } }

  private func remove(_ path: [UInt8]) {
    guard path.starts(with: Array("/var/tmp/dispaccio-test-".utf8)) else { return }
    for name in (try? DirectoryStream.names(path, in: try System.openFolder([0x2f], in: nil))) ?? [] {
      let inner = path + [0x2f] + name
      if System.withName(inner, { unlink($0) }) != 0 { remove(inner) }
    }
    _ = System.withName(path) { rmdir($0) }
  }
}

struct ScratchError: Error {
  let what: String
}

/// Plays the service: grants so much credit, and keeps what it is handed.
final class Owner: Sendable {
  private let credit: Guarded<Int>
  private let number = Guarded<UInt64>(0)
  private let largeFrom: Int
  let claimed = Collector<Claimed>()
  let idle = Collector<Bool>()
  let settled = Collector<Settlement>()

  init(credit: Int = 1_000_000, largeFrom: Int = .max) {
    self.credit = Guarded(credit)
    self.largeFrom = largeFrom
  }

  var port: SpoolPort {
    SpoolPort(
      reserve: { bytes in
        if bytes >= self.largeFrom { return .largeSlotTaken }
        let isGranted = self.credit.withLock { credit in
          if credit == 0 { return false }
          credit -= 1
          return true
        }
        if !isGranted { return .full }
        return .granted(
          self.number.withLock { number in
            number += 1
            return number
          })
      }, cancel: { _ in self.give() }, claimed: { self.claimed.add($0) }, idle: { self.idle.add(true) })
  }

  func give() { credit.withLock { $0 += 1 } }
}

extension Spool {
  /// Awaits the end of what the claim queue has to do now: several turns, since one may set off the next.
  func turns(_ count: Int = 4) async {
    for _ in 0..<count {
      tick()
      await withCheckedContinuation { continuation in claims.async { _ in continuation.resume() } }
      await withCheckedContinuation { continuation in commits.async { _ in continuation.resume() } }
    }
  }

  func stopped() async {
    await withCheckedContinuation { continuation in stop { continuation.resume() } }
  }

  func delivered(_ claimed: Claimed, id: String, text: String = "{}\n") async -> Settlement {
    await withCheckedContinuation { continuation in
      let outputs = [(".it.md", "it"), (".en.md", "en"), (".json", text)].map {
        Delivery.Output(fileName: Array((id + $0.0).utf8), bytes: Array($0.1.utf8))
      }
      deliver(claimed, Delivery(id: Array(id.utf8), outputs: outputs)) { continuation.resume(returning: $0) }
    }
  }

  func rejected(_ claimed: Claimed, _ rejection: Rejection) async -> Settlement {
    await withCheckedContinuation { continuation in
      reject(claimed, rejection) { continuation.resume(returning: $0) }
    }
  }

  func gaveBack(_ claimed: Claimed, _ error: SpoolError) async -> Settlement {
    await withCheckedContinuation { continuation in
      giveBack(claimed, because: error) { continuation.resume(returning: $0) }
    }
  }
}
