import Diagnostics
package import Markup

/// Something to use in class: a link, files, or the page itself.
package struct Resource: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case lessonPlan = "lesson-plan"
    case activity, worksheet, assessment, slides, video, reading, template, tool, policy, other
  }

  package enum Status: String, Sendable, CaseIterable {
    case current, review, withdrawn
  }

  /// A file that comes with it.
  package struct File: Hashable, Sendable {
    package let path: Located<String>
    package let label: String?
  }

  /// Who made it: a member, or somebody from outside by name.
  package struct Creator: Hashable, Sendable {
    package var member: Reference?
    package var outsider: String?
  }

  /// What happened when a member used it.
  package struct Trial: Hashable, Sendable {
    package var member: Reference?
    package let date: CalendarDate?
    package let note: String?
  }

  package var kind = Kind.other
  package var address: String?
  package var files: [File] = []
  package var licence = Licence.unknown
  package var creators: [Creator] = []
  package var sharedBy: Reference?
  package var basedOn: [Reference] = []
  package var subjects: [String] = []
  package var levels: [String] = []
  package var timeNeeded: TimeNeeded?
  package var accessNotes: String?
  package var status = Status.current
  package var trials: [Trial] = []
}

extension Resource {
  mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    for index in creators.indices { visitor.visit(&creators[index].member, .creator) }
    creators.removeAll { $0.member == nil && $0.outsider == nil }
    visitor.visit(&sharedBy, .sharedBy)
    visitor.visit(&basedOn, .basedOn)
    for index in trials.indices { visitor.visit(&trials[index].member, .triedBy) }
  }
}
