import Community
import Dates
import Diagnostics
import Files
import Testing

@testable import Importing

@Suite("The interview about another site")
struct SiteInterviewTests {
  let tree: MemoryFileTree = [
    "_config.yml": "title: The Lark Circle\nurl: https://lark-circle.sch.uk\n",
    "_posts/2020-01-01-a.md":
      "---\nauthor: Ada Okafor\n---\nWrite to info@lark-circle.sch.uk or hello@lark-circle.sch.uk.",
    "_posts/2020-01-02-b.md": "---\nauthor: The Core Team\n---\nWrite to info@lark-circle.sch.uk.",
    "about.md": "# About\n",
  ]

  @Test("a few questions are asked, and Enter takes each guess")
  func questions() throws {
    let survey = try SiteSurvey(tree, .jekyll)
    var asked: [String] = []
    let outcome = SiteInterview(survey, today: try day("2026-11-30")).hold { question, usual in
      asked.append("\(question) [\(usual)]")
      return usual
    }
    #expect(outcome == .goOn(survey.mapping))
    #expect(
      asked == [
        "handbook.yml can take over the name The Lark Circle and the address "
          + "https://lark-circle.sch.uk/. Do that? [yes]",
        "Is info@lark-circle.sch.uk a shared mailbox that every page may show? [no]",
        "It has 2 posts and 1 page. Do these guesses look right? [yes]",
        "It names 1 person and 1 organisation. Go on with these guesses? [yes]",
        "Have authors agreed, when you asked them, to be named here? [no]",
      ])
  }

  @Test("answers become decisions of the map")
  func answers() throws {
    let survey = try SiteSurvey(tree, .jekyll)
    var answers = [
      "no", "yes", "", "yes", "yes", "ada-okafor, somebody", "2026-11-02", "asked by letter",
    ]
    let outcome = SiteInterview(survey, today: try day("2026-11-30")).hold { _, usual in
      let answer = answers.removeFirst()
      return answer.isEmpty ? usual : answer
    }
    var mapping = survey.mapping
    mapping.settings = [.contact: ["info@lark-circle.sch.uk"]]
    mapping.consent = ConsentDecision(
      basis: "asked by letter", given: try day("2026-11-02"), members: ["ada-okafor"])
    #expect(outcome == .goOn(mapping))
    #expect(answers == [])
  }

  @Test(
    "nobody is named without a day that has come and somebody who is chosen",
    arguments: [
      ["yes", "all"], ["yes", ""], ["yes", "ada-okafor", "2026-12-24"],
      ["yes", "ada-okafor", "soon"],
    ])
  func nobody(last: [String]) throws {
    let survey = try SiteSurvey(tree, .jekyll)
    var answers = ["yes", "no", "yes", "yes"] + last
    let outcome = SiteInterview(survey, today: try day("2026-11-30")).hold { _, usual in
      answers.isEmpty ? usual : answers.removeFirst()
    }
    #expect(outcome == .goOn(survey.mapping))
  }

  @Test(
    "whoever wants to look first gets the map", arguments: [["", "", "no"], ["", "", "", "no"]])
  func look(answers: [String]) throws {
    let survey = try SiteSurvey(tree, .jekyll)
    var answers = answers
    let outcome = SiteInterview(survey, today: try day("2026-11-30")).hold { _, usual in
      let answer = answers.removeFirst()
      return answer.isEmpty ? usual : answer
    }
    #expect(outcome == .lookFirst(survey.mapping))
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
}
