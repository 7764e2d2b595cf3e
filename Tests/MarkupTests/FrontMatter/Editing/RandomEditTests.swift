import Diagnostics
import TestSupport
import Testing

@testable import Markup

@Suite("Random edits of front matter")
struct RandomEditTests {
  private static let seeds: Range<UInt64> =
    0..<(environmentVariable("HANDBOOK_TORTURE") == nil ? 10_000 : 100_000)

  @Test("every byte of a file belongs to one piece of its syntax")
  func pieces() throws {
    for seed in Self.seeds.prefix(2_000) {
      let file = RandomYAML(seed: seed)
      let editor = try file.editor()
      #expect(editor.syntax.pieces.flatMap { file.bytes[$0.range] } == file.bytes, "\(seed)")
    }
  }

  @Test("an edit changes the value it is about, and no byte beside it")
  func edits() throws {
    var made: [String: Int] = [:]
    for seed in Self.seeds {
      var trial = try EditTrial(seed: seed)
      made[try trial.run(), default: 0] += 1
    }
    // Each kind is tried often enough to mean something.
    for kind in ["set", "add", "remove", "insert", "move"] {
      #expect(made[kind, default: 0] > Self.seeds.count / 50, "\(kind): \(made)")
    }
  }
}

extension RandomYAML {
  func editor() throws -> YAMLEditor {
    do {
      return try YAMLEditor(
        SourceText(path: "content/posts/a.md", bytes: bytes), roles: .ofTests)
    } catch {
      Issue.record("\(error.message)\n\(String(decoding: bytes, as: UTF8.self))")
      throw error
    }
  }
}

/// One edit of one random file.
struct EditTrial {
  private let seed: UInt64
  private let file: RandomYAML
  private let before: YAMLEditor
  private var editor: YAMLEditor
  private var random: TestSupport.SplitMix
  /// The value that was to be written, for a report.
  private var tried = YAMLValue.empty

  init(seed: UInt64) throws {
    self.seed = seed
    file = RandomYAML(seed: seed)
    before = try file.editor()
    editor = before
    random = TestSupport.SplitMix(seed: seed &+ 0x5EED)
  }

  /// Makes an edit, looks at what it did, and says of what kind it was.
  mutating func run() throws -> String {
    let paths = file.places.keys.sorted()
    let lists = paths.filter { (before.value[YAMLPath($0).steps]?.items.count ?? 0) > 1 }
    let isList = random.chance(0.5)
    guard let path = (isList && !lists.isEmpty ? lists : paths).randomElement(using: &random) else {
      return "none"
    }
    do {
      return try edit(YAMLPath(path), file.places[path] ?? 0..<0)
    } catch let refusal as EditRefusal {
      Issue.record("\(seed) \(path) \(tried): \(refusal.message)\n\(text(before))")
      return "refused"
    }
  }

  private func text(_ editor: YAMLEditor) -> String {
    String(decoding: editor.source.bytes, as: UTF8.self)
  }

  private mutating func edit(_ path: YAMLPath, _ place: Range<Int>) throws -> String {
    // `[[two words]]` is no list to the reader.
    guard let old = before.value[path.steps[...]] else { return "none" }
    let kind = Int.random(in: 0..<8, using: &random)
    if kind == 0 {
      try editor.remove(path)
      return check("remove", path, by: nil, within: lines(of: parent(of: path) ?? place))
    }
    if kind < 4, !old.items.isEmpty { return try editItems(old.items, path, place) }
    if kind < 4, old.isEmpty || !old.fields.isEmpty {
      let field = YAMLValue.Field("new", value(depth: 0))
      tried = .fields([field])
      try editor.set(path.field("new"), to: field.value)
      return check("add", path, by: .fields(old.fields + [field]), within: lines(of: place))
    }
    let new = value(depth: 0)
    tried = new
    try editor.set(path, to: new)
    return check("set", path, by: new, within: place)
  }

  private mutating func editItems(
    _ items: [YAMLValue], _ path: YAMLPath, _ place: Range<Int>
  ) throws -> String {
    var items = items
    let index = Int.random(in: items.indices, using: &random)
    switch Int.random(in: 0...3, using: &random) {
    case 0 where items.count > 1:
      let other = Int.random(in: items.indices, using: &random)
      try editor.move(index, to: other, in: path)
      items.insert(items.remove(at: index), at: other)
      return check("move", path, by: .list(items), within: place)
    case 1:
      items[index] = value(depth: 1)
      tried = .list(items)
      try editor.set(path, to: .list(items))
      return check("set", path, by: .list(items), within: place)
    default:
      let place = random.chance(0.5) ? index : items.count
      let new = value(depth: 0)
      tried = .list([new])
      items.insert(new, at: place)
      try editor.insert(new, at: place, in: path)
      return check("insert", path, by: .list(items), within: file.places["\(path)"] ?? 0..<0)
    }
  }

  /// The brackets that a value stands in, whose commas go with it.
  private func parent(of path: YAMLPath) -> Range<Int>? {
    let parent = YAMLPath(Array(path.steps.dropLast()))
    return before.syntax.value(at: parent.steps)?.isFlow == true
      ? file.places[parent.description] : nil
  }

  /// From the comments above a value's line to the end of its lines and the comments below.
  private func lines(of place: Range<Int>) -> Range<Int> {
    let isBreak = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    var start = place.lowerBound
    while start > 0, !isBreak(file.bytes[start - 1]) { start -= 1 }
    // Comments and blank lines above and below may go along.
    while start > 0 {
      let above = file.bytes[..<(start - 1)].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
      let line = file.bytes[above..<start].filter { $0 > 0x20 }
      guard line.isEmpty || line.first == UInt8(ascii: "#") else { break }
      start = above
    }
    var end = place.upperBound
    while end < file.bytes.count {
      let next = file.bytes[end...].firstIndex(where: isBreak).map { $0 + 1 } ?? file.bytes.count
      let line = file.bytes[end..<next].filter { $0 > 0x20 }
      guard line.isEmpty || line.first == UInt8(ascii: "#") else { break }
      end = next
    }
    // What follows a first field comes up to the hyphen.
    while end < file.bytes.count, file.bytes[end] == 0x20 { end += 1 }
    return start..<end
  }

  private func check(
    _ kind: String, _ path: YAMLPath, by new: YAMLValue?, within place: Range<Int>
  ) -> String {
    let (old, now) = (file.bytes, editor.source.bytes)
    let read = fields(SourceText(path: "content/posts/a.md", bytes: now))
    let expected = before.value.replacing(path.steps[...], by: new?.withPlainBreaks)
    let told = {
      "\(seed) \(kind) \(path) \(new.map { "\($0)" } ?? "")\n\(text(before))\n=>\n\(text(editor))"
    }
    #expect(read.value.map { YAMLValue($0).saysTheSame(as: expected) } == true, "\(told())")
    #expect(now.suffix(file.body.count) == file.body[...], "\(told())")
    #expect(now.starts(with: old[..<place.lowerBound]), "before: \(told())")
    #expect(now.reversed().starts(with: old[place.upperBound...].reversed()), "after: \(told())")
    return kind
  }
}

// MARK: Values

extension EditTrial {
  private static let texts = [
    "", " ", "word", "two words", " leads", "trails ", "it's", "say \"yes\"", "a: b", "a #b",
    "#tag",
    "yes", "No", "null", "~", "12", "0x1F", "-3.5", "1e3", "2026-01-15", "16:15", "- item", "-x",
    "?",
    "? q", "@ada", "&a", "*b*", "!c", "%d", "`e`", "|", ">", "[x]", "{y}", "a, b", "[[id]]",
    "{{t}}",
    "---", "...", "back\\slash", "tab\there", "\ttab", "a:", ":b", "http://x.org/?a=1#b", "=", "<<",
    "Ünïcödé 😀 e\u{301}", "'\u{301}", "\"\u{301}", "\u{A0}", "\u{2028}", "\u{200F}x",
    "one\ntwo", "one\n\ntwo\n", "\n", "\n\nlate", "a\n  b\nc", "  a\nb", "a \nb", "a\n\n\n", "x\n ",
    "a\n# b: c\n- d\n", "---\ntitle: x\n---\n", "...\nx", "tab\n\tx", "a\r\nb", "\"\nq",
    "\u{2029}\ny",
  ]

  private mutating func value(depth: Int) -> YAMLValue {
    switch Int.random(in: 0..<(depth < 2 ? 12 : 9), using: &random) {
    case 0: .empty
    case 1...6: .text(Self.texts.randomElement(using: &random) ?? "")
    case 7: .word(["yes", "12", "2026-01-15", "16:15", "-1"].randomElement(using: &random) ?? "")
    case 8: .text(String(repeating: "long text, ", count: Int.random(in: 0...40, using: &random)))
    case 9, 10:
      .list((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth + 1) })
    default:
      .fields(
        (0..<Int.random(in: 0...3, using: &random)).map {
          YAMLValue.Field(["a", "b c", "no", "d"][$0], value(depth: depth + 1))
        })
    }
  }
}
