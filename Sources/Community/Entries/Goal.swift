import Diagnostics
package import Markup

/// Something that the community wants to be true, and how it will know.
package struct Goal: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case proposed, active, achieved, paused, dropped
  }

  /// A value of the measure on a day.
  package struct Reading: Hashable, Sendable {
    package let date: CalendarDate
    package let value: Double
    package let note: String?
  }

  /// A step on the way.
  package struct Milestone: Hashable, Sendable {
    package let title: String
    package let due: CalendarDate?
    package let doneOn: CalendarDate?
    package var evidence: [Evidence]
  }

  package var status = Status.proposed
  package var owners: [Reference] = []
  package var why: String?
  package var measure = ""
  package var unit: String?
  package var baseline: Double?
  package var target: Double?
  package var readings: [Reading] = []
  package var start: CalendarDate?
  package var due: CalendarDate?
  package var closed: CalendarDate?
  package var milestones: [Milestone] = []
}

extension Goal {
  mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
    visitor.visit(&owners, .owner)
    for index in milestones.indices {
      milestones[index].evidence.visitReferences(&visitor)
    }
  }

  /// How many milestones are behind us, and how many there are.
  package var milestonesDone: (done: Int, of: Int) {
    (milestones.count { $0.doneOn != nil }, milestones.count)
  }
}
