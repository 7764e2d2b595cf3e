import PictureCodecs

/// Makes smaller copies of a picture that is fit to publish, all while it is decoded once.
///
/// ```
/// rows of bytes ─► light ─► AreaAverage ─► AreaAverage ─► …      the widest first
///                                │              │
///                              Pixels         Pixels ─► turned, encoded
/// ```
///
/// At no time is a whole large picture in memory, unless its format stores it in several passes.
package struct SmallerCopies {
  private let file: PublishedFile
  private let orientation: Orientation
  /// From the widest to the narrowest.
  private var copies: [(average: AreaAverage, pixels: Pixels)] = []

  /// Changes whenever the same picture could become other bytes, by us or by a library.
  package static var version: String { "1 \(picture_codecs_version())" }

  /// The copies of these sizes, in their order.
  ///
  /// Where a picture cannot be decoded, or becomes no shorter, its own bytes take the place of a copy,
  /// so that a page that names a copy always shows the picture.
  package static func make(of file: PublishedFile, sizes: [PictureSize]) -> [[UInt8]] {
    var work = SmallerCopies(file, orientation: Orientation(of: file.bytes, file.format))
    let ordered = sizes.enumerated().sorted { $0.element.width > $1.element.width }
    let encoded = work.encoded(ordered.map(\.element)) ?? []
    var made = [[UInt8]](repeating: file.bytes, count: sizes.count)
    for (place, bytes) in zip(ordered.map(\.offset), encoded) where bytes.count < file.bytes.count {
      made[place] = bytes
    }
    return made
  }

  private init(_ file: PublishedFile, orientation: Orientation) {
    self.file = file
    self.orientation = orientation
  }

  private mutating func encoded(_ sizes: [PictureSize]) -> [[UInt8]]? {
    guard let format = picture_format(file.format), let widest = sizes.first,
      decode(stored(widest), sizes)
    else { return nil }
    let form = file.isLosslessWebP ? PICTURE_WEBP_LOSSLESS : format
    let profile = ColourProfile(of: file.bytes, file.format)
    return copies.map { copy in
      let pixels = copy.pixels.turned(orientation)
      guard let bytes = pixels.encoded(form) else { return file.bytes }
      return profile?.added(to: bytes, file.format, pixels) ?? bytes
    }
  }

  /// The sides of a copy before it is turned.
  private func stored(_ size: PictureSize) -> (width: Int, height: Int) {
    orientation.swapsSides ? (size.height, size.width) : (size.width, size.height)
  }

  private mutating func decode(_ widest: (width: Int, height: Int), _ sizes: [PictureSize]) -> Bool {
    file.bytes.withUnsafeBufferPointer { bytes in
      guard let decoder = PictureDecoder(bytes, file.format, leastWidth: widest.width),
        decoder.width >= widest.width, decoder.height >= widest.height
      else { return false }
      begin(sizes, from: (decoder.width, decoder.height))
      var row = [UInt8](repeating: 0, count: 4 * decoder.width)
      var light = [Float](repeating: 0, count: row.count)
      for _ in 0..<decoder.height {
        guard decoder.read(into: &row) else { return false }
        lighten(row, into: &light)
        pass(light)
      }
      return true
    }
  }

  private mutating func begin(_ sizes: [PictureSize], from decoded: (width: Int, height: Int)) {
    var old = decoded
    copies = sizes.map { size in
      let new = stored(size)
      defer { old = new }
      return (AreaAverage(from: old, to: new), Pixels(width: new.width, height: new.height))
    }
  }

  /// Hands a row down from each copy to the next narrower one.
  private mutating func pass(_ row: [Float]) {
    var row = row
    for index in copies.indices {
      guard let next = copies[index].average.add(row) else { return }
      copies[index].pixels.add(next)
      row = next
    }
  }
}

/// The light of a row of bytes, colours multiplied by alpha.
private func lighten(_ row: [UInt8], into light: inout [Float]) {
  let amounts = LinearLight.tables.amounts
  for start in stride(from: 0, to: row.count, by: 4) {
    let alpha = Float(row[start + 3]) / 255
    for part in 0..<3 { light[start + part] = amounts[Int(row[start + part])] * alpha }
    light[start + 3] = alpha
  }
}

extension PublishedFile {
  /// Whether it is a WebP that stores every pixel as it is, such as a drawing.
  fileprivate var isLosslessWebP: Bool {
    guard format == .webp, var reader = try? WebPReader(file: bytes) else { return false }
    while let chunk = (try? reader.next()) ?? nil {
      if chunk.type == "VP8L" { return true }
    }
    return false
  }
}
