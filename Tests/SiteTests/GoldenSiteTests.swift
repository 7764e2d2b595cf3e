import TestSupport
import Testing

@Suite("Golden sites")
struct GoldenSiteTests {
  @Test("a site gives the files and the messages that are recorded", arguments: GoldenSite.all)
  func golden(site: GoldenSite) async throws {
    let result = try await site.result()
    if environmentVariable("RECORD") == "1" {
      site.record(result)
      Issue.record("recorded \(site.testDescription); read it, and run again without RECORD")
    } else {
      #expect(result.differences(from: site.recorded()) == [])
    }
  }
}
