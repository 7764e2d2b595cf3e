import Files

/// What the desk remembers in `.handbook/desk/`: which files it wrote, and what it published last.
struct DeskNotes: Sendable {
  /// The folder of the site.
  let site: String

  private static let written = ".handbook/desk/written"
  private static let published = ".handbook/desk/published"
  private static let closed = ".handbook/desk/closed"

  /// The marks of the files that the desk wrote, by their paths, as it wrote them.
  var writtenFiles: [String: String] {
    get { Dictionary(lines(of: Self.written).map { ($0.rest, $0.word) }) { _, last in last } }
    nonmutating set {
      keep(newValue.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }, in: Self.written)
    }
  }

  /// Notes that the desk wrote a file.
  func wrote(_ path: RelativePath, _ bytes: [UInt8]) { wrote([(path, bytes)]) }

  /// Notes that the desk wrote some files, or removed those that have no bytes.
  func wrote(_ outcomes: [(path: RelativePath, bytes: [UInt8]?)]) {
    var files = writtenFiles
    for (path, bytes) in outcomes { files[path.description] = Self.mark(of: bytes) }
    writtenFiles = files
  }

  /// The mark of a file as the desk left it.
  static func mark(of bytes: [UInt8]?) -> String { bytes.map(OpenedEntry.mark) ?? "removed" }

  /// Forgets files that have been sent.
  func sent(_ paths: [RelativePath]) {
    var files = writtenFiles
    for path in paths { files[path.description] = nil }
    writtenFiles = files
  }

  /// Whether the next publication cannot be undone: something leaves the site with it that no press
  /// of a button is to bring back.
  var isUndoClosed: Bool {
    get { !lines(of: Self.closed).isEmpty }
    nonmutating set { keep(newValue ? ["undo closed"] : [], in: Self.closed) }
  }

  /// Keeps how to take a publication back, where that may be.
  func published(_ last: LastPublication) {
    lastPublication = isUndoClosed ? nil : last
  }

  /// What was published last: lines of a word and what it says.
  var lastPublication: LastPublication? {
    get { LastPublication(lines(of: Self.published)) }
    nonmutating set { keep(newValue?.lines ?? [], in: Self.published) }
  }

  private func lines(of file: String) -> [(word: String, rest: String)] {
    guard let path = try? RelativePath(file),
      let bytes = try? LocalFileTree(site).bytes(of: path, atMost: 4 * 1024 * 1024)
    else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let word = line.prefix { $0 != " " }
      return word.count < line.count ? (String(word), String(line.dropFirst(word.count + 1))) : nil
    }
  }

  private func keep(_ lines: [String], in file: String) {
    try? SiteFolder(site).write(
      Array(lines.map { "\($0)\n" }.joined().utf8), at: file, makingFolders: true)
  }
}

/// A publication that can be taken back.
struct LastPublication: Hashable, Sendable {
  /// The commits of the source, with the seconds of each, the newest first.
  var commits: [(id: String, seconds: Int)] = []
  var publication: String?
  var address: String?
  /// The files that were sent.
  var paths: [String] = []

  init() {}

  static func == (left: LastPublication, right: LastPublication) -> Bool {
    left.lines == right.lines
  }

  func hash(into hasher: inout Hasher) { hasher.combine(lines) }

  var lines: [String] {
    commits.map { "commit \($0.id) \($0.seconds)" }
      + (publication.map { ["publication \($0)"] } ?? [])
      + (address.map { ["address \($0)"] } ?? []) + paths.map { "path \($0)" }
  }

  /// `nil` where nothing was noted.
  init?(_ lines: [(word: String, rest: String)]) {
    for (word, rest) in lines {
      switch word {
      case "commit":
        let parts = rest.split(separator: " ")
        guard parts.count == 2, let seconds = Int(parts[1]) else { continue }
        commits.append((String(parts[0]), seconds))
      case "publication": publication = rest
      case "address": address = rest
      case "path": paths.append(rest)
      default: continue
      }
    }
    if lines.isEmpty { return nil }
  }
}
