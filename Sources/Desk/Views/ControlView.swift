import Templates

/// The control for one field of a form.
struct ControlView: View {
  /// The path of its value, which is its name in the form: `consent.name`.
  let name: String
  /// The name of the entry's field that it belongs to.
  let field: String
  let label: String
  let sentence: String
  let isRequired: Bool
  let form: Form
  /// What the check says of it.
  var findings: [FindingView] = []

  /// The shapes of controls.
  enum Form: Sendable {
    case line(type: String, value: String, example: String)
    case area(value: String)
    case yesNo(Bool)
    case choice([ChoiceView])
    /// Finds an entry or a word as one types.
    case picker(kind: String, PickView?, canMake: Bool)
    case pickers(kind: String, [PickView], canMake: Bool)
    case lines([PickView])
    case group([ControlView])
    case rows([RowView], blank: RowView)
    /// What a form has no control for: it stands in the file.
    case fixed(String)
  }

  static let fields: Fields<ControlView> = [
    .text("name") { $0.name },
    .text("field") { $0.field },
    .text("label") { $0.label },
    .text("sentence") { $0.sentence },
    .flag("required") { $0.isRequired },
    .list("findings") { $0.findings },
    .view("line") {
      if case .line(let type, let value, let example) = $0.form {
        LineView(type: type, value: value, example: example)
      } else {
        nil
      }
    },
    .view("area") {
      if case .area(let value) = $0.form {
        LineView(type: "", value: value, example: "")
      } else {
        nil
      }
    },
    .view("yes_no") { if case .yesNo(let isOn) = $0.form { FlagView(isOn: isOn) } else { nil } },
    .list("choices") { if case .choice(let choices) = $0.form { choices } else { [] } },
    .view("picker") { $0.pickers },
    .list("group") { if case .group(let controls) = $0.form { controls } else { [] } },
    .view("rows") {
      if case .rows(let rows, let blank) = $0.form {
        RowsView(rows: rows, blank: blank)
      } else {
        nil
      }
    },
    .text("fixed") { if case .fixed(let words) = $0.form { words } else { nil } },
  ]

  private var pickers: PickersView? {
    switch form {
    case .picker(let kind, let pick, let canMake):
      PickersView(kind: kind, picks: pick.map { [$0] } ?? [], isList: false, canMake: canMake)
    case .pickers(let kind, let picks, let canMake):
      PickersView(kind: kind, picks: picks, isList: true, canMake: canMake)
    case .lines(let picks): PickersView(kind: "", picks: picks, isList: true, canMake: true)
    default: nil
    }
  }
}

struct LineView: View {
  let type: String
  let value: String
  let example: String

  static let fields: Fields<LineView> = [
    .text("type") { $0.type }, .text("value") { $0.value }, .text("example") { $0.example },
  ]
}

struct FlagView: View {
  let isOn: Bool

  static let fields: Fields<FlagView> = [.flag("on") { $0.isOn }]
}

struct ChoiceView: View {
  let value: String
  let label: String
  let isChosen: Bool

  static let fields: Fields<ChoiceView> = [
    .text("value") { $0.value }, .text("label") { $0.label }, .flag("chosen") { $0.isChosen },
  ]
}

/// One thing that was picked: what the file says, and what people read.
struct PickView: View {
  let name: String
  let value: String
  let label: String

  static let fields: Fields<PickView> = [
    .text("name") { $0.name }, .text("value") { $0.value }, .text("label") { $0.label },
  ]
}

struct PickersView: View {
  /// What is offered: a kind of entry, `tags`, `roles`, `series`; empty for words of any sort.
  let kind: String
  let picks: [PickView]
  let isList: Bool
  let canMake: Bool

  static let fields: Fields<PickersView> = [
    .text("kind") { $0.kind }, .list("picks") { $0.picks }, .flag("list") { $0.isList },
    .flag("can_make") { $0.canMake },
  ]
}

/// A part of a list of parts.
struct RowView: View {
  let controls: [ControlView]

  static let fields: Fields<RowView> = [.list("controls") { $0.controls }]
}

struct RowsView: View {
  let rows: [RowView]
  /// What a new row looks like; its names have `[#]` for the number.
  let blank: RowView

  static let fields: Fields<RowsView> = [.list("rows") { $0.rows }, .view("blank") { $0.blank }]
}
