import Diagnostics
import Files

/// Where a byte of an entry's file stands.
enum EntryPlace: Hashable, Sendable {
  case field(String)
  /// In the body, by the offset in it.
  case body(Int)
}

extension EntryText {
  /// The file as it will be written.
  func source(at path: RelativePath) -> SourceText {
    SourceText(path: path.description, bytes: Array(text.utf8))
  }

  /// Where the body begins in the file.
  var bodyStart: Int {
    let isEnded = body.hasSuffix("\n") || body.isEmpty
    return text.utf8.count - body.utf8.count - (isEnded ? 0 : 1)
  }

  /// The field whose lines hold a line of the file, counted from 1.
  func field(atLine line: Int) -> String? {
    guard !fields.isEmpty else { return nil }
    var next = 2
    for (key, value) in inOrder {
      next += value.lines(below: key, indent: 0).utf8.count { $0 == 0x0A }
      if line < next { return line > 1 ? key : nil }
    }
    return nil
  }

  /// Keeps what a field says where nothing reads it: below `extra`.
  mutating func keepAside(_ key: String) {
    guard key != "extra", let index = fields.firstIndex(where: { $0.key == key }) else { return }
    let kept = WrittenValue.WrittenField(key, fields.remove(at: index).value)
    if case .map(let extra)? = fields.first(where: { $0.key == "extra" })?.value {
      replace("extra", by: .map(extra.filter { $0.key != key } + [kept]))
    } else {
      replace("extra", by: .map([kept]))
    }
  }
}

extension WrittenValue {
  /// The same with every text changed; texts of which nothing is left go.
  func mapTexts(_ change: (String) -> String) -> WrittenValue {
    switch self {
    case .text(let text): .text(change(text))
    case .list(let items): .list(items.map { $0.mapTexts(change) }.filter { !$0.isEmpty })
    case .map(let fields):
      .map(
        fields.map { WrittenField($0.key, $0.value.mapTexts(change)) }.filter { !$0.value.isEmpty })
    }
  }

  /// Every text in it.
  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    case .map(let fields): fields.flatMap(\.value.texts)
    }
  }
}
