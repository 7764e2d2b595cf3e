import Community
package import Dates
import Markup

/// A new handbook: small, complete, and for its owners to fill in.
package struct SiteStart: Sendable {
  let name: String
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
    ] + EditorFiles.all + startingEntries.map { File(path: $0.path, text: $0.text) }
  }
}

// MARK: - Settings

extension SiteStart {
  private var settings: String {
    """
    \(EditorFiles.firstLine(for: .handbook))
    # The settings of the handbook. A line that begins with # is a note.
    name: \(name.onOneLine.asYAML)
    tagline: Teachers who meet to get better at teaching
    purpose: >
      We meet to look at our own teaching together: what we tried, what happened,
      and what we will change. Write here who you are, in two or three sentences.
    language: \(language)
    timezone: \(timeZone)

    # Who can read the repository that these files lie in. A public one shows what the site
    # withholds, so keep it private and publish to a second one: docs/privacy.md of the tool.
    source: private

    # How to join, in Markdown.
    join: |
      Come to our next meeting. You need not prepare anything.

    # contact: circle@example.org    (a shared mailbox, or the address of a form)
    # share: https://example.org/form    (for those without an account at the git host)
    # base_url: https://example.org/handbook/    (feeds need it; publishing can infer it)
    # repository: https://example.org/us/handbook
    licence: cc-by-4.0

    roles:
      - id: coordinator
        title: Coordinator
        summary: Sets the agenda, and asks after late actions kindly.
      - id: note-taker
        title: Note-taker
        summary: Writes down what was decided, and who does what by when.

    series:
      - id: circle
        title: The circle
        summary: One hour a month, always with something that one of us tried.
        rhythm: first thursday
        start: 16:00
        end: 17:00

    # breaks:
    #   - from: \(today.year + 1)-07-20
    #     to: \(today.year + 1)-08-31

    navigation: [start, charter, privacy]

    # theme:
    #   accent: "#1b6e53"

    """
  }

  private var tags: String {
    """
    \(EditorFiles.firstLine(for: .tags))
    # Words to file things under. A tag that is not here is fine, too.
    tags:
      - id: feedback
        label: Feedback
        also: [marking, assessment]
      - id: talk
        label: Talk

    """
  }

  private var readMe: String {
    """
    # \(name)

    The handbook of our community: posts, members, meetings, resources, goals and successes. Each is
    a file in `content/`. After a change, `handbook check` says what to fix, `handbook serve` shows
    it, and `handbook publish` puts it on the web.

    """
  }
}

// MARK: - Entries

extension SiteStart {
  /// The entries, each as it is written.
  var startingEntries: [EntryStart] {
    [start, charter, privacy, member, meeting, goal, post, resource, success]
  }

  private func page(_ id: String, _ title: String, _ body: String) -> EntryStart {
    var page = EntryStart(EntryID(.page, id), body: body)
    page.fill("title", title)
    return page
  }

  private var start: EntryStart {
    page(
      "start", "Start here",
      """
      Welcome. Here is what to read first: [our charter](charter.md), and
      [our first goal](../goals/first-goal.md).

      ## When we meet

      Write when and where, and what happens at a meeting. [The next one](../meetings/\(firstMeeting).md)
      is a good one to come to.

      ## How to write here

      Every entry is a file. Copy one that is like yours, or ask for a new one:
      `handbook new post`.

      """)
  }

  private var charter: EntryStart {
    var page = page(
      "charter", "Charter",
      """
      ## What we care about

      Write the craft that you share, in one sentence.

      ## What we do together

      - We meet once a month.
      - We bring what we tried, the parts that failed included.
      - What is said of a class stays among us.

      ## How we decide

      Those who are there decide, and the notes say what was decided.

      """)
    page.fill("review_by", "\(today.year + 1)-\(today.description.dropFirst(5))".validDay)
    return page
  }

  private var privacy: EntryStart {
    page(
      "privacy", "Privacy",
      """
      This site shows of a person only what that person has agreed to: their name, a page, a photo,
      their school, being listed as present. Each is asked for on its own, and each can be taken back
      at any time. Who leaves is gone from the next version of the site.

      Pupils are never named here. The site loads nothing from other sites, and it sets no cookies.

      Write here whom to ask.

      """)
  }

  /// Somebody who has agreed to nothing yet, under an id that says nothing of them.
  private var member: EntryStart {
    var member = EntryStart(EntryID(.member, "m-01"), body: "")
    member.fill("status", "active")
    return member
  }

  private var firstMeeting: String { "\(meetingDay)-circle" }

  /// The next first Thursday, when the series of the settings meets.
  private var meetingDay: CalendarDate {
    Rhythm.monthly(nth: 1, weekday: .thursday).next(onOrAfter: today, skipping: []) ?? today
  }

  private var meeting: EntryStart {
    var meeting = EntryStart(EntryID(.meeting, firstMeeting))
    meeting.fill("title", "Our first meeting")
    meeting.fill("date", meetingDay.description)
    meeting.fill("series", "circle")
    meeting.fill("chair", "m-01")
    return meeting
  }

  private var goal: EntryStart {
    var goal = EntryStart(EntryID(.goal, "first-goal"))
    goal.fill("title", "Our first goal")
    goal.fillNeeded(on: today)
    goal.fill("owners", "m-01")
    return goal
  }

  private var post: EntryStart {
    var post = EntryStart(
      EntryID(.post, "first-post"),
      body: """
        This is a post. Its file is `content/posts/first-post.md`. Change these words, or delete the
        file once you have a post of your own.

        A post tells what somebody tried, in which class, what happened, and what they would change.
        It can link to others, such as [our first goal](../goals/first-goal.md).

        """)
    post.fill("title", "Our first post")
    post.fill("date", today.description)
    post.fill("authors", "m-01")
    post.fill("kind", "news")
    return post
  }

  private var resource: EntryStart {
    var resource = EntryStart(
      EntryID(.resource, "first-resource"),
      body: """
        Three questions for the end of a lesson:

        1. What did you find out today?
        2. What is still unclear?
        3. What would you ask somebody who knows it?

        Ask for the answers on a slip of paper, without names.

        """)
    resource.fill("title", "Three questions for the end of a lesson")
    resource.fill("kind", "activity")
    resource.fill("licence", "cc0")
    resource.fill("shared_by", "m-01")
    resource.fill("time_needed", "5 min")
    resource.fill("tags", list: ["feedback"])
    return resource
  }

  private var success: EntryStart {
    var success = EntryStart(EntryID(.success, "first-success"))
    success.fill("title", "We have begun")
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
