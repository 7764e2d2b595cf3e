import Community
import Text

/// Our word for what people call a kind of thing: "PowerPoint" is slides.
enum ChoiceSynonyms {
  /// The one of `choices` that some words mean, as a field of that name has them.
  static func choice(_ written: String, of field: String, among choices: [String]) -> String? {
    if let slug = Slug.of(written), choices.contains(slug) { return slug }
    let text =
      " \(written.foldedForComparison.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")) "
    let found = choices.filter { choice in
      (synonyms[field]?[choice] ?? []).contains { text.contains(" \($0) ") }
    }
    // "Lesson plan with slides" is what it names first.
    return found.min { first(of: $0, field, in: text) < first(of: $1, field, in: text) }
  }

  private static func first(of choice: String, _ field: String, in text: String) -> Int {
    (synonyms[field]?[choice] ?? []).compactMap { word in
      text.offset(of: " \(word) ")
    }.min() ?? Int.max
  }

  private static let synonyms: [String: [String: [String]]] = [
    "kind": kinds,
    "status": [
      "active": ["current", "aktiv", "actif", "active", "activo", "activa", "gweithredol", "نشط"],
      "former": [
        "left", "past", "ex", "alumni", "alumnus", "inactive", "ehemalig", "ehemalige",
        "ausgetreten", "ancien", "ancienne", "parti", "antiguo", "antigua", "cyn",
      ],
      "cancelled": [
        "canceled", "abgesagt", "annule", "annulee", "cancelado", "cancelada", "called off",
      ],
      "postponed": [
        "verschoben", "reporte", "reportee", "aplazado", "aplazada", "moved", "deferred",
      ],
      "held": ["done", "took place", "completed", "stattgefunden", "celebrado", "celebrada"],
      "planned": [
        "confirmed", "scheduled", "upcoming", "geplant", "prevu", "previsto", "prevista",
      ],
      "withdrawn": ["retired", "obsolete"],
      "review": ["to review", "needs review", "outdated"],
      "current": ["up to date", "live", "approved"],
    ],
    "mode": [
      "in-person": [
        "in person", "face to face", "f2f", "on site", "onsite", "prasenz", "vor ort", "presentiel",
        "presencial",
      ],
      "online": [
        "virtual", "remote", "zoom", "teams", "webinar", "en ligne", "en linea", "ar lein",
      ],
      "hybrid": ["blended", "both", "hybride", "hibrido", "hibrida", "mixed"],
    ],
  ]

  private static let kinds: [String: [String]] = [
    "slides": [
      "powerpoint", "power point", "ppt", "pptx", "slide", "slideshow", "slide deck", "deck",
      "presentation", "keynote", "prasentation", "folien", "diapositives", "diaporama",
      "presentacion", "diapositivas", "cyflwyniad", "sleidiau", "عرض",
    ],
    "worksheet": [
      "worksheets", "work sheet", "handout", "handouts", "exit slip", "arbeitsblatt",
      "arbeitsblatter", "fiche", "feuille", "ficha", "hoja de trabajo", "taflen waith", "ورقة عمل",
    ],
    "lesson-plan": [
      "lesson", "lessons", "lesson plans", "scheme of work", "plan", "unit", "unterrichtsentwurf",
      "stundenentwurf", "sequence", "plan de clase", "cynllun gwers", "خطة درس",
    ],
    "assessment": [
      "test", "tests", "quiz", "exam", "rubric", "mark scheme", "past paper", "klassenarbeit",
      "evaluation", "examen", "evaluacion", "rubrica", "asesiad", "اختبار",
    ],
    "activity": [
      "game", "games", "task", "starter", "exercise", "puzzle", "experiment", "spiel", "ubung",
      "activite", "jeu", "exercice", "actividad", "juego", "ejercicio", "gweithgaredd", "نشاط",
    ],
    "video": [
      "film", "clip", "youtube", "vimeo", "recording", "webinar", "videos", "fideo", "فيديو",
    ],
    "reading": [
      "article", "articles", "book", "books", "paper", "blog", "blog post", "chapter", "report",
      "journal", "research", "podcast", "reading list", "artikel", "buch", "livre", "articulo",
      "libro", "llyfr", "erthygl", "مقال", "كتاب",
    ],
    "template": [
      "templates", "vorlage", "modele", "plantilla", "templed", "قالب", "form", "proforma",
    ],
    "tool": [
      "app", "apps", "website", "software", "web app", "tools", "werkzeug", "outil", "herramienta",
      "offeryn", "أداة",
    ],
    "policy": [
      "policies", "guidance", "guideline", "guidelines", "richtlinie", "politique", "politica",
      "polisi", "سياسة",
    ],
    "workshop": [
      "training", "cpd", "inset", "seminar", "fortbildung", "atelier", "taller", "gweithdy", "ورشة",
    ],
    "visit": [
      "school visit", "trip", "excursion", "besuch", "visite", "visita", "ymweliad", "زيارة",
    ],
    "social": ["party", "drinks", "dinner", "picnic", "meal", "stammtisch", "fiesta"],
    "meeting": [
      "meetings", "circle", "agm", "committee", "treffen", "sitzung", "reunion", "cyfarfod",
      "اجتماع",
    ],
  ]
}

extension String {
  fileprivate func offset(of other: String) -> Int? {
    let (bytes, wanted) = (Array(utf8), Array(other.utf8))
    guard wanted.count <= bytes.count else { return nil }
    return (0...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
  }
}
