import Community
import Dates
import Diagnostics
import Markup
import Text

extension Account {
  /// The coordinator's report: what waits for somebody, and what nobody has looked at for long.
  package static func health(_ holdings: Holdings) -> Account {
    let community = holdings.library.configuration.name
    return Account(
      title: "\(community), \(holdings.today.inFull)",
      note: "For the coordinator. It names people as the files do; keep it to yourself.",
      facts: [
        "report": .text("health"), "community": .text(community),
        "today": .text(holdings.today.description),
      ],
      sections: [
        holdings.silence(), holdings.standingProblems(), holdings.takenDown(),
        holdings.owedByDecision(),
        holdings.overdueActions(), holdings.quietGoals(),
        holdings.dueMilestones(), holdings.resourcesToLookAt(), holdings.consentToAskFor(),
        holdings.similarTags(), holdings.picturesWithoutWords(), holdings.unlinkedEntries(),
        holdings.pagesToReview(), holdings.yearsInFigures(),
      ])
  }
}

extension Holdings {
  /// What keeps the site from being built, as a count: `handbook check` tells it whole.
  func standingProblems() -> Account.Section {
    let tally = Tally(problems.filter(\.severity.isBlocking))
    let items = [
      Account.Item(
        "\(tally)", details: ["handbook check shows each, with what to type instead"],
        facts: [
          "errors": .number(tally.errors), "privacy_findings": .number(tally.privacyFindings),
        ])
    ]
    return Account.Section(
      uncounted: "problems", "Nothing can be built before this is fixed",
      empty: "Nothing stands against building the site.", tally.isBlocking ? items : [])
  }
}
