import Build
import Community
import Dates
import Diagnostics
import Markup
import TestSupport
import Testing

@testable import Site

@Suite("The words of the interface")
struct WordsTests {
  @Test("six languages are built in, and none lacks a word, nor a form of one that is counted")
  func complete() throws {
    let codes = BuiltInTheme.files.map(\.path).filter { $0.hasPrefix("strings/") }
    #expect(codes == ["ar", "cy", "de", "en", "es", "fr"].map { "strings/\($0).yml" })
    let english = try words("en")
    for code in languages {
      #expect(MissingWords(in: try words(code), beside: english).keys == [], "\(code)")
    }
  }

  @Test("every English word has a name in Swift: run scripts/words")
  func names() throws {
    let english = try words("en")
    #expect(Set(Word.keys + Pattern.keys) == Set(english.plain.keys))
    #expect(Set(CountedWord.keys + CountedPattern.keys) == Set(english.plurals.keys))
  }

  @Test(
    "what a language leaves out is said in English, whether it stands alone, with a number or filled in"
  )
  func english() throws {
    let strings = SourceText(path: "ga.yml", bytes: Array("home: Baile\n".utf8))
    let irish = Words.read([strings], language: "ga", over: try words("en")).value
    #expect(irish(.home) == "Baile")
    #expect(irish(.contact) == "Contact")
    #expect(irish.count(.countMeeting, 3) == "3 meetings")
    #expect(irish.pageOf(current: "1", total: "3") == "Page 1 of 3")
    #expect(irish.goalActionsDone(3, done: "2") == "2 of 3 actions done")
  }

  @Test("a former word is a warning in a site's own strings, which says what it is called now")
  func formerWord() throws {
    let strings = SourceText(
      path: "en.yml", bytes: Array("meeting_sign_up: Come\nprivacy: Yours\nhoem: Start\n".utf8))
    let read = Words.read([strings], language: "en", over: try words("en"))
    #expect(read.diagnostics.map(\.severity) == [.warning, .warning, .error])
    #expect(
      read.diagnostics.map(\.hints) == [
        ["its words are 'sign_up' now"], ["delete the line"], ["did you mean 'home'?"],
      ])
  }

  @Test("a site's own template prints a former word as the words of today")
  func formerWordInTemplate() throws {
    let english = try words("en")
    for (former, today) in formerWords {
      #expect(english.plain[former] == nil)
      #expect(english.plainWithFormer[former] == today.flatMap { english.plain[$0] })
      if let today { #expect(english.plain[today] != nil, "\(today)") }
    }
    #expect(english.plainWithFormer["meeting_sign_up"] == english(.signUp))
  }

  @Test("what is filled in stays as it is, braces and all")
  func braces() throws {
    #expect(
      try words("en").translation(language: "{title}", title: "{count}") == "{title}: {count}")
  }

  @Test("a site's own language is written as its words say")
  func direction() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "language: gv\n",
      "templates/strings/gv.yml": "direction: rtl\n",
    ])
    #expect(site.pages["index.html"]?.contains("<html lang=\"gv\" dir=\"rtl\">") == true)
  }

  @Test("a translation fills in what the English does", arguments: languages)
  func places(_ code: String) throws {
    let (translated, english) = (try words(code), try words("en"))
    for (key, pattern) in english.plain where !key.hasPrefix("date_") {
      #expect(
        placeNames(in: translated.plain[key] ?? "") == placeNames(in: pattern), "\(code) \(key)")
    }
    for (key, forms) in english.plurals {
      let all = forms.values.reduce(into: Set()) { $0.formUnion(placeNames(in: $1)) }
      let translations = translated.plurals[key] ?? [:]
      #expect(
        placeNames(in: translations[.other] ?? "") == placeNames(in: forms[.other] ?? ""), "\(key)")
      for form in translations.values { #expect(placeNames(in: form).isSubset(of: all), "\(key)") }
    }
  }

  @Test("a date is written as the language writes it", arguments: dates)
  func date(_ code: String, _ first: String, _ full: String) throws {
    let words = try words(code)
    let march = try #require(CalendarDate(year: 2026, month: 3, day: 1))
    let february = try #require(CalendarDate(year: 2026, month: 2, day: 12))
    #expect(words.longDate(march).text == first)
    #expect(words.fullDate(february).text == full)
  }

  @Test("what is counted has the form of its number", arguments: counts)
  func count(_ code: String, _ expected: [String]) throws {
    let words = try words(code)
    #expect([0, 1, 2, 3, 6, 11, 100].map { words.count(.countMeeting, $0) } == expected)
  }

  @Test("the forms are those of CLDR", arguments: neededForms)
  func forms(_ code: String, _ expected: String) {
    let needed = PluralCategory.needed(in: code).map(\.rawValue)
    #expect(needed.joined(separator: " ") == expected)
  }

  @Test("a list is joined as the language joins it, by how the last word sounds")
  func lists() throws {
    #expect(try words("en").list(["Ada", "Ben", "Inés"]) == "Ada, Ben and Inés")
    #expect(try words("es").list(["Ada", "Ben"]) == "Ada y Ben")
    #expect(try words("es").list(["Ada", "Inés"]) == "Ada e Inés")
    #expect(try words("cy").list(["Ada", "Siân"]) == "Ada a Siân")
    #expect(try words("cy").list(["Ada", "Huw", "Ŷnyr"]) == "Ada, Huw ac Ŷnyr")
    #expect(try words("ar").list(["سارة", "ليلى", "نور"]) == "سارة، ليلى ونور")
  }

  @Test("a rhythm is said as the language says it")
  func rhythms() throws {
    let second = Rhythm.monthly(nth: 2, weekday: .thursday)
    #expect(try words("en").rhythm(second) == "every second Thursday of the month")
    #expect(try words("cy").rhythm(second) == "ail ddydd Iau pob mis")
    #expect(try words("ar").rhythm(second) == "الخميس الثاني من كل شهر")
    #expect(
      try words("de").rhythm(.lastOfMonth(weekday: .friday)) == "jeden letzten Freitag im Monat")
  }

  @Test("a site's own language that lacks words is told which, and that they are in English")
  func missing() async throws {
    let english = try #require(BuiltInTheme.files.first { $0.path == "strings/en.yml" })
    let lines = String(decoding: english.bytes, as: UTF8.self).split(separator: "\n")
    let kept = lines.filter { !$0.hasPrefix("home:") }.joined(separator: "\n")
    let site = try await handbook([
      "handbook.yml": plainSettings + "language: gv\n", "templates/strings/gv.yml": kept,
    ])
    #expect(
      site.report == """
        templates/strings/gv.yml: warning: a word is missing here, so it is in English: home [missing-strings]
        1 warning

        """)
  }

  @Test("missing words are listed up to twenty, with the forms that a plural lacks")
  func manyMissing() async throws {
    let strings = "language_name: Gaeilge\ncount_post: {one: x, other: y}\n"
    let site = try await handbook([
      "handbook.yml": plainSettings + "language: ga\n", "templates/strings/ga.yml": strings,
    ])
    let summary = try #require(site.diagnostics.first?.summary)
    let count = try words("en").plain.count + words("en").plurals.count - 1
    #expect(
      summary.hasPrefix("\(count) words are missing here, so they are in English: a_code_removed, ")
    )
    #expect(summary.hasSuffix(" and \(count - 20) more"))
    let english = try words("en")
    let partial = Words.read(
      [SourceText(path: "ga.yml", bytes: Array(strings.utf8))], language: "ga", over: nil
    ).value
    let missing = MissingWords(in: partial, beside: english).keys
    #expect(missing.contains("count_post (two, few, many)") && missing.contains("home"))
  }

  @Test("a language that is not the site's may give a few words only")
  func fewWords() async throws {
    let site = try await handbook(["templates/strings/ga.yml": "note_due: faoi\n"])
    #expect(site.report == "")
  }

  @Test("the stylesheets name no side of the page but where code is written")
  func sides() {
    let styles = BuiltInTheme.files.filter { $0.path.hasSuffix(".css") }
    let text = styles.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let sides = ["margin", "padding", "border"].flatMap { ["\($0)-left", "\($0)-right"] }
    for name in sides + ["float: left", "float: right", "text-align: right", " left:", " right:"] {
      #expect(!text.contains(name), "\(name)")
    }
    #expect(text.split(separator: "text-align: left").count == 2)
  }
}

private let languages = ["ar", "cy", "de", "es", "fr"]

/// The words of a built-in language alone.
private func words(_ code: String) throws -> Words {
  let source = try #require(BuiltInTheme.files.first { $0.path == "strings/\(code).yml" })
  let read = Words.read([source], language: code, over: nil)
  #expect(read.diagnostics.map(\.summary) == [])
  return read.value
}

/// The names in braces.
private func placeNames(in pattern: String) -> Set<Substring> {
  Set(
    pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
      $0.split(separator: "}").first
    })
}

private let dates = [
  ("en", "1 March 2026", "Thursday 12 February 2026"),
  ("es", "1 de marzo de 2026", "jueves, 12 de febrero de 2026"),
  ("fr", "1er mars 2026", "jeudi 12 février 2026"),
  ("de", "1. März 2026", "Donnerstag, 12. Februar 2026"),
  ("cy", "1 Mawrth 2026", "Dydd Iau 12 Chwefror 2026"),
  ("ar", "1 مارس 2026", "الخميس، 12 فبراير 2026"),
]

private let counts = [
  (
    "es",
    [
      "0 reuniones", "1 reunión", "2 reuniones", "3 reuniones", "6 reuniones", "11 reuniones",
      "100 reuniones",
    ]
  ),
  (
    "fr",
    [
      "0 réunion", "1 réunion", "2 réunions", "3 réunions", "6 réunions", "11 réunions",
      "100 réunions",
    ]
  ),
  (
    "cy",
    [
      "0 cyfarfod", "1 cyfarfod", "2 gyfarfod", "3 chyfarfod", "6 chyfarfod", "11 cyfarfod",
      "100 cyfarfod",
    ]
  ),
  (
    "ar",
    [
      "لا اجتماعات", "اجتماع واحد", "اجتماعان", "3 اجتماعات", "6 اجتماعات", "11 اجتماعًا",
      "100 اجتماع",
    ]
  ),
]

private let neededForms = [
  ("en", "one other"), ("es", "one other"), ("fr-CA", "one other"), ("de", "one other"),
  ("cy", "zero one two few many other"), ("ar", "zero one two few many other"),
  ("ga", "one two few many other"), ("gd", "one two few other"), ("pl", "one few many"),
  ("uk", "one few many"), ("cs", "one few other"), ("ja", "other"),
]
