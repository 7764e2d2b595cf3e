package import Dates
import Diagnostics
package import Markup

/// Something that the community wants to be true, and how it will know.
package struct Goal: Sendable {
  package enum Status: String, Sendable, CaseIterable, DeclaredValue {
    case proposed, active, achieved, paused, dropped

    /// Whether nobody works towards it any more.
    package var isClosed: Bool {
      switch self {
      case .achieved, .dropped: true
      case .proposed, .active, .paused: false
      }
    }
  }

  /// A value of the measure on a day.
  package struct Reading: Hashable, Sendable {
    package private(set) var date = CalendarDate.unread
    package private(set) var value = 0.0
    package private(set) var note: String?

    package init() {}
  }

  /// A step on the way.
  package struct Milestone: Hashable, Sendable {
    package private(set) var title = ""
    package private(set) var due: CalendarDate?
    package private(set) var doneOn: CalendarDate?
    package var evidence: [Evidence] = []

    package init() {}
  }

  package var status = Status.proposed
  package var owners: [Reference] = []
  package var why: String?
  package var measure = ""
  package var unit: String?
  package var unitOfOne: String?
  package var baseline: Double?
  package var target: Double?
  /// In order of their dates, as they were taken.
  package var readings: [Reading] = []
  package var start: CalendarDate?
  package var due: CalendarDate?
  package var closed: CalendarDate?
  package var milestones: [Milestone] = []

  package init() {}
}

extension Goal {
  /// How many milestones are behind us, and how many there are.
  package var milestonesDone: (done: Int, of: Int) {
    (milestones.count { $0.doneOn != nil }, milestones.count)
  }
}

extension Goal: FieldDeclaring {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .choice(
        "status", "How far it has come.", example: "active", .required("status: active"), .inData),
      &status)
    fields.visit(
      .text(
        "measure", "What you count.", example: "lessons that begin with retrieval, in a week",
        .required("measure: lessons that begin with retrieval, in a week"), .foundAsText,
        .printed("goal_measure"), .inData, .leads),
      &measure)
    fields.visit(
      .text("unit", "The unit, after each number.", example: "lessons", .inData), &unit)
    fields.visit(
      .text("unit_one", "The unit after the number 1, if it differs.", example: "lesson"),
      &unitOfOne)
    fields.visit(.number("baseline", "Where you began.", example: "2", .inData), &baseline)
    fields.visit(.number("target", "Where you want to be.", example: "10", .inData), &target)
    fields.visit(
      .rows("readings", of: "a reading", "What you counted, each with its day.", .inData), &readings
    )
    fields.visit(
      .owner,
      .references(
        "owners", to: .member, "The members who look after it.",
        example: "[a-member-by-their-id]", .foundAsLabel, .inData, .alsoCalled(["owner"]),
        .doing(.owns)),
      &owners)
    fields.visit(
      .paragraph(
        "why", "The reason, in a paragraph.", example: "What is recalled is kept.", .foundAsText,
        .printed("goal_why"), .inData, .leads),
      &why)
    fields.visit(
      .date("start", "The day it began.", example: "2026-01-15", .inData), &start)
    fields.visit(
      .date(
        "due", "The day it is meant to be reached.", example: "2026-07-15", .printed("goal_due"),
        .inData),
      &due)
    fields.visit(
      .date("closed", "The day it was closed.", example: "2026-07-15", .inData), &closed)
    fields.visit(
      .rows(
        "milestones", of: "a milestone", "Steps on the way.", .printed("goal_milestones"), .inData),
      &milestones)
  }

  package mutating func settle(_ reader: inout FieldReader) {
    readings.sort { $0.date < $1.date }
  }
}

extension Goal.Reading: FieldRow {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .date("date", "The day.", example: "2026-01-15", .required("date: 2026-01-31"), .inData),
      &date)
    fields.visit(
      .number("value", "The number.", example: "4", .required("value: 12"), .inData), &value)
    fields.visit(.text("note", "A sentence.", example: "A sentence", .foundAsText, .inData), &note)
  }
}

extension Goal.Milestone: FieldRow {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "title", "What is to be done.", example: "Every school has tried it once",
        .required("title: every school has tried it once"), .foundAsText, .inData),
      &title)
    fields.visit(.date("due", "By when.", example: "2026-03-15", .inData), &due)
    fields.visit(.date("done_on", "When it was done.", example: "2026-03-10", .inData), &doneOn)
    fields.visit(
      .evidence(
        "evidence", "What shows it: entries by their ids, addresses, or words.",
        example: "an entry, an address, or words"),
      &evidence)
  }
}
