import TestSupport
import Testing

@testable import Importing

@Suite("What an import tells")
struct ImportSummaryTests {
  @Test("ten lines at most say what came in, what was settled and what is owed")
  func lines() async throws {
    let site = try await SettledSite([
      "content/posts/a.md": byAda + "Thanks to Ada Okafor. [gone](gone.md)\n",
      "content/posts/b.md":
        "---\ntitle: B\ndraft: true\nauthors: [Ada Okafor]\n---\nada@family.net\n",
      "layouts/index.html": "<html>", "layouts/single.html": "<html>", "hugo.toml": "",
    ])
    #expect(
      ImportSummary(site.outcome, isDryRun: false).lines == [
        "What came in: 2 posts, 1 member.",
        "Left out: 2, once 'files of this kind are not imported', "
          + "once 'some files of the other tool's own'.",
        "1 entry is a draft, since the source does not show it to everybody.",
        "To keep people's names and addresses: 1 name made a mention, 1 address removed.",
        "1 member has agreed to nothing yet, and is shown as 'a member'. Ask, then write the consent.",
        "To settle some day, and no build waits for it: 2 missing fields, 1 dead link of the old site.",
      ])
  }

  @Test("the whole report has a line for each thing, with what was settled in it")
  func whole() async throws {
    let site = try await SettledSite([
      "content/posts/a.md": byAda + "Thanks to Ada Okafor.\n"
    ])
    let report = ImportSummary(site.outcome, isDryRun: false).whole
    #expect(report.contains("content/posts/a.md → content/posts/a.md\n    1 name made a mention\n"))
    #expect(
      report.hasSuffix("Ask, then write the consent.\n") || report.contains("To settle some day"))
  }

  @Test("a terminal is told where the whole report is, and the next command; --full prints all")
  func command() throws {
    let site = try SiteOnDisk(["handbook.yml": privateSettings])
    site.write("./teachers.csv", "Name\nAda Okafor\n")
    let arguments = ["import", "csv", "teachers.csv", "--as", "members"]
    let told = """
      What would come in: 1 member.
      1 member has agreed to nothing yet, and is shown as 'a member'. Ask, then write the consent.
      Nothing was written: this was a dry run. --full tells of each thing.

      """
    #expect(site.handbook(arguments + ["--dry-run"]).output.hasSuffix(told))
    #expect(site.files(in: "./.handbook").isEmpty)
    #expect(site.files(in: "content/").keys.sorted() == ["handbook.yml"])
    let ending = site.handbook(arguments + ["--full"])
    #expect(ending.status == 0)
    #expect(
      ending.output.hasSuffix(
        """
        The whole report is in .handbook/import-report.txt: it may name people, so keep it to yourself.
        Next: handbook serve shows the site; handbook import undo takes this import back.

        """))
    #expect(ending.output.contains("teachers.csv, row 2 → content/members/ada-okafor.md\n"))
    let report = String(
      decoding: site.files(in: "./.handbook")["import-report.txt"] ?? [], as: UTF8.self)
    #expect(report.contains("teachers.csv, row 2 → content/members/ada-okafor.md\n"))
    #expect(site.files(in: "./.handbook")[".gitignore"] == Array("*\n".utf8))
  }

  @Test("what somebody else wrote can stand in the way: it is told, and the command ends with 1")
  func inTheWay() throws {
    let site = try SiteOnDisk([
      "handbook.yml": privateSettings, "pages/us.md": "# Us\n\nAda Okafor began it.\n",
    ])
    site.write("./teachers.csv", "Name\nAda Okafor\n")
    let ending = site.handbook("import", "csv", "teachers.csv", "--as", "members")
    #expect(ending.status == 1)
    #expect(
      ending.output.contains(
        "The site cannot be built yet: this names a member who has not agreed to be named in "
          + "content/pages/us.md. Run 'handbook check'.\n"))
  }
}
