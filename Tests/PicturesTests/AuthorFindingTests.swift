import Testing

@testable import Pictures

struct AuthorFindingTests {
  @Test(
    "a PDF that names its author is found",
    arguments: [
      ("/Author (Ada)", .carriesAuthor), ("/Author(Ada)", .carriesAuthor),
      ("/Author\n<416461>", .carriesAuthor), ("/Author 12 0 R", .carriesAuthor),
      ("/Author (\u{FE}\u{FF}\0A)", .carriesAuthor), ("/Author () /Author (Ada)", .carriesAuthor),
      ("<dc:creator><rdf:Seq><rdf:li>Ada</rdf:li></rdf:Seq></dc:creator>", .carriesAuthor),
      ("/Author ()", .none), ("/Author (\u{FE}\u{FF})", .none), ("/Author <>", .none),
      ("/Author", .none), ("/Author (", .none), ("/Title (Ada)", .none),
      ("<dc:creator><rdf:Seq><rdf:li></rdf:li></rdf:Seq></dc:creator>", .none),
      ("<dc:creator>", .none), ("<dc:creator/> <rdf:li>x", .carriesAuthor),
    ] as [(String, AuthorFinding)])
  func pdf(text: String, finding: AuthorFinding) {
    #expect(AuthorFinding(latin("%PDF-1.7\n\(text)"), format: .pdf) == finding)
  }

  @Test(
    "an Office document that names its author is found",
    arguments: [
      ("docProps/core.xml", "<dc:creator>Ada</dc:creator>", .carriesAuthor),
      ("docProps/core.xml", "<dc:creator/><cp:lastModifiedBy>Ada<", .carriesAuthor),
      ("meta.xml", "<meta:initial-creator>Ada<", .carriesAuthor),
      ("docProps/core.xml", "<dc:creator> </dc:creator>", .none),
      ("docProps/core.xml", "<dc:creator/>Ada", .none), ("docProps/core.xml", "<dc:creator", .none),
      ("word/core.xml", "<dc:creator>Ada</dc:creator>", .none),
    ] as [(String, String, AuthorFinding)])
  func office(name: String, properties: String, finding: AuthorFinding) {
    let document = ZipSample.document(properties: properties, at: name)
    #expect(AuthorFinding(document, format: .office) == finding)
  }

  @Test(
    "packed properties are unpacked, with the format's own codes and with fixed ones",
    arguments: [
      """
      6590cd6ac33010845fc5e81ecbeea114632ba481dc4a7b681f60596d1c11fdb1da96e6ed2b9bd6107adc99e163\
      67c6fd77f0cd177171294eaa6f3bd550c4645d9c27f5f17eda3da9a608440b3e459ad48d8ada9b11f38089e98d\
      53261647a5a99c5806cc93ba88e441eb82170a50da9a88d53c270e20f5e45967c02bcca41fbaee510712b020a0\
      17e02e6f44f58bb4b821f327fb15605193a740518aeedb5e2b335a1cc4892773748c9e46bd098b854c2089cdc1\
      42f37a85facc1af893973e1e8abcd4e26747f6f97697fcefaedafd02e607
      """,
      """
      b3b1afc8cd51284b2d2acecccfb35532d433505248cd4bce4fc9cc4bb7550a0d71d3b55052282e49cc4b49ccc9\
      cf4bb555aa4c2d56b2b7b3492eb04ace2f4a0d28ca2f482d2ac94c2d56009a93576c955c60ab9451525260a5af\
      5f9c9c919a9b58ac07549107944ccb2fca4d2c01728bd2f50b1293b313d353f58d0c0cccf473534b1253124b12\
      f54106ea16c04d54821a99920c37b2a0b428076c404ab27e6a4e6a6e6a5e49b1bea19ea1be929d4d4ab2554966\
      494eaa9d736651724eaa8d3e5c0024955c949a58925f64e79892a8e09f9d08740c58014c18e49f9cc4e2125fa0\
      c7d33253539c2a515462ca82c55043c00e00
      """,
    ])
  func deflated(packed: String) {
    let digits = Array(packed.utf8).map { Int($0 < 0x3A ? $0 - 0x30 : $0 - 0x57) }
    let bytes = stride(from: 0, to: digits.count, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
    let unpacked = Inflation.inflated(bytes[...], atMost: 1000)
    #expect(unpacked?.count == 332)
    #expect(unpacked?.mentions("<dc:creator>Ada Okafor</dc:creator>") == true)
    let entry = ZipSample.Entry(name: "docProps/core.xml", packed: bytes, method: 8)
    let document = ZipSample.archive([entry], comment: "PK\u{5}")
    #expect(AuthorFinding(document, format: .office) == .carriesAuthor)
    for end in bytes.indices {
      #expect(Inflation.inflated(bytes[..<end], atMost: 1000) == nil)
    }
    #expect(Inflation.inflated(bytes[...], atMost: 331) == nil)
  }

  @Test("a stored block is unpacked, and a damaged one is not")
  func storedBlocks() {
    let stored: [UInt8] = [1] + little16(3) + little16(3 ^ 0xFFFF) + latin("Ada")
    #expect(Inflation.inflated(stored[...], atMost: 3) == latin("Ada"))
    #expect(Inflation.inflated([1, 3, 0, 0, 0], atMost: 3) == nil)
    #expect(Inflation.inflated([7], atMost: 3) == nil)
    #expect(Inflation.inflated([], atMost: 3) == nil)
  }

  @Test("properties that cannot be read are said to be so")
  func cannotTell() {
    let broken = ZipSample.Entry(name: "docProps/core.xml", packed: [7], method: 8)
    #expect(AuthorFinding(ZipSample.archive([broken]), format: .office) == .cannotTell)
    #expect(AuthorFinding([], format: .olderOffice) == .cannotTell)
  }

  @Test("other files, and archives without such properties, name none")
  func none() {
    #expect(AuthorFinding(latin("/Author (Ada)"), format: .text) == .none)
    #expect(AuthorFinding(ZipSample.archive([]), format: .zip) == .none)
    #expect(AuthorFinding(latin("PK\u{3}\u{4}"), format: .zip) == .none)
  }
}
