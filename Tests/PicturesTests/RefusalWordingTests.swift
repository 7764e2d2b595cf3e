import Testing

@testable import Pictures

struct RefusalWordingTests {
  @Test(
    "a refusal states its rule and what to do instead",
    arguments: [
      (
        .active(.inTheBrowser, extension: "html"),
        "a .html file can run scripts in a visitor's browser, so it is not published",
        "write it as a page, or publish it as a PDF or in a ZIP archive"
      ),
      (
        .active(.onTheServer, extension: "php"),
        "a .php file can run as a program where the site is kept, so it is not published",
        "publish it as a .txt file or in a ZIP archive"
      ),
      (
        .hiddenMarkup(.html),
        "the file holds a web page, which a browser could open and run, but its name does not say "
          + "so",
        "publish it in a ZIP archive"
      ),
      (
        .hiddenMarkup(.svg),
        "the file holds an SVG drawing, which a browser could open and run, but its name does not "
          + "say so",
        "name it .svg, or put the right file in its place"
      ),
      (
        .mismatch(extension: "png", holds: .html),
        "the file is named .png but holds a web page",
        "save it again from the program that made it"
      ),
      (
        .mismatch(extension: "png", holds: .jpeg),
        "the file is named .png but holds a JPEG picture",
        "name it .jpg, or put the right file in its place"
      ),
      (
        .tooLarge(bytes: 25_000_001),
        "a picture has at most 25 MB; this one has 25.1 MB",
        "make it smaller, for example 2,000 pixels wide, and save it as a JPEG"
      ),
      (
        .damaged(.png), "the file begins as a PNG picture but is damaged or cut short",
        "save it again from the program that made it"
      ),
      (
        .uncleanable(.heic),
        "the file holds a HEIC picture that tells, or may tell, where it was taken, and that "
          + "can't be cleaned here",
        "save it as a JPEG, PNG or WebP picture"
      ),
      (
        .uncleanable(.mp4), "the film tells where it was taken, and can't be cleaned here",
        "export the film without its location"
      ),
      (
        .drawing(SvgRefusal(cause: .script, offset: 9)), "a drawing has no script",
        "save it as \"Plain SVG\" from the drawing program, or export it as a PNG"
      ),
    ] as [(FileRefusal, String, String)])
  func wording(refusal: FileRefusal, reason: String, remedy: String) {
    #expect(refusal.reason == reason)
    #expect(refusal.remedy == remedy)
  }

  @Test("a picture of too many pixels is told its size and the limit")
  func pixels() throws {
    let refusal = FileRefusal.tooManyPixels(try #require(PictureSize(width: 8000, height: 6000)))
    #expect(
      refusal.reason == "a picture has at most 40 million pixels; this one has 8000 × 6000")
    #expect(
      refusal.remedy == "make it smaller, for example 2,000 pixels wide, and save it as a JPEG")
  }

  @Test("each format is named with its article")
  func nouns() {
    #expect(
      FileFormat.allCases.map(\.noun) == [
        "a JPEG picture", "a PNG picture", "a GIF picture", "a WebP picture", "an AVIF picture",
        "a HEIC picture", "a TIFF picture", "a JPEG XL picture", "a JPEG 2000 picture",
        "a BMP picture", "a Photoshop picture", "an SVG drawing",
        "a PDF document", "an Office document", "an older or password-protected Office document",
        "a ZIP archive", "an MP3 recording", "an MP4 film", "an Ogg recording", "a WebM film",
        "a web page", "an XML document", "plain text", "nothing at all",
        "data of a kind that is not known",
      ])
  }

  @Test(
    "a refused drawing is told the rule and the way out",
    arguments: [
      (.encoding, "a drawing is saved as text in UTF-8", plain),
      (
        .malformed, "the drawing is not well-formed XML here, so browsers would not show it", plain
      ),
      (
        .doctype, "a drawing has no <!DOCTYPE …>, which could declare more than is seen",
        "delete the <!DOCTYPE …> at the drawing's beginning"
      ),
      (
        .instruction, "a drawing has no <?…?> but for the <?xml …?> that may begin it", plain
      ),
      (.notADrawing, "a drawing begins with <svg xmlns=\"http://www.w3.org/2000/svg\">", plain),
      (.script, "a drawing has no script", plain),
      (
        .element("foreignObject"), "a drawing has no <foreignObject>, which is not for drawing",
        plain
      ),
      (
        .handler("onload"), "a drawing has no onload=\"…\", which would run a script", plain
      ),
      (
        .outsideReference("href"), "a drawing refers only to its own parts, as in href=\"#part\"",
        "draw what it refers to within the drawing, or export it as a PNG"
      ),
      (
        .scriptAddress("href"), "a drawing has no javascript: address, as in this href", plain
      ),
      (
        .animatedReference("href"), "a drawing does not change its own href as it plays", plain
      ),
      (
        .baseAddress, "a drawing has no xml:base, which would change where its parts are sought",
        plain
      ),
      (
        .styleImport, "a drawing's style imports no other",
        "turn the text into paths, or export the drawing as a PNG"
      ),
      (
        .styleReference, "a drawing's style refers only to its own parts, as in url(#part)",
        "draw what it refers to within the drawing, or export it as a PNG"
      ),
      (
        .styleEscape, "a drawing's style has no backslash, which could hide an address", plain
      ),
      (.styleScript, "a drawing's style runs no script", plain),
    ] as [(SvgRefusal.Cause, String, String)])
  func drawings(cause: SvgRefusal.Cause, reason: String, remedy: String) {
    let refusal = SvgRefusal(cause: cause, offset: 0)
    #expect(refusal.reason == reason)
    #expect(refusal.remedy == remedy)
  }

  private static let plain =
    "save it as \"Plain SVG\" from the drawing program, or export it as a PNG"
}
