/// What a WebM or Matroska film tells of where it was taken.
enum MatroskaFilm {
  /// Whether a tag has one of the names that the format has for places (Matroska tags,
  /// "RECORDING_LOCATION" and its like): the element 0x45A3, its size in one byte, the name.
  static func tellsPlace(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { pointer in
      pointer.indices.dropLast().contains { offset in
        pointer[offset] == 0x45 && pointer[offset + 1] == 0xA3 && isPlace(bytes, at: offset + 2)
      }
    }
  }

  private static let names = [
    "LOCATION", "RECORDING_LOCATION", "COMPOSITION_LOCATION", "GPS", "com.apple.quicktime.location",
  ]

  private static func isPlace(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard let size = bytes.byte(at: offset), size & 0x80 != 0 else { return false }
    return names.contains { bytes.holds($0, at: offset + 1) && size & 0x7F >= $0.utf8.count }
  }
}

/// What the comments of an Ogg film or recording tell (Vorbis comment header): they stand in one of
/// the first pages.
enum OggComments {
  private static let length = 65_536

  static func tellPlace(_ bytes: [UInt8]) -> Bool {
    let range = 0..<min(bytes.count, length)
    return ["LOCATION=", "location=", "GEO_LOCATION="].contains {
      bytes.firstOffset(of: $0, in: range) != nil
    }
  }

  /// Whether the first page begins a stream of pictures (Theora specification, section 6.1).
  static func showPictures(_ bytes: [UInt8]) -> Bool {
    bytes.firstOffset(of: "theora", in: 0..<min(bytes.count, 512)) != nil
  }
}
