import Glibc
import Synchronization

/// A value that several threads share, behind a lock.
///
/// The lock is held for one call of ``withLock(_:)``: never call out to others, wait, or take a second lock in its body.
///
/// ThreadSanitizer does not see the futex calls of `Mutex` and reports false races; when its run-time library is in the
/// process, taking and releasing are told to it. Otherwise that costs one test of a pointer.
public struct Guarded<Value: ~Copyable>: ~Copyable, Sendable {
  private let mutex: Mutex<Value>
  /// Something with an address that stands for the lock. The value's own would not do: taking it is an access, and would
  /// come before the sanitizer knows that the lock is held.
  private let sign: Sign?

  private final class Sign: Sendable {}

  /// Takes the value over.
  public init(_ value: consuming sending Value) {
    mutex = Mutex(value)
    sign = Sanitizer.shared == nil ? nil : Sign()
  }

  /// Runs `body` with the value, alone. Errors of `body` pass through.
  public borrowing func withLock<Result: ~Copyable, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    guard let sign, let sanitizer = Sanitizer.shared else { return try mutex.withLock(body) }
    let place = Unmanaged.passUnretained(sign).toOpaque()
    return try mutex.withLock { value throws(Failure) -> sending Result in
      sanitizer.acquire(place)
      defer { sanitizer.release(place) }
      return try body(&value)
    }
  }
}

/// The two calls by which ThreadSanitizer learns of a lock, if it is in this process.
private struct Sanitizer: Sendable {
  typealias Call = @Sendable @convention(c) (UnsafeMutableRawPointer) -> Void

  static let shared = Sanitizer()

  let acquire: Call
  let release: Call

  init?() {
    // A nil handle means "look in everything that is loaded" (RTLD_DEFAULT is a macro that Swift cannot see).
    guard let acquire = dlsym(nil, "__tsan_acquire"), let release = dlsym(nil, "__tsan_release") else { return nil }
    self.acquire = unsafeBitCast(acquire, to: Call.self)
    self.release = unsafeBitCast(release, to: Call.self)
  }
}
