import Dates
import Importing
import Text

/// What somebody has filled in on a sheet, as its small file tells it: a stranger's input.
///
/// ```
/// {"handbook-sheet": 1, "kind": "minutes", "entry": "2026-12-03-circle", "fields": {"notes": "…"}}
/// ```
///
/// What it says is words. The id of an entry in it is only looked up among those that are there.
struct SheetFile: Sendable {
  struct Action: Hashable, Sendable {
    let what: String
    let who: String
    let due: CalendarDate?
  }

  struct Carried: Hashable, Sendable {
    let text: String
    let isDone: Bool
  }

  static let version = 1
  static let largest = 256 * 1024
  private static let mostRows = 100
  private static let longestLine = 500

  let kind: SheetKind
  /// The id that it gives for the meeting that it is about.
  let entry: String?
  /// The words by their names.
  private(set) var words: [String: String] = [:]
  private(set) var actions: [Action] = []
  private(set) var carried: [Carried] = []
  /// The names in it that no sheet has; they are told and left out.
  private(set) var unknown: [String] = []

  init(_ bytes: [UInt8]) throws(InboxTrouble) {
    let json: JSON
    do throws(JSONRefusal) {
      json = try JSON.read(bytes, atMost: Self.largest, depth: 5)
    } catch {
      throw .unreadable(error)
    }
    guard let version = json["handbook-sheet"] else { throw .noSheet }
    guard version == .number(Self.version) else { throw .otherVersion }
    guard let kind = json["kind"]?.words.flatMap({ SheetKind(rawValue: $0) }),
      case .object(let fields)? = json["fields"]
    else { throw .noSheet }
    self.kind = kind
    entry = json["entry"]?.words
    note(json.members.map(\.name).filter { !Self.names.contains($0) })
    for field in fields { read(field) }
  }

  private static let names: Set<String> = ["handbook-sheet", "kind", "entry", "site", "fields"]

  subscript(_ name: String) -> String? {
    words[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  /// Some words on one line, as a field holds them.
  func line(_ name: String) -> String? {
    self[name].map { String(Pasted.plainLine($0).prefix(Self.longestLine)) }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  func day(_ name: String) -> CalendarDate? { line(name).flatMap { CalendarDate($0) } }

  /// What was chosen; `nil` where nobody has.
  func choice(_ name: String) -> Bool? {
    switch words[name] {
    case "yes": true
    case "no": false
    default: nil
    }
  }

  private mutating func read(_ field: JSON.Member) {
    guard kind.names.contains(field.name) else { return note([field.name]) }
    switch (field.name, field.value) {
    case ("actions", .list(let rows)): actions = rows.prefix(Self.mostRows).compactMap(action)
    case ("carried", .list(let rows)): carried = rows.prefix(Self.mostRows).compactMap(carried)
    case (_, .text(let text)) where field.name != "actions" && field.name != "carried":
      words[field.name] = text
    case (_, .null): break
    default: note([field.name])
    }
  }

  private mutating func note(_ names: [String]) {
    for name in names where unknown.count < 10 {
      unknown.append(String(Pasted.plainLine(name).prefix(40)))
    }
  }

  private func action(_ row: JSON) -> Action? {
    let line: (String) -> String = { name in
      String(Pasted.plainLine(row[name]?.words ?? "").prefix(Self.longestLine))
    }
    guard !line("what").isEmpty else { return nil }
    return Action(what: line("what"), who: line("who"), due: CalendarDate(line("due")))
  }

  private func carried(_ row: JSON) -> Carried? {
    let text = String(Pasted.plainLine(row["text"]?.words ?? "").prefix(Self.longestLine))
    guard !text.isEmpty else { return nil }
    return Carried(text: text, isDone: row["done"] == .flag(true))
  }
}
