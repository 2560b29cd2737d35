internal import Glibc

/// What this process takes from the machine at one moment.
public struct ProcessFigures: Sendable, Equatable {
  /// Processor time since the start, in seconds.
  public var cpuSeconds: Double
  /// Memory in RAM.
  public var residentBytes: Int
  /// Memory addressed.
  public var virtualBytes: Int
  /// Open file descriptors.
  public var openFiles: Int
  /// How many there may be.
  public var maximumFiles: Int
  /// Threads.
  public var threads: Int
  /// When it started.
  public var started: WallTime

  /// Reads the figures; takes well under a millisecond. What the machine does not tell is 0.
  ///
  /// Only `/proc/self` is read, which a unit with `ProcSubset=pid` still shows; the start is not to be had there (it
  /// counts from the boot, whose time is in `/proc/stat`), and so it is given.
  public static func current(started: WallTime) -> ProcessFigures {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    var files = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
    let pages = firstNumbers(of: "/proc/self/statm")
    let page = sysconf(Int32(_SC_PAGESIZE))
    return ProcessFigures(
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      residentBytes: (pages.count > 1 ? pages[1] : 0) * page, virtualBytes: (pages.first ?? 0) * page,
      // Looking takes one descriptor itself.
      openFiles: max(0, entries(of: "/proc/self/fd") - 1), maximumFiles: Int(clamping: files.rlim_cur),
      threads: entries(of: "/proc/self/task"), started: started)
  }

  func write(_ writer: inout ExpositionWriter, prefix: String) {
    writer.family("\(prefix)_cpu_seconds_total", .counter, "Processor time of the daemon.")
    writer.sample("\(prefix)_cpu_seconds_total", [], cpuSeconds)
    let start = Double(started.seconds) + Double(started.nanoseconds) / 1e9
    let gauges: [(String, String, Double)] = [
      ("resident_memory_bytes", "Memory of the daemon in RAM.", Double(residentBytes)),
      ("virtual_memory_bytes", "Memory that the daemon addresses.", Double(virtualBytes)),
      ("open_fds", "Open file descriptors of the daemon.", Double(openFiles)),
      ("max_fds", "File descriptors that the daemon may open.", Double(maximumFiles)),
      ("threads", "Threads of the daemon.", Double(threads)),
      ("start_time_seconds", "When the daemon started.", start),
    ]
    for (name, help, value) in gauges {
      writer.family("\(prefix)_\(name)", .gauge, help)
      writer.sample("\(prefix)_\(name)", [], value)
    }
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static func entries(of folder: String) -> Int {
    guard let stream = opendir(folder) else { return 0 }
    defer { closedir(stream) }
    var count = 0
    while let entry = readdir(stream) {
      // `.` and `..` are the only names there that begin with a full stop.
      if entry.pointee.d_name.0 != 0x2e { count += 1 }
    }
    return count
  }

  private static func firstNumbers(of file: String) -> [Int] {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return [] }
    return String(decoding: buffer[..<count], as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap {
      Int($0)
    }
  }
}
