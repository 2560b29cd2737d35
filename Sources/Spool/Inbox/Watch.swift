import CLinux
import Dispatch
import Glibc
import Instrumentation

/// What the kernel tells of a watched folder. A hint only: a scan decides.
enum WatchEvent: Equatable {
  /// A file was closed after writing.
  case closed(folder: [UInt8], name: [UInt8])
  /// A file was moved in, complete.
  case movedIn(folder: [UInt8], name: [UInt8])
  /// A file appeared: made, to be written from now on, or given a further name, which is complete and is not told of again.
  case appeared(folder: [UInt8], name: [UInt8])
  /// A folder appeared.
  case folderAppeared([UInt8])
  /// A watched folder went away.
  case folderGone([UInt8])
  /// Events were lost.
  case overflowed
}

/// An inotify instance and the folders that it watches.
///
/// Sendable notes: used on the queue it was given; the source is not Sendable and stands behind a lock.
final class Watch: Sendable {
  private let descriptor: Int32
  private let source: Guarded<any DispatchSourceRead>
  private let folders = Guarded<[Int32: [UInt8]]>([:])

  /// Starts an instance; `ready` is called on the queue when events can be read.
  init(queue: DispatchQueue, ready: @escaping @Sendable () -> Void) throws(SpoolError) {
    let number = try System.call("starting to watch", Array("the inbox".utf8)) {
      inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    }
    descriptor = number
    let source = DispatchSource.makeReadSource(fileDescriptor: number, queue: queue)
    source.setEventHandler(handler: ready)
    source.setCancelHandler { System.closeQuietly(number) }
    source.activate()
    self.source = Guarded(source)
  }

  deinit {
    source.withLock { $0.cancel() }
  }

  /// Watches a folder; watching it again is harmless.
  func add(_ folder: Folder, path: [UInt8]) throws(SpoolError) {
    let mask = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)
    // By way of the descriptor, so that the folder that was opened is watched whatever its path leads to by now.
    let name = Array("/proc/self/fd/\(folder.number)".utf8)
    let watch = try System.call("watching the folder", folder.display) {
      System.withName(name) { inotify_add_watch(descriptor, $0, mask) }
    }
    folders.withLock { $0[watch] = path }
  }

  /// How many folders are watched.
  var count: Int { folders.withLock { $0.count } }

  /// Reads what has happened, at most some thousand events a call.
  func events() -> [WatchEvent] {
    var events: [WatchEvent] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    for _ in 0..<4 {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      parse(buffer[..<count], into: &events)
    }
    return events
  }

  private func parse(_ bytes: ArraySlice<UInt8>, into events: inout [WatchEvent]) {
    var offset = 0
    // struct inotify_event: watch, mask, cookie, length of the name, then the name padded with NUL.
    while offset + 16 <= bytes.count {
      let (watch, mask, length) = bytes.withUnsafeBytes { raw in
        (
          raw.loadUnaligned(fromByteOffset: offset, as: Int32.self),
          raw.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
          Int(raw.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
        )
      }
      let name = Array(bytes.dropFirst(offset + 16).prefix(length).prefix { $0 != 0 })
      offset += 16 + length
      if mask & UInt32(IN_Q_OVERFLOW) != 0 {
        events.append(.overflowed)
        continue
      }
      guard let folder = folders.withLock({ $0[watch] }) else { continue }
      if mask & UInt32(IN_IGNORED) != 0 {
        folders.withLock { $0[watch] = nil }
      } else if mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF) != 0 {
        events.append(.folderGone(folder))
      } else if mask & UInt32(IN_ISDIR) != 0 {
        if mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 {
          events.append(.folderAppeared(InboxPath.joined(folder, name)))
        }
      } else if mask & UInt32(IN_MOVED_TO) != 0 {
        events.append(.movedIn(folder: folder, name: name))
      } else if mask & UInt32(IN_CLOSE_WRITE) != 0 {
        events.append(.closed(folder: folder, name: name))
      } else if mask & UInt32(IN_CREATE) != 0 {
        events.append(.appeared(folder: folder, name: name))
      }
    }
  }
}
