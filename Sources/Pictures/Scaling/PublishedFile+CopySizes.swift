extension PublishedFile {
  /// The widths of smaller copies: for a list, for a telephone, for a window on a fine screen.
  private static let copyWidths = [400, 800, 1600]

  /// The sizes of the smaller copies that the picture is worth, the smallest first; none of a drawing
  /// or an animation.
  ///
  /// No copy is nearly as wide as the picture, and none is larger.
  package var copySizes: [PictureSize] {
    guard let size, size.width * 4 >= (Self.copyWidths.first ?? 0) * 5, isScaled else { return [] }
    return Self.copyWidths.filter { $0 * 5 <= size.width * 4 }.compactMap { width in
      let height = max(1, (size.height * width + size.width / 2) / size.width)
      return PictureSize(width: width, height: height)
    }
  }

  private var isScaled: Bool {
    switch format {
    case .jpeg: true
    case .png: !isAnimatedPng
    case .webp: !isAnimatedWebP
    default: false
    }
  }

  private var isAnimatedPng: Bool {
    var reader = PngReader(bytes)
    while let chunk = (try? reader.next()) ?? nil, chunk.type != "IDAT" {
      if chunk.type == "acTL" { return true }
    }
    return false
  }

  private var isAnimatedWebP: Bool {
    guard var reader = try? WebPReader(file: bytes) else { return false }
    while let chunk = (try? reader.next()) ?? nil {
      if chunk.type == "ANIM" || chunk.type == "ANMF" { return true }
    }
    return false
  }
}
