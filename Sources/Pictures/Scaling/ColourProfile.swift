/// What says which colours the numbers of a picture mean, in the form of its format.
///
/// It is no metadata: without it, a telephone's photo looks pale. A copy keeps it where the original
/// has colours; a profile of greys or of inks would not fit the copy.
struct ColourProfile {
  /// Whole segments or chunks.
  private var parts: [UInt8] = []

  /// The profile of a picture; `nil` where it has none that fits a copy.
  init?(of bytes: [UInt8], _ format: FileFormat) {
    switch format {
    case .jpeg: readJpeg(bytes)
    case .png: readPng(bytes)
    case .webp: readWebP(bytes)
    default: break
    }
    if parts.isEmpty { return nil }
  }

  /// A picture of the same format that was just encoded, with the profile.
  func added(to bytes: [UInt8], _ format: FileFormat, _ pixels: Pixels) -> [UInt8] {
    switch format {
    case .jpeg: return inserted(in: bytes, at: endOfFirstSegment(of: bytes))
    case .png: return inserted(in: bytes, at: endOfFirstChunk(of: bytes))
    case .webp: return addedToWebP(bytes, pixels)
    default: return bytes
    }
  }

  private func inserted(in bytes: [UInt8], at offset: Int?) -> [UInt8] {
    guard let offset else { return bytes }
    return bytes[..<offset] + parts + bytes[offset...]
  }
}

// MARK: - JPEG

extension ColourProfile {
  private mutating func readJpeg(_ bytes: [UInt8]) {
    guard var reader = try? JpegReader(bytes) else { return }
    var hasColours = false
    while let segment = (try? reader.next()) ?? nil,
      segment.marker != JpegSegment.Marker.startOfScan
    {
      if segment.isStartOfFrame {
        // The number of components is the sixth byte (T.81, B.2.2): three are colours of a screen.
        hasColours = bytes.byte(at: segment.parameters.lowerBound + 5) == 3
      } else if segment.marker == JpegSegment.Marker.app2,
        bytes.holds("ICC_PROFILE\0", at: segment.parameters.lowerBound)
      {
        parts += bytes[segment.range]
      }
    }
    if !hasColours { parts = [] }
  }

  /// JFIF's own segment has to come first.
  private func endOfFirstSegment(of bytes: [UInt8]) -> Int? {
    guard var reader = try? JpegReader(bytes) else { return nil }
    return ((try? reader.next()) ?? nil)?.range.upperBound
  }
}

// MARK: - PNG

extension ColourProfile {
  private mutating func readPng(_ bytes: [UInt8]) {
    var reader = PngReader(bytes)
    while let chunk = (try? reader.next()) ?? nil, chunk.type != "IDAT" {
      // The colour type is the tenth byte, and its second bit says that there are colours.
      if chunk.type == "IHDR", let type = bytes.byte(at: chunk.data.lowerBound + 9), type & 2 == 0 {
        return
      }
      if ["iCCP", "sRGB", "gAMA", "cHRM", "cICP"].contains(chunk.type) {
        parts += bytes[chunk.range]
      }
    }
  }

  private func endOfFirstChunk(of bytes: [UInt8]) -> Int? {
    var reader = PngReader(bytes)
    return ((try? reader.next()) ?? nil)?.range.upperBound
  }
}

// MARK: - WebP

extension ColourProfile {
  private mutating func readWebP(_ bytes: [UInt8]) {
    guard var reader = try? WebPReader(file: bytes) else { return }
    while let chunk = (try? reader.next()) ?? nil {
      if chunk.type == "ICCP" { parts += bytes[chunk.range] }
    }
  }

  /// A profile needs the extended header before it (RFC 9649, section 2.7).
  private func addedToWebP(_ bytes: [UInt8], _ pixels: Pixels) -> [UInt8] {
    guard var reader = try? WebPReader(file: bytes), let first = (try? reader.next()) ?? nil else {
      return bytes
    }
    let isExtended = first.type == "VP8X"
    let alphaBit: UInt8 = 0x10
    // Bit 28 of a lossless picture's header says that it has alpha (RFC 9649, section 3.4).
    let header = first.type == "VP8L" ? bytes.byte(at: first.data.lowerBound + 4) : nil
    let isClear = (header ?? 0) & 0x10 != 0
    let old = isExtended ? bytes[first.data.lowerBound] & alphaBit : isClear ? alphaBit : 0
    var chunks = Array("VP8X".utf8)
    chunks.append(littleEndian32: 10)
    chunks += [0x20 | old, 0, 0, 0]
    for side in [pixels.width - 1, pixels.height - 1] {
      for shift in [0, 8, 16] { chunks.append(UInt8(truncatingIfNeeded: side >> shift)) }
    }
    chunks += parts + bytes[(isExtended ? first.range.upperBound : first.range.lowerBound)...]
    var file = Array("RIFF".utf8)
    file.append(littleEndian32: chunks.count + 4)
    return file + "WEBP".utf8 + chunks
  }
}
