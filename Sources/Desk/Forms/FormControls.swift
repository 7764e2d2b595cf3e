import Community
import Markup
import Scaffolding

/// Makes the controls of a form from the declared fields of a kind and what a file says.
struct FormControls: Sendable {
  let kind: EntryKind
  let words: DeskWords
  let library: Library?

  /// The controls that are open, and those that are folded.
  func controls(
    for value: (DeclaredField) -> YAMLValue?, findings: [FindingView]
  ) -> (first: [ControlView], rest: [ControlView]) {
    let usual = Set(kind.declaration.usualFields + kind.declaration.neededFields.map(\.name))
    var first: [ControlView] = []
    var rest: [ControlView] = []
    for field in inOrder {
      let said = value(field)
      var control = control(for: field, at: field.name, of: field.name, said)
      control.findings = findings.filter { $0.field == field.name }
      if said != nil || usual.contains(field.name) || field.isRequired {
        first.append(control)
      } else {
        rest.append(control)
      }
    }
    return (first, rest)
  }

  /// Title and day first, then what is the kind's own.
  private var inOrder: [DeclaredField] {
    let fields = kind.fields
    let usual = kind.declaration.usualFields.compactMap { name in fields.first { $0.name == name } }
    return usual + fields.filter { field in !usual.contains { $0.name == field.name } }
  }

  /// The control for a field at a path of the form.
  func control(
    for field: DeclaredField, at path: String, of entryField: String, _ value: YAMLValue?,
    in group: String? = nil
  ) -> ControlView {
    ControlView(
      name: path, field: entryField, label: words.label(of: field, within: group),
      sentence: words.guide.sentence(of: field), isRequired: isRequired(field),
      form: form(of: field, at: path, of: entryField, value))
  }

  private func isRequired(_ field: DeclaredField) -> Bool {
    field.isRequired || kind.declaration.neededFields.contains { $0.name == field.name }
  }

  private func form(
    of field: DeclaredField, at path: String, of entryField: String, _ value: YAMLValue?
  ) -> ControlView.Form {
    guard value.map({ $0.fits(field.type) }) ?? true else {
      return .fixed(words("fixed_field"))
    }
    let said = value?.words ?? ""
    let example = words.guide.example(of: field)
    switch field.type {
    case .text, .language, .timeZone, .slug, .licence, .timeInClass, .year, .dayOfYear, .rhythm,
      .colour, .path:
      return .line(type: "text", value: said, example: example)
    case .address, .siteAddress: return .line(type: "url", value: said, example: example)
    case .date: return .line(type: "date", value: said, example: "")
    case .time: return .line(type: "time", value: said, example: "")
    case .count, .number: return .line(type: "number", value: said, example: example)
    case .paragraph: return .area(value: said)
    case .yesNo: return .yesNo(said.isYes)
    case .choice(let choices): return .choice(choices.map { choice(field, $0, said) })
    case .term(let list):
      return .picker(
        kind: list.name, value.map { pick($0, at: path, .words) }, canMake: list != .series)
    case .reference(let kind):
      return .picker(
        kind: kind?.folder ?? "all", value.map { pick($0, at: path, .entries(kind)) },
        canMake: kind != nil)
    case .terms(let list):
      return .pickers(kind: list.name, picks(value, at: path, .words), canMake: list != .series)
    case .references(let kind):
      return .pickers(
        kind: kind?.folder ?? "all", picks(value, at: path, .entries(kind)), canMake: kind != nil)
    case .texts, .addresses, .slugs: return .lines(picks(value, at: path, .words))
    case .evidence:
      return .pickers(kind: "all", picks(value, at: path, .entries(nil)), canMake: true)
    case .fields(let fields):
      return .group(fields.map { part(of: field, $0, at: path, of: entryField, value) })
    case .rows(let shape): return rows(shape, of: field, at: path, of: entryField, value)
    case .open: return .fixed(words("fixed_field"))
    }
  }

  private func part(
    of field: DeclaredField, _ part: DeclaredField, at path: String, of entryField: String,
    _ value: YAMLValue?
  ) -> ControlView {
    let said = value?.fields.first { $0.name == part.name }?.value
    return control(
      for: part, at: "\(path).\(part.name)", of: entryField, said, in: field.name)
  }

  private func rows(
    _ shape: RowShape, of field: DeclaredField, at path: String, of entryField: String,
    _ value: YAMLValue?
  ) -> ControlView.Form {
    let row = { (number: String, value: YAMLValue?) -> RowView in
      let fields = value.map { $0.asPart(shape) }
      return RowView(
        controls: shape.fields.map {
          part(of: field, $0, at: "\(path)[\(number)]", of: entryField, fields)
        })
    }
    let rows = (value?.asItems ?? []).enumerated().map { row("\($0.offset)", $0.element) }
    return .rows(rows, blank: row("#", nil))
  }

  private func choice(_ field: DeclaredField, _ value: String, _ said: String) -> ChoiceView {
    ChoiceView(
      value: value, label: words.plain["choice_\(value.replacingHyphens)"] ?? value,
      isChosen: value == said)
  }

  /// What is picked: words as they are, or entries, which people know by their titles.
  private enum Picked {
    case words
    case entries(EntryKind?)
  }

  private func picks(_ value: YAMLValue?, at path: String, _ picked: Picked) -> [PickView] {
    (value?.asItems ?? []).map { pick($0, at: path, picked) }
  }

  private func pick(_ value: YAMLValue, at path: String, _ picked: Picked) -> PickView {
    let written = value.words ?? ""
    return PickView(name: path, value: written, label: name(of: written, picked) ?? written)
  }

  private func name(of written: String, _ picked: Picked) -> String? {
    guard case .entries(let kind) = picked, let library,
      case .one(let index) = library.names.reference(written, kind: kind)
    else { return nil }
    return library[index].workingTitle
  }
}

extension YAMLValue {
  /// The words of a scalar.
  var words: String? {
    switch self {
    case .text(let words), .word(let words): words
    case .empty, .list, .fields: nil
    }
  }

  /// One value stands for a list of one.
  var asItems: [YAMLValue] {
    switch self {
    case .list(let items): items
    case .text(let words): words.split(separator: ",").map { .text($0.withoutBlanksAround) }
    case .word, .fields: [self]
    case .empty: []
    }
  }

  /// The fields of a part that may be words alone.
  fileprivate func asPart(_ shape: RowShape) -> YAMLValue {
    guard let words, let name = shape.wordsMean else { return self }
    return .fields([Field(name, .text(words))])
  }

  /// Whether a form can show all that is said.
  fileprivate func fits(_ type: FieldType) -> Bool {
    switch type {
    case .fields: if case .fields = self { true } else { isEmptyValue }
    case .rows(let shape):
      asItems.allSatisfy { if case .fields = $0 { true } else { shape.wordsMean != nil } }
    case .texts, .addresses, .slugs, .terms, .references, .evidence:
      asItems.allSatisfy { $0.words != nil }
    case .open: false
    default: words != nil || isEmptyValue
    }
  }

  private var isEmptyValue: Bool { if case .empty = self { true } else { false } }
}

extension TermList {
  fileprivate var name: String {
    switch self {
    case .tags: "tags"
    case .roles: "roles"
    case .series: "series"
    }
  }
}

extension String {
  fileprivate var isYes: Bool { ["yes", "true", "on"].contains(lowercased()) }

  fileprivate var replacingHyphens: String { split(separator: "-").joined(separator: "_") }
}

extension Substring {
  fileprivate var withoutBlanksAround: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
