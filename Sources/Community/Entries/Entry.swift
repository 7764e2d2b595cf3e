package import Diagnostics
package import Markup

/// One thing that the community keeps: what every kind has, what its own kind adds, and its text.
package struct Entry: Sendable {
  package let id: EntryID
  /// The path within the site: `content/posts/2025/a.md`.
  package let source: String
  package var common: CommonFields
  package var fields: EntryFields
  package var body: Body
  /// What the notes of a meeting tell of actions and decisions; empty in entries of other kinds.
  package var minutes = Minutes()
  /// The file's own bytes, at least those above its body: its fields are searched for withheld
  /// names.
  package let head: [UInt8]

  package init(
    id: EntryID, source: String, common: CommonFields, fields: EntryFields, body: Body,
    head: [UInt8] = []
  ) {
    self.id = id
    self.source = source
    self.common = common
    self.fields = fields
    self.body = body
    self.head = head
  }

  /// A place in the entry's file.
  package func location(_ span: SourceSpan) -> SourceLocation {
    SourceLocation(path: source, span: span)
  }

  /// Shows `visitor` every reference, those of all kinds first.
  package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    common.visitReferences(&visitor)
    fields.visitReferences(&visitor)
    minutes.visitReferences(&visitor)
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
    case .post(var post):
      post.visitReferences(&visitor)
      self = .post(post)
    case .meeting(var meeting):
      meeting.visitReferences(&visitor)
      self = .meeting(meeting)
    case .resource(var resource):
      resource.visitReferences(&visitor)
      self = .resource(resource)
    case .goal(var goal):
      goal.visitReferences(&visitor)
      self = .goal(goal)
    case .success(var success):
      success.visitReferences(&visitor)
      self = .success(success)
    case .member, .page: break
    }
  }
}
