import Analysis
import DispaccioTestSupport
import DocumentModel
import Foundation
import Synchronization
import Testing

/// No text stops the program or keeps it busy for long, however little it is like a report.
@Suite struct StrangeTextTests {
  @Test(arguments: [
    "Peru train crash: one woman missing after mountain train crash",
    "Gao attack: 12 soldiers killed after the Gao attack",
    "Kabul bombing – the bombing of the Kabul bombing killed the victims of the Kabul bombing",
    "L'attacco di Gao: le vittime dell'attacco di Gao uccise nell'attacco di Gao",
    "The army attacked to break the siege to break the siege to break the siege of Timbuktu.",
  ])
  func `an event that is told by itself is told once`(text: String) throws {
    let record = try #require(try onSmallStack { try ShippedPipeline.process(text).record })
    #expect(!record.events.isEmpty)
  }

  @Test(arguments: [true, false], [1, 2] as [UInt64])
  func `texts of clauses thrown together are analysed`(italian: Bool, seed: UInt64) throws {
    let (events, told) = try onSmallStack {
      var analyzer = try Analyzer(ruleset: try ShippedPipeline.ruleset())
      var texts = StrangeTexts(seed: seed, italian: italian)
      var events = 0
      var told = 0
      for _ in 0..<80 {
        guard let text = texts.next() else { break }
        let record = try analyzer.process(name: Array("strange.txt".utf8), bytes: Array(text.utf8)).record
        events += record?.events.count ?? 0
        if record?.events.isEmpty == false { told += 1 }
      }
      return (events, told)
    }
    #expect(told > 25)
    #expect(events > told)
  }

  @Test(arguments: [
    "attack; ", "l'esercito ha attaccato la base di Gao, ", "killed ", "Peru train crash: ", "soldati russi e ", "12 ",
    "“attack ", "(attack in Gao) ", "gen. ", "the army's ", "of the victims of the attack ", "«", "Zorglub ",
    "they attacked ",
    "The army attacked the base in Gao. Twelve soldiers were killed. ", "attacco",
  ])
  func `a text of eight times the length takes eight times as long, not sixty-four times`(unit: String) throws {
    // What a byte costs grows until sentences have their greatest length.
    let short = 4_800
    let first = min(try cost(of: unit, bytes: short), try cost(of: unit, bytes: short))
    let second = try cost(of: unit, bytes: 8 * short)
    #expect(second < 4 * 8 * first + 50_000_000, "\(first) ns, then \(second) ns")
  }

  /// Nanoseconds of processor time.
  private func cost(of unit: String, bytes: Int) throws -> UInt64 {
    let text = Array(String(repeating: unit, count: bytes / unit.utf8.count + 1).utf8)
    return try onSmallStack {
      var analyzer = try Analyzer(ruleset: try ShippedPipeline.ruleset())
      let began = workedNanoseconds()
      let record = try analyzer.process(name: Array("long.txt".utf8), bytes: text).record
      #expect(record?.sentences.isEmpty == false)
      return workedNanoseconds() - began
    }
  }

  /// Runs on a thread whose stack is an eighth of what the daemon's threads have.
  private func onSmallStack<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) throws -> Value {
    let outcome = Outcome<Value>()
    let thread = Thread { outcome.set(Result(catching: body)) }
    thread.stackSize = 1 << 20
    thread.start()
    return try outcome.wait().get()
  }
}

/// Nanoseconds that the calling thread has worked.
private func workedNanoseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// What a thread hands back.
private final class Outcome<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isThere = DispatchSemaphore(value: 0)

  func set(_ value: Result<Value, any Error>) {
    result.withLock { $0 = value }
    isThere.signal()
  }

  func wait() throws -> Result<Value, any Error> {
    isThere.wait()
    return try #require(result.withLock { $0 })
  }
}
