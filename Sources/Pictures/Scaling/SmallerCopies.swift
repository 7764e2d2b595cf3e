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
  package static var version: String { "2 \(picture_codecs_version())" }

  /// The copies of these sizes, in their order; `nil` where the picture's own bytes are to take the
  /// place of a copy.
  ///
  /// They do where the picture cannot be decoded, or becomes no shorter: so a page that names a copy
  /// always shows the picture.
  package static func make(of file: PublishedFile, sizes: [PictureSize]) -> [[UInt8]?] {
    guard let format = picture_format(encoding: file), let all = pixels(of: file, sizes) else {
      return sizes.map { _ in nil }
    }
    let profile = ColourProfile(of: file.bytes, file.format)
    return all.map { pixels in
      file.ways(of: format).lazy.compactMap { way -> [UInt8]? in
        let encoded =
          switch way {
          case .whole: pixels.encoded(format, mayBeShades: profile == nil)
          case .colours(let most): pixels.encodedAsPalette(most: most)
          }
        return encoded.map { profile?.added(to: $0, file.format, pixels) ?? $0 }
      }.first { $0.count < file.bytes.count }
    }
  }

  /// The pixels of the copies as they are shown; `nil` where the picture cannot be decoded.
  static func pixels(of file: PublishedFile, _ sizes: [PictureSize]) -> [Pixels]? {
    let order = sizes.indices.sorted { sizes[$0].width > sizes[$1].width }
    let orientation = Orientation(of: file.bytes, file.format)
    var work = SmallerCopies(file, orientation: orientation)
    guard work.decode(order.map { sizes[$0] }) else { return nil }
    var pixels: [Int: Pixels] = [:]
    for (index, copy) in zip(order, work.copies) { pixels[index] = copy.pixels.turned(orientation) }
    return sizes.indices.compactMap { pixels[$0] }
  }

  private init(_ file: PublishedFile, orientation: Orientation) {
    self.file = file
    self.orientation = orientation
  }

  /// The sides of a copy before it is turned.
  private func stored(_ size: PictureSize) -> (width: Int, height: Int) {
    orientation.swapsSides ? (size.height, size.width) : (size.width, size.height)
  }

  /// Decodes the picture into copies of these sizes, the widest first.
  private mutating func decode(_ sizes: [PictureSize]) -> Bool {
    guard let widest = sizes.first.map(stored) else { return false }
    return file.bytes.withUnsafeBufferPointer { bytes in
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

extension picture_format {
  /// The format of the copies of a picture: its own, and of a drawing in WebP without loss.
  fileprivate init?(encoding file: PublishedFile) {
    self.init(file.format)
    if file.format == .webp, file.isLosslessWebP { self = PICTURE_WEBP_LOSSLESS }
  }
}

/// How the pixels of a copy may be written.
private enum WayOfWriting {
  /// Each with all that it has.
  case whole
  /// Each as the nearest of so many colours.
  case colours(Int)
}

extension PublishedFile {
  /// How its copies are written, tried in this order until one is shorter than the picture.
  ///
  /// A PNG of few colours, such as a picture of a screen or a scan in black and white, is short: its
  /// copies have many colours where edges are smoothed, and would be longer if all were kept.
  fileprivate func ways(of format: picture_format) -> [WayOfWriting] {
    guard format == PICTURE_PNG else { return [.whole] }
    let few: [WayOfWriting] = [.colours(256), .colours(16)]
    return isPalettePng ? few : [.whole] + few
  }

  /// Whether it is a PNG whose pixels are numbers of colours (colour type 3: PNG specification, section 11.2.2).
  private var isPalettePng: Bool {
    var reader = PngReader(bytes)
    guard let header = (try? reader.next()) ?? nil else { return false }
    return bytes.byte(at: header.data.lowerBound + 9) == 3
  }

  /// Whether it is a WebP that stores every pixel as it is, such as a drawing.
  fileprivate var isLosslessWebP: Bool {
    guard var reader = try? WebPReader(file: bytes) else { return false }
    while let chunk = (try? reader.next()) ?? nil {
      if chunk.type == "VP8L" { return true }
    }
    return false
  }
}
