/// Formats that are known by their first bytes and hold no plain text.
enum BinaryFormat {
  private struct Mark {
    let offset: Int
    let bytes: [UInt8]
    let name: String
    let subject: String

    init(_ bytes: [UInt8], _ name: String, _ subject: String, at offset: Int = 0) {
      self.bytes = bytes
      self.name = name
      self.subject = subject
      self.offset = offset
    }

    init(_ text: String, _ name: String, _ subject: String, at offset: Int = 0) {
      self.init(Array(text.utf8), name, subject, at: offset)
    }
  }

  private static let marks = [
    Mark("%PDF-", "a PDF file", "PDF"),
    Mark([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (DOCX, ODT and EPUB files are such)", "ZIP archives"),
    Mark([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive", "ZIP archives"),
    Mark([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an old Office file (DOC, XLS, MSG)", "old Office files"),
    Mark([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image", "images"),
    Mark([0xFF, 0xD8, 0xFF], "a JPEG image", "images"),
    Mark("GIF8", "a GIF image", "images"),
    Mark([0x49, 0x49, 0x2A, 0x00], "a TIFF image", "images"),
    Mark([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image", "images"),
    Mark("RIFF", "a RIFF file (WAV, AVI, WEBP)", "images and sound"),
    Mark("ftyp", "an MP4 or HEIC file", "images and film", at: 4),
    Mark([0x49, 0x44, 0x33, 0x03], "an MP3 file", "sound"),
    Mark([0x49, 0x44, 0x33, 0x04], "an MP3 file", "sound"),
    Mark("OggS", "an Ogg file", "sound"),
    Mark("fLaC", "a FLAC file", "sound"),
    Mark([0x1A, 0x45, 0xDF, 0xA3], "a Matroska or WebM file", "film"),
    Mark([0x1F, 0x8B], "a gzip archive", "archives"),
    Mark([0x42, 0x5A, 0x68, 0x39], "a bzip2 archive", "archives"),
    Mark([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive", "archives"),
    Mark([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive", "archives"),
    Mark([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive", "archives"),
    Mark("Rar!", "a RAR archive", "archives"),
    Mark("ustar", "a tar archive", "archives", at: 257),
    Mark([0x7F, 0x45, 0x4C, 0x46], "a program", "programs"),
    Mark("SQLite format 3\0", "an SQLite database", "databases"),
  ]

  /// The error for the format, if it is one of these.
  static func error(for bytes: [UInt8]) -> IntakeError? {
    for mark in marks where bytes.dropFirst(mark.offset).starts(with: mark.bytes) {
      return .format(mark.name, extracting: mark.subject)
    }
    return nil
  }
}
