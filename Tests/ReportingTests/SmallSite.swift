import Build
import Dates
import Markup
import Reporting
import TestSupport
import Testing

/// A community with something to tell in every part of the report; it is 1 March 2026.
let smallSite = [
  "handbook.yml": """
  name: The Riverside Circle
  timezone: Europe/London
  source: private
  navigation: [charter]
  roles: [{id: host, title: Host}]
  series: [{id: circle, title: The circle, start: "16:00", end: "17:15"}]
  """,
  "members/ada-okafor.md": """
  ---
  name: Ada Okafor
  consent: {name: yes, given: 2025-02-28}
  roles: [{role: host, from: 2025-09-01}]
  ---
  """,
  // No consent to be named: the report is among members, and tells the name.
  "members/m-03.md": "---\nname: Maria López\nconsent: {name: no}\n---\n",
  "members/m-07.md": "---\nstatus: active\n---\n",
  "members/tomas-byrne.md": """
  ---
  name: Tomás Byrne
  status: former
  consent: {name: yes, given: 2025-10-01}
  ---
  """,
  "meetings/2025-10-02-circle.md": """
  ---
  title: First circle
  series: circle
  chair: ada-okafor
  attendees: [ada-okafor, m-03, m-07]
  guests: 4
  ---

  - [ ] @ada-okafor @m-03 send [the rubric](../resources/rubric.md) to all, due 2025-11-01
  - [ ] @tomas-byrne find the key, due 2025-12-24
  - [x] @ada-okafor book the room, due 2025-10-10 done 2025-10-09 goal:talk
  - [ ] ask the school, due 2026-02-28
  """,
  "meetings/2026-01-15-circle.md": """
  ---
  title: "Second circle: talk"
  series: circle
  note_taker: ada-okafor
  attendees: [ada-okafor]
  ---

  - [ ] @m-03 send it at last, due 2026-02-01 continues [[2025-10-02-circle#action-1]]
  - [ ] @ada-okafor not late yet, due 2026-03-01
  """,
  "goals/talk.md": """
  ---
  title: More talk
  status: active
  owners: [ada-okafor, m-03]
  measure: minutes
  start: 2025-09-01
  due: 2026-07-01
  milestones:
    - {title: Two schools count, due: 2025-12-01}
    - {title: Three schools count, due: 2026-03-31}
    - {title: Four schools count, due: 2026-06-01}
    - {title: A sheet, due: 2025-10-01, done_on: 2025-09-30}
  ---
  """,
  "goals/reading.md": """
  ---
  title: Reading aloud
  status: active
  measure: classes
  readings: [{date: 2026-02-20, value: 3}]
  ---
  """,
  "resources/rubric.md": """
  ---
  title: The rubric
  date: 2025-10-05
  kind: template
  licence: unknown
  creators: m-03
  shared_by: ada-okafor
  review_by: 2026-02-28
  tags: [reading-aloud]
  tried_by: [{member: ada-okafor, date: 2026-01-20, note: It works.}]
  ---

  Print it.

  ![](../assets/plan.svg)
  """,
  "assets/plan.svg": #"<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>"#,
  "posts/story.md": """
  ---
  title: A story
  date: 2026-02-10
  authors: ada-okafor
  tags: [reading-alouds]
  ---

  It was @m-03 who told it.
  """,
  "successes/door.md": "---\ntitle: The door\ndate: 2026-02-11\npeople: ada-okafor\n---\n",
  "pages/charter.md": "---\ntitle: Charter\nreview_by: 2026-03-15\n---\n\nWe are kind.\n",
]

/// A community of one, of whom there is nothing to tell.
let quietSite = [
  "handbook.yml": "name: The Quiet Circle\ntimezone: Europe/London\n",
  "members/ada-okafor.md": "---\nname: Ada\nconsent: {name: yes, given: 2026-01-01}\n---\n",
]

/// What the report is made of; today is as a site in memory has it, 1 March 2026.
func holdings(of files: [String: String]) async throws -> Holdings {
  let inspection = try await handbook(files)
  let settled = try #require(inspection.source?.content)
  let today = CalendarDate(daysSince1970: 20_513)
  return Holdings(settled, problems: inspection.diagnostics, today: today)
}
