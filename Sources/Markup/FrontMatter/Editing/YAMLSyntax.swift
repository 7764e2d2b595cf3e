/// A file's front matter as it is written: every byte of the file belongs to one piece, and each
/// value knows where it stands.
struct YAMLSyntax: Sendable {
  /// A stretch of bytes that an edit keeps or replaces as a whole.
  struct Piece: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case byteOrderMark, marker, body
      case indentation, space, lineBreak, comment
      case key, colon, hyphen, bracket, comma
      case plain, singleQuoted, doubleQuoted, blockHeader, blockText
      /// What the reader has found fault with.
      case stray
    }

    let kind: Kind
    let range: Range<Int>
  }

  /// How a scalar is written (YAML 1.2 §7.3, §8.1).
  enum Style: Hashable, Sendable {
    case plain, singleQuoted, doubleQuoted
    /// `|` or `>`; `header` is the sign with what belongs to it.
    case literal(header: Range<Int>)
    case folded(header: Range<Int>)
  }

  /// What stands behind a field's colon or an item's hyphen.
  struct Value: Sendable {
    indirect enum Form: Sendable {
      case empty
      case scalar(Style)
      case list([Item])
      case fields([Field])
      /// Something that only the reader can make sense of.
      case opaque
    }

    let form: Form
    /// From its first to its last byte; lists and fields without brackets go to the end of their
    /// last line, without its break.
    let range: Range<Int>
    /// The byte behind the colon or the hyphen.
    let head: Int
    /// The column of the field's name or the hyphen; lines that go on stand further right.
    let parent: Int
    /// Whether it stands between brackets.
    let isInFlow: Bool
    /// Whether it is a list or fields in brackets.
    var isFlow = false
    /// The column of its items or fields, where it has no brackets.
    var column = 0
  }

  struct Item: Sendable {
    /// Its hyphen, or its first byte between brackets.
    let start: Int
    let value: Value
  }

  struct Field: Sendable {
    let name: String
    let key: Range<Int>
    /// Whether a colon follows the name; between braces it can be left out.
    let hasColon: Bool
    let value: Value
  }

  let pieces: [Piece]
  let root: Value
}

extension YAMLSyntax.Value {
  var items: [YAMLSyntax.Item] {
    if case .list(let items) = form { items } else { [] }
  }

  var fields: [YAMLSyntax.Field] {
    if case .fields(let fields) = form { fields } else { [] }
  }

  /// Whether it is a list or fields on lines of their own.
  var isBlock: Bool {
    switch form {
    case .list, .fields: !isFlow
    case .empty, .scalar, .opaque: false
    }
  }

  /// The header of text that stands below it.
  var header: Range<Int>? {
    switch form {
    case .scalar(.literal(let header)), .scalar(.folded(let header)): header
    default: nil
    }
  }
}

extension YAMLSyntax {
  /// The value at a path; `nil` where there is none.
  func value(at steps: some Sequence<YAMLPath.Step>) -> Value? {
    var value = root
    for step in steps {
      switch step {
      case .field(let name):
        guard let field = value.fields.first(where: { $0.name == name }) else { return nil }
        value = field.value
      case .item(let index):
        guard value.items.indices.contains(index) else { return nil }
        value = value.items[index].value
      }
    }
    return value
  }
}
