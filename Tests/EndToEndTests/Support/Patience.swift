import Glibc

/// Waits for what other processes do: looks again and again, and gives up at a deadline.
enum Patience {
  struct Exhausted: Error, CustomStringConvertible {
    let description: String
  }

  /// Returns as soon as `condition` holds; throws after `seconds`.
  static func until(_ what: String, seconds: Double = 60, _ condition: () throws -> Bool) throws {
    let deadline = now + seconds
    while try !condition() {
      guard now < deadline else { throw Exhausted(description: "waited \(seconds) s in vain: \(what)") }
      poll(nil, 0, 2)
    }
  }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
