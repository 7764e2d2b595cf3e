/// What a film or a recording says of itself in words: its title, who made it, comments.
enum MediaTags {
  /// Nobody writes longer ones; a cover picture is no text.
  static let longest = 65_536

  static func pieces(of bytes: [UInt8], _ format: FileFormat) -> [TextPiece] {
    let texts =
      switch format {
      case .mp3: Id3Tags.texts(in: bytes)
      case .mp4: IsoTags.texts(in: bytes)
      case .ogg: VorbisComments.texts(in: bytes)
      default: [[UInt8]]()
      }
    return texts.filter { text in text.contains { !$0.isSpace } }.map { TextPiece($0, line: 0) }
  }
}

/// The tags of an MP3 (ID3v2.2 to 2.4 at its beginning, ID3v1 at its end).
enum Id3Tags {
  static func texts(in bytes: [UInt8]) -> [[UInt8]] {
    framesAtBeginning(bytes) + fieldsAtEnd(bytes)
  }

  private static func framesAtBeginning(_ bytes: [UInt8]) -> [[UInt8]] {
    guard bytes.holds("ID3"), let version = bytes.byte(at: 3), let size = bytes.sevenBits(at: 6)
    else { return [] }
    let isShort = version == 2
    let header = isShort ? 6 : 10
    let end = min(10 + size, bytes.count)
    var texts: [[UInt8]] = []
    var offset = 10
    while offset + header <= end, bytes[offset] >= 0x30 {
      let length =
        isShort
        ? bytes.bigEndian24(at: offset + 3)
        : version == 4 ? bytes.sevenBits(at: offset + 4) : bytes.bigEndian32(at: offset + 4)
      guard let length, length <= end - offset - header else { break }
      let content = offset + header..<offset + header + length
      if let text = text(ofFrame: bytes[offset], bytes[content]) { texts.append(text) }
      offset = content.upperBound
    }
    return texts
  }

  /// The text of a frame for text (`T…`), comments (`COM…`) or words that are sung (`U…`).
  private static func text(ofFrame first: UInt8, _ content: ArraySlice<UInt8>) -> [UInt8]? {
    guard let encoding = content.first, content.count <= MediaTags.longest else { return nil }
    let isText = first == UInt8(ascii: "T")
    guard isText || "CU".utf8.contains(first) else { return nil }
    // A language goes before a comment.
    let text = Array(content.dropFirst(isText ? 1 : 4))
    switch encoding {
    case 1, 2:
      let marked = text.holds([0xFF, 0xFE]) || text.holds([0xFE, 0xFF])
      return withoutZeros(ReadableText.utf8((marked ? [] : [0xFE, 0xFF]) + text))
    default: return ReadableText.utf8(withoutZeros(text))
    }
  }

  private static func fieldsAtEnd(_ bytes: [UInt8]) -> [[UInt8]] {
    let start = bytes.count - 128
    guard bytes.holds("TAG", at: start) else { return [] }
    return [3, 33, 63, 97].map { place in
      let field = bytes[(start + place)..<(start + place + 30)].prefix { $0 != 0 }
      return ReadableText.utf8(Array(field))
    }
  }

  /// Parts of a text are separated by zeros.
  private static func withoutZeros(_ text: [UInt8]) -> [UInt8] {
    text.map { $0 == 0 ? 0x0A : $0 }
  }
}

/// The words in the boxes of an MP4 or QuickTime film about itself: those of iTunes, each in a box
/// `data`, and those of QuickTime, with their length and language before them.
enum IsoTags {
  static func texts(in bytes: [UInt8]) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var waiting = [bytes.indices]
    while let range = waiting.popLast() {
      for box in IsoBoxes(bytes, in: range).boxes {
        if box.isA("ilst") {
          texts += IsoBoxes(bytes, in: box.content).boxes.flatMap { values(in: $0, bytes) }
        } else if box.type >> 24 == 0xA9 {
          texts += text(ofQuickTime: box.content, bytes)
        } else if ["moov", "udta", "trak"].contains(where: box.isA) {
          waiting.append(box.content)
        } else if box.isA("meta") {
          let isVersioned = bytes.bigEndian32(at: box.content.lowerBound) == 0
          waiting.append(isVersioned ? box.content.dropFirst(4) : box.content)
        }
      }
    }
    return texts
  }

  /// Values of the type 1 are UTF-8.
  private static func values(in item: IsoBox, _ bytes: [UInt8]) -> [[UInt8]] {
    IsoBoxes(bytes, in: item.content).boxes.compactMap { box in
      guard box.isA("data"), bytes.bigEndian32(at: box.content.lowerBound) == 1,
        (8...MediaTags.longest).contains(box.content.count)
      else { return nil }
      return ReadableText.utf8(Array(bytes[box.content.dropFirst(8)]))
    }
  }

  private static func text(ofQuickTime content: Range<Int>, _ bytes: [UInt8]) -> [[UInt8]] {
    guard let length = bytes.bigEndian16(at: content.lowerBound), length > 0,
      length <= content.count - 4
    else { return [] }
    let start = content.lowerBound + 4
    return [ReadableText.utf8(Array(bytes[start..<(start + length)]))]
  }
}

/// The comments of an Ogg film or recording, in one of its first pages: `TITLE=…`.
enum VorbisComments {
  static func texts(in bytes: [UInt8]) -> [[UInt8]] {
    let beginning = 0..<min(bytes.count, MediaTags.longest)
    for mark in ["\u{3}vorbis", "OpusTags", "theora"] {
      var offset = 0
      while let found = bytes.firstOffset(of: mark, in: offset..<beginning.upperBound) {
        offset = found + mark.utf8.count
        let texts = comments(bytes, at: offset)
        if !texts.isEmpty { return texts }
      }
    }
    return []
  }

  /// The name of the program, the number of comments, and the comments, each behind its length.
  private static func comments(_ bytes: [UInt8], at start: Int) -> [[UInt8]] {
    guard let vendor = bytes.littleEndian32(at: start), vendor < 256,
      let count = bytes.littleEndian32(at: start + 4 + vendor), count <= 256
    else { return [] }
    var texts: [[UInt8]] = []
    var offset = start + 8 + vendor
    for _ in 0..<count {
      guard let length = bytes.littleEndian32(at: offset), length <= MediaTags.longest,
        length <= bytes.count - offset - 4
      else { break }
      let comment = bytes[(offset + 4)..<(offset + 4 + length)]
      texts.append(ReadableText.utf8(Array(comment.drop { $0 != 0x3D }.dropFirst())))
      offset += 4 + length
    }
    return texts
  }
}

extension [UInt8] {
  /// A number of four bytes of which the highest bits are not used.
  fileprivate func sevenBits(at offset: Int) -> Int? {
    guard offset + 4 <= count else { return nil }
    return self[offset..<(offset + 4)].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
  }

  fileprivate func bigEndian24(at offset: Int) -> Int? {
    guard offset + 3 <= count else { return nil }
    return self[offset..<(offset + 3)].reduce(0) { $0 << 8 | Int($1) }
  }
}
