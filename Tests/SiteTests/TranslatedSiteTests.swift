import Build
import Diagnostics
import TestSupport
import Testing

@testable import Site

/// A small site with something of everything, its own words in no language at all, so that whatever
/// is English on its pages is the theme's.
@Suite("A site in another language")
struct TranslatedSiteTests {
  @Test(
    "no word of the English interface is left on any page",
    arguments: ["ar", "cy", "de", "es", "fr"])
  func nothingEnglish(_ language: String) async throws {
    let pages = try await pages(in: language)
    let english = try EnglishWords(without: language)
    #expect(pages.count > 20)
    for (path, page) in pages {
      for text in texts(of: page) {
        #expect(!english.has(text), "\(language) \(path): \(text)")
      }
    }
  }

  @Test("the page says its language and direction, and passages in another say theirs")
  func directions() async throws {
    let arabic = try await pages(in: "ar")
    #expect(arabic["index.html"]?.contains("<html lang=\"ar\" dir=\"rtl\">") == true)
    let post = try #require(arabic["posts/zilvo.html"])
    #expect(post.contains("<h1 lang=\"cy\" dir=\"ltr\">Zilvo</h1>"))
    #expect(arabic["posts/index.html"]?.contains("lang=\"cy\" dir=\"ltr\">Zilvo</a>") == true)
    let welsh = try await pages(in: "cy")
    #expect(welsh["index.html"]?.contains("<html lang=\"cy\" dir=\"ltr\">") == true)
    #expect(welsh["posts/zilvo.html"]?.contains("<h1>Zilvo</h1>") == true)
    #expect(welsh["posts/raqun.html"]?.contains("<h1 lang=\"ar\" dir=\"rtl\">Raqun</h1>") == true)
  }

  @Test("a directory has the letters of its language")
  func letters() async throws {
    let names = ["Llinos", "Lowri", "Chwaen", "Cadi", "Rhys", "Robat"]
    var files = ["handbook.yml": plainSettings + "language: cy\n"]
    for number in 0..<30 {
      let name = number < names.count ? names[number] : "Zeta \(number)"
      files["members/m-\(number).md"] =
        "---\nname: \(name)\nconsent: {name: yes, profile: yes, given: 2026-01-01}\n---\n"
    }
    let page = try #require(try await handbook(files).pages["members/index.html"])
    let anchors = page.split(separator: "<h2 id=\"letter-").dropFirst().compactMap {
      $0.split(separator: "\"").first
    }
    #expect(anchors == ["c", "ch", "l", "ll", "r", "rh", "z"])
    #expect(page.contains(">Ch</a>") && page.contains(">Ll</a>"))
  }

  private func pages(in language: String) async throws -> [String: String] {
    var files = everything
    files["handbook.yml", default: ""] += "language: \(language)\n"
    let notes = everything["meetings/2026-02-12-ronde.md"] ?? ""
    let heading = try words(language).several(.noteDecisionHeadings)[0]
    files["meetings/2026-02-12-ronde.md"] = notes + "\n## \(heading)\n\n- Klari mentu\n"
    let site = try await handbook(files)
    #expect(site.report == "")
    return site.pages.all.filter { $0.key.hasSuffix(".html") }
  }
}

/// What the English interface says, where another language says otherwise.
private struct EnglishWords {
  /// Words that are a whole text.
  private let whole: Set<String>
  /// Parts of patterns, long enough to be no accident.
  private let parts: [String]

  init(without code: String) throws {
    let english = try words("en")
    let other = try words(code)
    let said = Set(other.plain.values)
    let shown = english.plain.filter { !$0.key.hasPrefix("note_") && $0.key != "direction" }
    whole = Set(shown.values.filter { !$0.contains("{") && !said.contains($0) })
    let patterns =
      english.plain.values.filter { $0.contains("{") } + english.plurals.values.flatMap(\.values)
    let translated = (other.plain.values + other.plurals.values.flatMap(\.values)).joined(
      separator: " ")
    parts = patterns.flatMap(literals).filter { $0.utf8.count > 5 && !translated.contains($0) }
  }

  func has(_ text: String) -> Bool {
    whole.contains(text) || parts.contains { text.contains($0) }
  }
}

private func words(_ code: String) throws -> Words {
  let source = try #require(BuiltInTheme.files.first { $0.path == "strings/\(code).yml" })
  return Words.read([source], language: code, over: nil).value
}

/// What a pattern says between its places.
private func literals(_ pattern: String) -> [String] {
  pattern.split(separator: "{", omittingEmptySubsequences: false).map { piece in
    trimmed(String(piece.split(separator: "}", omittingEmptySubsequences: false).last ?? ""))
  }
}

/// What people read of a page, or have read to them.
///
/// That is the texts between its tags and the values of some attributes; structured data is for
/// machines.
private func texts(of page: String) -> [String] {
  page.split(separator: "<").flatMap { piece -> [String] in
    let parts = piece.split(separator: ">", maxSplits: 1)
    let tag = parts.first ?? ""
    guard !tag.hasPrefix("script") else { return [] }
    let read = ["aria-label", "alt", "placeholder", "title"].compactMap { name in
      tag.split(separator: " \(name)=\"").dropFirst().first?.split(separator: "\"").first
    }
    return (parts.dropFirst() + read).map { trimmed(String($0)) }.filter { $0.utf8.count > 1 }
  }
}

private func trimmed(_ text: String) -> String {
  var trimmed = Substring(text)
  while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
  while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
  return String(trimmed)
}

private let everything = [
  "handbook.yml": """
  name: Korvanta
  timezone: Europe/London
  base_url: https://korvanta.example/
  repository: https://git.example/korvanta
  purpose: Velun tarsi moket.
  join: Prenat dolu.
  contact: korvanta@korvanta.example
  licence: CC-BY-4.0
  series:
    - {id: ronde, title: Rondemi, rhythm: second thursday, start: "16:00", end: "17:00", venue: Plin}

  """,
  "members/ada-okafor.md": """
  ---
  name: Ada Okafor
  consent: {name: yes, profile: yes, attendance: yes, given: 2026-01-05}
  joined: 2025-09-01
  subjects: [zumel]
  levels: [pirto]
  offers: [zumel]
  seeks: [gandri]
  ---

  Velun tarsi.
  """,
  "members/noor-haddad.md": """
  ---
  name: Noor Haddad
  consent: {name: yes, given: 2026-01-05}
  ---
  """,
  "posts/zilvo.md": """
  ---
  title: Zilvo
  date: 2026-02-01
  authors: ada-okafor
  kind: question
  lang: cy
  tags: [zumel]
  ---

  Moket velun [^1].

  > [!NOTE]
  > Tarsi.

  [^1]: Dolu.
  """,
  "posts/raqun.md": """
  ---
  title: Raqun
  date: 2026-02-03
  authors: noor-haddad
  kind: story
  lang: ar
  replies_to: zilvo
  tried: [brinok]
  ---

  Moket [[zilvo]].
  """,
  "meetings/2026-02-12-ronde.md": """
  ---
  title: Rondemi feb
  series: ronde
  chair: ada-okafor
  note_taker: noor-haddad
  attendees: [ada-okafor, noor-haddad]
  guests: 2
  goals: [felin]
  ---

  - [ ] @ada-okafor plentu gris, due 2026-02-20 goal:felin
  - [x] @noor-haddad brani (done 2026-02-14)
  - [ ] @ada-okafor sorpu dolin
  """,
  "meetings/2026-04-09-ronde.md": "---\ntitle: Rondemi apr\nseries: ronde\n---\n",
  "resources/brinok.md": """
  ---
  title: Brinok
  kind: lesson-plan
  licence: all-rights-reserved
  creators: [ada-okafor]
  subjects: [zumel]
  levels: [pirto]
  time_needed: 45 min
  url: https://brinok.example/
  ---

  Velun tarsi.
  """,
  "goals/felin.md": """
  ---
  title: Felin
  status: active
  owners: ada-okafor
  measure: Moket
  unit: gran
  baseline: 3
  target: 12
  readings: [{date: 2026-01-10, value: 4}, {date: 2026-02-10, value: 6}]
  start: 2025-10-01
  due: 2026-07-01
  milestones: [{title: Prenu, done_on: 2026-01-10}, {title: Sekun, due: 2026-02-01}]
  ---

  Velun.
  """,
  "successes/glavi.md": """
  ---
  title: Glavi
  date: 2026-02-20
  people: [ada-okafor]
  value: applied
  goals: [felin]
  evidence: [meetings/2026-02-12-ronde]
  ---

  Tarsi.
  """,
  "pages/privacy.md": "# Kredo\n\n- [ ] dolu\n- [x] brani\n",
]
