import Community
import Diagnostics
import Text

/// A field as JSON Schema has it (draft 2020-12): what its value may be, in the types that YAML 1.2
/// gives to what is written, and as plain text.
struct FieldSchema {
  let field: DeclaredField
  let guide: FieldGuide

  var json: JSON {
    var members = [JSON.Member(name: "description", value: .text(description))]
    members += constraints
    if !examples.isEmpty { members.append(JSON.Member(name: "examples", value: .list(examples))) }
    return .object(members)
  }

  private var description: String {
    let sentence = guide.sentence(of: field)
    return field.isRequired ? "\(sentence) \(guide.language.words(.needed))" : sentence
  }

  /// A field may be left empty, unless it is needed.
  private var constraints: [JSON.Member] {
    var options = values
    if case .open = field.type { return [] }
    if !field.isRequired { options.append(.object(["type": .text("null")])) }
    if options.count == 1, case .object(let members)? = options.first { return members }
    return [JSON.Member(name: "anyOf", value: .list(options))]
  }

  /// What may stand behind the name.
  private var values: [JSON] {
    switch field.type {
    case .fields(let fields): [ObjectSchema(fields: fields, guide: guide).json]
    case .rows(let shape): rows(shape)
    case .texts, .addresses, .slugs, .terms, .references, .evidence: [item, .array(of: [item])]
    default: scalars
    }
  }

  private var item: JSON {
    if case .slugs = field.type {
      return .words(like: "^(/[^,]+|[a-z0-9-]+)( *, *(/[^,]+|[a-z0-9-]+))*$")
    }
    if case .terms(.tags) = field.type { return .words(like: letterOrDigit, or: .anyWords) }
    return .anyWords
  }

  /// Parts are fields or, for some lists, words.
  private func rows(_ shape: RowShape) -> [JSON] {
    let part = ObjectSchema(fields: shape.fields, guide: guide).json
    let parts = shape.wordsMean == nil ? [part] : [part, .anyWords]
    return parts + [.array(of: parts)]
  }

  private var scalars: [JSON] {
    switch field.type {
    case .choice(let words): [.object(["enum": .list(words.map(JSON.text))])]
    case .date:
      [.words(like: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", format: "date")]
    case .time: [.words(like: "^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    case .count:
      [
        .object(["type": .text("integer"), "minimum": .number(0)]),
        .words(like: "^[0-9]+$"),
      ]
    case .number: [.object(["type": .text("number")]), .words(like: #"^-?[0-9]+(\.[0-9]+)?$"#)]
    case .yesNo: [.object(["type": .text("boolean")]), .words(like: yesOrNo)]
    case .address: [.words(like: "^([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:)[^ ]+$")]
    case .siteAddress: [.words(like: "^[hH][tT][tT][pP][sS]?://[^ ?#]+$")]
    case .language: [.words(like: "^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$")]
    case .timeZone: [.object(["enum": .list(TimeZones.names.map(JSON.text))])]
    case .slug: [.words(like: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$")]
    case .timeInClass:
      [.words(like: "^[1-9][0-9]*[ -]?(\(TimeInClass.unitNames.joined(separator: "|")))[.]?$")]
    case .year:
      [.words(like: "^[0-9]{4}(-([0-9]{2}|[0-9]{4}))?$"), .object(["type": .text("integer")])]
    case .dayOfYear: [.words(like: "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
    case .rhythm: [.words(like: rhythm)]
    case .colour:
      [.words(like: "^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"), .object(["type": .text("integer")])]
    case .licence: [.words(like: licence)]
    default: [field.isRequired ? .someWords : .anyWords]
    }
  }

  /// The example, as a value where it is one.
  private var examples: [JSON] {
    let example = guide.example(of: field)
    guard !example.isEmpty else { return [] }
    if case .open = field.type { return [] }
    guard field.type.isList, example.hasPrefix("[") else { return [.text(example.unquoted)] }
    let items = example.dropFirst().dropLast().split(separator: ",")
      .map { JSON.text(String($0.drop { $0 == " " })) }
    return [.list(items)]
  }
}

/// An object of declared fields, and of no others.
struct ObjectSchema {
  let fields: [DeclaredField]
  let guide: FieldGuide

  var json: JSON { .object(members) }

  var members: [JSON.Member] {
    let properties = fields.map { field in
      JSON.Member(name: field.name, value: FieldSchema(field: field, guide: guide).json)
    }
    let required = fields.filter(\.isRequired).map(\.name)
    let members: KeyValuePairs<String, JSON?> = [
      "type": .text("object"), "properties": .object(properties), "required": .texts(required),
      "additionalProperties": .flag(false), "allOf": .values(pictures),
    ]
    return members.compactMap { name, value in value.map { JSON.Member(name: name, value: $0) } }
  }
}

extension ObjectSchema {
  /// A picture and the words that stand for it: neither is there without the other.
  private var pictures: [JSON] {
    fields.flatMap { words -> [JSON] in
      guard let picture = fields.first(where: { $0.name == words.companionOf }),
        case .path = picture.type
      else { return [] }
      return [(picture, words), (words, picture)].map { field, other in
        .object(["if": .saying(field), "then": .saying(other)])
      }
    }
  }
}

extension JSON {
  /// Whether a field has words.
  fileprivate static func saying(_ field: DeclaredField) -> JSON {
    .object([
      "required": .texts([field.name]),
      "properties": .object([JSON.Member(name: field.name, value: .someWords)]),
    ])
  }
}

/// A letter or a digit of ASCII or any sign beyond, where there is anything.
private let letterOrDigit = "^ *$|[^ -/:-@\\[-`{-~]"

private let yesOrNo =
  "^([yY]([eE][sS])?|[nN][oO]?|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|[oO][nN]|[oO][fF][fF])$"

private let rhythm =
  "^(([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) "
  + "([Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day"
  + "|[Ee]very (week|[0-9]+ weeks) from [0-9]{4}-[0-9]{2}-[0-9]{2})$"

/// In any usual spelling: `cc-by-4.0`, `CC BY-SA 4.0 International`, `CC0`, `ogl-3`, `copyright`.
private let licence =
  "^([cC][cC][ -]?([bB][yY]|0|[zZ]).*|[bB][yY][ -].*|[bB][yY]|[oO][gG][lL].*"
  + "|[aA][lL][lL][ -][rR][iI][gG][hH][tT][sS][ -][rR][eE][sS][eE][rR][vV][eE][dD]"
  + "|[aA][rR][rR]|[cC][oO][pP][yY][rR][iI][gG][hH][tT]|[oO][tT][hH][eE][rR]|[uU][nN][kK][nN][oO][wW][nN])$"

extension JSON {
  /// Words, which YAML may have taken for a number or a yes.
  fileprivate static var anyWords: JSON {
    .object(["type": .list([.text("string"), .text("number"), .text("boolean")])])
  }

  /// The same, and at least one.
  fileprivate static var someWords: JSON { .words(like: "[^ ]", or: .anyWords) }

  /// Words like a pattern or, where YAML has taken them for something else, any of `others`.
  fileprivate static func words(like pattern: String, or others: JSON) -> JSON {
    guard case .object(let members) = others else { return others }
    return .object(members + [JSON.Member(name: "pattern", value: .text(pattern))])
  }

  fileprivate static func words(like pattern: String, format: String? = nil) -> JSON {
    .object([
      "type": .text("string"), "pattern": .text(pattern), "format": format.map(JSON.text),
    ])
  }

  fileprivate static func array(of items: [JSON]) -> JSON {
    .object([
      "type": .text("array"),
      "items": .object(["anyOf": .list(items + [.object(["type": .text("null")])])]),
    ])
  }
}

extension String {
  /// An example without the quotes that YAML needs around it.
  fileprivate var unquoted: String { hasPrefix("\"") ? String(dropFirst().dropLast()) : self }
}
