import Build
import Community
import TestSupport
import Testing

@Suite("The minutes of the sample")
struct SampleMinutesTests {
  @Test("no output repeats the signs that notes are written with, or says that somebody is late")
  func signs() async throws {
    let site = try await SampleHandbook.inspected()
    let goals = try #require(site.handbook).entries(.goal).map { "goal:\($0.id.name)" }
    for (path, text) in site.pages.all.merging(await site.searchFiles, uniquingKeysWith: { $1 }) {
      for sign in goals + ["due 20", "Overdue"] {
        #expect(!text.contains(sign), "\(path) says \(sign)")
      }
    }
  }
}
