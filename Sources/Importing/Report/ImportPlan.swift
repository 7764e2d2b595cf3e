package import Files

/// What an import would write and what it has to say of every file that it was given: a value, made
/// before anything is written.
package struct ImportPlan: Sendable {
  /// A file to write, which must not be there yet.
  package struct NewFile: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
      case entry(EntryText)
      case bytes([UInt8])
    }

    /// Within the site: `content/posts/a.md`.
    package fileprivate(set) var path: RelativePath
    /// What it was made of, as its owner knows it: a path, a row of a table.
    package let source: String
    package var content: Content

    package var isEntry: Bool { if case .entry = content { true } else { false } }

    package var bytes: [UInt8] {
      switch content {
      case .entry(let entry): Array(entry.text.utf8)
      case .bytes(let bytes): bytes
      }
    }
  }

  /// What became of one thing that was given.
  package struct Line: Hashable, Sendable {
    package enum Fate: Hashable, Sendable {
      case imported(as: String)
      case leftOut
    }

    /// What it is, as its owner knows it: a path, a row of a table.
    package let source: String
    package fileprivate(set) var fate: Fate
    /// What was changed on the way or could not be, and why it was left out.
    package var notes: [String]
  }

  /// What the other tool did not show of one page.
  struct Unseen: Hashable, Sendable {
    /// Whether it did not publish the page at all, so that a draft comes of it.
    let isHidden: Bool
    /// How many comments, and other parts that nobody was to see, were taken out of the text.
    let comments: Int
  }

  package var files: [NewFile] = []
  package private(set) var lines: [Line] = []
  /// What the old site left undone, for `content/debt.yml`.
  package private(set) var debts: [ImportDebt] = []
  /// What `handbook.yml` is to take over from the old site's settings.
  package internal(set) var settings: [SettingToSet] = []
  /// Why nothing of the plan may be written, in a sentence each: consent for somebody whom it does
  /// not know.
  package internal(set) var refusals: [String] = []
  /// What the other tool showed nobody, by the entries that have it.
  private var unseen: [RelativePath: Unseen] = [:]
  private var taken: Set<CollisionKey> = []

  /// `existing` are the files that the site has already.
  init(existing: [RelativePath]) {
    taken = Set(existing.map(\.collisionKey))
  }
}

extension ImportPlan {
  /// Whether a path is free, on a system that takes capitals for small letters too.
  func isFree(_ path: RelativePath) -> Bool { !taken.contains(path.collisionKey) }

  /// Plans a file; where one is there already, says so and leaves it.
  mutating func add(
    _ bytes: [UInt8], at path: RelativePath, from source: String, notes: [String] = []
  ) {
    add(.bytes(bytes), at: path, from: source, notes: notes)
  }

  /// Plans an entry; one that is larger than a handbook reads is left out.
  mutating func add(
    _ entry: EntryText, at path: RelativePath, from source: String, notes: [String] = []
  ) {
    if let excess = entry.excess {
      leaveOut(source, because: excess)
    } else {
      add(.entry(entry), at: path, from: source, notes: notes)
    }
  }

  private mutating func add(
    _ content: NewFile.Content, at path: RelativePath, from source: String, notes: [String]
  ) {
    guard taken.insert(path.collisionKey).inserted else {
      leaveOut(source, because: "the site has \(path) already")
      return
    }
    files.append(NewFile(path: path, source: source, content: content))
    lines.append(Line(source: source, fate: .imported(as: path.description), notes: notes))
  }

  /// How many pages come as drafts, since the other tool did not publish them.
  package var hiddenPages: Int { unseen.values.count { $0.isHidden } }

  /// How many comments, and other parts that nobody was to see, were taken out of texts.
  package var comments: Int { unseen.values.reduce(0) { $0 + $1.comments } }

  mutating func count(_ unseen: Unseen, at path: RelativePath) { self.unseen[path] = unseen }

  mutating func leaveOut(_ source: String, because reason: String) {
    lines.append(Line(source: source, fate: .leftOut, notes: [reason]))
  }

  /// Takes files out of the plan, each with the reason why.
  mutating func withdraw(_ reasons: [RelativePath: String]) {
    guard !reasons.isEmpty else { return }
    files.removeAll { reasons[$0.path] != nil }
    for path in reasons.keys { unseen[path] = nil }
    let told = Dictionary(
      reasons.map { ($0.key.description, $0.value) }, uniquingKeysWith: { first, _ in first })
    for index in lines.indices {
      guard case .imported(let target) = lines[index].fate, let reason = told[target] else {
        continue
      }
      lines[index].fate = .leftOut
      lines[index].notes = [reason]
    }
  }

  /// Gives files other names; nothing of the plan or of the site has them.
  mutating func move(_ moves: [RelativePath: RelativePath]) {
    guard !moves.isEmpty else { return }
    for index in files.indices {
      if let new = moves[files[index].path] { files[index].path = new }
    }
    let names = Dictionary(
      moves.map { ($0.key.description, $0.value.description) },
      uniquingKeysWith: { first, _ in first })
    for index in lines.indices {
      guard case .imported(let target) = lines[index].fate, let new = names[target] else {
        continue
      }
      lines[index].fate = .imported(as: new)
    }
    unseen = Dictionary(
      unseen.map { (moves[$0.key] ?? $0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    debts = debts.map { debt in
      guard let new = moves[debt.place] else { return debt }
      return ImportDebt(kind: debt.kind, place: new, words: debt.words, former: debt.former)
    }
    taken.formUnion(moves.values.map(\.collisionKey))
  }

  /// Says reasons in other words.
  mutating func reword(_ words: [String: String]) {
    for index in lines.indices where lines[index].fate == .leftOut {
      lines[index].notes = lines[index].notes.map { words[$0] ?? $0 }
    }
  }

  /// Notes something of files that are imported.
  mutating func note(_ notes: [RelativePath: [String]]) {
    guard !notes.isEmpty else { return }
    let told = Dictionary(
      notes.map { ($0.key.description, $0.value) }, uniquingKeysWith: { first, _ in first })
    for index in lines.indices {
      guard case .imported(let target) = lines[index].fate else { continue }
      lines[index].notes += told[target] ?? []
    }
  }

  /// Tells of files that are the other tool's own, by their folders.
  package mutating func leaveOut(_ counts: [String: Int]) {
    for (place, count) in counts {
      let files = count == 1 ? "1 file" : "\(count) files"
      leaveOut(place, because: "\(files) of the other tool's own")
    }
  }

  /// Notes something that the old site left undone and a person will have to settle.
  mutating func owe(_ debt: ImportDebt) { debts.append(debt) }
}

/// A key of `handbook.yml` and what the old site's settings say for it.
package struct SettingToSet: Hashable, Sendable {
  package let setting: SiteSetting
  package let value: WrittenValue
}
