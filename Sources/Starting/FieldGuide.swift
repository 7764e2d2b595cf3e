import Community

/// A field as a new file offers it: as a note, until somebody takes the `#` away.
struct GuidedField: Sendable {
  let name: String
  /// What may stand behind the name; several lines where the field has parts.
  let example: String

  init(_ name: String, _ example: String) {
    self.name = name
    self.example = example
  }

  /// The lines that offer it.
  var offer: String {
    let lines = "\(name): \(example)".split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.isEmpty ? "#\n" : "# \($0.trimmedEnd)\n" }.joined()
  }
}

/// Every field that a kind of entry may have, each with an example that explains it.
enum FieldGuide {
  static func fields(of kind: EntryKind) -> [GuidedField] {
    own(kind) + common
  }

  /// The five fields of a kind that people use, in the order in which they stand in a file.
  static func usual(of kind: EntryKind) -> [GuidedField] {
    let all = fields(of: kind)
    return kind.declaration.usualFields.compactMap { name in all.first { $0.name == name } }
  }

  private static func own(_ kind: EntryKind) -> [GuidedField] {
    switch kind {
    case .post: post
    case .member: member
    case .meeting: meeting
    case .resource: resource
    case .goal: goal
    case .success: success
    case .page: page
    }
  }

  private static let common = [
    GuidedField("title", "The title; without it, the first # heading"),
    GuidedField("summary", "One or two sentences for lists; else the first paragraph"),
    GuidedField("date", "2026-01-15"),
    GuidedField("updated", "2026-02-01   (the day of the last real change)"),
    GuidedField("tags", "[assessment, workload]"),
    GuidedField("goals", "[a-goal-by-its-id]"),
    GuidedField("draft", "yes   (keeps it off the site)"),
    GuidedField("taken_down", "why it is off the site at once   (never published)"),
    GuidedField("taken_down_notice", "yes   (its address says that the page was taken down)"),
    GuidedField("audience", "members   (keeps it off the public site)"),
    GuidedField("lang", "cy   (where it is not the site's language)"),
    GuidedField("translation_of", "the-id-of-the-entry-that-this-translates"),
    GuidedField("image", "../assets/picture.jpg"),
    GuidedField("image_alt", "What the picture shows, for those who cannot see it"),
    GuidedField("image_shows", "[members-in-the-picture]"),
    GuidedField("review_by", "2027-01-15   (a day after which to look it over)"),
    GuidedField("noindex", "yes   (asks search engines to leave it out)"),
    GuidedField("aliases", "[old-id]   (so that old links still lead here)"),
    GuidedField("uid", "a name for calendars and feeds that never changes"),
    GuidedField(
      "accepts",
      "\n  - id: name-in-text\n    words: the words that a privacy finding is about"
        + "\n    why: your reason for letting them stand"),
    GuidedField("extra", "\n  anything: fields of your own, for your own templates"),
  ]

  private static let post = [
    GuidedField("authors", "[member-by-their-id]"),
    GuidedField("kind", "story, question, reflection or news"),
    GuidedField("answered_by", "the-post-that-answers-this-question"),
    GuidedField("replies_to", "the-post-that-this-answers"),
    GuidedField("meeting", "the-meeting-that-it-tells-of"),
    GuidedField("resources", "[what-it-speaks-of]"),
    GuidedField("tried", "[resources-that-you-used-in-class]"),
  ]

  private static let member = [
    GuidedField("name", "The name to show, once they agree below"),
    GuidedField(
      "consent",
      """

        name: yes         (by-lines and mentions)
        profile: yes      (a page with subjects, offers and roles)
        photo: no
        school: no
        attendance: no    (being listed as present at meetings)
        given: 2026-01-15 (the day on which they agreed)
      """),
    GuidedField("status", "active, former or withdrawn"),
    GuidedField(
      "roles",
      "\n  - role: coordinator   (an id of handbook.yml)\n    from: 2026-01-15\n    to: 2026-07-15"),
    GuidedField("joined", "2026-01-15"),
    GuidedField("left", "2026-07-15"),
    GuidedField("school", "The school, once they agree to it"),
    GuidedField("subjects", "[maths, music]"),
    GuidedField("levels", "[infants]"),
    GuidedField(
      "offers", "\n  - tag: reading-aloud\n    note: A sentence on what they can help with"),
    GuidedField("seeks", "\n  - tag: number-talks\n    note: A sentence on what they look for"),
    GuidedField("pronouns", "she/her"),
    GuidedField("photo", "../assets/photo.jpg"),
    GuidedField("photo_alt", "What the photo shows"),
    GuidedField("links", "\n  - label: Words to show\n    url: https://example.org/"),
    GuidedField("family_name", "The family name, where it cannot be guessed; never published"),
    GuidedField("also_known_as", "[Other spellings that an @ may use; never published]"),
    GuidedField(
      "withheld_pictures", "none   (once they have withdrawn; 'handbook forget' writes it)"),
  ]

  private static let meeting = [
    GuidedField("series", "an id of handbook.yml, whose time and place this meeting takes"),
    GuidedField("start", "16:15"),
    GuidedField("end", "17:30"),
    GuidedField("end_date", "2026-01-17   (the last day of one that takes several)"),
    GuidedField("timezone", "Europe/London   (where it is not the site's)"),
    GuidedField("kind", "meeting, workshop, visit or social"),
    GuidedField("status", "planned, held, cancelled or postponed; without it, the date tells"),
    GuidedField("mode", "in-person, online or hybrid"),
    GuidedField("venue", "The place"),
    GuidedField("join_info", "How to join, in words; never a link with a passcode"),
    GuidedField("sign_up", "https://example.org/form"),
    GuidedField("revision", "1   (how often the day, the hours or the place have changed)"),
    GuidedField("chair", "member-by-their-id"),
    GuidedField("note_taker", "member-by-their-id"),
    GuidedField("attendees", "[members-who-were-there]"),
    GuidedField("guests", "2   (how many)"),
    GuidedField("resources", "[what-you-used]"),
  ]

  private static let resource = [
    GuidedField(
      "kind",
      "lesson-plan, activity, worksheet, assessment, slides, video, reading, template, tool, policy or other"
    ),
    GuidedField("licence", "cc-by-4.0, cc0, ogl-3, all-rights-reserved, other or unknown"),
    GuidedField("licence_url", "https://example.org/licence   (with licence: other)"),
    GuidedField("url", "https://example.org/where-it-is"),
    GuidedField("files", "\n  - file: ../assets/sheet.pdf\n    label: Words to show"),
    GuidedField("creators", "\n  - member-by-their-id\n  - name: Somebody who is no member"),
    GuidedField("shared_by", "member-by-their-id"),
    GuidedField("based_on", "[resource-that-it-builds-on]"),
    GuidedField("subjects", "[maths]"),
    GuidedField("levels", "[infants]"),
    GuidedField("time_needed", "45 min, 2 h or 3 lessons"),
    GuidedField("access_notes", "What helps pupils who see, hear, read or move differently"),
    GuidedField("status", "current, review or withdrawn"),
    GuidedField(
      "tried_by", "\n  - member: member-by-their-id\n    date: 2026-01-15\n    note: What happened"),
  ]

  private static let goal = [
    GuidedField("status", "proposed, active, achieved, paused or dropped"),
    GuidedField("measure", "What you count"),
    GuidedField("unit", "lessons"),
    GuidedField("baseline", "2   (where you began)"),
    GuidedField("target", "10   (where you want to be)"),
    GuidedField("readings", "\n  - date: 2026-01-15\n    value: 4\n    note: A sentence"),
    GuidedField("owners", "[member-by-their-id]"),
    GuidedField("why", "The reason, in a paragraph"),
    GuidedField("start", "2026-01-15"),
    GuidedField("due", "2026-07-15"),
    GuidedField("closed", "2026-07-15"),
    GuidedField(
      "milestones",
      "\n  - title: What is to be done\n    due: 2026-03-15\n    done_on: 2026-03-10\n    evidence: an entry, an address, or words"
    ),
  ]

  private static let success = [
    GuidedField("people", "[members-who-did-it]"),
    GuidedField("value", "immediate, potential, applied, realised or reframing"),
    GuidedField("evidence", "[an entry, an address, or words]"),
    GuidedField("resources", "[what-helped]"),
    GuidedField("quote", "Somebody's own words"),
    GuidedField("quote_by", "member-by-their-id"),
  ]

  private static let page = [
    GuidedField("year", "2025-26   (this page introduces the report of that year)")
  ]
}

extension StringProtocol {
  /// Without blanks at its end.
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
