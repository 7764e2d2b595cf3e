/// The few colours that stand best for those of a picture, found by cutting the box of all its colours
/// in two where it is longest, again and again (median cut; Heckbert 1982).
struct Palette {
  /// Red, green, blue and alpha of each colour, a byte each.
  private(set) var bytes: [UInt8] = []
  /// The number of the colour that stands for each colour of the picture.
  private var numbers: [UInt32: UInt8] = [:]

  /// The colours of a picture, at most so many, and never more than 256.
  init(of pixels: [UInt8], most: Int) {
    var counts: [UInt32: Int] = [:]
    for start in stride(from: 0, to: pixels.count, by: 4) {
      counts[packed(pixels, at: start), default: 0] += 1
    }
    let colours = counts.map { Colour(packed: $0.key, count: $0.value) }
      .sorted { $0.packed < $1.packed }
    for box in boxes(of: colours, most: min(most, 256)) {
      let number = UInt8(bytes.count / 4)
      for colour in box.colours { numbers[colour.packed] = number }
      bytes += box.mean
    }
  }

  /// The numbers of a picture's pixels.
  func numbers(of pixels: [UInt8]) -> [UInt8] {
    stride(from: 0, to: pixels.count, by: 4).map { numbers[packed(pixels, at: $0)] ?? 0 }
  }
}

private func packed(_ pixels: [UInt8], at start: Int) -> UInt32 {
  pixels[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
}

/// Cuts the box of all colours until there are enough boxes or every colour has its own.
private func boxes(of colours: [Colour], most: Int) -> [ColourBox] {
  guard !colours.isEmpty else { return [] }
  var boxes = [ColourBox(colours)]
  while boxes.count < most,
    let widest = boxes.indices.max(by: { boxes[$0].weight < boxes[$1].weight }),
    boxes[widest].weight > 0
  {
    let (low, high) = boxes[widest].halves
    boxes[widest] = low
    boxes.append(high)
  }
  return boxes
}

/// A colour of a picture, and how many pixels have it.
private struct Colour {
  let packed: UInt32
  let count: Int

  func part(_ index: Int) -> Int { Int(packed >> UInt32(24 - 8 * index) & 0xFF) }
}

/// Colours that are near each other.
private struct ColourBox {
  let colours: [Colour]
  /// The part in which they differ most: red, green, blue or alpha.
  private let part: Int
  private let length: Int
  private let pixels: Int

  init(_ colours: [Colour]) {
    let lengths = (0..<4).map { part in
      let values = colours.map { $0.part(part) }
      return (values.max() ?? 0) - (values.min() ?? 0)
    }
    self.colours = colours
    part = lengths.indices.max { lengths[$0] < lengths[$1] } ?? 0
    length = lengths[part]
    pixels = colours.reduce(0) { $0 + $1.count }
  }

  /// How much a cut is worth: nothing where there is one colour.
  var weight: Int { length * length * pixels }

  /// The box cut where half of its pixels lie on either side, and no half is empty.
  var halves: (ColourBox, ColourBox) {
    let sorted = colours.sorted { ($0.part(part), $0.packed) < ($1.part(part), $1.packed) }
    var before = 0
    var cut = 0
    while cut < sorted.count - 1, cut == 0 || 2 * before < pixels {
      before += sorted[cut].count
      cut += 1
    }
    return (ColourBox(Array(sorted[..<cut])), ColourBox(Array(sorted[cut...])))
  }

  /// The mean of the colours of all pixels.
  var mean: [UInt8] {
    (0..<4).map { part in
      let sum = colours.reduce(0) { $0 + $1.part(part) * $1.count }
      return UInt8((sum + pixels / 2) / pixels)
    }
  }
}
