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
        if containers.contains(where: box.isA) { waiting.append(content(of: box, in: bytes)) }
      }
    }
    return false
  }

  private static let appleKey = "com.apple.quicktime.location"
  private static let containers = ["moov", "udta", "trak", "meta"]

  /// The boxes inside a container; `meta` in an MP4, unlike in QuickTime, has four bytes of version
  /// and flags before them.
  private static func content(of box: IsoBox, in bytes: [UInt8]) -> Range<Int> {
    let isVersioned = box.isA("meta") && bytes.bigEndian32(at: box.content.lowerBound) == 0
    return isVersioned ? box.content.dropFirst(4) : box.content
  }
}
