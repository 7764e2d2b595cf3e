import TestSupport
import Testing

@Suite("Imports")
struct ImportTests {
  /// What each target may import: those above it, and what it alone keeps in.
  static let allowed: [String: Set<String>] = [
    "Text": [],
    "Records": [],
    "Dates": ["Text"],
    "Diagnostics": ["Text"],
    "Files": ["Text", "Diagnostics", "Synchronization", "Dispatch"] + systemLibraries,
    "Markup": ["Text", "Records", "Dates", "Diagnostics", "CCmark", "Yams"] + systemLibraries,
    "PictureCodecs": [],
    "Pictures": ["CZlib", "PictureCodecs"],
    "Hosting": [],
    "Templates": ["Diagnostics"],
    "Community": ["Text", "Records", "Dates", "Diagnostics", "Files", "Markup"],
    "Theme": [],
    "Site": [
      "Text", "Records", "Dates", "Diagnostics", "Files", "Markup", "Hosting", "Templates",
      "Community", "Theme",
      "Synchronization",
    ],
    "Build": [
      "Records", "Dates", "Diagnostics", "Files", "Markup", "Pictures", "Community", "Site",
      "Scaffolding", "Synchronization",
    ],
    "Rewriting": [
      "Text", "Records", "Dates", "Diagnostics", "Files", "Markup", "Community", "Site", "Build",
    ],
    "Serving": [
      "Text", "Diagnostics", "Files", "Site", "Build", "NIOCore", "NIOPosix", "NIOHTTP1",
      "Synchronization",
    ] + systemLibraries,
    "Reporting": ["Text", "Dates", "Diagnostics", "Markup", "Community"],
    "Programs": ["Subprocess", "System", "SystemPackage"] + systemLibraries,
    "LinkChecking": ["Diagnostics", "Files", "Markup", "Community", "Programs"],
    "Publishing": ["Text", "Diagnostics", "Files", "Hosting", "Programs", "Synchronization"],
    "StarterFiles": [],
    "Scaffolding": ["Text", "Dates", "Diagnostics", "Markup", "Community", "StarterFiles"],
    "MessageGuide": [],
    "Revision": [],
    "Importing": [
      "Text", "Dates", "Diagnostics", "Files", "Markup", "Pictures", "Community", "Site", "Build",
      "Programs", "SwiftCSV", "TOMLKit",
      "SwiftCSV", "TOMLKit",
    ]
      + systemLibraries,
    "DeskFiles": [],
    "Desk": [
      "Text", "Dates", "Diagnostics", "Files", "Markup", "Pictures", "Templates", "Community",
      "Site",
      "Scaffolding", "Build", "Serving", "Publishing", "Importing", "Rewriting", "DeskFiles",
      "Synchronization",
    ],
    "HandbookCommand": [
      "Text", "Dates", "ArgumentParser", "Diagnostics", "Files", "Markup", "Hosting", "Community",
      "Site", "Build",
      "Serving", "Desk", "Publishing", "LinkChecking", "Reporting", "Importing", "Scaffolding",
      "Rewriting",
      "Revision",
      "MessageGuide", "Programs", "Synchronization", "Dispatch",
    ] + systemLibraries,
    "handbook": ["HandbookCommand"],
  ]

  /// The C library, by its name on each system.
  static let systemLibraries: Set<String> = ["Darwin", "Glibc", "Musl"]

  @Test("every target imports only those above it")
  func table() throws {
    let imports = try importLines()
    #expect(imports.count > 100)
    let strangers = imports.filter { Self.allowed[$0.target]?.contains($0.module) != true }
    #expect(strangers.map(\.description) == [])
  }

  @Test(
    "an outside package is imported by one target only",
    arguments: [
      ("Yams", "Markup"), ("CCmark", "Markup"), ("CZlib", "Pictures"),
      ("PictureCodecs", "Pictures"),
      ("Theme", "Site"), ("DeskFiles", "Desk"), ("StarterFiles", "Scaffolding"),
      ("NIOCore", "Serving"), ("NIOPosix", "Serving"), ("NIOHTTP1", "Serving"),
      ("ArgumentParser", "HandbookCommand"), ("Subprocess", "Programs"),
      ("SystemPackage", "Programs"),
      ("SwiftCSV", "Importing"), ("TOMLKit", "Importing"),
    ])
  func outsiders(module: String, target: String) throws {
    let importers = Set(try importLines().filter { $0.module == module }.map(\.target))
    #expect(importers == [target])
  }

  @Test("no source imports Foundation")
  func noFoundation() throws {
    let found = try importLines().filter { $0.module.hasPrefix("Foundation") }
    #expect(found.map(\.description) == [])
  }

  @Test("every target of Sources is in the table")
  func complete() throws {
    let moduleMaps: Set = ["CCmark", "CJpeg", "CPng", "CWebP", "CZlib"]
    let folders = Set(try filesOfRepository(below: "Sources").compactMap { topFolder(of: $0.path) })
    #expect(folders.subtracting(Self.allowed.keys).subtracting(moduleMaps) == [])
  }
}

private struct ImportLine: CustomStringConvertible {
  let path: String
  let module: String

  var target: String { topFolder(of: path) ?? "" }

  var description: String { "\(path) imports \(module)" }
}

/// Every `import` line of the Swift files, whatever stands before the word.
private func importLines() throws -> [ImportLine] {
  try filesOfRepository(below: "Sources", ending: ".swift").flatMap { path, bytes in
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
        words[..<position].allSatisfy(\.isModifier)
      else { return nil }
      // `import struct Files.RelativePath` names a module before the dot.
      let isKind = words[position + 1].first?.isLowercase == true && position + 2 < words.count
      let name = words[position + (isKind ? 2 : 1)].prefix { $0 != "." }
      return ImportLine(path: path, module: String(name))
    }
  }
}

extension Substring {
  fileprivate var isModifier: Bool {
    hasPrefix("@") || ["package", "public", "internal", "private", "fileprivate"].contains(self)
  }
}

private func topFolder(of path: String) -> String? {
  path.split(separator: "/").first.map { String($0) }
}

private func + (left: Set<String>, right: Set<String>) -> Set<String> { left.union(right) }
