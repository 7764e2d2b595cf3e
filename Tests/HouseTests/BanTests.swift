import TestSupport
import Testing

@Suite("Bans")
struct BanTests {
  @Test(
    "no source says what this house does not say",
    arguments: [
      "try!", "as!", "@unchecked Sendable", "nonisolated(unsafe)", "fatalError", "Mirror(",
      "TODO", "FIXME",
    ])
  func banned(words: String) throws {
    #expect(try places { $0.contains(words) } == [])
  }
}

/// The lines of Swift that are as a test asks, as `path:line`.
private func places(_ isFound: (Substring) -> Bool) throws -> [String] {
  var places: [String] = []
  for (path, bytes) in try filesOfRepository(below: "Sources", ending: ".swift") {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where isFound(line) {
      places.append("\(path):\(number + 1)")
    }
  }
  return places
}
