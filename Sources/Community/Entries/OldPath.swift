package import Files
import Text

/// A whole address that a page had on another site, such as `/2019/03/title/`: a page there leads to
/// the entry.
package struct OldPath: Hashable, Sendable {
  /// The file that stands at the address: `2019/03/title/index.html`.
  package let file: RelativePath

  /// Reads an address as it is written, with `%C3%A9` for `é` or without.
  ///
  /// What names no page stands in a folder of that name, as web servers look for it: `/about` and
  /// `/old.php` are `about/index.html` and `old.php/index.html`.
  package init(_ written: String) throws(Problem) {
    guard written.hasPrefix("/"), !written.hasPrefix("//") else { throw .notWhole }
    guard !written.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") })
    else { throw .notAPath }
    var parts: [String] = []
    for part in written.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let decoded = part.decodedPart else { throw .unsafe }
      parts.append(decoded)
    }
    let isFolder = parts.last == ""
    if isFolder { parts.removeLast() }
    guard let last = parts.last, parts != ["index.html"] else { throw .home }
    guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else { throw .unsafe }
    if reservedFolders.contains(parts[0].lowercased()) { throw .reserved(parts[0]) }
    let isFile = [".html", ".htm"].contains { last.lowercased().hasSuffix($0) }
    if isFolder || !isFile { parts.append("index.html") }
    do throws(PathProblem) {
      file = try RelativePath(parts.joined(separator: "/"))
    } catch {
      throw .unsafe
    }
  }

  /// Why an address cannot be kept.
  package enum Problem: Error, Hashable {
    /// It does not begin with one slash.
    case notWhole
    /// It holds what no file's name can tell, a `?` or a `#`.
    case notAPath
    case unsafe
    case home
    /// It lies in a folder that holds the site's own files.
    case reserved(String)
  }
}

extension OldPath {
  /// As an author writes it: `/2019/03/title/`.
  package var written: String {
    let path = file.percentEncoded
    return "/" + (path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path)
  }
}

/// What the site writes for itself at the top, where no page of the community's can stand.
private let reservedFolders: Set<String> = ["theme", "search", "data"]

extension Substring {
  /// A part of an address with its `%` signs read; `nil` where they would make another path of it.
  fileprivate var decodedPart: String? {
    guard utf8.contains(UInt8(ascii: "%")) else { return utf8.contains(0x5C) ? nil : String(self) }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexadecimalValue,
        let low = rest.popFirst()?.hexadecimalValue
      else { return nil }
      bytes.append(high << 4 | low)
    }
    let isPart = !bytes.contains {
      $0 == UInt8(ascii: "/") || $0 == 0x5C || $0 == UInt8(ascii: "%")
    }
    return isPart ? String(validating: bytes, as: UTF8.self) : nil
  }
}
