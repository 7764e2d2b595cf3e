import Build
import TestSupport
import Testing

@Suite("Large pictures")
struct LargeImageTests {
  @Test("a picture over 1 MB warns with its size and what to do")
  func large() async throws {
    let site = try await handbook(
      ["pages/start.md": "# A\n\n![cards](../assets/cards.jpg)"],
      bytes: ["assets/cards.jpg": jpeg(size: 2_349_001)])
    #expect(
      site.report == """
        content/assets/cards.jpg: warning: a picture may have at most 1 MB, for slow connections; \
        this one has 2.4 MB [large-image]
            help: save it as a JPEG or WebP picture at most 1,600 pixels wide
        1 warning

        """)
    #expect(site.renderer != nil)
  }

  @Test("one of 1 MB does not, and no file that is not a picture")
  func small() async throws {
    let site = try await handbook(
      ["pages/start.md": "# A\n\n![cards](../assets/cards.jpg) [list](../assets/list.txt)"],
      bytes: [
        "assets/cards.jpg": jpeg(size: 1_000_000),
        "assets/list.txt": [UInt8](repeating: 0x61, count: 1_500_000),
      ])
    #expect(site.report == "")
  }

  /// A picture in grey of 40 by 24, whose scan is as long as it takes.
  private func jpeg(size: Int) -> [UInt8] {
    let quantisation: [UInt8] = [0xFF, 0xDB, 0, 67, 0] + [UInt8](repeating: 1, count: 64)
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 24, 0, 40, 1, 1, 0x11, 0]
    let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]
    let head = [0xFF, 0xD8] + quantisation + frame + scan
    return head + [UInt8](repeating: 0x12, count: size - head.count - 2) + [0xFF, 0xD9]
  }
}
