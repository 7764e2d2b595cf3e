import Build
import Diagnostics
import Files
import TestSupport
import Testing

@Suite("Damaged sites")
struct MutatedSiteTests {
  @Test(
    "whatever happens to a file, the site is read to its end, and built unless something is told",
    arguments: seeds(40))
  func mutated(seed: UInt64) async throws {
    var generator = SplitMix(seed: seed)
    var tree = MemoryFileTree()
    let folder = "Tests/SiteTests/Sites/rich/content"
    var files = try filesOfRepository(below: folder)
    for _ in 0..<3 {
      let position = Int.random(in: 0..<files.count, using: &generator)
      files[position].bytes = damaged(files[position].bytes, using: &generator)
    }
    for (path, bytes) in files { tree.set(bytes, at: try RelativePath("content/\(path)")) }
    let site = try await handbook(tree)
    let isStopped = site.diagnostics.contains { $0.severity.isBlocking }
    #expect((site.renderer == nil) == isStopped, "seed \(seed)")
    #expect(site.pages.isEmpty == isStopped, "seed \(seed)")
    // Printing shows lines of files that may be no text at all.
    #expect(site.report.isEmpty == site.diagnostics.isEmpty, "seed \(seed)")
  }

  private func damaged(_ bytes: [UInt8], using generator: inout SplitMix) -> [UInt8] {
    guard !bytes.isEmpty else { return [0xFF] }
    var bytes = bytes
    let position = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, position + Int.random(in: 1...40, using: &generator))
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(position..<end)
    case 2: bytes.insert(contentsOf: bytes[position..<end], at: position)
    case 3: bytes.removeSubrange(position...)
    case 4:
      let signs = Array("[]{}:#-@!|>*`\"'&%\n\t\\<".utf8)
      bytes.insert(signs[Int.random(in: 0..<signs.count, using: &generator)], at: position)
    case 5:
      bytes = Array(
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").joined(separator: "\r\n").utf8
      )
    default: bytes.insert(contentsOf: Array("\u{202E}é\u{301}𝒳\u{2028}".utf8), at: position)
    }
    return bytes
  }
}
