import Community
import Files
import TestSupport

/// A site on which its community works: each edit leaves it fit to be built.
struct EditedSite {
  private(set) var files: [String: String] = [:]
  private(set) var options = Options()
  /// What the last edit did, for a failure's message.
  private(set) var lastEdit = "made"
  private var random: SplitMix
  private var made = 0

  /// The settings of a build.
  struct Options: Equatable {
    var day = 20
    var isForMembers = false
    var hasDrafts = false
    var baseURL: String?

    var arguments: [String] {
      ["--today", "2026-03-\(day)"] + (isForMembers ? ["--audience", "members"] : [])
        + (hasDrafts ? ["--drafts"] : []) + (baseURL.map { ["--base-url", $0] } ?? [])
    }
  }

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    files["content/handbook.yml"] = privateSettings
    for number in 0..<4 { files["content/members/m-\(number).md"] = member(number) }
    for kind in kinds { for _ in 0..<3 { add(to: kind) } }
    files["content/pages/hub.md"] = "# The hub\n\nAll that we do.\n\n## Use\n\nMore.\n"
    bringAlong()
  }

  private let kinds = ["posts", "meetings", "resources", "goals", "successes", "pages"]
}

// MARK: - What is written

extension EditedSite {
  private mutating func member(_ number: Int) -> String {
    let consents = ["profile", "photo", "school", "attendance"].filter { _ in random.chance(0.5) }
    let agreed = (["name: yes", "given: 2025-09-01"] + consents.map { "\($0): yes" })
    // Only whoever has a name to show may lose it: no text names anybody.
    let consent = random.chance(0.3) ? "" : "consent: {\(agreed.joined(separator: ", "))}\n"
    return """
      ---
      name: Zephyr Quill\(letters(number))
      school: Oakhollow \(letters(number))
      \(consent)---
      \(words()).

      """
  }

  /// An entry that refers only to what is never taken away.
  private mutating func entry(of kind: String) -> String {
    var lines = ["---", "title: \(words())"]
    let someone = "m-\(random.next() % 4)"
    switch kind {
    case "posts": lines += ["date: 2026-02-\(10 + random.next() % 15)", "authors: \(someone)"]
    case "meetings":
      lines += ["date: 2026-0\(2 + random.next() % 3)-11", "chair: \(someone)", "start: \"16:15\""]
    case "resources": lines += ["kind: activity", "licence: cc-by", "shared_by: \(someone)"]
    case "goals": lines += ["status: active", "measure: \(words())", "owners: \(someone)"]
    case "successes": lines += ["date: 2026-02-12", "people: \(someone)"]
    default: break
    }
    if random.chance(0.5) { lines.append("tags: [\(pick(["sharing", "reading", "time"]))]") }
    if random.chance(0.1) { lines.append("draft: yes") }
    if random.chance(0.1) { lines.append("audience: members") }
    return (lines + ["---", "", body(of: kind)]).joined(separator: "\n")
  }

  private mutating func body(of kind: String) -> String {
    var parts = ["\(words()), says @m-\(random.next() % 4), \(words())."]
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      parts.append(
        pick([
          "## \(words())", "- \(words())\n- *\(words())*", "> \(words())",
          "See [[hub]] and [the use](../pages/hub.md#use).",
          "| \(words()) | b |\n|---|---|\n| c | d |",
          "- [ ] @m-1 writes \(words())\n- [x] done", "Decision: \(words())",
          "A note.[^1]\n\n[^1]: \(words())",
        ]))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private mutating func words() -> String {
    (0..<3).map { _ in
      pick(["garden", "kettle", "window", "paper", "ladder", "lesson", "plain", "letters", "walk"])
    }.joined(separator: " ")
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  /// No digits, so that each name is one word.
  private func letters(_ number: Int) -> String { String(UnicodeScalar(UInt8(97 + number))) + "wq" }

  private mutating func add(to kind: String) {
    made += 1
    files["content/\(kind)/e-\(made).md"] = entry(of: kind)
  }
}

// MARK: - Edits

extension EditedSite {
  /// Does one of the things that people do to a site.
  mutating func edit() {
    let before = files
    let optionsBefore = options
    let (name, change) = edits[Int.random(in: 0..<edits.count, using: &random)]
    change(&self)
    let paths = Set(files.keys).union(before.keys).filter { files[$0] != before[$0] }
    lastEdit = "\(name): \(paths.sorted()) \(options == optionsBefore ? "" : "\(options)")"
  }

  /// As `edit`, but every second time it changes a word of some text, as people mostly do.
  mutating func editMostlyText() {
    guard random.chance(0.5) else { return edit() }
    let before = files
    reword()
    lastEdit = "reword: \(files.keys.filter { files[$0] != before[$0] })"
  }

  private var edits: [(String, (inout EditedSite) -> Void)] {
    [
      ("add", { site in site.add(to: site.pick(site.kinds)) }),
      ("change", { site in site.changeBody() }), ("change", { site in site.changeBody() }),
      ("change", { site in site.changeBody() }),
      ("reword", { site in site.reword() }), ("reword", { site in site.reword() }),
      ("reword", { site in site.reword() }), ("reword", { site in site.reword() }),
      ("rewrite", { site in site.withEntry { site, path in site.rewrite(path) } }),
      ("rename", { site in site.withEntry { site, path in site.rename(path) } }),
      ("delete", { site in site.withEntry { site, path in site.files[path] = nil } }),
      ("move", { site in site.withEntry { site, path in site.move(path) } }),
      ("template", { site in site.changeTemplate() }),
      ("vocabulary", { site in site.changeVocabulary() }),
      ("settings", { site in site.changeSettings() }),
      ("consent", { site in site.changeConsent() }), ("options", { site in site.changeOptions() }),
      ("asset", { site in site.changeAsset() }), ("nothing", { _ in }),
      ("imported", { site in site.changeImported() }),
      ("settle", { site in site.settle() }), ("close", { site in site.closeDebt() }),
    ]
  }

  /// Entries to which nothing refers.
  private mutating func withEntry(_ change: (inout EditedSite, String) -> Void) {
    let paths = files.keys.filter { $0.contains("/e-") }.sorted()
    guard let path = paths.randomElement(using: &random) else { return add(to: "posts") }
    change(&self, path)
  }

  private mutating func changeBody() {
    withEntry { site, path in
      let more = "\n\(site.words()) @m-2.\n"
      site.files[path]? += more
    }
  }

  /// Changes a word of some text, wherever it stands: of running text, a title, a task.
  private mutating func reword() {
    withEntry { site, path in
      guard let text = site.files[path] else { return }
      let words = text.split(separator: " ", omittingEmptySubsequences: false)
      let places = words.indices.filter { words[$0].utf8.allSatisfy(\.isLetter) }
      guard let place = places.randomElement(using: &site.random) else { return }
      var changed = words.map(String.init)
      changed[place] = "reworded"
      site.files[path] = changed.joined(separator: " ")
    }
  }

  private mutating func rewrite(_ path: String) {
    files[path] = entry(of: String(path.split(separator: "/")[1]))
  }

  private mutating func rename(_ path: String) {
    made += 1
    let folder = path.split(separator: "/")[1]
    files["content/\(folder)/e-\(made).md"] = files[path]
    files[path] = nil
  }

  private mutating func move(_ path: String) {
    files[path] = nil
    add(to: pick(kinds))
  }

  private mutating func changeTemplate() {
    let person = "templates/partials/person.html"
    switch random.next() % 3 {
    case 0: files[person] = nil
    case 1: files[person] = "<b>{{name}}</b> (\(words()))\n"
    default: files["templates/strings/en.yml"] = "tags: \(words())\n"
    }
  }

  private mutating func changeVocabulary() {
    files["content/tags.yml"] = """
      tags:
        - {id: sharing, label: \(words()), description: \(words())}
        - {id: reading, label: Reading}

      """
  }

  private mutating func changeSettings() {
    let colours = ["#1a5f7a", "#7a1a3f", "#3f7a1a"]
    files["content/handbook.yml"] =
      privateSettings
      + (random.chance(0.5) ? "theme: {accent: \"\(pick(colours))\"}\n" : "")
      + (random.chance(0.5) ? "navigation: [hub]\n" : "")
      + (random.chance(0.5) ? "tagline: \(words())\n" : "")
  }

  private mutating func changeConsent() {
    let number = Int.random(in: 0..<4, using: &random)
    files["content/members/m-\(number).md"] = member(number)
  }

  private mutating func changeOptions() {
    switch random.next() % 4 {
    case 0: options.day = 10 + Int(random.next() % 20)
    case 1: options.isForMembers.toggle()
    case 2: options.hasDrafts.toggle()
    default: options.baseURL = options.baseURL == nil ? "https://circle.example/h/" : nil
    }
  }

  private mutating func changeAsset() {
    files["content/assets/plan.svg"] =
      #"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="\#(1 + random.next() % 9)"/>"#
  }

  /// A number that decides about something outside of the site, such as when to kill a build.
  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
}

// MARK: - What was imported

extension EditedSite {
  /// Lines that owe something, each of another kind.
  private var owing: [(kind: String, line: String)] {
    [
      ("missing-image", "![](gone.png)"), ("unknown-link", "See [[nothing-of-the-name]]."),
      ("broken-link", "[gone](../pages/gone.md)"), ("dead-link", "Where the guide was."),
    ]
  }

  private var imported: [String] { (0..<3).map { "content/posts/old-\($0).md" } }

  /// Entries that owe something, and the lists of what they owe.
  private mutating func bringAlong() {
    let text = owing.map(\.line).joined(separator: "\n\n")
    for path in imported { files[path] = "---\ntitle: Old\n---\n\n\(text)\n" }
    files["content/imports.yml"] = ledger(of: imported.compactMap { try? RelativePath($0) })
    listDebt()
  }

  /// Lists what is owed by now.
  private mutating func listDebt() {
    var lines = ["entries:"]
    for path in imported {
      lines.append("  \(path):")
      lines.append("    - {what: missing-field}")
      for (kind, line) in owing where files[path]?.contains(line) == true {
        lines.append("    - {what: \(kind), line: \(LineDigest(of: line.utf8))}")
      }
    }
    files["content/debt.yml"] = lines.map { $0 + "\n" }.joined()
  }

  private mutating func changeImported() {
    let path = pick(imported)
    let more = "\n\(words()) @m-2.\n"
    files[path]? += more
  }

  /// Fixes a line that owes something; the list is as it was.
  private mutating func settle() {
    let (path, line) = (pick(imported), pick(owing.map(\.line)))
    files[path] = files[path]?.replacing(line, with: words())
  }

  /// Takes off the list what is settled.
  private mutating func closeDebt() { listDebt() }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

extension SiteOnDisk {
  /// Makes the site's folder hold these files, those that are the same left as they are.
  func become(_ site: EditedSite, after before: EditedSite?) {
    for path in Set(before?.files.keys ?? [:].keys).subtracting(site.files.keys) {
      delete("./\(path)")
    }
    for (path, text) in site.files where before?.files[path] != text { write("./\(path)", text) }
  }
}
