import Build
import Community
import Markup
import Records
import TestSupport
import Testing

@testable import Site

@Suite("The index of the search")
struct SearchIndexTests {
  @Test("a list gives back its entries, those that are most about the word first")
  func lists() {
    var list = PostingList()
    let entries = [0, 1, 2, 63, 64, 65, 130, 1_500, 1_564, 40_000, 2_000_000]
    for (place, entry) in entries.enumerated() {
      list.append(Posting(entry: entry, level: place % 2 == 0 ? 3 : 8))
    }
    let found = PostingList.first(100, of: list.written)
    #expect(found.map(\.level) == Array(repeating: 8, count: 5) + Array(repeating: 3, count: 6))
    #expect(found.map(\.entry).sorted() == entries)
    #expect(PostingList.first(2, of: list.written).map(\.entry) == [1, 63])
  }

  @Test("what is kept of a run of entries comes back as it was, and damaged does not")
  func kept() async throws {
    var files: [String: String] = [:]
    for number in 0..<40 {
      files["pages/p\(number).md"] = "# P \(number)\n\nWord w\(number % 7) é.\n"
    }
    let renderer = try #require(try await handbook(files).renderer)
    let searched = SearchedEntries(renderer.plan)
    let part = renderer.searchPart(searched, 0..<40)
    var record = RecordWriter()
    part.encode(to: &record)
    var reader = RecordReader(record.bytes)
    let back = try SearchPart(from: &reader)
    #expect(reader.isAtEnd && back.records == part.records)
    let (left, right) = (SearchVocabulary([back], in: "en"), SearchVocabulary([part], in: "en"))
    #expect(left.count == right.count && left.count > 8)
    #expect(left.lists(of: 0..<left.count) == right.lists(of: 0..<right.count))
    for end in stride(from: 0, to: record.bytes.count, by: 97) {
      var cut = RecordReader(Array(record.bytes[..<end]))
      #expect(throws: DamagedRecord.self) { try SearchPart(from: &cut) }
    }
  }

  @Test("a list needs no escape and can hold no tag")
  func digits() {
    #expect(PostingList.digits.count == 90)
    for forbidden in ["\"", "\\", "<", " ", "\n"] {
      #expect(!PostingList.digits.contains(where: { [$0] == Array(forbidden.utf8) }))
    }
  }

  @Test("a word in the title weighs more than many in the text, a long text less than a short one")
  func levels() {
    #expect(Posting.level(weight: 20, length: 1_000) > Posting.level(weight: 5, length: 1_000))
    #expect(Posting.level(weight: 1, length: 40) > Posting.level(weight: 1, length: 1_500))
    #expect(Posting.level(weight: 0, length: 100_000) == 1)
    #expect(Posting.level(weight: 1_000_000, length: 1) == 8)
  }

  @Test(
    "a text in search data is inert",
    arguments: [
      ("</script><!--", #""\u003c/script>\u003c!--""#),
      ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#),
      ("\"\\\n\t\0", #""\"\\\u000a\u0009\u0000""#), ("Siân 数学 🙂", #""Siân 数学 🙂""#),
      ("\u{7F}\u{85}", #""\u007f\u0085""#),
    ])
  func escaping(text: String, expected: String) {
    var bytes: [UInt8] = []
    bytes.append(quoted: text)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test("a script in a title reaches no file of the search as it is")
  func hostile() async throws {
    let files = try await searchFiles([
      "pages/a.md": "---\ntitle: </script><!--<b>x\n---\nA\u{2028}B \" \\ </script> `</script>` c"
    ])
    for (path, text) in files {
      #expect(!text.contains("<"), "\(path)")
      #expect(!text.unicodeScalars.contains("\u{2028}"), "\(path)")
      #expect(text.hasPrefix("handbookSearchData(\""), "\(path)")
    }
  }

  @Test("an entry is found by its title, headings, text, tags in all spellings, and people")
  func fields() async throws {
    let words = try await searchWords([
      "handbook.yml": privateSettings,
      "tags.yml": "tags:\n  - {id: maths, label: Mathematics, also: [numeracy]}\n",
      "members/ada-okafor.md": """
      ---
      name: Ada Okafor
      consent: {name: yes, given: 2025-12-01}
      ---
      """,
      "posts/a.md": """
      ---
      date: 2026-01-01
      authors: ada-okafor
      tags: maths
      ---
      # Titular
      ## Capital
      Textual by @ada-okafor.
      """,
    ])
    for word in ["titular", "capital", "textual", "mathematics", "numeracy", "ada", "okafor"] {
      #expect(words[stem(word)] != nil, "\(word)")
    }
    #expect(words[stem("Post")] != nil, "an entry is found by its kind")
    #expect(words["#t:maths"] != nil)
  }

  @Test("a list of several pages is filtered by the choices of its facets")
  func facets() async throws {
    let words = try await searchWords([
      "resources/a.md": "---\nkind: tool\nlicence: cc-by\nlevels: [Year 9]\n---\n# A\n\nA.",
      "resources/b.md": "---\nkind: video\nlicence: cc-by\n---\n# B\n\nB.",
    ])
    #expect(words["#f:kind:tool"] != nil && words["#f:kind:video"] != nil)
    #expect(words["#f:level:year-9"] != nil)
    #expect(words["#f:licence:cc-by"] == nil, "what holds everything narrows nothing")
  }

  @Test("nothing withheld is in the search, not even a single word of it")
  func withheld() async throws {
    let files = [
      "handbook.yml": privateSettings,
      "members/m-07.md":
        "---\nname: Xanthe Quellwood\nalso_known_as: Xanny\nschool: Brackfield\n---\n",
      "members/m-08.md": """
      ---
      name: Rolf Ambergate
      school: Dunmore
      offers: [{tag: chess, note: zugzwang}]
      consent: {name: yes, given: 2025-12-01}
      ---
      """,
      "posts/a.md":
        "---\ndate: 2026-01-01\nauthors: [m-07, m-08]\n---\n# Shown\nBy @m-07, in [[b]] and [[c]].",
      "posts/b.md": "---\ndate: 2026-01-01\nauthors: m-08\ndraft: yes\n---\n# Unready\nSketched.",
      "posts/c.md":
        "---\ndate: 2026-01-01\nauthors: m-08\naudience: members\n---\n# Private\nWhispered.",
    ]
    let words = try await searchWords(files)
    let secrets = [
      "xanthe", "quellwood", "xanny", "brackfield", "dunmore", "zugzwang", "unready", "sketched",
      "private", "whispered",
    ]
    for secret in secrets {
      #expect(words[secret] == nil && words[stem(secret)] == nil, "\(secret)")
    }
    #expect(words[stem("ambergate")] != nil && words[stem("shown")] != nil)
    let written = try await searchFiles(files)
    let text = written.values.joined()
    for secret in ["Xanthe", "Quellwood", "Brackfield", "Dunmore", "Unready", "Whispered"] {
      #expect(!text.contains(secret), "\(secret)")
    }
    let spellings = spellings(in: written)
    for secret in secrets { #expect(!spellings.contains(secret), "\(secret)") }
    #expect(spellings.contains("ambergate"))
  }

  @Test("every word lies in the file that its place in the alphabet says")
  func shards() async throws {
    var files: [String: String] = [:]
    for number in 0..<40 {
      let words = (0..<120).map {
        "w\(String(number * 97 + $0 * 31, radix: 26, uppercase: false))x\($0)"
      }
      files["pages/p\(number).md"] = "# Page \(number)\n\n\(words.joined(separator: " "))"
    }
    let shards = try await searchShards(files)
    #expect(shards.count > 3)
    for (position, shard) in shards.enumerated() {
      let keys = shard.words.map(\.word)
      #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      #expect(!keys[0].utf8.lexicographicallyPrecedes(shard.first.utf8))
      if position > 0 {
        let before = try #require(shards[position - 1].words.last).word
        #expect(before.utf8.lexicographicallyPrecedes(shard.first.utf8))
      }
    }
  }

  @Test("no letter of any alphabet is cut where a file of words begins")
  func alphabets() async throws {
    var files: [String: String] = [:]
    for number in 0..<40 {
      let words = (0..<90).map { part in
        let digits = String(number * 90 + part).utf8.map { Int($0) - 0x30 }
        return String(String.UnicodeScalarView(digits.compactMap { UnicodeScalar(0x3B1 + $0) }))
      }
      files["pages/p\(number).md"] = "# Page \(number)\n\n\(words.joined(separator: " "))"
    }
    let written = try await searchFiles(files)
    #expect(written.keys.count { $0.hasPrefix("search/w") } > 3)
    for (path, text) in written { #expect(!text.contains("\u{FFFD}"), "\(path)") }
  }

  @Test("a beginning that too many words share has a list of what is most about them")
  func beginnings() async throws {
    var files: [String: String] = [:]
    for number in 0..<200 {
      let words = (0..<60).map { "recall\($0)" }.joined(separator: " ")
      files["pages/p\(number).md"] = number == 150 ? "# Recall7\n\nOnly." : "# Page\n\n\(words)"
    }
    let words = try await searchWords(files)
    let list = try #require(words["recall*"])
    let found = PostingList.first(1_000, of: list.utf8)
    #expect(found.count == 64)
    #expect(found[0] == Posting(entry: try await entry("p150", in: files), level: 8))
    #expect(words["re*"] == list)
    #expect(words["page*"] == nil && words["r*"] == nil)
  }

  @Test("words of one stem have one list, in which an entry comes once")
  func stems() async throws {
    let words = try await searchWords([
      "pages/a.md": "# A\n\nQuestioning is a question.", "pages/b.md": "# B\n\nShe questions it.",
    ])
    let list = try #require(words["question"])
    #expect(PostingList.first(10, of: list.utf8).map(\.entry).sorted() == [0, 1])
    #expect(words["questioning"] == nil && words["questions"] == nil)
  }

  @Test("the stem of a word of another language is apart from a word of the site's")
  func languages() async throws {
    let words = try await searchWords([
      "pages/a.md": "# A\n\nThis is not so.",
      "pages/b.md": "---\nlang: de\n---\n# B\n\nNoten für Lehrerinnen.",
      "pages/c.md": "---\nlang: pl\n---\n# C\n\nLekcje polskie.",
    ])
    #expect(words["not"].map { PostingList.first(9, of: $0.utf8).count } == 1)
    #expect(words["not.de"] != nil && words["lehr.de"] != nil && words["noten"] == nil)
    #expect(words["lekcje.pl"] != nil, "a language without rules keeps its words")
  }

  @Test("a Welsh word is found by its radical where the site has it, and else as it stands")
  func mutations() async throws {
    let words = try await searchWords([
      "handbook.yml": plainSettings + "language: cy\n",
      "pages/a.md": "# Un\n\nFy nghath a’i chath, y gath a’r ci.",
      "pages/b.md": "# Dau\n\nMae cath ar y wal; hen ardd.",
    ])
    #expect(words["cath"].map { PostingList.first(9, of: $0.utf8).count } == 2)
    #expect(words["nghath"] == nil && words["gath"] == nil && words["chath"] == nil)
    #expect(words["ardd"] != nil, "no garden without its mutation is here")
  }

  @Test("a word with hyphens is found as its parts and as one, and says where it is cut")
  func hyphens() async throws {
    let words = try await searchWords(["pages/a.md": "# A\n\nWell-being by e-mail."])
    for key in ["well", "being", "wellb", "wellb=4", "email", "mail"] {
      #expect(words[key] != nil, "\(key): \(words.keys.sorted())")
    }
    #expect(words["email=1"] == nil, "mail is not e-mail")
  }

  @Test("a text that is long is whole in a file of texts, to what a word may cost")
  func texts() async throws {
    let long = (0..<400).map { "Sentence \($0) is one of many." }.joined(separator: " ")
    let files = try await searchFiles([
      "pages/a.md": "# A\n\n\(long)\n\n| Table |\n|---|\n| Kaleidoscope |\n",
      "pages/b.md": "# B\n\nShort.",
    ])
    let texts = try #require(files["search/t0.js"])
    #expect(texts.contains("Sentence 399 is") && texts.contains("Kaleidoscope"))
    let records = files.filter { $0.key.hasPrefix("search/r") }.values.joined()
    #expect(records.contains("\"Short.\"") && !texts.contains("Short"), "once is enough")
    #expect(records.contains("…\"") && !records.contains("Sentence 399"))
  }

  @Test("a site of more than 1,000 entries has no files of texts: its pages are fetched")
  func noTexts() async throws {
    var site: [String: String] = [:]
    for number in 0...1_000 { site["pages/p\(number).md"] = "# P \(number)\n\nShort.\n" }
    let large = try await searchFiles(site)
    #expect(large["search/t0.js"] == nil)
    #expect(try #require(large["search/start.js"]).contains("\"textsPerFile\":0"))
    site["pages/p0.md"] = nil
    #expect(try await searchFiles(site)["search/t0.js"] != nil)
  }

  @Test("a site without entries has an index without words")
  func empty() async throws {
    let files = try await searchFiles([:])
    #expect(files.keys.sorted() == ["search/start.js"])
    #expect(try #require(files["search/start.js"]).contains("\"count\":0"))
  }

  @Test("more titles than one page holds stand on pages of their own, each once")
  func titles() async throws {
    var files: [String: String] = [:]
    for number in 0..<501 { files["pages/p\(number).md"] = "# Title \(number)" }
    let pages = try await handbook(files).pages
    let search = try #require(pages["search.html"])
    #expect(search.contains("titles/1.html") && search.contains("titles/2.html"))
    #expect(!search.contains("p7.html") && pages["titles/3.html"] == nil)
    let listed = try #require(pages["titles/1.html"]) + (try #require(pages["titles/2.html"]))
    for number in 0..<501 { #expect(listed.contains("\"../p\(number).html\"")) }
  }
}

// MARK: - Reading the files

private func searchFiles(_ files: [String: String]) async throws -> [String: String] {
  let inspection = try await handbook(files)
  let written = await inspection.searchFiles
  #expect(!written.isEmpty, "\(inspection.report)")
  return written
}

private struct Shard {
  /// What the start file says of it.
  let first: Substring
  let words: [(word: String, list: String)]
}

private func searchShards(_ files: [String: String]) async throws -> [Shard] {
  let written = try await searchFiles(files)
  let start = try #require(written["search/start.js"])
  let opening = try #require(start.firstRange(of: "\"words\":\"")).upperBound
  let firsts = start[opening...].prefix { $0 != "\"" }.split(separator: " ")
  return try firsts.enumerated().map { number, first in
    let script = try #require(written["search/w\(number).js"])
    let body = script.dropFirst("handbookSearchData(\"w\(number)\",\"".count).dropLast(4)
    let parts = body.split(separator: " ").map(String.init)
    let words = stride(from: 0, to: parts.count, by: 2).map { (parts[$0], parts[$0 + 1]) }
    return Shard(first: first, words: words)
  }
}

/// The lists of all words.
private func searchWords(_ files: [String: String]) async throws -> [String: String] {
  let words = try await searchShards(files).flatMap(\.words)
  return Dictionary(uniqueKeysWithValues: words.map { ($0.word, $0.list) })
}

/// The words that the files for slips hold.
private func spellings(in files: [String: String]) -> Set<String> {
  var words: Set<String> = []
  for (path, text) in files where path.hasPrefix("search/b") || path.hasPrefix("search/e") {
    let quoted = text.split(separator: "\"", omittingEmptySubsequences: false).dropFirst(3)
    let strings = stride(from: quoted.startIndex, to: quoted.endIndex, by: 2).map { quoted[$0] }
    for place in stride(from: 0, to: strings.count - 1, by: 2) {
      for rest in strings[place + 1].split(separator: " ") {
        let (shared, rest) = (strings[place], rest.dropLast())
        words.insert(path.hasPrefix("search/b") ? "\(shared)\(rest)" : "\(rest)\(shared)")
      }
    }
  }
  return words
}

/// What an English word is found by.
private func stem(_ word: String) -> String {
  String(decoding: Stemmer(.english).stem(Array(word.lowercased().utf8)), as: UTF8.self)
}

/// The number of an entry, by its place among the pages.
private func entry(_ name: String, in files: [String: String]) async throws -> Int {
  let inspection = try await handbook(files)
  let plan = try #require(inspection.renderer?.plan)
  return try #require(SearchedEntries(plan).entries.firstIndex { $0.id.name == name })
}
