import Build
import Diagnostics
import TestSupport
import Testing

/// A name with what its parts are, as somebody's parents gave it.
private struct NameShape {
  let given: String
  let family: String
  /// As it is written, where that is not given name first.
  var whole: String?
  /// Whether the script has small letters, so that initials are written.
  var hasCase = true

  var name: String { whole ?? "\(given) \(family)" }
  var initial: String { String(given.prefix(1)) }
}

/// Names of many shapes in eight scripts, each written in many ways.
@Suite("Shapes of names")
struct NameShapeTests {
  private static let latin = [
    ("Ada", "Okafor"), ("Seán", "O'Brien"), ("Sinéad", "O’Neill"), ("Anna", "van der Berg"),
    ("Gabriela", "García Márquez"), ("Ruth", "Smith-Jones"), ("Jürgen", "Müller"),
    ("Zoë", "Wójcik"), ("Łukasz", "Żak"), ("Đorđe", "Ćirić"), ("Søren", "Østergård"),
    ("Björk", "Guðmundsdóttir"), ("Siân", "ap Rhys"), ("Nia", "Prydderch"), ("Ana", "de la Fuente"),
    ("Jean-Pierre", "Lefèvre"), ("Anne-Marie", "Dupont"), ("Chloé", "d'Arcy"), ("Inés", "Peña"),
    ("Mateo", "Ibáñez"), ("Nguyễn", "Trần"), ("Mehmet", "Yılmaz"), ("Şule", "Çelik"),
    ("Dvořák", "Novák"), ("Agnieszka", "Kowalczyk"), ("Oluwaseun", "Adeyemi"), ("Ngozi", "Eze"),
    ("Priya", "Raman"), ("Wei", "Zhang"), ("Fatima", "al-Zahra"), ("Kofi", "Mensah"),
    ("Maria", "dos Santos"), ("Luca", "Di Stefano"), ("Karl", "von Hoff"), ("Conor", "MacCarthy"),
    ("Aroha", "Te Kanawa"), ("Leilani", "Kealoha"), ("Ximena", "Quiñones"),
    ("Bríd", "Ní Dhomhnaill"),
    ("Gwenllian", "Llywelyn"),
  ].map { NameShape(given: $0.0, family: $0.1) }

  private static let others =
    [
      ("Сергей", "Йордан"), ("Анна", "Соколова"), ("Олена", "Шевченко"), ("Γιώργος", "Παππάς"),
      ("Ελένη", "Αγγέλου"), ("Άννα", "Ξένου"),
    ].map { NameShape(given: $0.0, family: $0.1) }
    + [
      ("فاطمة", "العلوي"), ("محمد", "الخطيب"), ("ليلى", "حداد"), ("דוד", "אברהמי"),
      ("רות", "מזרחי"),
      ("प्रिया", "शर्मा"), ("अमित", "वर्मा"), ("민수", "박"),
    ].map { NameShape(given: $0.0, family: $0.1, hasCase: false) }
    + [
      NameShape(given: "太郎", family: "山田", whole: "山田 太郎", hasCase: false),
      NameShape(given: "花子", family: "佐藤", whole: "佐藤花子", hasCase: false),
      NameShape(given: "小明", family: "王", whole: "王小明", hasCase: false),
      NameShape(given: "สมชาย", family: "ใจดี", hasCase: false),
      NameShape(given: "さくら", family: "たなか", whole: "たなか さくら", hasCase: false),
      NameShape(given: "サクラ", family: "ヤマモト", whole: "ヤマモト サクラ", hasCase: false),
    ]

  /// The ways of writing that are promised, each with whether it can be of a name.
  private static func ways(_ shape: NameShape) -> [(way: String, text: String)] {
    let (given, family, name) = (shape.given, shape.family, shape.name)
    var ways: [(String, String)] = [
      ("plain", "Thanks to \(name) for the tea."), ("first", "\(name) brought it."),
      ("bold", "Thanks to **\(name)**."),
      ("half bold", "Thanks to **\(name.prefix(1))**\(name.dropFirst())."),
      ("emphasis", "*\(name)* said so."), ("quotation", "> \(name) said so."),
      ("heading", "## What \(name) did"), ("list", "- \(name)\n- somebody"),
      ("task", "- [ ] \(name) rings"), ("cell", "| Who |\n|---|\n| \(name) |"),
      ("code", "`\(name)`"), ("block of code", "```\n\(name)\n```"),
      ("link", "[\(name)](b.md)"), ("title of a link", "[x](b.md \"\(name)\")"),
      ("alternative text", "![\(name)](../assets/p.svg)"), ("footnote", "A.[^1]\n\n[^1]: \(name)"),
      ("brackets", "Somebody (\(name)) came."), ("struck", "~~\(name)~~"),
      ("no-break", "Thanks, \(name.replacing(" ", with: "\u{A0}"))!"),
      ("soft hyphen", "Thanks, \(name.prefix(1))\u{AD}\(name.dropFirst())!"),
      ("zero width", "Thanks, \(name.prefix(1))\u{200B}\(name.dropFirst())!"),
      ("line break", "Thanks, \(name.replacing(" ", with: "\n"))!"),
      ("attribute", "<span title=\"\(name)\">x</span>"),
      ("comma behind", "\(name), \(name), and all."),
      ("colon", "\(name): we begin."), ("possessive", "\(name)'s idea."),
      ("attendance", "Present: \(name); somebody"), ("full stop", "We thank \(name)."),
    ]
    let isSpaced = shape.whole == nil
    if isSpaced {
      ways += [
        ("two cells", "| First | Last |\n|---|---|\n| \(given) | \(family) |"),
        ("register", "\(family), \(given) (chair)"), ("underscore", "`\(given)_\(family)`"),
        ("in two parts", "**\(given)** *\(family)*"), ("tab", "`\(given)\t\(family)`"),
      ]
    }
    guard shape.hasCase else { return ways }
    ways += [
      ("capitals", "\(name.uppercased()) SPOKE"), ("small letters", "thanks \(name.lowercased())"),
      ("initial", "As \(shape.initial). \(family) writes."),
      ("initials", "\(shape.initial). B. \(family)"),
      ("middle initial", "\(given) B. \(family) came."),
      ("middle name", "\(given) Grace \(family) came."),
      ("reference", "\(family), \(shape.initial). (2024). A title."),
      ("title", "Dr \(family) came."),
      ("Frau", "Frau \(family) kam."), ("Sra.", "La Sra. \(family) vino."),
      ("genitive", "\(name)s Idee"),
    ]
    return ways
  }

  @Test("of 60 shapes of names in eight scripts, written in 40 ways, 98 of 100 are found")
  func shapes() async throws {
    let shapes = Self.latin + Self.others
    #expect(shapes.count == 60)
    var (count, missed): (Int, [String]) = (0, [])
    for shape in shapes {
      let ways = Self.ways(shape)
      var files = [
        "handbook.yml": privateSettings, "assets/p.svg": drawing, "pages/b.md": "# B\n",
        "members/m-07.md": "---\nname: \"\(shape.name)\"\n---\n",
      ]
      for (number, way) in ways.enumerated() {
        files["pages/way-\(number).md"] = "# Way \(number)\n\n\(way.text)\n"
      }
      let found = Set(
        try await handbook(files).diagnostics.filter { $0.id == "name-in-text" }
          .compactMap { $0.location?.path })
      count += ways.count
      for (number, way) in ways.enumerated()
      where !found.contains("content/pages/way-\(number).md") {
        missed.append("\(way.way): \(way.text)")
      }
    }
    print("Of \(count) ways to write a name \(missed.count) were missed.")
    #expect(count >= 60 * 28)
    #expect(missed.count * 50 <= count, "\(missed.joined(separator: "\n"))")
  }

  @Test(
    "a small word of family names is a name itself where it is the only one beside another",
    arguments: [
      NameShape(given: "Ben", family: "Hale"), NameShape(given: "Ben", family: "Reed"),
      NameShape(given: "Van", family: "Hall"), NameShape(given: "Della", family: "Hope"),
      NameShape(given: "Al", family: "Ford"), NameShape(given: "Di", family: "Hart"),
      NameShape(given: "Grace", family: "Le"), NameShape(given: "Mark", family: "Do"),
      NameShape(given: "San", family: "Hill"), NameShape(given: "Mac", family: "Wood"),
    ])
  private func smallWords(_ shape: NameShape) async throws {
    let plain: Set = [
      "plain", "bold", "list", "cell", "attendance", "full stop", "task", "comma behind",
      "quotation", "link", "footnote", "register", "possessive", "line break", "two cells",
    ]
    for (way, text) in Self.ways(shape) where plain.contains(way) {
      let site = try await handbook([
        "handbook.yml": privateSettings, "members/m-07.md": "---\nname: \(shape.name)\n---\n",
        "pages/b.md": "# B\n", "pages/a.md": "# A\n\n\(text)\n",
      ])
      #expect(site.diagnostics.contains { $0.id == "name-in-text" }, "\(way): \(text)")
    }
  }

  @Test(
    "ids and old ids that are names are looked for, also without a name in the file",
    arguments: [
      ("sean-o-brien", "status: withdrawn", "Sean O'Brien came."),
      ("ada-obi-2", "status: withdrawn", "Ada Obi came."),
      ("zofia", "status: withdrawn", "Zofia came."),
      ("m-09", "status: withdrawn\naliases: [maria-lopez]", "Maria Lopez came."),
      ("ruth-adeyemi", "name: Ruthanne Nkem Adeyemi", "Ruth Adeyemi came."),
      ("ruth-adeyemi", "name: Ruthanne Nkem Adeyemi", "`ruth-adeyemi`"),
      ("ruth-adeyemi", "name: Ruthanne Nkem Adeyemi", "See <https://x.example/RuthAdeyemi.jpg>."),
    ])
  func ids(_ id: String, _ fields: String, _ text: String) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/\(id).md": "---\n\(fields)\nwithheld_pictures: none\n---\n",
      "pages/a.md": "# A\n\n\(text)\n",
    ])
    #expect(site.diagnostics.contains { $0.id == "name-in-text" }, "\(site.report)")
  }

  @Test(
    "what only shares a part with a name, or is code, is none",
    arguments: [
      ("Anna Klein", "Herr Klein-Schmidt kam."), ("Anna Klein", "A. Klein-Schmidt kam."),
      ("Ruth Smith", "Mr Smith-Jones came."), ("Jo Park", "We miss Park days."),
      ("Mark Page", "Call `markPage()` first."), ("Will Young", "Set `willYoung`."),
      ("Pat Down", "Please pat down the soil."), ("Will Power", "Will power be cut?"),
      ("Will Young", "| Will | Young |\n|---|---|\n| a | b |"),
      ("Will Young", "## Will Young Readers Cope?"), ("Will Young", "Why Will Young Readers Cope"),
      ("Faith Wood", "Wood, Faith and Fire"), ("Faith Wood", "Wood, Faith, Fire"),
      ("Faith Wood", "Holz und mehr: Wood, Faith und Fire"),
      ("Ada Okafor", "The Okafor A level course."), ("Ada Okafor", "Okafor AB Stockholm"),
      ("Anna van der Berg", "Vanderberg alone"),
      ("Jean Bon", "Bon, Jean mange."), ("Bill Best", "Best, Bill thinks, is last."),
      ("Joy Waters", "Waters, Joy will come."), ("Sam Day", "The day Sam came."),
      ("Peter Field", "In the field Peter found it."), ("Ann Green", "on the green Ann sat"),
      ("Mark Page", "Mark Page 4 and Page 5."), ("Grace Park", "Meet at Grace Park 12."),
      ("Will Hall", "Will Hall 3 be free?"), ("Do Van", "Do van drivers come?"),
      ("An Le", "An le is a word."), ("Le Petit", "Le petit prince."), ("Son Mai", "son mai"),
      ("Sofia", "We went to Sofia and Varna."), ("Victoria", "Victoria is a station."),
      ("Adelaide", "From Adelaide by train."), ("Chester", "A Chester school."),
      ("Will Mark Young", "| Will | Mark | Young |\n|---|---|---|\n| a | b | c |"),
    ])
  func none(_ name: String, _ text: String) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings, "members/m-07.md": "---\nname: \(name)\n---\n",
      "pages/a.md": "# A\n\n\(text)\n",
    ])
    #expect(!site.diagnostics.contains { $0.id == "name-in-text" }, "\(site.report)")
  }

  @Test(
    "names that are also words are found where nothing says that they are those",
    arguments: [
      ("Will Young", "## What Will Young said"), ("Will Young", "Will Young, Head of Maths"),
      ("Will Young", "WILL YOUNG SPOKE"), ("Faith Wood", "Wood, Faith"),
      ("Will Young", "| First | Last |\n|---|---|\n| Will | Young |"),
      ("Will Young", "We thank Will Young."),
      ("Will Young", "| Young | Will |\n|---|---|\n| Young | Will |"),
      ("Sam Day", "It was Day, Sam."), ("Sam Day", "the Sam Day method"),
      ("Sofia", "Ms Sofia came."),
      ("Mark Page", "Mark Page (2024) says so."), ("Mark Page", "Mark Page 2024"),
      ("Ada Okafor", "| Ada | Grace | Okafor |\n|---|---|---|\n| a | b | c |"),
      ("Ada Okafor", "| a | b | c |\n|---|---|---|\n| Ada | | Okafor |"),
      ("Ada Okafor", "| Ada | Grace | Okafor | Harbour |\n|---|---|---|---|\n| a | b | c | d |"),
      ("Seán O'Brien", "Ｓｅáｎ Ｏ＇Ｂｒｉｅｎ"), ("Ruth Smith-Jones", "Ｒｕｔｈ Ｓｍｉｔｈ－Ｊｏｎｅｓ"),
      ("Ada Grace Okafor", "Okafor A.G. and Hale B."), ("Ada Okafor", "Okafor AB, 2024"),
      ("Anna van der Berg", "Anna Vanderberg"), ("Fatima al-Zahra", "Fatima Alzahra"),
      ("عبد الرحمن الخطيب", "عبدالرحمن الخطيب"),
      ("عبد الرحمن الخطيب", "الخطيب، عبد الرحمن"),
      ("Seán O'Brien", "Seán O´Brien"), ("山田 太郎", "昨日山田 \u{2060}太郎さんは来た。"),
      ("山田 太郎", "山田\u{200F} \u{200E}太郎"), ("Will Young", "We met Will \u{2060}Young."),
      ("Will Young", "We met \u{200E}Will Young."),
      ("Faith Wood", "Wood, Faith (chair) and others"),
      ("Ada Okafor", "| Ada | Okafor |\n|---|---|\n| a | b |"), ("Ada Okafor", "Okafor, Ada, Ben"),
      ("Ada Okafor", "Ada Okafor Leads The Circle"),
    ])
  func words(_ name: String, _ text: String) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings, "members/m-07.md": "---\nname: \(name)\n---\n",
      "pages/a.md": "# A\n\n\(text)\n",
    ])
    #expect(site.diagnostics.contains { $0.id == "name-in-text" }, "\(site.report)")
  }

  @Test(
    "an address holds a name with another between, and what an address escapes",
    arguments: [
      ("https://x.example/ada-b-okafor", true), ("https://x.example/ada-mary-okafor", true),
      ("https://x.example/ada%20okafor", true), ("https://x.example/%41da_Okafor", true),
      ("https://x.example/ada-and-okafor", false), ("https://x.example/ada-in-the-okafor", false),
      ("https://x.example/ada%2Dben-hale", false), ("https://x.example/okafor-prize", false),
    ])
  func addresses(_ address: String, isFound: Bool) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings, "members/m-07.md": "---\nname: Ada Okafor\n---\n",
      "successes/a.md": "---\ntitle: A\ndate: 2026-02-01\nevidence: ['\(address)']\n---\n",
      "resources/b.md": "---\ntitle: B\nkind: tool\nurl: \(address)\n---\n",
    ])
    #expect(
      site.diagnostics.filter { $0.id == "name-in-text" }.count == (isFound ? 2 : 0),
      "\(site.report)")
  }

  @Test(
    "titles of families and degrees stand before a family name",
    arguments: [
      ("Familie Okafor kam.", true), ("La familia Okafor vino.", true), ("Teulu Okafor", true),
      ("la famille Okafor", true), ("Dr. med. Okafor kam.", true),
      ("Prof. Dr. rer. nat. Okafor", true), ("Dr. phil. habil. Okafor", true),
      ("med. Okafor", false), ("Familienfest Okafor", false), ("Familie; Okafor", false),
    ])
  func titles(_ text: String, isFound: Bool) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings, "members/m-07.md": "---\nname: Dr. med. Ada Okafor\n---\n",
      "pages/a.md": "# A\n\n\(text)\n",
    ])
    #expect(site.diagnostics.contains { $0.id == "name-in-text" } == isFound, "\(site.report)")
  }

  @Test(
    "an initial without a full stop, handles, and anchors that the author gives are found",
    arguments: [
      "Mr A Okafor came.", "A Okafor came.", "AB Okafor came.", "Ada Okaforʼs idea.",
      "Ask ada.okafor there.", "Ask adaokafor2 there.", "## Hello {#ada-okafor}",
    ])
  func handles(_ text: String) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings, "members/m-07.md": "---\nname: Ada Okafor\n---\n",
      "pages/a.md": "# A\n\n\(text)\n",
    ])
    #expect(site.diagnostics.contains { $0.id == "name-in-text" }, "\(site.report)")
  }

  @Test(
    "family_name settles what cannot be guessed",
    arguments: [
      ("Gabriela García Márquez", "García Márquez", "García Márquez wrote novels.", false),
      ("Gabriela García Márquez", "García Márquez", "Sra. García Márquez came.", true),
      ("Maria Elena Lopez", "Lopez", "Elena Lopez came.", true),
      ("Nguyen Thi Mai", "Nguyen", "Thi Mai Nguyen came.", true),
    ])
  func familyName(_ name: String, _ family: String, _ text: String, isFound: Bool) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": "---\nname: \(name)\nfamily_name: \(family)\n---\n",
      "pages/a.md": "# A\n\n\(text)\n",
    ])
    #expect(site.diagnostics.contains { $0.id == "name-in-text" } == isFound, "\(site.report)")
  }

  @Test(
    "a name is found in decoded values of settings, vocabulary and fields, not in keys or comments",
    arguments: [
      ("handbook.yml", "tagline: \"Led by A\\x64a Ok\\x61for\"\n", true),
      ("handbook.yml", "join: Come along\ntagline: Led by Ada Okafor\n", true),
      ("handbook.yml", "# Ada Okafor set this up\ntagline: Us\n", false),
      ("tags.yml", "tags:\n  - id: x\n    label: \"A\\x64a Ok\\x61for\"\n", true),
      ("tags.yml", "# by Ada Okafor\ntags: [{id: x}]\n", false),
      ("pages/b.md", "---\ntitle: \"A\\u0064a Okafor\"\n---\nText.\n", true),
      ("pages/b.md", "---\n# Ada Okafor\ntitle: B\n---\nText.\n", false),
      ("pages/ada-okafor-plan.md", "# B\n", true), ("assets/AdaOkafor.svg", drawing, true),
      ("assets/adaokafor2024.svg", drawing, true), ("assets/okafor_ada.svg", drawing, true),
    ])
  func decoded(_ path: String, _ text: String, isFound: Bool) async throws {
    var files = [
      "handbook.yml": privateSettings, "members/m-07.md": "---\nname: Ada Okafor\n---\n",
    ]
    files[path] = path == "handbook.yml" ? privateSettings + text : text
    let site = try await handbook(files)
    #expect(
      site.diagnostics.contains { $0.id.rawValue.hasPrefix("name-in-") } == isFound,
      "\(site.report)")
  }
}
