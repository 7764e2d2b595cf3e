import Build
import Community
import Diagnostics
import TestSupport
import Testing

@Suite("docs/diagnostics.md")
struct DiagnosticsPageTests {
  @Test("every message of the sources has an entry, and every entry a message")
  func complete() throws {
    let written = try MarkdownPage("docs/diagnostics.md").sections.map(\.title)
    let ids = try DiagnosticIDsInSources.all()
    #expect(ids.subtracting(written).sorted() == [])
    #expect(Set(written).subtracting(ids).sorted() == [])
    #expect(written.count == Set(written).count)
  }

  @Test("the scan of the sources sees the computed ids and those chosen between two")
  func scan() throws {
    let ids = try DiagnosticIDsInSources.all()
    let known: Set = [
      "unknown-member", "unknown-entry", "unknown-page", "unknown-series", "unknown-role",
      "undisclosed-name", "undisclosed-school", "undisclosed-photo", "front-matter-too-large",
      "file-too-large", "apologies-field", "unclosed-tag", "needs-quotes", "stray-file", "not-utf8",
    ]
    #expect(known.subtracting(ids).sorted() == [])
  }

  @Test("an entry has an example of what is wrong and one of what is right", arguments: entries)
  func example(_ entry: DiagnosticEntry) {
    #expect(!entry.example.wrong.isEmpty)
    #expect(entry.example.fixed.count == entry.example.wrong.count)
  }

  @Test("a wrong example gives the message that it stands under", arguments: tried)
  func wrong(_ entry: DiagnosticEntry) async throws {
    let diagnostics = try await ExampleSite(entry.example.wrong).diagnostics()
    let found = diagnostics.filter { $0.id.rawValue == entry.section.title }
    #expect(!found.isEmpty, "got \(diagnostics.map(\.id.rawValue))")
    for severity in Set(found.map(\.severity)) {
      #expect(entry.names(severity))
    }
  }

  @Test("the page and the code agree about which messages are privacy findings", arguments: entries)
  func privacy(_ entry: DiagnosticEntry) {
    let id = DiagnosticID(rawValue: entry.section.title)
    #expect(entry.names(.privacy) == id.isPrivacyFinding)
  }

  @Test("whatever may be owed has an entry, and none of it is a privacy finding")
  func owedEntries() {
    let checked = DebtKind.all.filter { $0.standing != .note }
    for kind in checked {
      let entry = entries.first { $0.section.title == kind.id.rawValue }
      #expect(entry?.names(.privacy) == false, "\(kind.id.rawValue)")
    }
  }

  @Test("a site that owes a wrong example is built, and every page of it is made", arguments: owed)
  func owing(_ entry: DiagnosticEntry) async throws {
    let inspection = try await ExampleSite(entry.example.wrong).owing()
    #expect(inspection.diagnostics.map(\.summary) == [])
    #expect(inspection.owed.diagnostics.contains { $0.id.rawValue == entry.section.title })
    #expect(inspection.renderer != nil)
    let pages = inspection.pages.all.filter { $0.key.hasSuffix(".html") }
    #expect(!pages.isEmpty && pages.allSatisfy { $0.value.contains("</html>") })
  }

  @Test("a fixed example gives no message at all", arguments: tried)
  func fixed(_ entry: DiagnosticEntry) async throws {
    let diagnostics = try await ExampleSite(entry.example.fixed).diagnostics()
    #expect(diagnostics.map(\.summary) == [])
  }
}

private let entries: [DiagnosticEntry] =
  (try? MarkdownPage("docs/diagnostics.md").sections.map { DiagnosticEntry(section: $0) }) ?? []
private let tried = entries.filter(\.canBeTried)
private let owed = tried.filter { entry in
  DebtKind(DiagnosticID(rawValue: entry.section.title)).map { $0.standing != .note } ?? false
}

/// An entry of the page.
struct DiagnosticEntry: Sendable, CustomTestStringConvertible {
  let section: MarkdownPage.Section

  var testDescription: String { section.title }

  var example: (wrong: [MarkdownPage.Fence], fixed: [MarkdownPage.Fence]) { section.example }

  /// Whether the example is a file; some can only be told.
  var canBeTried: Bool { example.wrong.allSatisfy { $0.words.count > 1 } }

  /// Whether the entry says that the message has this severity.
  func names(_ severity: Severity) -> Bool {
    let text = section.lines.joined(separator: " ").lowercased()
    return switch severity {
    case .error: text.contains("**error")
    case .privacy: text.contains("**privacy finding")
    case .warning: text.contains("**warning")
    }
  }
}
