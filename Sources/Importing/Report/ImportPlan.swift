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
    package let path: RelativePath
    /// What it was made of, as its owner knows it: a path, a row of a table.
    package let source: String
    package var content: Content

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
    package let fate: Fate
    /// What was changed on the way or could not be, and why it was left out.
    package var notes: [String]
  }

  package var files: [NewFile] = []
  package private(set) var lines: [Line] = []
  /// What the old site left undone, for `content/debt.yml`.
  package private(set) var debts: [ImportDebt] = []
  /// How many pages come as drafts, since the other tool did not publish them.
  package var hiddenPages = 0
  /// How many comments, and other parts that nobody was to see, were taken out of texts.
  package var comments = 0
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

  mutating func leaveOut(_ source: String, because reason: String) {
    lines.append(Line(source: source, fate: .leftOut, notes: [reason]))
  }

  /// Notes something that the old site left undone and a person will have to settle.
  mutating func owe(_ debt: ImportDebt) { debts.append(debt) }
}
