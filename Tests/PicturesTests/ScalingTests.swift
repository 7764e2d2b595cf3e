import PictureCodecs
import Testing

@testable import Pictures

@Suite("Smaller copies of pictures")
struct ScalingTests {
  @Test(
    "a picture has the copies that are at least a quarter narrower, with its own proportions",
    arguments: [
      ((1, 1), []), ((499, 300), []), ((500, 1), ["400x1"]), ((999, 500), ["400x200"]),
      ((1000, 700), ["400x280", "800x560"]), ((1999, 1000), ["400x200", "800x400"]),
      ((2000, 1000), ["400x200", "800x400", "1600x800"]),
      ((3000, 4000), ["400x533", "800x1067", "1600x2133"]),
    ] as [((Int, Int), [String])])
  func sizes(size: (Int, Int), copies: [String]) throws {
    let bytes =
      PngSample.signature + PngSample.header(size.0, size.1) + PngSample.pixels(1, 1)
      + PngSample.end
    let file = try PublishedFile(bytes, named: "a.png")
    #expect(file.copySizes.map { "\($0.width)x\($0.height)" } == copies)
  }

  @Test("what moves, a drawing and a film of colours have none")
  func none() throws {
    let moving =
      PngSample.signature + PngSample.header(4000, 30)
      + PngSample.chunk("acTL", big32(2) + big32(0))
      + PngSample.pixels(1, 1) + PngSample.end
    #expect(try PublishedFile(moving, named: "a.png").copySizes == [])
    let frame = WebPSample.chunk(
      "ANMF", [UInt8](repeating: 0, count: 16) + WebPSample.lossless(4000, 30))
    let film = WebPSample.file(
      WebPSample.header(flags: 0x02, 4000, 30)
        + WebPSample.chunk("ANIM", [UInt8](repeating: 0, count: 6)) + frame)
    #expect(try PublishedFile(film, named: "a.webp").copySizes == [])
    let drawing = latin("<svg xmlns='http://www.w3.org/2000/svg' width='4000' height='30'></svg>")
    #expect(try PublishedFile(drawing, named: "a.svg").copySizes == [])
  }

  @Test("black and white lines become the grey that they are from afar, not a darker one")
  func linearLight() throws {
    let file = try png(2, 1, type: 0, [[0, 255]])
    #expect(try pixels(of: file, 1, 1).bytes == [188, 188, 188, 255])
  }

  @Test("a pixel that covers parts of several takes of each as much as it covers")
  func shares() throws {
    let file = try png(3, 3, type: 0, [[255, 255, 0], [255, 255, 0], [0, 0, 0]])
    let corner = try pixels(of: file, 2, 2)
    // Of four ninths of light each 1, 1/3, 1/3 and 1/9.
    #expect(shades(of: corner) == [255, 156, 156, 94])
  }

  @Test("what is clear has no colour to give, and edges stay half clear")
  func alpha() throws {
    let file = try png(2, 1, type: 6, [[255, 0, 0, 255, 0, 255, 0, 0]])
    #expect(try pixels(of: file, 1, 1).bytes == [255, 0, 0, 128])
  }

  @Test(
    "a picture is turned as its eight orientations say",
    arguments: [
      (1, "ab/cd/ef"), (2, "ba/dc/fe"), (3, "fe/dc/ba"), (4, "ef/cd/ab"), (5, "ace/bdf"),
      (6, "eca/fdb"), (7, "fdb/eca"), (8, "bdf/ace"),
    ])
  func turned(number: Int, shown: String) throws {
    let letters = Array("abcdef".utf8)
    let rows = stride(from: 0, to: 6, by: 2).map { Array(letters[$0..<$0 + 2]) }
    let exif = PngSample.chunk("eXIf", bareExif(orientation: number))
    let file = try png(2, 3, type: 0, rows, before: exif)
    let size = try #require(file.size)
    let turned = try pixels(of: file, size.width, size.height)
    let lines = stride(from: 0, to: 6, by: size.width).map { start in
      String(decoding: shades(of: turned)[start..<start + size.width], as: UTF8.self)
    }
    #expect(lines.joined(separator: "/") == shown)
  }

  @Test("every kind of PNG is read: bits, palettes, sixteen bits, passes, a clear colour")
  func kindsOfPng() throws {
    let red: [UInt8] = [255, 0, 0, 255]
    let clear: [UInt8] = [0, 0, 0, 0]
    let bits = try png(2, 1, depth: 1, type: 0, [[0b0100_0000]])
    #expect(shades(of: try pixels(of: bits, 2, 1)) == [0, 255])
    let colours = PngSample.chunk("PLTE", [0, 0, 0, 255, 0, 0]) + PngSample.chunk("tRNS", [0])
    let palette = try png(2, 1, depth: 8, type: 3, [[1, 0]], before: colours)
    #expect(try pixels(of: palette, 2, 1).bytes == red + clear)
    let sixteen = try png(1, 1, depth: 16, type: 2, [[0xFF, 0xFF, 0, 0, 0, 0]])
    #expect(try pixels(of: sixteen, 1, 1).bytes == red)
    // Of two by two pixels, the first is in the first pass, its neighbour in the sixth, the second
    // row in the seventh.
    let passes = try png(2, 2, type: 0, isInterlaced: true, [[10], [20], [30, 40]])
    #expect(shades(of: try pixels(of: passes, 2, 2)) == [10, 20, 30, 40])
  }

  @Test("grey JPEG, and one of four inks, have their colours")
  func kindsOfJpeg() throws {
    let grey = try PublishedFile(RealJpeg.grey, named: "a.jpg")
    #expect(grey.size == PictureSize(width: 16, height: 8))
    #expect(shades(of: try pixels(of: grey, 2, 1)) == [200, 40])
    let inks = try PublishedFile(RealJpeg.inks, named: "a.jpg")
    #expect(try pixels(of: inks, 2, 1).bytes == [255, 0, 0, 255, 0, 0, 255, 255])
  }

  @Test("WebP is read and written with its alpha, with loss and without")
  func webP() throws {
    let painted = noise(600, 400, alpha: 0.5)
    for format in [PICTURE_WEBP, PICTURE_WEBP_LOSSLESS] {
      let encoded = try #require(painted.encoded(format))
      let file = try PublishedFile(encoded, named: "a.webp")
      let size = try #require(file.copySizes.first)
      let copy = try narrowest(file)
      let published = try PublishedFile(copy, named: "a.webp")
      #expect(published.size == size)
      let chunks = WebPSample.chunks(of: copy).map(\.type)
      #expect(chunks.contains("VP8L") == (format == PICTURE_WEBP_LOSSLESS))
      let alphas = stride(from: 3, to: 400, by: 4).map {
        (try? pixels(of: published, 400, size.height))?.bytes[$0]
      }
      #expect(alphas.allSatisfy { $0 == 128 })
    }
  }

  @Test("a copy is of its picture's format and size, shorter, and the same every time")
  func copies() throws {
    let painted = noise(1000, 100)
    for (format, name) in formats {
      let encoded = try #require(painted.encoded(format))
      let file = try PublishedFile(encoded, named: name)
      let copies = SmallerCopies.make(of: file, sizes: file.copySizes)
      #expect(copies.count == 2)
      for (copy, size) in zip(copies, file.copySizes) {
        let copy = try #require(copy)
        #expect(copy.count < file.bytes.count)
        let published = try PublishedFile(copy, named: name)
        #expect(published.size == size)
        #expect(published.format == file.format)
      }
      #expect(SmallerCopies.make(of: file, sizes: file.copySizes) == copies)
    }
  }

  @Test("a picture in greys has copies in greys")
  func greys() throws {
    var random = SeededGenerator(state: 2)
    let rows = (0..<40).map { _ in (0..<600).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    let copy = try narrowest(try png(600, 40, type: 0, rows))
    #expect(PngSample.chunks(of: copy).first?.data.dropFirst(8).prefix(2) == [8, 0])
  }

  @Test("a picture of few colours has copies of few colours, each shorter and like it")
  func palettes() throws {
    let painted = noise(1000, 400, shades: [0, 90, 180, 255])
    let file = try PublishedFile(try #require(painted.encodedAsPalette(most: 256)), named: "a.png")
    for (copy, size) in zip(SmallerCopies.make(of: file, sizes: file.copySizes), file.copySizes) {
      let published = try PublishedFile(try #require(copy), named: "a.png")
      #expect(published.size == size)
      #expect(published.bytes.count < file.bytes.count)
      #expect(PngSample.chunks(of: published.bytes).first?.data.dropFirst(9).first == 3)
      let shown = try pixels(of: published, size.width, size.height).bytes
      let wanted = try pixels(of: file, size.width, size.height).bytes
      let differences = zip(shown, wanted).map { abs(Int($0) - Int($1)) }
      #expect(differences.reduce(0, +) < 20 * differences.count)
    }
  }

  @Test("a palette keeps every colour that there is room for, and how clear it is")
  func palette() throws {
    let colours: [UInt8] = [255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 128, 255, 0, 0, 255]
    let few = Palette(of: colours, most: 256)
    #expect(few.bytes.count == 12)
    let shown = few.numbers(of: colours).flatMap { number in
      few.bytes[4 * Int(number)..<4 * Int(number) + 4]
    }
    #expect(shown == colours)
    let one = Palette(of: [0, 0, 0, 255, 0, 0, 0, 255, 90, 90, 90, 255], most: 1)
    #expect(one.bytes == [30, 30, 30, 255])
    #expect(Palette(of: noise(300, 10).bytes, most: 300).bytes.count == 4 * 256)
  }

  @Test("a copy has the colour profile and nothing else that the picture says")
  func profile() throws {
    let painted = noise(600, 40)
    let plain = try #require(painted.encoded(PICTURE_JPEG))
    let photo =
      JpegSample.start + JpegSample.exif(cameraExif(orientation: 1)) + JpegSample.profile
      + JpegSample.segment(0xFE, latin("Ada was here")) + plain.dropFirst(2)
    let file = try PublishedFile(photo, named: "a.jpg")
    let copy = try narrowest(file)
    #expect(JpegSample.segments(of: copy).prefix(2).map(\.marker) == [0xE0, 0xE2])
    #expect(!copy.mentions("Exif"))
    #expect(!copy.mentions("Ada"))
    let webP = try #require(painted.encoded(PICTURE_WEBP))
    let profiled = WebPSample.file(
      WebPSample.header(flags: 0x20, 600, 40) + WebPSample.chunk("ICCP", latin("profile"))
        + webP.dropFirst(12))
    let second = try PublishedFile(profiled, named: "a.webp")
    let small = try narrowest(second)
    #expect(WebPSample.chunks(of: small).map(\.type) == ["VP8X", "ICCP", "VP8 "])
    #expect(WebPSample.chunks(of: small).first?.data.first == 0x20)
    #expect(try PublishedFile(small, named: "a.webp").size == second.copySizes.first)
  }

  @Test("what is damaged, cut short or claims to be huge has no copy, and does no harm")
  func damaged() throws {
    let painted = noise(600, 400)
    let size = try #require(PictureSize(width: 400, height: 267))
    let jpeg = try #require(painted.encoded(PICTURE_JPEG))
    let png = try #require(painted.encoded(PICTURE_PNG))
    var bent = png
    bent[png.count / 2] ^= 0x55
    let huge =
      PngSample.signature + PngSample.header(6000, 6000, type: 6, isInterlaced: true)
      + PngSample.pixels(9, 9) + PngSample.end
    let files: [(String, [UInt8])] = [
      ("a.jpg", jpeg.prefix(jpeg.count / 2) + [0xFF, 0xD9]), ("a.png", bent), ("a.png", huge),
      ("a.jpg", JpegSample.start + JpegSample.frame(6000, 6000) + JpegSample.scan + JpegSample.end),
      ("a.webp", WebPSample.file(WebPSample.lossy(600, 400))),
    ]
    for (name, bytes) in files {
      let file = try PublishedFile(bytes, named: name)
      #expect(SmallerCopies.make(of: file, sizes: [size]) == [nil], "\(name)")
    }
  }

  @Test("bytes that somebody changed anywhere do no harm")
  func hostile() throws {
    var random = SeededGenerator(state: 7)
    let painted = noise(64, 48)
    let size = try #require(PictureSize(width: 32, height: 24))
    for (format, name) in formats {
      let whole = try #require(painted.encoded(format))
      for _ in 0..<200 {
        var bytes = whole
        for _ in 0..<3 {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
        guard let file = try? PublishedFile(bytes, named: name) else { continue }
        let copies = SmallerCopies.make(of: file, sizes: [size])
        #expect(copies.allSatisfy { ($0?.count ?? 0) < bytes.count })
      }
    }
  }
}

private let formats = [(PICTURE_JPEG, "a.jpg"), (PICTURE_PNG, "a.png"), (PICTURE_WEBP, "a.webp")]

/// Pictures in JPEG as another program encoded them: two halves, 16 by 8 pixels together.
private enum RealJpeg {
  /// A light grey beside a dark one, 200 and 40.
  static let grey = hexadecimal(
    """
    ffd8ffe000104a46494600010100000100010000ffdb004300010101010101010101010101010101010101010101\
    01010101010101010101010101010101010101010101010101010101010101010101010101010101010101ffc000\
    0b080008001001011100ffc4001500010100000000000000000000000000000a0bffc40014100100000000000000\
    000000000000000000ffda0008010100003f0048097fbfffd9
    """)

  /// Red beside blue, in the inverted inks of Adobe's programs.
  static let inks = hexadecimal(
    """
    ffd8ffee000e41646f626500640000000000ffdb0043000101010101010101010101010101010101010101010101\
    0101010101010101010101010101010101010101010101010101010101010101010101010101010101ffc0001408\
    00080010044311004d11005911004b1100ffc4001600010101000000000000000000000000000b000affc4001410\
    0100000000000000000000000000000000ffda000e0443004d0059004b00003f00dfc0ff00c7fedfc001d1fe13ff\
    d9
    """)

  private static func hexadecimal(_ text: String) -> [UInt8] {
    let digits = Array(text.utf8).map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

private func png(
  _ width: Int, _ height: Int, depth: UInt8 = 8, type: UInt8, isInterlaced: Bool = false,
  _ rows: [[UInt8]], before: [UInt8] = []
) throws -> PublishedFile {
  let header = PngSample.header(
    width, height, depth: depth, type: type, isInterlaced: isInterlaced)
  return try PublishedFile(
    PngSample.signature + header + before + PngSample.data(rows) + PngSample.end, named: "a.png")
}

/// The narrowest copy.
private func narrowest(_ file: PublishedFile) throws -> [UInt8] {
  try #require(SmallerCopies.make(of: file, sizes: file.copySizes).first ?? nil)
}

private func pixels(of file: PublishedFile, _ width: Int, _ height: Int) throws -> Pixels {
  let size = try #require(PictureSize(width: width, height: height))
  return try #require(SmallerCopies.pixels(of: file, [size])?.first)
}

/// The first colour of each pixel.
private func shades(of pixels: Pixels) -> [UInt8] {
  stride(from: 0, to: pixels.bytes.count, by: 4).map { pixels.bytes[$0] }
}

/// A picture that is hard to pack and has few colours, the same every time.
private func noise(_ width: Int, _ height: Int, shades: [UInt8]) -> Pixels {
  var random = SeededGenerator(state: 3)
  let light = LinearLight.tables.amounts
  var pixels = Pixels(width: width, height: height)
  for _ in 0..<height {
    pixels.add(
      (0..<4 * width).map { index in
        index % 4 == 3 ? 1 : light[Int(shades[Int.random(in: shades.indices, using: &random)])]
      })
  }
  return pixels
}

/// A picture that is hard to pack, the same every time.
private func noise(_ width: Int, _ height: Int, alpha: Float = 1) -> Pixels {
  var random = SeededGenerator(state: 1)
  var pixels = Pixels(width: width, height: height)
  for _ in 0..<height {
    pixels.add(
      (0..<4 * width).map { index in
        index % 4 == 3 ? alpha : Float.random(in: 0...1, using: &random) * alpha
      })
  }
  return pixels
}
