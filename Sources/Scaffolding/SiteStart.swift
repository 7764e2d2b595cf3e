import Community
package import Dates
import Markup

/// A new handbook: small, complete, in its language, and for its owners to fill in.
package struct SiteStart: Sendable {
  let name: String
  /// The tag of the language, with its region where it has one.
  let language: String
  let timeZone: String
  let today: CalendarDate

  package init(name: String, language: String, timeZone: String, today: CalendarDate) {
    self.name = name
    self.language = language
    self.timeZone = timeZone
    self.today = today
  }

  /// A file to write.
  package struct File: Hashable, Sendable {
    package let path: String
    package let text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  package var files: [File] {
    [
      File(path: "content/handbook.yml", text: settings),
      File(path: "content/tags.yml", text: tags),
      File(path: ".gitignore", text: "output/\n.handbook/\n.DS_Store\n"),
      File(path: "README.md", text: readMe),
    ] + EditorFiles(language: starter).all
      + startingEntries.map { File(path: $0.path, text: $0.text) }
  }

  /// The language of its texts.
  var starter: StarterLanguage { StarterLanguage(tag: language) }

  var words: StarterWords { starter.words }
}

// MARK: - Entries

extension SiteStart {
  /// The entries, each as it is written.
  var startingEntries: [EntryStart] {
    [start, charter, privacy, member, meeting, goal, post, resource, success]
  }

  private func entry(_ kind: EntryKind, _ id: String, _ body: String? = nil) -> EntryStart {
    EntryStart(EntryID(kind, id), in: starter, body: body)
  }

  private func page(_ id: String, _ title: StarterWord, _ body: String) -> EntryStart {
    var page = entry(.page, id, body)
    page.fill("title", words(title))
    return page
  }

  private var start: EntryStart {
    page("start", .startTitle, words(.start, "meeting", firstMeeting))
  }

  private var charter: EntryStart {
    var page = page("charter", .charterTitle, words(.charter))
    page.fill("review_by", "\(today.year + 1)-\(today.description.dropFirst(5))".validDay)
    return page
  }

  private var privacy: EntryStart { page("privacy", .privacyTitle, words(.privacy)) }

  /// Somebody who has agreed to nothing yet, under an id that says nothing of them.
  private var member: EntryStart {
    var member = entry(.member, "m-01", "")
    member.fill("status", "active")
    return member
  }

  private var firstMeeting: String { "\(meetingDay)-circle" }

  /// The next first Thursday, when the series of the settings meets.
  private var meetingDay: CalendarDate {
    Rhythm.monthly(nth: 1, weekday: .thursday).next(onOrAfter: today, skipping: []) ?? today
  }

  private var meeting: EntryStart {
    var meeting = entry(.meeting, firstMeeting)
    meeting.fill("title", words(.meetingTitle))
    meeting.fill("date", meetingDay.description)
    meeting.fill("series", "circle")
    meeting.fill("chair", "m-01")
    return meeting
  }

  private var goal: EntryStart {
    var goal = entry(.goal, "first-goal")
    goal.fill("title", words(.goalTitle))
    goal.fillNeeded(on: today)
    goal.fill("owners", "m-01")
    return goal
  }

  private var post: EntryStart {
    var post = entry(.post, "first-post", words(.post))
    post.fill("title", words(.postTitle))
    post.fill("date", today.description)
    post.fill("authors", "m-01")
    post.fill("kind", "news")
    return post
  }

  private var resource: EntryStart {
    var resource = entry(.resource, "first-resource", words(.resource))
    resource.fill("title", words(.resourceTitle))
    resource.fill("kind", "activity")
    resource.fill("licence", "cc0")
    resource.fill("shared_by", "m-01")
    resource.fill("time_needed", "5 min")
    resource.fill("tags", list: ["feedback"])
    return resource
  }

  private var success: EntryStart {
    var success = entry(.success, "first-success")
    success.fill("title", words(.successTitle))
    success.fill("date", today.description)
    success.fill("value", "immediate")
    success.fill("people", list: ["m-01"])
    return success
  }
}

extension String {
  /// The day before, where a year has no 29 February.
  fileprivate var validDay: String {
    CalendarDate(self) == nil ? String(dropLast(2)) + "28" : self
  }
}
