package import Diagnostics
package import Files
package import Markup

/// One thing that the community keeps: what every kind has, what its own kind adds, and its text.
package struct Entry: Sendable {
  package let id: EntryID
  /// The path within the site: `content/posts/2025/a.md`.
  package let source: String
  private var parts: Parts

  package init(
    id: EntryID, source: String, common: CommonFields, fields: EntryFields, body: Body,
    head: [UInt8] = [], notes: Fingerprint? = nil, surface: Fingerprint? = nil
  ) {
    self.id = id
    self.source = source
    parts = Parts(
      common: common, fields: fields, body: body, minutes: Minutes(), head: head, notes: notes,
      surface: surface)
  }

  /// All that is large of an entry, shared by its copies: every walk through a library copies each
  /// entry, and the parts have fifty fields that would be counted one by one.
  private final class Parts: Sendable {
    let common: CommonFields
    let fields: EntryFields
    let body: Body
    let minutes: Minutes
    let head: [UInt8]
    let notes: Fingerprint?
    let surface: Fingerprint?

    init(
      common: CommonFields, fields: EntryFields, body: Body, minutes: Minutes, head: [UInt8],
      notes: Fingerprint?, surface: Fingerprint?
    ) {
      self.common = common
      self.fields = fields
      self.body = body
      self.minutes = minutes
      self.head = head
      self.notes = notes
      self.surface = surface
    }
  }

  private mutating func change(
    common: CommonFields? = nil, fields: EntryFields? = nil, body: Body? = nil,
    minutes: Minutes? = nil, surface: Fingerprint? = nil
  ) {
    parts = Parts(
      common: common ?? parts.common, fields: fields ?? parts.fields, body: body ?? parts.body,
      minutes: minutes ?? parts.minutes, head: parts.head, notes: parts.notes,
      surface: surface ?? parts.surface)
  }

  /// A place in the entry's file.
  package func location(_ span: SourceSpan) -> SourceLocation {
    SourceLocation(path: source, span: span)
  }

  /// Shows `visitor` every reference, those of all kinds first.
  package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    var (common, fields, minutes) = (common, fields, minutes)
    common.visitReferences(&visitor)
    fields.visitReferences(&visitor)
    minutes.visitReferences(&visitor)
    change(common: common, fields: fields, minutes: minutes)
  }
}

extension Entry {
  package var common: CommonFields {
    get { parts.common }
    set { change(common: newValue) }
  }

  package var fields: EntryFields {
    get { parts.fields }
    set { change(fields: newValue) }
  }

  package var body: Body { parts.body }

  /// The same with another body, whose surface is that of this one.
  func exchanging(_ body: Body) -> Entry {
    var entry = self
    entry.change(body: body)
    return entry
  }

  /// What the notes of a meeting tell of actions and decisions; empty in entries of other kinds.
  package var minutes: Minutes {
    get { parts.minutes }
    set { change(minutes: newValue) }
  }

  /// The file's own bytes, at least those above its body: its fields are searched for withheld
  /// names.
  package var head: [UInt8] { parts.head }

  /// The fingerprint of all of the file, where its text has tasks or decisions.
  var notes: Fingerprint? { parts.notes }

  /// The surface, where it was taken before.
  var knownSurface: Fingerprint? { parts.surface }

  /// The same, which need not take its surface again.
  package func knowing(surface: Fingerprint) -> Entry {
    var entry = self
    entry.change(surface: surface)
    return entry
  }
}

/// What the kinds of entry add to what all have.
package indirect enum EntryFields: Sendable {
  case post(Post)
  case member(Member)
  case meeting(Meeting)
  case resource(Resource)
  case goal(Goal)
  case success(Success)
  case page(Page)
}

extension EntryFields {
  package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    switch self {
    case .post(let post): self = .post(post.visited(by: &visitor))
    case .member(let member): self = .member(member.visited(by: &visitor))
    case .meeting(let meeting): self = .meeting(meeting.visited(by: &visitor))
    case .resource(let resource): self = .resource(resource.visited(by: &visitor))
    case .goal(let goal): self = .goal(goal.visited(by: &visitor))
    case .success(let success): self = .success(success.visited(by: &visitor))
    case .page(let page): self = .page(page.visited(by: &visitor))
    }
  }
}

extension FieldDeclaring {
  /// The same, with its references as `visitor` leaves them.
  fileprivate func visited(by visitor: inout some ReferenceVisitor) -> Self {
    var value = self
    value.visitReferences(&visitor)
    return value
  }
}
