import Diagnostics
import Foundation
import Templates
import Testing

/// The official tests of the Mustache language, in lenient mode.
@Suite("the Mustache specification")
struct SpecificationTests {
  @Test(
    "an example of the specification renders as it says",
    .enabled(if: SpecificationExample.folderExists),
    arguments: SpecificationExample.all)
  func example(_ example: SpecificationExample) throws {
    #expect(try example.render() == example.expected)
  }

  @Test(
    "the examples of all eight files were read",
    .enabled(if: SpecificationExample.folderExists))
  func count() {
    #expect(SpecificationExample.all.count == 184)
  }
}

/// One example of the specification, as its JSON has it.
struct SpecificationExample: Sendable, Decodable, CustomTestStringConvertible {
  let name: String
  let data: OpenValue
  let template: String
  let partials: [String: String]?
  let expected: String

  var testDescription: String { name }

  func render() throws -> String {
    let partials = (partials ?? [:]).merging(["example": template]) { _, page in page }
    let templates = TemplateSet(
      partials.map { name, text in
        TemplateSource(name: name, text: SourceText(path: name + ".mustache", text))
      })
    let template = try #require(templates.compileLenient("example").value)
    var output: [UInt8] = []
    template.render(data, into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

extension SpecificationExample {
  private struct File: Decodable {
    let tests: [SpecificationExample]
  }

  static var folder: URL {
    if let specs = ProcessInfo.processInfo.environment["HANDBOOK_SPECS"] {
      return URL(filePath: specs).appending(path: "mustache")
    }
    return URL(filePath: #filePath).appending(path: "../../../../shared/spec/mustache")
      .standardized
  }

  static var folderExists: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static let all: [SpecificationExample] = {
    let names = [
      "comments", "delimiters", "dynamic-names", "inheritance", "interpolation", "inverted",
      "partials", "sections",
    ]
    return names.flatMap { name -> [SpecificationExample] in
      guard let bytes = try? Data(contentsOf: folder.appending(path: name + ".json")),
        let file = try? JSONDecoder().decode(File.self, from: bytes)
      else { return [] }
      return file.tests
    }
  }()
}

extension OpenValue: Decodable {
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .nothing
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Int.self) {
      self = .text(String(number))
    } else if let number = try? value.decode(Double.self) {
      self = .text(String(number))
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([OpenValue].self) {
      self = .list(list)
    } else {
      self = .map(try value.decode([String: OpenValue].self))
    }
  }
}
