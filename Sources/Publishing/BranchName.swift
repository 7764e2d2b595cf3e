/// The name of a branch, held against git's own rules (git-check-ref-format(1)), so that no
/// program can take it for an option or a range.
package struct BranchName: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init?(_ text: String) {
    guard !text.isEmpty, text != "@", text != "HEAD", text.utf8.count <= 200,
      !text.hasPrefix("-"), !text.hasPrefix("refs/"), !text.hasSuffix("."),
      !text.utf8.contains(where: isRefused), !text.contains(".."), !text.contains("@{"),
      text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isPart)
    else { return nil }
    description = text
  }

  /// The whole name of the reference.
  var reference: String { "refs/heads/\(description)" }
}

private func isPart(_ part: Substring) -> Bool {
  !part.isEmpty && !part.hasPrefix(".") && !part.hasSuffix(".lock")
}

private func isRefused(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte >= 0x7F || "~^:?*[\\".utf8.contains(byte)
}

/// The name that a repository elsewhere has in git's settings.
package struct RemoteName: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init?(_ text: String) {
    guard BranchName(text) != nil,
      text.utf8.allSatisfy({ $0.isLetterOrDigit || "._-/".utf8.contains($0) })
    else { return nil }
    description = text
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
