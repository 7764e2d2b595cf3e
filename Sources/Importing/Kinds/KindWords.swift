import Community

/// What communities call the folders of each kind.
let usualFolders: [String: EntryKind] = {
  var folders: [String: EntryKind] = [:]
  for kind in EntryKind.allCases {
    for name in [kind.folder, kind.rawValue] + kind.declaration.foldersElsewhere + more(kind) {
      folders[name.foldedName] = kind
    }
  }
  folders["page"] = nil
  return folders
}()

/// The words of other tools and languages.
private func more(_ kind: EntryKind) -> [String] {
  switch kind {
  case .post:
    [
      "blogs", "updates", "announcements", "reflections", "diary", "journals", "newsletter",
      "newsletters", "actualites", "nouvelles", "aktuelles", "neuigkeiten", "noticias", "newyddion",
      "entradas", "beitraege",
    ]
  case .member:
    [
      "person", "peoples", "author", "profile", "fellows", "speakers", "mentors", "facilitators",
      "teammembers", "whoweare", "personen", "mitglieder", "membres", "miembros", "personas",
      "aelodau", "equipe", "equipo",
    ]
  case .meeting:
    [
      "meetup", "meetups", "meetingminutes", "minute", "agenda", "calls", "seminar", "seminars",
      "webinars", "talks", "gatherings", "protokolle", "sitzungen", "treffen", "reunions",
      "comptesrendus", "reuniones", "actas", "eventos", "evenements", "veranstaltungen", "termine",
      "cyfarfodydd", "cofnodion",
    ]
  case .resource:
    [
      "resource", "downloads", "handouts", "lessonplans", "tools", "toolkits", "toolkit",
      "publications", "publication", "papers", "readings", "links", "materialien", "ressourcen",
      "ressources", "recursos", "materiales", "adnoddau", "templates",
    ]
  case .goal: ["goals"]
  case .success: ["successstories"]
  case .page: []
  }
}

extension EntryKind {
  /// Of several kinds for which as much speaks, the one with the lowest is taken.
  var precedence: Int {
    switch self {
    case .page: 0
    case .meeting: 1
    case .resource: 2
    case .member: 3
    case .goal: 4
    case .success: 5
    case .post: 6
    }
  }
}

/// What `layout:` and `type:` say.
let kindWords: [String: EntryKind] = [
  "post": .post, "posts": .post, "blog": .post, "article": .post, "news": .post,
  "blogpost": .post, "singlepost": .post, "event": .meeting, "events": .meeting,
  "meeting": .meeting, "meetings": .meeting, "minutes": .meeting, "meetingnotes": .meeting,
  "session": .meeting, "talk": .meeting, "workshop": .meeting, "seminar": .meeting,
  "webinar": .meeting, "agenda": .meeting, "protokoll": .meeting, "acta": .meeting,
  "resource": .resource, "resources": .resource, "material": .resource, "lesson": .resource,
  "tool": .resource, "download": .resource, "publication": .resource, "paper": .resource,
  "worksheet": .resource, "person": .member, "people": .member, "profile": .member,
  "author": .member, "authors": .member, "member": .member, "members": .member, "staff": .member,
  "teammember": .member, "team": .member, "speaker": .member, "page": .page, "home": .page,
  "about": .page, "contact": .page, "landing": .page, "default": .page,
]

/// What the names of fields say.
let fieldPoints: [String: [(EntryKind, Int)]] = [
  "start": [(.meeting, 3)], "starttime": [(.meeting, 3)], "startdate": [(.meeting, 3)],
  "eventdate": [(.meeting, 4)], "eventstart": [(.meeting, 4)], "end": [(.meeting, 1)],
  "endtime": [(.meeting, 2)], "enddate": [(.meeting, 2)], "timestart": [(.meeting, 3)],
  "datestart": [(.meeting, 3)], "location": [(.meeting, 2)], "venue": [(.meeting, 3)],
  "room": [(.meeting, 2)], "where": [(.meeting, 2)], "time": [(.meeting, 2)],
  "attendees": [(.meeting, 4)], "attendance": [(.meeting, 3)], "apologies": [(.meeting, 4)],
  "present": [(.meeting, 3)], "chair": [(.meeting, 3)], "notetaker": [(.meeting, 3)],
  "facilitator": [(.meeting, 3)], "facilitators": [(.meeting, 3)], "presenter": [(.meeting, 2)],
  "presenters": [(.meeting, 2)], "speaker": [(.meeting, 2)], "speakers": [(.meeting, 2)],
  "agenda": [(.meeting, 2)], "rsvp": [(.meeting, 3)], "registration": [(.meeting, 2)],
  "link": [(.resource, 2)], "externallink": [(.resource, 2)], "externalurl": [(.resource, 2)],
  "resourceurl": [(.resource, 4)], "download": [(.resource, 2)], "doi": [(.resource, 3)],
  "licence": [(.resource, 3)], "license": [(.resource, 3)], "resourcetype": [(.resource, 4)],
  "timeneeded": [(.resource, 3)], "keystage": [(.resource, 2)], "agerange": [(.resource, 2)],
  "materials": [(.resource, 2)], "creators": [(.resource, 2)], "isbn": [(.resource, 3)],
  "firstname": [(.member, 2)], "lastname": [(.member, 2)], "displayname": [(.member, 3)],
  "pronouns": [(.member, 3)], "orcid": [(.member, 3)], "email": [(.member, 1)],
  "affiliation": [(.member, 2)], "bio": [(.member, 2)], "role": [(.member, 1)],
  "position": [(.member, 1)], "jobtitle": [(.member, 2)], "avatar": [(.member, 2)],
  "photo": [(.member, 1)], "organizations": [(.member, 2)], "interests": [(.member, 2)],
  "researchinterests": [(.member, 2)], "education": [(.member, 1)], "superuser": [(.member, 2)],
  "usergroups": [(.member, 3)], "github": [(.member, 1)],
]

/// Words of minutes, in the languages of the theme.
let meetingWords: Set<String> = [
  "meeting", "meetings", "minutes", "agenda", "agm", "egm", "meetup", "sitzung", "protokoll",
  "besprechung", "tagesordnung", "reunion", "réunion", "verbal", "compte-rendu", "rendu",
  "reunión", "acta", "cyfarfod", "cofnodion", "اجتماع", "محضر",
]

/// Names of pages that are the community's own, wherever they lie.
let pageStems: Set<String> = Set(
  [
    "about", "about-us", "aboutus", "contact", "contact-us", "code-of-conduct", "coc", "conduct",
    "privacy", "privacy-policy", "faq", "faqs", "license", "licence", "join", "join-us", "imprint",
    "impressum", "accessibility", "charter", "readme", "home", "index", "_index", "404",
    "contributing", "changelog", "terms", "legal", "datenschutz", "governance", "constitution",
    "mission", "vision", "values", "history", "sponsors", "donate", "support", "search", "archive",
    "ueber-uns", "a-propos", "acerca", "kontakt", "contacto", "template", "summary", "glossary",
  ].map(\.foldedName))

/// Words that are in titles and in no name.
let titleWords: Set<String> = [
  "guide", "handbook", "onboarding", "how", "policy", "process", "about", "contact", "join", "our",
  "the", "welcome", "overview", "index", "introduction", "getting", "started", "template", "list",
  "alumni", "page", "roles", "role", "responsibilities", "structure", "contributing", "work",
  "working", "head", "teacher", "assistant", "director", "manager", "officer", "chair", "secretary",
  "treasurer", "coordinator", "professor", "lecturer", "lead", "deputy", "notes", "ideas", "plan",
  "planning", "resources", "schedule", "and", "for", "with", "what", "why", "to", "in",
]

/// How the names of months begin, in the languages of the theme.
let monthBeginnings = [
  "jan", "feb", "mar", "mär", "apr", "avr", "abr", "may", "mai", "jun", "jui", "jul", "aug", "aoû",
  "ago", "sep", "oct", "okt", "out", "nov", "dec", "déc", "dez", "dic", "ene", "fév", "ion", "chw",
  "maw", "ebr", "meh", "gor", "aws", "med", "hyd", "tach", "rhag",
]
