import Community
import TestSupport

/// Something that must be in no written file.
struct Secret: Hashable {
  let text: String
  let isName: Bool

  /// As it is written, and as it would stand in an address.
  var forms: [String] {
    let slug = Slug.of(text) ?? text
    return slug.contains("-") || !isName ? [text, slug] : [text]
  }

  /// The same, and in the words of the search each word of a name, of which the files for slips hold
  /// two letters apart.
  func forms(in path: String) -> [String] {
    guard isName else { return forms }
    let words = (Slug.of(text) ?? text).split(separator: "-")
    let long = words.filter { $0.count > 6 }
    switch path.dropFirst("search/".count).first {
    case "w" where path.hasPrefix("search/"): return forms + words.map(String.init)
    case "b" where path.hasPrefix("search/"): return forms + long.map { "\($0.dropFirst(2))" }
    case "e" where path.hasPrefix("search/"): return forms + long.map { "\($0.dropLast(2))" }
    default: return forms
    }
  }
}

/// A community of people who agree to different things, and all that they write about each other.
struct RandomCommunity {
  private(set) var files: [String: String] = [:]
  private(set) var secrets: [Secret] = []
  let isPublicSource: Bool
  let audience: Audience
  let includesDrafts: Bool
  /// Whether a member's file holds what they have not agreed to.
  private(set) var hasSomethingWithheldInFiles = false
  private(set) var lastPlace = ""
  private var people: [Person] = []

  private struct Person {
    let id: String
    let number: Int
    var name: String { "Zephyr\(letters) Quillfeather\(letters)" }
    var alias: String { "Zzyxo\(letters)" }
    var school: String { "Oakhollow \(letters) Academy" }
    var photo: String { "portrait-of-\(letters.lowercased()).txt" }
    var photoBytes: String { "bytes-of-portrait-\(letters)" }
    var pronouns: String { "they-\(letters)" }
    var note: String { "Noteof\(letters)" }
    var link: String { "https://own-\(letters.lowercased()).example/" }
    var page: String { "Biography of person \(letters)" }
    var offer: String { "Juggling \(letters)" }
    var seek: String { "Whittling \(letters)" }
    var subject: String { "Husbandry \(letters)" }
    /// No digits: a slug must hold them as they are.
    var letters: String { String(UnicodeScalar(UInt8(65 + number))) + "wq" }
  }

  init(using generator: inout SplitMix, isPublicSource: Bool? = nil) {
    self.isPublicSource = isPublicSource ?? generator.chance(0.4)
    audience = generator.chance(0.3) ? .members : .everyone
    includesDrafts = generator.chance(0.3)
    for number in 0..<Int.random(in: 1...6, using: &generator) { addPerson(number, &generator) }
    files["handbook.yml"] =
      (self.isPublicSource ? plainSettings : privateSettings) + outputs(&generator)
      + "navigation: [page-0]\njoin: |\n  Ask \(mentions(&generator)).\n"
    addEntries(&generator)
  }
}

// MARK: - People

extension RandomCommunity {
  private mutating func addPerson(_ number: Int, _ generator: inout SplitMix) {
    let isWithdrawn = generator.chance(0.15)
    let consents = ["name", "profile", "photo", "school", "attendance"]
      .filter { _ in generator.chance(0.5) }
    let isNamed = !isWithdrawn && consents.contains("name")
    let isDraft = generator.chance(0.1)
    let isForMembers = generator.chance(0.2)
    // An id that is the name itself, where the name may be known to who reads the source.
    let letters = String(UnicodeScalar(UInt8(97 + number))) + "wq"
    let hasNameForID = generator.chance(0.5) && (isNamed || !isPublicSource)
    let person = Person(
      id: hasNameForID ? "zephyr\(letters)-quillfeather\(letters)" : "m-90\(number)", number: number
    )
    people.append(person)

    var lines = ["---", "name: \(person.name)", "also_known_as: [\(person.alias)]"]
    lines += ["school: \(person.school)", "pronouns: \(person.pronouns)", "joined: 2025-10-01"]
    lines += ["offers: [\(person.offer), {tag: maps, note: \(person.note)}]"]
    lines += ["seeks: [\(person.seek), maps]", "links: [{label: Own, url: \(person.link)}]"]
    lines += ["subjects: [\(person.subject), maths]", "levels: [year \(number)]"]
    lines += ["roles: [{role: role-\(number % 2), from: 2025-09-01}]"]
    if generator.chance(0.5) {
      lines += ["photo: ../assets/\(person.photo)", "photo_alt: A portrait"]
      files["assets/\(person.photo)"] = person.photoBytes
      if isWithdrawn || !consents.contains("photo") {
        secrets.append(Secret(text: person.photo, isName: false))
        secrets.append(Secret(text: person.photoBytes, isName: false))
        hasSomethingWithheldInFiles = true
      }
    }
    if isWithdrawn { lines.append("status: withdrawn") }
    if isDraft { lines.append("draft: yes") }
    if isForMembers { lines.append("audience: members") }
    if !consents.isEmpty {
      let agreed = consents.map { "\($0): yes" } + ["given: 2025-09-01"]
      lines.append("consent: {\(agreed.joined(separator: ", "))}")
    }
    lines += ["---", person.page, ""]
    files["members/\(person.id).md"] = lines.joined(separator: "\n")

    if !isNamed { secrets.append(Secret(text: person.name, isName: true)) }
    secrets += isNamed ? [] : [Secret(text: person.alias, isName: true)]
    let hasPage =
      isNamed && consents.contains("profile") && (!isDraft || includesDrafts)
      && (!isForMembers || audience == .members)
    if !hasPage {
      secrets += [
        person.page, person.pronouns, person.subject, person.offer, person.note, person.seek,
        person.link, person.subject,
      ].map { Secret(text: $0, isName: false) }
    }
    if !isNamed { secrets.append(Secret(text: person.id, isName: false)) }
    if !hasPage || !consents.contains("school") {
      secrets.append(Secret(text: person.school, isName: false))
    }
    if isWithdrawn || !consents.contains("name") || !consents.contains("school") {
      hasSomethingWithheldInFiles = true
    }
  }

  /// Settings that decide which files are written beside the pages.
  private func outputs(_ generator: inout SplitMix) -> String {
    var lines = [
      "roles: [{id: role-0, title: Chair}, {id: role-1, title: Scribe}]",
      "series: [{id: circle, title: The circle, rhythm: first thursday}]",
      "indexing: \(["all", "no-members", "none"].randomElement(using: &generator) ?? "all")",
    ]
    if generator.chance(0.6) { lines.append("base_url: https://circle.example/handbook/") }
    if generator.chance(0.5) { lines.append("open_data: yes") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func mentions(_ generator: inout SplitMix) -> String {
    (0..<3).map { _ in mention(&generator) }.joined(separator: " and ")
  }

  /// All that is told of a member anywhere, which is a secret once they have left.
  func everything(about number: Int) -> [Secret] {
    let person = people[number]
    let texts = [
      person.page, person.pronouns, person.subject, person.offer, person.note, person.seek,
      person.link, person.school, person.photo, person.photoBytes,
    ]
    return [person.name, person.alias].map { Secret(text: $0, isName: true) }
      + (EntryID.isNeutral(person.id) ? [] : [Secret(text: person.id, isName: false)])
      + texts.map { Secret(text: $0, isName: false) }
  }

  /// The word that stands for the whole of an entry that is not shown, such as `posts/post-1`.
  static func mark(of entry: String) -> String {
    "Marigold\(entry.split(separator: "/").joined().split(separator: "-").joined())x"
  }

  /// What each member is called.
  var everybody: [(id: String, name: String, alias: String)] {
    people.map { ($0.id, $0.name, $0.alias) }
  }

  /// One of the ways to speak of a member.
  private func mention(_ generator: inout SplitMix) -> String {
    let person = people[Int.random(in: 0..<people.count, using: &generator)]
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return "@\(person.id)"
    // With a public source the spelling itself would be told.
    case 1: return isPublicSource ? "@\(person.id)" : "@\(person.alias)"
    case 2: return "[[\(person.id)]]"
    case 3: return "[[members/\(person.id)|somebody]]"
    default: return "[[\(person.id)|]] (@\(person.id))"
    }
  }

  private func ids(_ generator: inout SplitMix) -> String {
    "[\(people.shuffled(using: &generator).prefix(3).map(\.id).joined(separator: ", "))]"
  }
}

// MARK: - Entries

extension RandomCommunity {
  private mutating func addEntries(_ generator: inout SplitMix) {
    for number in 0..<3 {
      let one = people[Int.random(in: 0..<people.count, using: &generator)].id
      add("pages/page-\(number)", [], &generator)
      add(
        "posts/post-\(number)", ["date: 2026-02-0\(number + 1)", "authors: \(ids(&generator))"],
        &generator)
      add(
        "meetings/meeting-\(number)",
        [
          "date: 2026-02-1\(number)", "chair: \(one)", "note_taker: \(one)",
          "attendees: \(ids(&generator))", "series: circle",
        ],
        &generator)
      add(
        "resources/resource-\(number)",
        [
          "kind: template", "licence: cc-by", "creators: \(ids(&generator))", "shared_by: \(one)",
          "tried_by: [{member: \(one), note: It went well}]",
        ], &generator)
      add(
        "goals/goal-\(number)", ["status: active", "measure: x", "owners: \(ids(&generator))"],
        &generator)
      add(
        "successes/success-\(number)",
        [
          "date: 2026-02-2\(number)", "people: \(ids(&generator))", "quote: So it is",
          "quote_by: \(one)",
          "evidence: [posts/post-\(number)]",
        ], &generator)
    }
  }

  private mutating func add(_ name: String, _ fields: [String], _ generator: inout SplitMix) {
    let number = name.suffix(1)
    let isDraft = number != "0" && generator.chance(0.2)
    let isForMembers = number != "0" && generator.chance(0.2)
    // Told apart from every other: it stands for the whole of an entry that is not shown.
    let mark = Self.mark(of: name)
    // A tag of its own, and goals that may not be shown, so that no picture counts what is withheld.
    var lines = ["---"] + fields + ["tags: [\(mark), shared]"]
    if !name.hasPrefix("goals/") {
      lines.append("goals: goal-\(Int.random(in: 0..<3, using: &generator))")
    }
    if isDraft { lines.append("draft: yes") }
    if isForMembers { lines.append("audience: members") }
    if generator.chance(0.3), let person = people.randomElement(using: &generator),
      files["assets/\(person.photo)"] != nil
    {
      lines += ["image: ../assets/\(person.photo)", "image_alt: Us", "image_shows: [\(person.id)]"]
    }
    lines += ["---", "# \(mark) with \(mention(&generator))", "", "## \(mention(&generator))", ""]
    lines += ["\(mentions(&generator)) and \(link(&generator)).", ""]
    if name.hasPrefix("meetings/") {
      lines += ["- [ ] \(mention(&generator)) rings \(mention(&generator)), due 2026-04-01"]
      lines += ["- [x] \(mention(&generator)) rang", "", "## Decisions", ""]
      lines += ["- \(mention(&generator)) decides with \(mention(&generator)).", ""]
    }
    files["\(name).md"] = lines.joined(separator: "\n")
    if isDraft && !includesDrafts || isForMembers && audience != .members {
      secrets += [mark, mark.lowercased()].map { Secret(text: $0, isName: false) }
    }
  }

  /// A link to any other entry, by its title's id or its path, with a label of its own or without.
  private func link(_ generator: inout SplitMix) -> String {
    let kinds = ["page", "post", "meeting", "resource", "goal"]
    let kind = kinds[Int.random(in: 0..<kinds.count, using: &generator)]
    let id = "\(kind)-\(Int.random(in: 0..<3, using: &generator))"
    return generator.chance(0.5) ? "[[\(id)]]" : "[this](../\(kind)s/\(id).md)"
  }

  /// Writes a name where it must not stand.
  mutating func write(_ name: String, using generator: inout SplitMix) {
    let slug = Slug.of(name) ?? "x"
    let places: [(String, String)] = [
      ("pages/page-0.md", "# A page\n\nIt was \(name) who said so.\n"),
      ("pages/page-0.md", "# What \(name) said\n"),
      ("pages/page-0.md", "# A page\n\n- *\(name)*\n"),
      ("pages/page-0.md", "# A page\n\n> | a | b |\n> |---|---|\n> | \(name) | c |\n"),
      ("pages/page-0.md", "# A page\n\nA note.[^1]\n\n[^1]: By \(name).\n"),
      ("pages/page-0.md", "# A page\n\n- [ ] \(name) sends the rubric\n"),
      ("pages/page-0.md", "# A page\n\n~~\(name)~~\n"),
      ("pages/page-0.md", "# A page\n\n> [!NOTE]\n> \(name)\n"),
      ("pages/page-0.md", "# A page\n\n`\(name)`\n"),
      ("pages/page-0.md", "# A page\n\n```\n\(name)\n```\n"),
      ("pages/page-0.md", "# A page\n\n[x](page-1.md \"\(name)\")\n"),
      ("pages/page-0.md", "# A page\n\n[\(name)](page-1.md)\n"),
      ("pages/page-0.md", "# A page\n\n[[page-1|\(name)]]\n"),
      ("pages/page-0.md", "# A page\n\n<b title=\"\(name)\">x</b>\n"),
      ("pages/page-0.md", "---\nsummary: By \(name)\n---\n# A page\n"),
      ("pages/page-0.md", "---\ntitle: By \(name)\n---\nText.\n"),
      ("pages/page-0.md", "---\ntags: [\(name)]\n---\n# A page\n"),
      ("pages/page-0.md", "---\nextra: {by: \(name)}\n---\n# A page\n"),
      ("pages/page-0.md", "---\naliases: [with-\(slug)]\n---\n# A page\n"),
      ("pages/with-\(slug).md", "# A page\n"),
      ("assets/\(slug).txt", "x"),
      ("posts/trip/index.md", "---\ndate: 2026-02-01\nauthors: \(people[0].id)\n---\n# A trip\n"),
      ("tags.yml", "tags: [{id: x, description: \(name)}]\n"),
    ]
    let (path, text) = places[Int.random(in: 0..<places.count, using: &generator)]
    lastPlace = "\(path): \(text)"
    files[path] = text
    if path.hasPrefix("posts/trip") {
      lastPlace = "posts/trip/\(slug).txt"
      files[lastPlace] = "x"
    }
  }
}
