import Community
import TestSupport
import Testing

/// Whatever happens to a site over time: what is withheld at the end is nowhere.
@Suite("The history of a site")
struct HistoryTests {
  private static let histories: UInt64 =
    environmentVariable("HANDBOOK_TORTURE") == nil ? 200 : 2_000

  @Test(
    "whoever leaves, and whatever is altered between builds, nothing withheld is in a byte of it",
    arguments: seeds(histories))
  func nowhere(seed: UInt64) throws {
    var history = try History(seed: seed)
    for _ in 0..<Int.random(in: 3...6, using: &history.generator) { history.takeStep() }
    let ending = history.end()
    #expect(ending.status == 0, "seed \(seed): \(history.told)\n\(ending.errors)")
    #expect(history.traces() == [], "seed \(seed): \(history.told)")
  }
}

/// A site on disk to which things happen, and what must be left of nothing at the end.
private struct History {
  var generator: SplitMix
  private let community: RandomCommunity
  private let hosted: HostedSite
  private var secrets: [Secret]
  /// What those are called who have left: no message says it.
  private var names: Set<Secret> = []
  /// What happened, for whoever looks into a failure.
  private(set) var told: [String] = []
  /// The members who are still there, by number, with their ids.
  private var here: [Int: String]
  /// What commands said since the last of them left.
  private var messages = ""
  private let isPublished: Bool
  private var oldCache: [String: [UInt8]] = [:]

  private var site: SiteOnDisk { hosted.site }

  init(seed: UInt64) throws {
    generator = SplitMix(seed: 9_000 + seed)
    community = RandomCommunity(using: &generator, isPublicSource: false)
    hosted = try HostedSite(community.files)
    isPublished = generator.chance(0.3)
    // The site is built for everyone, without drafts, whatever the community was made for.
    secrets = community.secrets
    here = Dictionary(uniqueKeysWithValues: community.everybody.enumerated().map { ($0, $1.id) })
    run("build")
    if generator.chance(0.5) { run("routes", "--update") }
  }

  @discardableResult
  private mutating func run(_ arguments: String...) -> Ending {
    told.append(arguments.joined(separator: " "))
    let isDated = ["build", "publish"].contains(arguments[0])
    let ending = site.handbook(arguments + (isDated ? ["--today", "2026-03-01"] : []))
    messages += ending.output + ending.errors
    return ending
  }
}

// MARK: - Steps

extension History {
  mutating func takeStep() {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: run("build")
    case 1: publish()
    case 2, 3: withdraw()
    case 4, 5: forget()
    case 6: takeDown()
    case 7: hide()
    case 8: nameSomebody()
    case 9, 10: alterOutput()
    default: alterCache()
    }
  }

  private mutating func publish() {
    guard isPublished else { return }
    hosted.commit()
    run("publish")
    guard generator.chance(0.5) else { return }
    // Somebody minifies a page on the branch.
    let folder = "\(site.path)/branch"
    hosted.git("clone", "--quiet", "--branch", "gh-pages", hosted.remote, folder)
    let pages = site.files(in: "./branch").filter { $0.key.hasSuffix(".html") }
    guard let page = pages.keys.sorted().randomElement(using: &generator) else { return }
    told.append("branch: \(page)")
    site.write("./branch/\(page)", (pages[page] ?? []).filter { $0 != 0x0A })
    hosted.git("-C", folder, "add", "--all")
    hosted.git("-C", folder, "commit", "--quiet", "-m", "Minified")
    hosted.git("-C", folder, "push", "--quiet", "origin", "gh-pages")
    _ = TestSupport.run("rm", "-rf", folder)
  }

  /// Somebody says by hand that a member has withdrawn.
  private mutating func withdraw() {
    guard let (number, id) = somebody(), let text = text("members/\(id).md"),
      !text.contains("status: withdrawn")
    else { return }
    told.append("withdraw \(id)")
    site.write("members/\(id).md", "---\nstatus: withdrawn\n" + text.dropFirst(4))
    leave(number)
  }

  private mutating func forget() {
    guard let (number, id) = somebody() else { return }
    let ending = run("forget", id, "--yes")
    // A site that cannot be read is fixed first.
    if ending.status == 0 { leave(number) }
  }

  private mutating func somebody() -> (number: Int, id: String)? {
    here.sorted { $0.key < $1.key }.randomElement(using: &generator).map { ($0.key, $0.value) }
  }

  private mutating func leave(_ number: Int) {
    here[number] = nil
    secrets += community.everything(about: number)
    names.formUnion(community.everything(about: number).filter(\.isName))
    messages = ""
  }

  private mutating func takeDown() {
    let entry = anEntry()
    if run("takedown", entry, "--notice").status == 0 { hideMark(of: entry) }
  }

  private mutating func hide() {
    let entry = anEntry()
    let line = generator.chance(0.5) ? "draft: yes" : "audience: members"
    guard let text = text("\(entry).md"), !text.contains("\n" + line.prefix(5)) else { return }
    told.append("\(line) in \(entry)")
    site.write("\(entry).md", "---\n\(line)\n" + text.dropFirst(4))
    hideMark(of: entry)
  }

  private mutating func hideMark(of entry: String) {
    let mark = RandomCommunity.mark(of: entry)
    secrets += [mark, mark.lowercased()].map { Secret(text: $0, isName: false) }
  }

  private mutating func anEntry() -> String {
    let kind =
      ["page", "post", "meeting", "resource", "success"]
      .randomElement(using: &generator) ?? "page"
    let folder = kind == "success" ? "successes" : "\(kind)s"
    return "\(folder)/\(kind)-\(Int.random(in: 0..<3, using: &generator))"
  }

  /// Somebody writes a name out, perhaps of one who has left.
  private mutating func nameSomebody() {
    let entry = anEntry()
    guard let text = text("\(entry).md"),
      let person = community.everybody.randomElement(using: &generator)
    else { return }
    told.append("\(person.name) in \(entry)")
    site.write("\(entry).md", text + "\nThanks to \(person.name) and @\(person.id).\n")
  }

  private mutating func alterOutput() {
    let files = site.files()
    guard let path = files.keys.sorted().randomElement(using: &generator), let bytes = files[path]
    else { return }
    told.append("output: \(path)")
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: site.write("output/\(path)", bytes.filter { $0 != 0x0A })
    case 1: site.write("output/\(path)", bytes + Array("\n".utf8))
    case 2: site.delete("output/\(path)")
    default: site.write("output/\(path)", Array("<!doctype html>".utf8))
    }
  }

  private mutating func alterCache() {
    told.append("cache")
    let files = site.files(in: "./.handbook")
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: oldCache = files
    case 1: for (path, bytes) in oldCache { site.write("./.handbook/\(path)", bytes) }
    default:
      for (path, var bytes) in files where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] ^= 1
        site.write("./.handbook/\(path)", bytes)
      }
    }
  }

  private func text(_ name: String) -> String? {
    site.files(in: "./content")[name].map { String(decoding: $0, as: UTF8.self) }
  }
}

// MARK: - The end

extension History {
  /// Builds and publishes, and takes down what still names somebody, as a coordinator would tonight.
  mutating func end() -> Ending {
    for _ in 0..<20 {
      let ending = run("build", "--remove-changed")
      guard ending.status != 0 else { break }
      let entries = ending.errors.split(separator: "\n").filter { $0.contains(": privacy: ") }
        .compactMap { line -> String? in
          let path = line.prefix { $0 != ":" }
          return path.hasPrefix("content/") && path.hasSuffix(".md")
            ? String(path.dropFirst("content/".count).dropLast(".md".count)) : nil
        }
      guard !entries.isEmpty else { return ending }
      for entry in Set(entries).sorted() where run("takedown", entry).status == 0 {
        hideMark(of: entry)
      }
    }
    messages = ""
    let ending = run("build", "--remove-changed")
    guard isPublished, ending.status == 0 else { return ending }
    hosted.commit()
    return run("publish")
  }

  /// Every secret that was found, with its place.
  mutating func traces() -> [Leak] {
    let content = site.files(in: "./content").values
      .map { String(decoding: $0, as: UTF8.self).lowercased() }
    var places = site.files().map { ("output/\($0)", String(decoding: $1, as: UTF8.self)) }
    if isPublished {
      places += hosted.publishedFiles.map { ("branch/\($0)", String(decoding: $1, as: UTF8.self)) }
    }
    var found = places.flatMap { path, text in leaks(of: secrets, in: text, at: path) }
    for line in messages.split(separator: "\n") {
      // The path of a file is told where there is something to do to it.
      let words = line.drop { $0 != " " }
      found += leaks(of: Array(names), in: String(words), at: "said")
    }
    // What a file of the source still holds, the cache may hold.
    for (path, bytes) in site.files(in: "./.handbook") {
      let text = String(decoding: bytes, as: UTF8.self)
      found += leaks(of: secrets, in: text, at: ".handbook/\(path)").filter { leak in
        !content.contains { $0.contains(leak.secret.lowercased()) }
      }
    }
    return found
  }

  private func leaks(of secrets: [Secret], in text: String, at path: String) -> [Leak] {
    let below = path.drop { $0 != "/" }.dropFirst()
    return Set(secrets).flatMap { secret in
      secret.forms(in: String(below)).filter { text.contains($0) || path.contains($0) }
        .map { Leak(secret: $0, path: path) }
    }
  }
}
