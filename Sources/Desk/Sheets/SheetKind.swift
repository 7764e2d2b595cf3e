import Community

/// What a take-away sheet is for.
package enum SheetKind: String, CaseIterable, Sendable {
  case minutes, resource, success, consent

  /// The kind of entry that comes of it.
  var entryKind: EntryKind {
    switch self {
    case .minutes: .meeting
    case .resource: .resource
    case .success: .success
    case .consent: .member
    }
  }

  /// What it asks for, in order.
  var questions: [SheetQuestion] {
    switch self {
    case .minutes:
      [
        .init("date", .day), .init("present", .text), .init("notes", .text),
        .init("decisions", .text),
      ]
    case .resource:
      [
        .init("title", .line), .init("summary", .line), .init("url", .address),
        .init("text", .text),
      ]
    case .success:
      [.init("title", .line), .init("summary", .line), .init("date", .day), .init("text", .text)]
    case .consent:
      [.init("member", .line)] + Consent.Purpose.allCases.map { .init($0.rawValue, .choice) }
        + [.init("given", .day)]
    }
  }

  /// The names that its file can have among its fields.
  var names: Set<String> {
    Set(questions.map(\.name)).union(self == .minutes ? ["actions", "carried"] : [])
  }
}

/// Something that a sheet asks for.
struct SheetQuestion: Sendable {
  enum Control: String, Sendable {
    case line, text, day, address
    /// Yes or no; neither until somebody chooses.
    case choice
  }

  let name: String
  let control: Control

  init(_ name: String, _ control: Control) {
    self.name = name
    self.control = control
  }
}
