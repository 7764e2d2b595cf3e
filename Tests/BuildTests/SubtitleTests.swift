import Build
import Diagnostics
import TestSupport
import Testing

/// What is said in a film, of which one caption after another shows a part.
@Suite("Subtitles are read")
struct SubtitleTests {
  private func captions(_ texts: [String], ending: String = "\n") -> String {
    let blocks = texts.enumerated().map { number, text in
      "\(number + 1)\n00:00:0\(number),000 --> 00:00:0\(number + 1),000\n\(text)\n"
    }
    return blocks.joined(separator: "\n").replacing("\n", with: ending)
  }

  private func found(_ name: String, _ text: String) async throws -> [Diagnostic] {
    try await handbook([
      "handbook.yml": privateSettings, "members/m-01.md": "---\nname: Ada Okafor\n---\n",
      "members/m-02.md": "---\nname: Will Young\n---\n", "assets/\(name)": text,
    ]).diagnostics
  }

  @Test(
    "a name across two captions is found, and the line where it begins is told",
    arguments: [
      ["and that was Ada", "Okafor for us"], ["one", "then our Ada", "Grace", "Okafor came"],
      ["Ada B.", "Okafor"], ["so said Dr", "Okafor"], ["<i>Ada</i>", "<b>Oka</b>for"],
    ])
  func across(_ texts: [String]) async throws {
    for ending in ["\n", "\r\n"] {
      let found = try await found("a.srt", captions(texts, ending: ending))
      #expect(found.map(\.id) == ["name-in-text"], "\(texts)")
      let first = texts[0] == "one" ? 7 : 3
      #expect(found.first?.location?.line == first)
    }
  }

  @Test("in one caption it is found with its mark of a speaker, its tags and its entities")
  func within() async throws {
    let begin = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
    for text in [
      "<v Ada Okafor>Hello", "<v.loud Ada Okafor>Hello</v>", "<i>Ada</i> <c.red>Oka</c>for",
      "Ada&nbsp;Okafor", "&#65;da Okafor",
    ] {
      let found = try await found("a.vtt", begin + text + "\n")
      #expect(found.map(\.id) == ["name-in-text"], "\(text)")
      #expect(found.first?.location?.line == 4)
    }
    let named = try await found("a.vtt", "WEBVTT\n\nAda Okafor\n00:01.000 --> 00:02.000\nHi\n")
    #expect(named.map { $0.location?.line } == [3])
  }

  @Test(
    "a caption that ends a sentence ends a name",
    arguments: [
      ["Thanks, Ada.", "Okafor was last."], ["Ada!", "Okafor"], ["Ada?", "Okafor"],
      ["Where there is a Will", "young people find a way"], ["Ada", "and then Okafor"],
      ["x < y and Ada > Okafor"],
    ])
  func apart(_ texts: [String]) async throws {
    #expect(try await found("a.srt", captions(texts)).isEmpty, "\(texts)")
  }

  @Test("a telephone number in a caption is told in its line")
  func details() async throws {
    let found = try await found("a.srt", captions(["Ring", "020 7946 0958 for us"]))
    #expect(found.map(\.id) == ["phone-number"])
    #expect(found.first?.location?.line == 7)
  }
}
