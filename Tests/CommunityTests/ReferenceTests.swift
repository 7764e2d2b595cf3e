import Diagnostics
import TestSupport
import Testing

@Suite("References")
struct ReferenceTests {
  @Test("an unknown member is an error with its place and the nearest id")
  func nearest() async throws {
    let site = try await handbook([
      "meetings/2026-02-12-circle.md": "---\nattendees: [mria-lopez]\n---\n# Circle"
    ])
    #expect(site.report == "")
  }
}
