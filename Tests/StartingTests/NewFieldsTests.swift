import Community
import Markup
import TestSupport
import Testing

@testable import Starting

@Suite("What a new file offers")
struct NewFieldsTests {
  @Test("every field of every kind is explained", arguments: EntryKind.allCases)
  func fields(kind: EntryKind) throws {
    let text = EntryStart(EntryID(kind, "a")).text
    for field in try knownFields(kind) {
      #expect(text.contains("# \(field):") || text.contains("\n\(field):"), "\(field)")
    }
  }

  @Test("a field that is filled in is not offered again, and what it says survives")
  func filled() throws {
    var post = EntryStart(EntryID(.post, "a"))
    post.fill("title", "Fractions: a \"lesson\" #1")
    #expect(post.text.hasPrefix("---\ntitle: \"Fractions: a \\\"lesson\\\" #1\"\n# A line that"))
    #expect(!post.text.contains("# title:"))
  }
}

/// The fields that the reader of a kind asks for.
private func knownFields(_ kind: EntryKind) throws -> [String] {
  let names = ["CommonFields", kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()]
  let refused: Set = ["email", "apologies"]
  let sources = try filesOfRepository(below: "Sources/Community/Reading", ending: ".swift")
  return sources.filter { file in names.contains { file.path.hasSuffix("\($0)+Reading.swift") } }
    .flatMap { fieldNames(String(decoding: $0.bytes, as: UTF8.self)) }.filter {
      !refused.contains($0)
    }
}

/// The words in quotes that open a call's arguments: `reader.text("title")`.
private func fieldNames(_ source: String) -> [String] {
  source.split(separator: "reader.").dropFirst().compactMap { call in
    guard let open = call.firstIndex(of: "("), call[call.index(after: open)...].first == "\"" else {
      return nil
    }
    let rest = call[open...].dropFirst(2)
    let name = rest.prefix { $0 != "\"" }
    return name.allSatisfy { $0.isLowercase || $0 == "_" } ? String(name) : nil
  }
}
