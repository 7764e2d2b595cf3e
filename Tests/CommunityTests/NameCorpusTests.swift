import Build
import Diagnostics
import TestSupport
import Testing

/// The search for names over lines that people might have written, in the languages of the interface
/// and in other scripts.
@Suite("A corpus of names")
struct NameCorpusTests {
  private struct Line {
    let isHit: Bool
    let name: String
    let familyName: String?
    let other: String?
    let language: String
    let text: String

    init?(_ fields: [String]) {
      guard fields.count == 5 else { return nil }
      isHit = fields[0] == "hit"
      let parts = fields[1].split(separator: " | ").map(String.init)
      name = parts[0]
      familyName = parts.count > 1 ? parts[1] : nil
      other = fields[2] == "-" ? nil : fields[2]
      language = fields[3]
      text = fields[4]
    }

    var files: [String: String] {
      var files = ["handbook.yml": privateSettings]
      let family = familyName.map { "family_name: \"\($0)\"\n" } ?? ""
      files["members/m-07.md"] = "---\nname: \"\(name)\"\n\(family)---\n"
      files["members/m-08.md"] = other.map {
        "---\nname: \"\($0)\"\nconsent: {name: yes, given: 2025-09-01}\n---\n"
      }
      files["pages/a.md"] = "# A\n\n\(text)\n"
      return files
    }
  }

  private func lines(of file: String) throws -> [[String]] {
    let files = try filesOfRepository(below: "Tests/CommunityTests/Names", ending: file)
    let text = String(decoding: try #require(files.first).bytes, as: UTF8.self)
    return text.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("names are found, and lines that name nobody pass: at most 2 of 100 are taken wrongly")
  func corpus() async throws {
    let lines = try lines(of: "names.tsv").compactMap(Line.init)
    #expect(lines.count >= 300)
    var (missed, alarmed): ([String], [String]) = ([], [])
    for line in lines {
      let site = try await handbook(line.files)
      // Behind an @ a handle of theirs is a mention, and the page says "a member".
      let handle = line.text.split(separator: " ").first { $0.hasPrefix("@") }
      let page = site.pages["a.html"] ?? ""
      let isHidden = line.isHit && handle.map { !page.contains($0.dropFirst()) } == true
      let isFound = site.diagnostics.contains { $0.id == "name-in-text" } || isHidden
      if line.isHit, !isFound { missed.append("\(line.language) \(line.name): \(line.text)") }
      if !line.isHit, isFound { alarmed.append("\(line.language) \(line.name): \(line.text)") }
    }
    let hits = lines.count(where: \.isHit)
    print("Of \(hits) lines that name somebody \(missed.count) were missed;")
    print("of \(lines.count - hits) that name nobody \(alarmed.count) were taken for names.")
    #expect(missed.count * 50 <= hits, "\(missed.joined(separator: "\n"))")
    #expect(alarmed.count * 50 <= lines.count - hits, "\(alarmed.joined(separator: "\n"))")
  }

  @Test(
    "ordinary prose with 50 members whose names are words: at most 2 findings in 10,000 sentences")
  func ordinary() async throws {
    let sentences = try lines(of: "ordinary.txt").map { $0[1] }
    let names = try lines(of: "word-names.tsv").map { $0[0] }
    #expect(sentences.count >= 1_000 && names.count == 50)
    var files = ["handbook.yml": privateSettings]
    for (number, name) in names.enumerated() {
      files["members/m-\(100 + number).md"] = "---\nname: \"\(name)\"\n---\n"
    }
    var generator = SplitMix(seed: 7)
    for page in 0..<10 {
      let shuffled = sentences.shuffled(using: &generator)
      let paragraphs = stride(from: 0, to: shuffled.count, by: 5).map { start in
        shuffled[start..<min(start + 5, shuffled.count)].joined(separator: " ")
      }
      files["pages/page-\(page).md"] = "# P\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
    }
    let site = try await handbook(files)
    let found = Set(
      site.diagnostics.filter { $0.id == "name-in-text" }
        .map { "\($0.words ?? ""): \($0.location?.excerpt ?? "")" })
    print("In 10,000 ordinary sentences \(found.count) were taken for names.")
    #expect(found.count <= 2, "\(found.sorted().joined(separator: "\n"))")
  }
}
