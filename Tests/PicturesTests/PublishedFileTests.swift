import Testing

@testable import Pictures

struct PublishedFileTests {
  @Test("a phone's photo goes out clean, with its size as shown")
  func photo() throws {
    let bytes = JpegSample.fromPhone(orientation: 6)
    let file = try PublishedFile(bytes, named: "circle.jpg")
    #expect(file.bytes == (try cleaned(bytes, .jpeg)))
    #expect(file.format == .jpeg)
    #expect(file.size == PictureSize(width: 24, height: 40))
    #expect(file.author == .none)
  }

  @Test("a document goes out as it is, with what its properties say")
  func document() throws {
    let bytes = latin("%PDF-1.7 /Author (Ada)")
    let file = try PublishedFile(bytes, named: "rubric.pdf")
    #expect(file.bytes == bytes)
    #expect(file.size == nil)
    #expect(file.author == .carriesAuthor)
  }

  @Test("a drawing goes out without its editor's notes")
  func drawing() throws {
    let bytes = latin("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'><!-- --></svg>")
    let file = try PublishedFile(bytes, named: "plan.svg")
    #expect(
      file.bytes == latin("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'></svg>"))
    #expect(file.size == PictureSize(width: 4, height: 3))
  }

  @Test("a picture over 25 MB is refused, another file of that size is not")
  func bytes() throws {
    let large = [UInt8](repeating: 0x20, count: PictureLimits.bytes)
    #expect(throws: FileRefusal.tooLarge(bytes: JpegSample.plain.count + large.count)) {
      try PublishedFile(JpegSample.plain + large, named: "a.jpg")
    }
    #expect(try PublishedFile(latin("%PDF-") + large, named: "a.pdf").format == .pdf)
  }

  @Test("a picture over 40 megapixels is refused by its header, a drawing is not")
  func pixels() throws {
    let wide = PngSample.signature + PngSample.header(8001, 5000)
    let size = try #require(PictureSize(width: 8001, height: 5000))
    #expect(throws: FileRefusal.tooManyPixels(size)) { try PublishedFile(wide, named: "a.png") }
    let drawing = latin("<svg xmlns='http://www.w3.org/2000/svg' width='9000' height='9000'/>")
    #expect(try PublishedFile(drawing, named: "a.svg").size != nil)
  }

  @Test("exactly 40 megapixels pass the limit")
  func atTheLimit() throws {
    let bytes =
      PngSample.signature + PngSample.header(8000, 5000) + PngSample.pixels(1, 1) + PngSample.end
    #expect(try PublishedFile(bytes, named: "a.png").size?.pixels == 40_000_000)
  }

  @Test("a picture whose size cannot be told is damaged")
  func withoutSize() {
    let bytes = IsoSample.picture(items: ["av01"], properties: [])
    #expect(throws: FileRefusal.damaged(.avif)) { try PublishedFile(bytes, named: "a.avif") }
  }

  @Test("the first refusal is the one that costs least")
  func refusals() {
    #expect(throws: FileRefusal.mismatch(extension: "png", holds: .html)) {
      try PublishedFile(latin("<html>"), named: "a.png")
    }
    #expect(throws: FileRefusal.drawing(SvgRefusal(cause: .notADrawing, offset: 0))) {
      try PublishedFile(latin("<svg/>"), named: "a.svg")
    }
    #expect(throws: FileRefusal.uncleanable(.tiff)) {
      try PublishedFile(cameraExif(orientation: 1), named: "negative.dng")
    }
  }
}
