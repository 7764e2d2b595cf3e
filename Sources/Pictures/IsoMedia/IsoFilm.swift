/// What an MP4 or QuickTime film tells of where it was taken: phones write that into every film.
enum IsoFilm {
  /// Whether a box of a place (`©xyz`, `loci`), or Apple's key for one, lies among the film's data
  /// about itself.
  static func tellsPlace(_ bytes: [UInt8]) -> Bool {
    var waiting = [bytes.indices]
    while let range = waiting.popLast() {
      for box in IsoBoxes(bytes, in: range).boxes {
        if box.isA("©xyz") || box.isA("loci") { return true }
        if box.isA("keys"), bytes.firstOffset(of: appleKey, in: box.content) != nil { return true }
        if box.isA("uuid") || box.isA("XMP_") || box.isA("udta"),
          PictureMetadata(scanning: bytes, in: box.content).tellsPlace
        {
          return true
        }
        if box.isA("stsd"), holdsTrackOfPlaces(bytes, in: box.content) { return true }
        if containers.contains(where: box.isA) { waiting.append(content(of: box, in: bytes)) }
      }
    }
    return false
  }

  private static let appleAuthor = "com.apple.quicktime.author"
  private static let appleKey = "com.apple.quicktime.location"
  private static let containers = ["moov", "udta", "trak", "meta", "mdia", "minf", "stbl"]

  /// Whether a track holds the way that a camera took, as GoPro (`gpmd`) and Google (`camm`) write
  /// it.
  private static func holdsTrackOfPlaces(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    ["gpmd", "camm"].contains { bytes.holds($0, at: range.lowerBound + 12) }
  }

  /// Whether the film names who made it: boxes of QuickTime and 3GPP, or Apple's key; in a file of
  /// sound alone, that is the musician.
  static func namesAuthor(_ bytes: [UInt8]) -> Bool {
    guard showsPictures(bytes) else { return false }
    var waiting = [bytes.indices]
    while let range = waiting.popLast() {
      for box in IsoBoxes(bytes, in: range).boxes {
        if ["©aut", "©ART", "auth"].contains(where: box.isA), box.content.count > 4 { return true }
        if box.isA("keys"), bytes.firstOffset(of: appleAuthor, in: box.content) != nil {
          return true
        }
        if containers.contains(where: box.isA) { waiting.append(content(of: box, in: bytes)) }
      }
    }
    return false
  }

  /// Whether it is a film, by the brand that files of sound alone have.
  static func showsPictures(_ bytes: [UInt8]) -> Bool {
    !["M4A ", "M4B ", "M4P "].contains { bytes.holds($0, at: 8) }
  }

  /// The boxes inside a container; `meta` in an MP4, unlike in QuickTime, has four bytes of version
  /// and flags before them.
  private static func content(of box: IsoBox, in bytes: [UInt8]) -> Range<Int> {
    let isVersioned = box.isA("meta") && bytes.bigEndian32(at: box.content.lowerBound) == 0
    return isVersioned ? box.content.dropFirst(4) : box.content
  }
}
