internal import ICU

/// Tells which spellings are one to the matcher: without case, accents, apostrophes and dashes.
struct NameFold {
  private let normalizer = Normalizer(.nfkcCasefold)
  private let stripper: MarkStripper

  init() throws(ImportError) {
    do throws(ICUError) {
      stripper = try MarkStripper()
    } catch {
      throw Self.failure(error)
    }
  }

  /// The folded form of a name.
  func fold(_ name: [UInt8]) throws(ImportError) -> [UInt8] {
    var folded: [UInt8]
    if name.contains(where: { $0 >= 0x80 }) {
      do throws(ICUError) {
        folded = try stripper.strip(normalizer.normalize(name).bytes)
      } catch {
        throw Self.failure(error)
      }
    } else {
      folded = name
      for index in folded.indices where folded[index] >= 0x41 && folded[index] <= 0x5A { folded[index] |= 0x20 }
    }
    return Self.withoutSigns(folded)
  }

  /// The folded form of a name.
  func fold(_ name: String) throws(ImportError) -> [UInt8] { try fold(Array(name.utf8)) }

  /// Apostrophes and full stops fall, dashes are spaces, spaces are single.
  private static func withoutSigns(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x27, 0x2E, 0x60: break
      case 0x20, 0x2D: if plain.last != 0x20, !plain.isEmpty { plain.append(0x20) }
      case 0xCA where index + 1 < bytes.count && (0xB9...0xBF).contains(bytes[index + 1]):
        index += 1
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
        if (0x90...0x95).contains(bytes[index + 2]), plain.last != 0x20, !plain.isEmpty { plain.append(0x20) }
        index += 2
      default: plain.append(byte)
      }
      index += 1
    }
    if plain.last == 0x20 { plain.removeLast() }
    return plain
  }

  private static func failure(_ error: ICUError) -> ImportError {
    ImportError(file: nil, "Folding a name failed: \(error.description)", "Check the installation of ICU.")
  }
}
