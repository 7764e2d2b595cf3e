import Files
import Testing

@Suite("A manifest that is not as we wrote it")
struct ManifestTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("a tampered manifest deletes nothing outside, and never our own bookkeeping")
  func tampered() throws {
    folder.write("victim", "hello")
    folder.write("output/mine.txt", "mine")
    folder.write("output/.handbook-lock", "")
    folder.makeFolder("elsewhere")
    folder.write("elsewhere/x", "hello")
    folder.link("output/link", to: "../elsewhere")
    folder.link("output/direct", to: "../victim")
    let hello = "cbd8a7b341bd9b025b1e906a48ae1d19 5"
    let empty = "00000000000000000000000000000000 0"
    seal(
      [
        "\(hello) ../victim", "\(hello) \(folder.path)/victim", "\(hello) link/x",
        "\(hello) a/../../victim", "\(hello) link/../../victim", "\(hello) direct",
        "\(empty) .handbook-lock", "\(hello) mine.txt", "nonsense", "\(hello)", "x y z",
        "cbd8a7b341bd9b025b1e906a48ae1d19 -5 mine.txt",
        "cbd8a7b341bd9b025b1e906a48ae1d19 99999999999999999999 mine.txt",
      ])
    #expect(try folder.claim().hadDamagedManifest)
    let report = try folder.build([:])
    #expect(report.removed.isEmpty)
    #expect(report.leftovers.map(\.path.description) == ["direct", "link/x", "mine.txt"])
    #expect(folder.text("output/mine.txt") == "mine")
    #expect(folder.text("victim") == "hello")
    #expect(folder.text("elsewhere/x") == "hello")
    #expect(folder.exists("output/.handbook-lock"))
    #expect(try !folder.claim().hadDamagedManifest)
  }

  @Test("nor does it where changed files are removed: links go, and what they lead to stays")
  func tamperedAndForced() throws {
    folder.write("victim", "hello")
    folder.write("elsewhere/x", "hello")
    folder.write("output/mine.txt", "mine")
    folder.write("output/other.txt", "not listed")
    folder.link("output/link", to: "../elsewhere")
    folder.link("output/direct", to: "../victim")
    let print = "cbd8a7b341bd9b025b1e906a48ae1d19 5"
    seal(["\(print) ../victim", "\(print) direct", "\(print) link/x", "\(print) mine.txt"])
    var output = try folder.claim()
    output.removesChanged = true
    output.isStillOurs = { _ in true }
    let report = try output.commit([])
    #expect(report.removed.map(\.description) == ["direct", "mine.txt"])
    #expect(report.leftovers.map(\.path.description) == ["link/x"])
    #expect(folder.text("victim") == "hello")
    #expect(folder.text("elsewhere/x") == "hello")
    #expect(folder.text("output/other.txt") == "not listed")
  }

  @Test("the sizes of pictures are listed, and a line of them that is wrong is noticed")
  func pictures() throws {
    try publishPicture()
    let text = try #require(folder.text("output/.handbook-manifest"))
    #expect(text.contains(" 2 a b.jpg\npicture 800x600 a b.jpg\nend "))
    #expect(try !folder.claim().hadDamagedManifest)
    let print = "cbd8a7b341bd9b025b1e906a48ae1d19 5"
    for line in [
      "picture 800 a.jpg", "picture 0x5 a.jpg", "picture 8x6x4 a.jpg", "picture -8x6 a.jpg",
      "picture 99999999999999999999x6 a.jpg", "picture 8x6 ../a.jpg", "picture 8x6", "picture ",
    ] {
      seal(["\(print) a.jpg", line])
      #expect(try folder.claim().hadDamagedManifest, "\(line)")
    }
  }

  @Test("of a manifest that was cut short, the rest still serves and the next build fixes it")
  func cut() throws {
    try folder.build(["a.html": "a", "b.html": "b", "c.html": "c"])
    let text = try #require(folder.text("output/.handbook-manifest"))
    folder.write("output/.handbook-manifest", String(text.dropLast(80)))
    #expect(try folder.claim().hadDamagedManifest)
    #expect(try folder.build(["a.html": "A", "b.html": "b", "c.html": "c"]).changed.count == 1)
    #expect(folder.text("output/.handbook-manifest")?.count == text.count)
    #expect(try !folder.claim().hadDamagedManifest)
  }

  @Test("a changed line is noticed by the seal")
  func changed() throws {
    try folder.build(["a.html": "a"])
    let text = try #require(folder.text("output/.handbook-manifest"))
    folder.write("output/.handbook-manifest", text.replacing(" a.html", with: " b.html"))
    #expect(try folder.claim().hadDamagedManifest)
  }

  @Test(
    "a file that is no manifest, or a later version's, is refused",
    arguments: ["", "handbook manifest 2\n", "hello"])
  func foreign(_ text: String) {
    folder.write("output/.handbook-manifest", text)
    let message = folder.message { () throws(OutputTrouble) in _ = try folder.claim() }
    #expect(
      message
        == "'~/output/.handbook-manifest' is not a manifest that this version of handbook can read; nothing was written"
    )
  }

  private func publishPicture() throws {
    let output = try folder.claim()
    let picture = PixelSize(width: 800, height: 600)
    _ = try output.commit([output.stageFile(.some("a b.jpg"), [1, 2], picture: picture)])
  }

  /// Writes a manifest of these lines with a seal that is right.
  private func seal(_ lines: [String]) {
    let text = "handbook manifest 1\n" + lines.map { $0 + "\n" }.joined()
    folder.write(
      "output/.handbook-manifest", text + "end \(Fingerprint(Array(text.utf8)))\n")
  }
}
