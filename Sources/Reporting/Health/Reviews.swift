import Community
import Dates
import Diagnostics
import Markup
import Text

extension Holdings {
  /// Resources past their day of review, and those without a licence; not what is withdrawn.
  func resourcesToLookAt() -> Account.Section {
    let found = all(\.resource).compactMap { entry, resource -> Account.Item? in
      guard resource.status != .withdrawn else { return nil }
      let review = entry.common.reviewBy.flatMap { $0 <= today ? $0 : nil }
      let isUnlicensed = resource.licence == .unknown
      guard review != nil || isUnlicensed else { return nil }
      let details = [
        review.map { "review was due on \($0.inWords)" },
        isUnlicensed ? "nobody has said under what licence it may be used" : nil,
      ]
      return Account.Item(
        entry.workingTitle, details: details.compactMap(\.self), at: entry.place,
        facts: [
          "resource": .text(entry.id.name), "title": .text(entry.workingTitle),
          "review_by": JSON(review?.description), "has_licence": .flag(!isUnlicensed),
          "path": .text(entry.source),
        ])
    }
    return Account.Section(
      "resources", "Resources to look at",
      empty: "Every resource has a licence, and none is past its review.", found)
  }

  /// Pages and other entries whose review is due, the charter among them.
  func pagesToReview() -> Account.Section {
    let due = library.entries.compactMap { entry -> (due: CalendarDate, entry: Entry)? in
      guard entry.id.kind != .resource, let due = entry.common.reviewBy,
        due <= today.adding(months: 1)
      else { return nil }
      return (due, entry)
    }
    return Account.Section(
      "reviews", "Due for review", empty: "No page is due for review: the charter can rest.",
      due.sorted { $0.due < $1.due }.map { due, entry in
        Account.Item(
          entry.workingTitle, details: ["by \(due.inWords), \(untilOrSince(due))"], at: entry.place,
          facts: [
            "entry": .text(entry.id.description), "title": .text(entry.workingTitle),
            "review_by": .text(due.description), "path": .text(entry.source),
          ])
      })
  }
}
