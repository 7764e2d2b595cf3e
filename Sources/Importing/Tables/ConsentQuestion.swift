import Community
import Text

/// What the heading of a column asks somebody to allow.
enum ConsentQuestion: Hashable, Sendable {
  /// One purpose, clearly asked of the website.
  case purpose(Consent.Purpose)
  /// It asks for something of the kind; what for is not certain.
  case unclear

  /// `nil` for a heading that asks for no consent.
  init?(_ heading: String) {
    let text = " \(heading.foldedForComparison.asWords) "
    if let own = Self.ownName(text) {
      self = .purpose(own)
      return
    }
    let found = Consent.Purpose.allCases.filter { purpose in
      Self.topics(purpose).contains { text.contains(" \($0) ") }
    }
    let isAsked = asking.contains { text.contains(" \($0) ") }
    let isAgreement = agreeing.contains { text.contains($0) }
    let isPublic = publishing.contains { text.contains(" \($0) ") }
    let isQuestion = asking.contains { text.hasPrefix(" \($0) ") }
    guard isAsked && !found.isEmpty && (isPublic || isQuestion) || isAgreement else { return nil }
    let isClear =
      isAsked && isPublic
      && !elsewhere.contains { text.contains(" \($0) ") }
      && !hiding.contains { text.contains(" \($0) ") }
    self = isClear && found.count == 1 ? .purpose(found[0]) : .unclear
  }

  /// `consent name`, `consent_photo`: our own fields.
  private static func ownName(_ text: String) -> Consent.Purpose? {
    Consent.Purpose.allCases.first { text == " consent \($0.rawValue) " }
  }

  private static func topics(_ purpose: Consent.Purpose) -> [String] {
    switch purpose {
    case .name:
      [
        "your name", "my name", "your full name", "my full name", "name you", "deinen namen",
        "ihren namen", "dein name", "ihr name", "meinen namen", "mein name", "votre nom", "ton nom",
        "mon nom", "tu nombre", "su nombre", "mi nombre", "dy enw", "eich enw", "fy enw", "اسمك",
        "اسمي",
      ]
    case .profile:
      [
        "page about you", "page about me", "profile", "profile page", "page of your own",
        "page for you", "seite uber dich", "seite uber sie", "seite uber mich", "profil",
        "profilseite", "page sur vous", "page sur toi", "page sur moi", "page de profil",
        "pagina sobre ti", "pagina sobre usted", "pagina sobre mi", "perfil", "pagina de perfil",
        "tudalen amdanoch", "tudalen amdanat", "proffil", "صفحة عنك", "صفحة عني", "ملف شخصي",
      ]
    case .photo:
      [
        "photo", "photos", "photograph", "photographs", "picture", "pictures", "foto", "fotos",
        "bild", "bilder", "photographies", "fotografia", "fotografias", "llun", "lluniau", "ffoto",
        "ffotograffau", "صورة", "صورك", "صور", "صورتك",
      ]
    case .school:
      [
        "school", "schools", "school s name", "schule", "ecole", "etablissement", "escuela",
        "centro", "colegio", "ysgol", "مدرستك", "المدرسة", "مدرسة", "مدرستي",
      ]
    case .attendance:
      [
        "attendance", "at meetings", "at meeting", "attendee", "attendees", "attended", "present",
        "attending", "bei treffen", "bei sitzungen", "anwesend", "anwesenheit", "teilnahme",
        "aux reunions", "presence", "presences", "present e", "en reuniones", "en las reuniones",
        "asistencia", "asistente", "asistentes", "mewn cyfarfodydd", "presenoldeb", "presennol",
        "في الاجتماعات", "الحضور", "حضورك",
      ]
    }
  }
}

extension String {
  /// Words with one blank between them, and no other sign.
  fileprivate var asWords: String {
    split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

/// Words of a question or of a statement to agree with.
private let asking = [
  "may", "can", "could", "shall", "should", "do you agree", "do you consent", "are you happy",
  "are you ok", "are you okay", "is it ok", "is it okay", "happy for", "i agree", "i consent",
  "i am happy", "i give", "would you like", "darf", "durfen", "duerfen", "konnen", "soll", "sollen",
  "bist du einverstanden", "sind sie einverstanden", "einverstanden", "ich bin einverstanden",
  "ich stimme", "peut", "peut on", "pouvons", "pouvons nous", "acceptez", "acceptez vous",
  "acceptes", "acceptes tu", "autorisez", "autorisez vous", "j accepte", "j autorise",
  "etes vous d accord",
  "puede", "podemos", "aceptas", "acepta", "autorizas", "autoriza", "acepto", "autorizo",
  "estas de acuerdo", "esta de acuerdo", "gawn", "allwn", "a gawn", "a gaiff", "gaiff", "a ydych",
  "ydych chi n cytuno", "rwy n cytuno", "hapus", "هل", "أوافق", "يمكن", "يمكننا",
]

/// What says that an answer is an agreement, whatever it is to.
private let agreeing = [
  "consent", "permission", "gdpr", "einwilligung", "einverstandnis", "zustimmung", "consentement",
  "autorisation", "consentimiento", "autorizacion", "caniatad", "cydsyniad", "موافقة",
]

/// What says that it is about the website, for everybody to see.
private let publishing = [
  "website", "site", "web", "webpage", "web page", "online", "public", "publicly", "publish",
  "show",
  "shown", "display", "list", "listed", "name your school", "it name", "page about you",
  "page about me",
  "handbook", "internet", "zeigen", "nennen", "gezeigt", "genannt", "veroffentlichen", "webseite",
  "website zeigen", "auflisten", "seite", "montrer", "afficher", "publier", "nommer", "citer",
  "lister",
  "site web", "mostrar", "publicar", "nombrar", "sitio", "sitio web", "listar", "aparecer",
  "mencionar", "dangos", "ddangos", "gyhoeddi", "restru", "enwi", "gwefan", "wefan", "cyhoeddi",
  "rhestru", "يعرض", "نعرض", "عرض",
  "ننشر", "نشر", "الموقع", "نذكر", "يذكر", "ذكر",
]

/// Other places, or fewer readers, than the website for everybody.
private let elsewhere = [
  "newsletter", "newsletters", "brochure", "brochures", "poster", "posters", "leaflet", "leaflets",
  "internal", "internally", "intranet", "members only", "other members", "only members", "whatsapp",
  "email", "e mail", "mailing", "facebook", "instagram", "twitter", "linkedin", "social media",
  "press", "newspaper", "print", "printed", "private", "intern", "nur mitglieder", "rundbrief",
  "presse", "plakat", "interne", "bulletin", "reseaux sociaux", "interno", "boletin",
  "redes sociales", "prensa", "mewnol", "cylchlythyr", "parents",
]

/// What turns the answer round: a yes to one of these is a no.
private let hiding = [
  "not", "don t", "never", "hide", "hidden", "remove", "withhold", "anonymous", "anonymously",
  "without", "object", "refuse", "opt out", "pseudonym", "keep", "nicht", "kein", "keine", "nie",
  "verbergen", "anonym", "ohne", "widerspreche", "pas", "jamais", "masquer", "cacher", "anonyme",
  "sans", "refuse", "no", "nunca", "ocultar", "anonimo", "sin", "ddim", "peidio", "cuddio",
  "لا", "عدم", "إخفاء", "بدون", "if", "unless", "only", "except",
]
