extension IgnorePatterns {
  /// What is left alone unless the settings say otherwise.
  public static let standard = IgnorePatterns(usual)

  /// Others' furniture: what programs that share the inbox keep in it, or have not finished. Copies that such a program
  /// makes of a report (`conflicted copy`, `.sync-conflict-…`) are no furniture: somebody's words are in them.
  public static let usual = hidden + unfinished + editors + syncing + desktops + storage

  /// All of these are hidden, and left alone by that: most copiers' and sync clients' names (rsync's `.name.XXXXXX`,
  /// `.syncthing.*.tmp`, `.~lock.*#`, `.stversions`, `.owncloudsync.log`, `._sync_*.db`), `.Trash-*`, `.DS_Store`, `._*`,
  /// `.nfs*`, `.#name`.
  private static let hidden = [".*"]

  /// What copiers and browsers are still writing.
  private static let unfinished = [
    "*.part", "*.partial", "*.tmp", "*.temp", "*.filepart", "*.crdownload", "*.download", "*.opdownload", "*.aria2",
    "*.lftp-pget-status",
  ]

  /// Backups, locks and swap files of editors and office programs; vim's trial of a folder.
  private static let editors = [
    "*~", "#*#", "*.swp", "*.swo", "*.swx", "4913", "*___jb_tmp___", "*___jb_old___", "~$*", ".~lock.*#",
  ]

  /// What sync clients leave: Syncthing, Nextcloud and ownCloud (a name that stands for a file that is not here),
  /// Resilio, Google Drive, OneDrive and Dropbox.
  private static let syncing = [
    "~syncthing~*", "*.owncloud", "*.nextcloud", "*.!sync", "*.driveupload", "*.drivedownload", ".stversions",
    ".stfolder", "._sync_*", ".owncloudsync.log*", ".dropbox*",
  ]

  /// What desktop systems keep in a folder.
  private static let desktops = [
    "Thumbs.db", "Thumbs.db:encryptable", "ehthumbs.db", "desktop.ini", "$RECYCLE.BIN", "RECYCLER",
    "System Volume Information", "Icon\r", "__MACOSX", "Network Trash Folder", "Temporary Items", ".DS_Store", "._*",
    ".Trash-*",
  ]

  /// What file systems and storage boxes keep in a share.
  private static let storage = [
    "lost+found", "aquota.user", "aquota.group", "#recycle", "#snapshot", "@eaDir", "@tmp", "@Recycle",
    "@Recently-Snapshot", ".nfs*",
  ]
}
