import Text

/// What an author's name reads as, and why: a guess that the map tells, for its owner to decide.
struct NameSense: Hashable, Sendable {
  enum Sort: Hashable, Sendable { case person, organisation, nobody }

  let sort: Sort
  /// A few words without a full stop.
  let reason: String

  init(_ sort: Sort, _ reason: String) {
    self.sort = sort
    self.reason = reason
  }
}

extension NameSense {
  /// `own` are the names of the old site and its community, folded.
  init(_ name: String, own: Set<String> = []) {
    let folded = name.foldedForComparison
    let words = name.nameWords
    if words.isEmpty || name.isFilledInLater || noNames.contains(folded) {
      self.init(.nobody, "stands for a name")
    } else if offices.contains(folded) {
      self.init(.nobody, "an account, not a name")
    } else if own.contains(folded) {
      self.init(.organisation, "the name of the site")
    } else if name.contains("@") && !name.hasPrefix("@") {
      self.init(.nobody, "an address, not a name")
    } else if name.contains("://") || words.count == 1 && name.dropFirst().contains(".") {
      self.init(.organisation, "an address of the web")
    } else if let word = folded.nameWords.first(where: bodyWords.contains) {
      self.init(.organisation, "has the word \(word)")
    } else if ["the ", "die ", "les ", "los ", "team "].contains(where: folded.hasPrefix) {
      self.init(.organisation, "begins like a group")
    } else {
      self.init(shapeOf: words, name)
    }
  }

  private init(shapeOf words: [String], _ name: String) {
    let isCased = name.contains { $0.isUppercase || $0.isLowercase }
    if !isCased {
      let isShort = words.count <= 5 && name.count <= 24
      self.init(isShort ? .person : .organisation, isShort ? "a name in its script" : "is long")
    } else if words.count == 1 {
      self.init(oneWord: words[0])
    } else if words.count > 5 {
      self.init(.organisation, "is long")
    } else if words.contains(where: {
      $0.contains(where: \.isNumber) && $0.contains(where: \.isLetter)
    }) {
      self.init(.organisation, "has digits among its letters")
    } else if words.allSatisfy({ $0.beginsLikeAName || particles.contains($0.lowercased()) }) {
      self.init(.person, "reads like a name")
    } else if name.isSlugOfWords {
      self.init(.person, "reads like a name in small letters")
    } else {
      self.init(.organisation, "does not read like a person's name")
    }
  }

  private init(oneWord word: String) {
    let parts = word.split { $0 == "-" || $0 == "_" }
    let isPlain = word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" || $0 == "'" }
    if word.count > 1, word.count <= 6, word.allSatisfy({ $0.isUppercase || $0.isNumber }) {
      self.init(.organisation, "an abbreviation")
    } else if parts.count >= 2, parts.count <= 4, isPlain, parts.allSatisfy({ $0.count > 1 }) {
      self.init(.person, "reads like a name with hyphens")
    } else if isPlain, word.beginsLikeAName, !word.dropFirst().contains(where: \.isUppercase) {
      self.init(.person, "reads like a first name")
    } else if word.first?.isUppercase == true, isPlain {
      self.init(.organisation, "one word of capitals and small letters")
    } else {
      self.init(.nobody, "one small word: a handle, or a body; say which")
    }
  }
}

extension String {
  /// The words of a name.
  var nameWords: [String] {
    split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0.isNewline }.map(String.init)
  }

  /// Whether a program or a person was to fill it in.
  fileprivate var isFilledInLater: Bool {
    ["{{", "}}", "{%", "<%", "${", "[[", "<", "XXX", "???"].contains { self.contains($0) }
      || !contains { $0.isLetter }
  }

  fileprivate var beginsLikeAName: Bool {
    // O'Brien, d'Arcy, J., Jean-Luc, al-Rashid.
    guard let first = first(where: \.isLetter) else { return true }
    let parts = split { $0 == "-" || $0 == "'" || $0 == "’" }
    return first.isUppercase || parts.last?.first?.isUppercase == true || !first.isLowercase
  }

  fileprivate var isSlugOfWords: Bool {
    allSatisfy { $0.isLowercase || $0 == " " || $0 == "-" || $0 == "'" } && nameWords.count <= 3
      && nameWords.allSatisfy { $0.count > 1 }
  }
}

private let particles: Set<String> = [
  "de", "del", "della", "di", "da", "dos", "das", "do", "la", "le", "van", "von", "der", "den",
  "ten", "ter", "zu", "zur", "bin", "ibn", "bint", "al", "el", "ap", "ab", "ferch", "y", "e", "i",
  "af", "av", "mac", "mc", "st", "jr", "sr", "ii", "iii", "phd", "md",
]

/// What is written where a name is still missing.
private let noNames: Set<String> = [
  "name", "your name", "my name", "author", "author name", "authors", "author's name", "me",
  "unknown", "anonymous", "anon", "none", "n/a", "na", "null", "nil", "tbd", "tba", "todo", "x",
  "firstname lastname", "first last", "first name last name", "full name", "john doe", "jane doe",
  "joe bloggs", "foo bar", "test", "test user", "nobody", "user", "username", "someone", "various",
  "misc", "guest", "default", "example", "nom", "nombre", "autor", "auteur", "max mustermann",
  "erika mustermann", "anonyme", "anonym", "unbekannt", "inconnu", "desconocido", "et al", "et al.",
  "others", "and others",
]

/// Accounts that programs write as.
private let offices: Set<String> = [
  "admin", "administrator", "root", "webmaster", "postmaster", "editor", "site admin", "wordpress",
  "github-actions", "github-actions[bot]", "dependabot", "dependabot[bot]", "bot", "system",
  "wpadmin", "superuser", "moderator", "noreply", "owner", "manager",
]

/// Words of bodies, in the languages of the theme.
private let bodyWords: Set<String> = Set(
  """
  team teams staff committee group groups circle network community communities society association \
  university school schools college institute institution foundation council department dept \
  ministry office ltd inc llc gmbh e.v. ag project projects editors editorial members board \
  secretariat collective club union trust agency centre center lab labs laboratory workshop press \
  blog contributors maintainers organisers organizers volunteers administrators admins moderators \
  developers authors library museum academy consortium federation company corporation corp \
  partnership alliance initiative programme program services service support newsroom news media \
  magazine journal crew guild forum chapter everyone all us everybody teachers coordinators \
  year class classe klasse clase dosbarth students participants attendees administration working taskforce force users hub bot \
  équipe equipe comité comite groupe cercle réseau reseau communauté communaute société societe \
  école ecole université universite conseil bureau rédaction redaction collectif fédération \
  kreis gruppe verein schule universität universitat redaktion vorstand netzwerk gemeinschaft \
  arbeitskreis ausschuss verband stiftung amt kollegium mannschaft \
  equipo grupo círculo circulo comunidad escuela universidad asociación asociacion redacción \
  colectivo fundación fundacion consejo red instituto \
  tîm grŵp cylch cymuned ysgol prifysgol cymdeithas pwyllgor
  """.split(separator: " ").map { String($0).foldedForComparison })
