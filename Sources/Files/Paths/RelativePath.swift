#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The place of a file or folder within a site or an output folder: `posts/a.html`.
///
/// One that exists keeps every rule of `PathProblem`, so it can't lead outside its folder and
/// names the same file on every system. Equality, order and hashing are by bytes: what String
/// takes for equal (`é` written in two ways) are two files on Linux.
package struct RelativePath: Sendable {
  private let text: String

  package init(_ text: String) throws(PathProblem) {
    var text = text
    if let problem = text.withUTF8({ PathRules.problem(in: $0) }) { throw problem }
    self.text = text
  }

  package init(bytes: some Collection<UInt8>) throws(PathProblem) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    try self.init(text)
  }

  /// A path written out in our own source, where breaking a rule is a mistake of ours.
  package init(fixed text: StaticString) {
    do {
      try self.init("\(text)")
    } catch {
      preconditionFailure("\(text): \(error.reason)")
    }
  }

  /// For a piece of a valid path, cut at a `/`.
  private init(cut text: some StringProtocol) {
    self.text = String(text)
  }

  /// The last part: `a.html` of `posts/a.html`.
  package var name: String {
    text.utf8.lastIndex(of: .slash).map { String(text[text.utf8.index(after: $0)...]) } ?? text
  }

  /// The name without its extension: `a.b` of `a.b.html`; all of `.gitkeep`.
  package var stem: String {
    let name = name
    return lastDot(in: name).map { String(name[..<$0]) } ?? name
  }

  /// What follows the last dot of the name, as it is written; empty where there is none.
  package var fileExtension: String {
    let name = name
    return lastDot(in: name).map { String(name[name.utf8.index(after: $0)...]) } ?? ""
  }

  /// The folder that holds it, or `nil` at the top.
  package var parent: RelativePath? {
    text.utf8.lastIndex(of: .slash).map { RelativePath(cut: text[..<$0]) }
  }

  /// The folders that hold it, the outermost first.
  package var ancestors: [RelativePath] {
    text.utf8.indices.filter { text.utf8[$0] == .slash }.map { RelativePath(cut: text[..<$0]) }
  }

  /// The names between the slashes.
  package var parts: [String] {
    text.utf8.split(separator: .slash).map { String(Substring($0)) }
  }

  /// This path with a name, or more parts, added after it.
  package func appending(_ more: String) throws(PathProblem) -> RelativePath {
    if more.utf8.first == .slash { throw .absolute }
    return try RelativePath("\(text)/\(more)")
  }

  package func appending(_ more: RelativePath) throws(PathProblem) -> RelativePath {
    try appending(more.text)
  }

  /// Whether it lies below `folder`, at any depth; a folder is not inside itself.
  package func isInside(_ folder: RelativePath) -> Bool {
    text.utf8.count > folder.text.utf8.count && text.utf8.starts(with: folder.text.utf8)
      && text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: folder.text.utf8.count)]
        == .slash
  }

  /// The path's own bytes, without a copy.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = text
    return copy.withUTF8(body)
  }

  private func lastDot(in name: String) -> String.Index? {
    name.utf8.lastIndex(of: .dot).flatMap { $0 == name.startIndex ? nil : $0 }
  }
}

extension RelativePath: CustomStringConvertible {
  package var description: String { text }
}

extension RelativePath: Hashable, Comparable {
  package static func == (left: RelativePath, right: RelativePath) -> Bool {
    left.order(against: right) == 0
  }

  package static func < (left: RelativePath, right: RelativePath) -> Bool {
    left.order(against: right) < 0
  }

  package func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Negative, zero or positive, as the bytes of this path come before, with or after `other`'s.
  private func order(against other: RelativePath) -> Int {
    withBytes { left in
      other.withBytes { right in
        guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else {
          return left.count - right.count
        }
        let order = memcmp(leftStart, rightStart, min(left.count, right.count))
        return order == 0 ? left.count - right.count : Int(order)
      }
    }
  }
}
