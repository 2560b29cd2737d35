import Instrumentation

/// The folders `done/YYYY/MM/DD`.
enum DoneDays {
  /// All days as `2026/11/22`, the oldest first. What is no day is left out.
  static func all(in folders: Folders) throws(SpoolError) -> [String] {
    var days: [String] = []
    for year in try numbers([0x2e], in: folders.done, width: 4) {
      for month in try numbers(Array(year.utf8), in: folders.done, width: 2) {
        for day in try numbers(Array("\(year)/\(month)".utf8), in: folders.done, width: 2) {
          days.append("\(year)/\(month)/\(day)")
        }
      }
    }
    return days
  }

  static func open(_ day: String, in folders: Folders) throws(SpoolError) -> Folder {
    var folder = folders.done
    for part in day.split(separator: "/") { folder = try System.openFolder(Array(part.utf8), in: folder) }
    return folder
  }

  /// The folder of a time's day, made where it is missing.
  static func made(_ time: WallTime, in folders: Folders, synced: Bool = true) throws(SpoolError) -> Folder {
    var folder = folders.done
    for part in text(of: time).split(separator: "/") {
      try System.ensureFolder(Array(part.utf8), in: folder)
      // Also when it was there: it may have been made just before a sync that failed, or a kill.
      if synced { try System.sync(folder) }
      folder = try System.openFolder(Array(part.utf8), in: folder)
    }
    return folder
  }

  static func text(of time: WallTime) -> String {
    String(time.iso8601.prefix(10).map { $0 == "-" ? "/" : $0 })
  }

  /// The beginning of the latest day before a time's day; nil when there is none.
  static func newest(before time: WallTime, in folders: Folders) throws(SpoolError) -> WallTime? {
    let today = text(of: time)
    return try all(in: folders).last { $0 < today }
      .flatMap { WallTime(iso8601: $0.split(separator: "/").joined(separator: "-") + "T00:00:00.000Z") }
  }

  /// Removes the days before a time with all that lies in them, and the months and years that are empty then. Returns
  /// how many items went.
  static func clear(before time: WallTime, in folders: Folders) throws(SpoolError) -> Int {
    var count = 0
    let limit = text(of: time)
    for day in try all(in: folders) where day < limit {
      let folder = try open(day, in: folders)
      for ticket in try SpoolContents.tickets(in: folder) {
        for name in try DirectoryStream.names(ticket + Array("/original".utf8), in: folder) {
          System.removeQuietly(ItemFolder.originalPath(ticket, name), in: folder)
        }
        ItemFolder.clear(ticket, in: folder)
        count += 1
      }
      for length in [10, 7, 4] {
        // A folder with something of somebody else's in it stays.
        do throws(SpoolError) {
          try System.removeFolder(Array(day.utf8.prefix(length)), in: folders.done)
        } catch { break }
      }
    }
    return count
  }

  private static func numbers(_ path: [UInt8], in folder: Folder, width: Int) throws(SpoolError) -> [String] {
    try DirectoryStream.names(path, in: folder)
      .filter { $0.count == width && $0.allSatisfy { (48...57).contains($0) } }
      .map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}
