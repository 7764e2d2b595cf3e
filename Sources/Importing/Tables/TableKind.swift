import Community

/// What the rows of a table are, and the headings by which its columns are known.
package enum TableKind: String, Sendable, CaseIterable {
  case members, resources, meetings
}

extension TableKind {
  var kind: EntryKind {
    switch self {
    case .members: .member
    case .resources: .resource
    case .meetings: .meeting
    }
  }

  /// What columns may mean: the names of fields, and `first_name` and `last_name`.
  var fields: [String] {
    switch self {
    case .members:
      [
        "id", "name", "first_name", "last_name", "school", "subjects", "levels", "joined",
        "pronouns", "offers", "seeks", "status", "summary",
      ]
    case .resources:
      [
        "id", "title", "kind", "url", "licence", "summary", "subjects", "levels", "tags", "date",
        "shared_by", "time_needed", "goals",
      ]
    case .meetings:
      [
        "id", "title", "date", "start", "end", "kind", "mode", "venue", "series", "chair",
        "note_taker", "attendees", "summary", "goals", "tags",
      ]
    }
  }

  /// Other headings for them.
  var synonyms: [String: String] {
    switch self {
    case .members:
      [
        "fullname": "name", "member": "name", "teacher": "name", "membername": "name",
        "forename": "first_name", "givenname": "first_name", "surname": "last_name",
        "familyname": "last_name", "organisation": "school", "organization": "school",
        "workplace": "school", "subject": "subjects", "department": "subjects", "level": "levels",
        "yeargroup": "levels", "phase": "levels", "grade": "levels", "membersince": "joined",
        "datejoined": "joined", "startdate": "joined", "about": "summary", "bio": "summary",
        "canoffer": "offers", "offer": "offers", "lookingfor": "seeks", "seek": "seeks",
      ]
    case .resources:
      [
        "name": "title", "resource": "title", "type": "kind", "link": "url", "address": "url",
        "website": "url", "license": "licence", "description": "summary", "notes": "summary",
        "subject": "subjects", "level": "levels", "yeargroup": "levels", "tag": "tags",
        "keywords": "tags", "added": "date", "sharedby": "shared_by", "addedby": "shared_by",
        "duration": "time_needed", "time": "time_needed", "goal": "goals",
      ]
    case .meetings:
      [
        "name": "title", "meeting": "title", "subject": "title", "day": "date", "when": "date",
        "starttime": "start", "from": "start", "time": "start", "endtime": "end", "to": "end",
        "type": "kind", "place": "venue", "location": "venue", "room": "venue", "where": "venue",
        "chairedby": "chair", "host": "chair", "minutes": "note_taker", "notetaker": "note_taker",
        "present": "attendees", "participants": "attendees", "description": "summary",
        "notes": "summary", "goal": "goals",
      ]
    }
  }

  /// Headings of what a handbook does not keep, and why.
  static func refusal(of heading: String) -> String? {
    let name = heading.foldedName
    if name.contains("mail") { return "a handbook keeps no e-mail addresses" }
    if name.contains("phone") || name.contains("mobile") {
      return "a handbook keeps no telephone numbers"
    }
    if name.contains("apolog") || name.contains("absent") {
      return "a handbook keeps no absences, which can reveal health"
    }
    return nil
  }
}
