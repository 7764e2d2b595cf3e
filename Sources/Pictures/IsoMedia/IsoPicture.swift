/// What an AVIF or HEIC file tells of its picture: the `meta` box's items and their properties
/// (ISO/IEC 23008-12).
struct IsoPicture {
  private let bytes: [UInt8]
  private let file: IsoBoxes
  private let meta: IsoBoxes?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    file = IsoBoxes(bytes, in: bytes.indices)
    meta = file.first("meta").map { IsoBoxes(bytes, in: $0.content.dropFirst(4)) }
  }

  /// Whether every box that had to be read is as it should be.
  var isWhole: Bool { file.isWhole && (meta?.isWhole ?? false) && meta?.first("iprp") != nil }

  /// Whether an item of EXIF or XMP, or a box that could hold XMP, lies in the file.
  var carriesMetadata: Bool {
    file.boxes.contains { $0.isA("uuid") || $0.isA("moov") && IsoFilm.tellsPlace(bytes) }
      || itemTypes.contains { $0 == IsoBox.type("Exif") || $0 == IsoBox.type("mime") }
      || meta?.first("uuid") != nil
  }

  /// The types of the items, from the entries (`infe`) of the item information box; entries of
  /// versions 2 and 3 have one, and are what pictures use.
  private var itemTypes: [Int] {
    guard let information = meta?.first("iinf"),
      let version = bytes.byte(at: information.content.lowerBound)
    else { return [] }
    let header = version == 0 ? 6 : 8
    let entries = IsoBoxes(bytes, in: information.content.dropFirst(header))
    return entries.boxes.compactMap { entry in
      guard let version = bytes.byte(at: entry.content.lowerBound) else { return nil }
      let type = entry.content.dropFirst(version == 3 ? 10 : 8)
      return type.count >= 4 ? bytes.bigEndian32(at: type.lowerBound) : nil
    }
  }

  /// The largest size among the items, since thumbnails and the tiles of a grid are smaller.
  ///
  /// A quarter turn, which phones write for the picture as a whole, swaps the sides.
  var size: PictureSize? {
    guard let properties = meta?.first("iprp"),
      let container = IsoBoxes(bytes, in: properties.content).first("ipco")
    else { return nil }
    let boxes = IsoBoxes(bytes, in: container.content).boxes
    let sizes = boxes.filter { $0.isA("ispe") }.compactMap(extents)
    let isTurned = boxes.contains { box in
      box.isA("irot") && !box.content.isEmpty && bytes[box.content.lowerBound] & 1 == 1
    }
    guard let largest = sizes.max(by: { $0.pixels < $1.pixels }) else { return nil }
    return PictureSize(
      width: largest.width, height: largest.height, turned: isTurned ? .turnedRight : .upright)
  }

  /// Version and flags, then width and height in four bytes each.
  private func extents(_ box: IsoBox) -> PictureSize? {
    guard box.content.count >= 12, let width = bytes.bigEndian32(at: box.content.lowerBound + 4),
      let height = bytes.bigEndian32(at: box.content.lowerBound + 8)
    else { return nil }
    return PictureSize(width: width, height: height)
  }
}

extension PictureSize {
  /// The size of an AVIF or HEIC picture.
  init?(isoMedia bytes: [UInt8]) {
    guard let size = IsoPicture(bytes).size else { return nil }
    self = size
  }
}
