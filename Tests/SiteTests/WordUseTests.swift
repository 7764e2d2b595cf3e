import Community
import Diagnostics
import TestSupport
import Testing

@testable import Site

@Suite("Each word of the interface is said somewhere")
struct WordUseTests {
  @Test("by a template of the theme or by the code")
  func used() throws {
    let templates = Set(templatesOfTheme().flatMap(wordsInTemplate))
    let code = try CodeNames(sourcesOfSite())
    let words = (Word.keys + CountedWord.keys).filter { !code.members.contains(swiftName(of: $0)) }
    let titles = EntryKind.allCases.flatMap(\.fields).compactMap(\.printTitle)
    #expect(words.filter { !templates.contains($0) && !titles.contains($0) } == [])
    let patterns = (Pattern.keys + CountedPattern.keys).map(swiftName)
    #expect(patterns.filter { !code.members.contains($0) && !code.calls.contains($0) } == [])
  }

  @Test("what stands above a field in print is a word", arguments: EntryKind.allCases)
  func titles(kind: EntryKind) {
    for field in kind.fields where field.printTitle != nil {
      #expect(field.printedTitle != nil, "\(field.name)")
    }
  }

  @Test("a word counts as said where it is named, and not where something else has its name")
  func named() {
    let code = CodeNames(
      "words(.home) + Addresses.about + words.pageOf(current: x)\n// .tags tags(")
    #expect(code.members == ["home"])
    #expect(code.calls == ["words", "pageOf"])
    #expect(
      wordsInTemplate("<p>{{words.home}} {{title}}</p>{{{words.about_us}}}") == [
        "home", "about_us",
      ])
    #expect(swiftName(of: "month_short_1") == "monthShort1")
  }
}

/// The names that could be those of words in Swift sources.
private struct CodeNames {
  /// `.home`, where nothing stands before the dot.
  var members: Set<String> = []
  /// `pageOf` in `pageOf(`.
  var calls: Set<String> = []

  init(_ source: String) {
    for line in source.split(whereSeparator: \.isNewline) {
      let code = line.drop { $0 == " " }
      if !code.hasPrefix("//") { read(Array(code.utf8)) }
    }
  }

  private mutating func read(_ line: [UInt8]) {
    var position = 0
    while position < line.count {
      guard isOfName(line[position]) else {
        position += 1
        continue
      }
      let end = line[position...].firstIndex { !isOfName($0) } ?? line.count
      let name = String(decoding: line[position..<end], as: UTF8.self)
      if line[..<position].last == UInt8(ascii: "."), !endsValue(line[..<position].dropLast().last)
      {
        members.insert(name)
      }
      if line[end...].first == UInt8(ascii: "(") { calls.insert(name) }
      position = end
    }
  }

  /// Whether a byte may be the last of a value, of which the name after the dot is then a part.
  private func endsValue(_ byte: UInt8?) -> Bool {
    byte.map { isOfName($0) || ")]}?!.>\"".utf8.contains($0) } ?? false
  }

  private func isOfName(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
  }
}

/// All sources of the site but the one that declares the words.
private func sourcesOfSite() throws -> String {
  try filesOfRepository(below: "Sources/Site", ending: ".swift")
    .filter { $0.path != "Interface/Word.swift" }
    .map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
}

private func templatesOfTheme() -> [String] {
  BuiltInTheme.files.filter { $0.path.hasSuffix(".html") }
    .map { String(decoding: $0.bytes, as: UTF8.self) }
}

/// The keys of `{{words.key}}`.
private func wordsInTemplate(_ text: String) -> [String] {
  text.split(separator: "{{").compactMap { piece in
    let name = piece.drop { $0 == "{" }.prefix { $0 != "}" }
    return name.hasPrefix("words.") ? String(name.dropFirst("words.".count)) : nil
  }
}

/// `monthShort1` for `month_short_1`.
private func swiftName(of key: String) -> String {
  let parts = key.split(separator: "_")
  return String(parts[0])
    + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}
