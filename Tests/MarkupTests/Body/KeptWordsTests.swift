import Diagnostics
import Foundation
import Testing

@testable import Markup

@Suite("Every word that was pasted is on the page")
struct KeptWordsTests {
  private static var count: UInt64 {
    let environment = ProcessInfo.processInfo.environment
    if let seeds = environment["HANDBOOK_SEEDS"].flatMap({ UInt64($0) }) { return seeds }
    return environment["HANDBOOK_TORTURE"] == nil ? 3_000 : 30_000
  }

  @Test("the page holds every word of a random text, in order, or a message names its line")
  func random() {
    var failures = 0
    for seed in 0..<Self.count where failures < 3 {
      let document = PastedDocument(seed: seed)
      let lost = lostWords(of: document)
      guard !lost.isEmpty else { continue }
      failures += 1
      let read = ReadBody(document.text)
      Issue.record(
        "seed \(seed) loses \(lost) of:\n\(document.text)\nmessages: \(read.problems)\npage: \(read.html)"
      )
    }
  }

  /// The words that are not on the page, or not where they belong, and of whose lines no message
  /// tells.
  private func lostWords(of document: PastedDocument) -> [String] {
    let read = ReadBody(document.text)
    let page = Array(read.shownText.utf8)
    let toldLines = Set(read.diagnostics.compactMap { $0.location?.line })
    let lineOf = lines(of: document)
    var end = 0
    var lost: [String] = []
    for word in document.words {
      let from = word.isInOrder ? end : 0
      if let place = page.firstPlace(of: Array(word.text.utf8), from: from) {
        if word.isInOrder { end = place }
      } else if let line = lineOf[word.text], !toldLines.contains(line) {
        lost.append(word.text)
      }
    }
    return lost
  }

  /// The line on which each word stands.
  private func lines(of document: PastedDocument) -> [String: Int] {
    var lines: [String: Int] = [:]
    let texts = document.text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for word in document.words {
      lines[word.text] = texts.firstIndex { $0.contains(word.text) }.map { $0 + 1 }
    }
    return lines
  }
}

extension [UInt8] {
  fileprivate func firstPlace(of needle: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + needle.count <= count {
      if self[index] == needle[0], self[index..<(index + needle.count)].elementsEqual(needle) {
        return index
      }
      index += 1
    }
    return nil
  }
}

extension ReadBody {
  /// What a reader of the page can come to know: its text, descriptions of pictures, and what shows
  /// when the pointer rests on a link.
  fileprivate var shownText: String {
    let html = body.pieces.map { piece in
      switch piece {
      case .html(let range):
        String(decoding: body.html[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
      case .image(let index):
        " \(body.images[Int(index)].alternative) \(body.images[Int(index)].title ?? "") "
      case .linkEnd(let index): " \(body.links[Int(index)].title ?? "") "
      case .mention(let index): body.mentions[Int(index)].name
      default: ""
      }
    }.joined()
    return html.withoutTags
  }
}

extension String {
  /// The text between tags, and what their `title` and `alt` say.
  fileprivate var withoutTags: String {
    var text = ""
    for (index, part) in split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: ">") else {
        text += part
        continue
      }
      for name in [" title=\"", " alt=\""] {
        guard let value = part[..<end].split(separator: name, maxSplits: 1).dropFirst().first
        else { continue }
        text += " \(value.prefix { $0 != "\"" }) "
      }
      text += part[part.index(after: end)...]
    }
    return text
  }
}
