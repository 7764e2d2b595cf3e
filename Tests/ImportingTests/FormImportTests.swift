import Community
import Files
import Testing

@testable import Importing

@Suite("The answers to a form")
struct FormImportTests {
  @Test(
    "a question of consent is read where it asks the website for one thing, in each language",
    arguments: [
      ("May the website show your name?", Consent.Purpose.name),
      ("May it have a page about you?", .profile), ("May it show photos of you?", .photo),
      ("May it name your school?", .school), ("May it list you at meetings?", .attendance),
      ("Can we publish your name on the site?", .name), ("consent_photo", .photo),
      ("Dürfen wir Ihren Namen auf der Webseite zeigen?", .name),
      ("Dürfen wir Fotos von Ihnen veröffentlichen?", .photo),
      ("Pouvons-nous afficher votre nom ?", .name),
      ("Peut-on citer votre établissement ?", .school),
      ("¿Podemos mostrar tu nombre en la web?", .name),
      ("¿Podemos publicar fotos tuyas?", .photo), ("A gawn ddangos eich enw?", .name),
      ("هل يمكننا نشر صورك؟", .photo),
    ])
  func clear(heading: String, purpose: Consent.Purpose) {
    #expect(ConsentQuestion(heading) == .purpose(purpose))
  }

  @Test(
    "a question that asks for several things, for another place, or to hide something is unclear",
    arguments: [
      "May we show your name and photos on the website?",
      "Can we use your photo in the newsletter?",
      "May we take photos?", "Should we not show your name on the website?",
      "May we show your school on the intranet?", "Photo consent", "Permission to publish",
      "GDPR", "May we show your name only to other members?",
      "Dürfen wir Ihren Namen nicht zeigen?",
      "May the site show your name if you host?",
    ])
  func unclear(heading: String) {
    #expect(ConsentQuestion(heading) == .unclear)
  }

  @Test(
    "what asks for no consent is none of it",
    arguments: [
      "Name", "What is your name?", "School", "Which subjects do you teach?", "Photo",
      "What can you help others with in your school?", "Attendance", "Which meetings can you host?",
    ])
  func none(heading: String) {
    #expect(ConsentQuestion(heading) == nil)
  }

  @Test(
    "a yes in any usual words is a yes",
    arguments: [
      "Yes", "yes please", "OK", "Okay!", "Y", "TRUE", "✓", "Sure", "of course", "Ja", "Ja, gerne",
      "ja bitte", "Oui", "oui, bien sûr", "D'accord", "Sí", "si, claro", "Vale", "Ydw", "iawn",
      "cewch, wrth gwrs", "نعم", "موافق", "Yes, you may", "I agree",
    ])
  func yes(answer: String) {
    #expect(ConsentAnswer(answer) == .yes)
  }

  @Test(
    "a no in any usual words is a no",
    arguments: [
      "No", "no thanks", "No, thank you", "N", "FALSE", "Nein", "Nein danke", "lieber nicht", "Non",
      "non merci", "no gracias", "Na", "Nage", "dim diolch", "لا", "لا شكرا", "of course not",
      "I do not agree", "never",
    ])
  func no(answer: String) {
    #expect(ConsentAnswer(answer) == .no)
  }

  @Test(
    "whatever says more than yes or no is neither",
    arguments: [
      "Yes, but only my first name", "yes?", "Not sure", "maybe", "yes and no", "ask me", "1", "x",
      "only at meetings", "Ja, aber ohne Foto", "sí, pero no la foto", "no problem", "N/A",
      "yes if my head agrees", "not yet", "-",
    ])
  func neither(answer: String) {
    #expect(ConsentAnswer(answer) == .unclear)
    #expect(ConsentAnswer("  ") == .none)
  }

  @Test("answers become members with their consent, and the day on which they gave it")
  func members() throws {
    let table = try form(
      """
      Timestamp,Email Address,First name,Last name,May the website show your name?,May it show photos of you?,May it have a page about you?,Mobile number
      14/09/2026 16:02:11,ada@lark.example,ada,okafor,Yes,no thanks,ok,07700 900123
      15/09/2026 08:13:40,ben@dove.example,Ben,Hale,No,"yes, but small",Yes,
      15/09/2026 09:00:00,cleo@dove.example,Cleo,Ek,,,,
      """)
    #expect(
      table.plan.text("content/members/ada-okafor.md") == """
        ---
        name: Ada Okafor
        consent:
          name: yes
          photo: no
          profile: yes
          given: 2026-09-14
        ---

        """)
    #expect(
      table.plan.text("content/members/ben-hale.md") == """
        ---
        name: Ben Hale
        consent:
          name: no
          photo: no
          profile: no
          given: 2026-09-15
        ---

        """)
    #expect(table.plan.text("content/members/cleo-ek.md") == "---\nname: Cleo Ek\n---\n")
    #expect(
      table.plan.lines.map(\.notes) == [
        [],
        [
          "consent to photo is a no: 'yes, but small' is no clear yes",
          "consent to profile is a no: a page about them needs their name too",
        ], ["has agreed to nothing yet: ask, then write their consent"],
      ])
    #expect(
      !table.plan.files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("07700") })
    #expect(!table.plan.files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("@") })
  }

  @Test("without the day of the answer no consent counts, and it is told")
  func undated() throws {
    let table = try form("Name,May the website show your name?\nAda Okafor,Yes\n")
    #expect(
      table.plan.text("content/members/ada-okafor.md")
        == "---\nname: Ada Okafor\nconsent:\n  name: no\n---\n")
    #expect(
      table.plan.lines[0].notes == [
        "every consent is a no: the table does not say on which day they answered, so add a column "
          + "'Timestamp'"
      ])
  }

  @Test("every answer to an unclear question is a no, and the question is told")
  func unclearColumn() throws {
    let table = try form(
      "Timestamp,Name,Photo consent\n2026-09-14,Ada Okafor,Yes\n")
    #expect(table.plan.text("content/members/ada-okafor.md") == "---\nname: Ada Okafor\n---\n")
    #expect(
      table.preview.hasSuffix(
        "the column 'Photo consent' asks for consent, and it is not certain to what: every answer is "
          + "taken as a no"))
  }

  @Test("of two answers of one person the later counts, by address or by name")
  func twice() throws {
    let table = try form(
      """
      Timestamp,Email,Name,School,May the website show your name?
      16/09/2026 10:00,ada@lark.example,Ada Okafor,Lark,Yes
      14/09/2026 10:00,ADA@lark.example,Dr Ada Okafor,Dove,No
      14/09/2026 10:00,,Ben Hale,Lark,No
      15/09/2026 10:00,,ben hale,Dove,Yes
      15/09/2026 10:00,office@lark.example,Cleo Ek,,
      15/09/2026 10:00,office@lark.example,Dai Rees,,
      """)
    #expect(
      table.plan.files.map(\.path.description) == [
        "content/members/ada-okafor.md", "content/members/ben-hale.md",
        "content/members/cleo-ek.md", "content/members/dai-rees.md",
      ])
    #expect(table.plan.text("content/members/ada-okafor.md")?.contains("school: Lark\n") == true)
    #expect(table.plan.text("content/members/ben-hale.md")?.contains("  name: yes\n") == true)
    #expect(
      table.plan.leftOutReport == """
        form.csv, row 3: the same person answered again in row 2, which counts
        form.csv, row 4: the same person answered again in row 5, which counts
        """)
  }

  @Test("two people of one name in a list without addresses are two, with neutral ids")
  func namesakes() throws {
    let table = try form("Name,School\nAda Okafor,Lark\nAda Okafor,Dove\n小明,Lark\n王芳,Lark\n")
    #expect(
      table.plan.files.map(\.path.description) == [
        "content/members/m-01.md", "content/members/m-02.md", "content/members/m-03.md",
        "content/members/m-04.md",
      ])
  }

  @Test("importing the same answers again adds nobody")
  func again() throws {
    let text = "Timestamp,Name\n2026-09-14,Ada Okafor\n2026-09-14,Ben Hale\n"
    let first = try form(text)
    let second = try form(text, existing: first.plan.files.map(\.path))
    #expect(second.plan.files.isEmpty)
    #expect(
      second.plan.leftOutReport.hasPrefix(
        "form.csv, row 2: the site has content/members/ada-okafor.md already"))
  }

  @Test("questions of a form are understood, and what they may not hold is not taken")
  func questions() throws {
    let table = try form(
      """
      Name,School or organisation,Which subjects do you teach?,Year groups you teach,What can you help others with?,What are you looking for?,Emergency contact name,Date of birth,Medical needs in your school
      Ada,Lark,"Maths, Science",Year 4; Year 5,"Marking less
      and sleeping more",Oracy,Zoe,01/01/1980,asthma
      """)
    #expect(
      table.plan.text("content/members/ada.md") == """
        ---
        name: Ada
        subjects: [Maths, Science]
        offers: [Marking less and sleeping more]
        school: Lark
        levels: [Year 4, Year 5]
        seeks: [Oracy]
        ---

        """)
  }

  private func form(_ text: String, existing: [RelativePath] = []) throws -> TableImport {
    try TableImport(
      Array(text.utf8), named: "form.csv", as: .members, own: [:], existing: existing)
  }
}
