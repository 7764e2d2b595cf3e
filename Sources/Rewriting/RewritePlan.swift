import Diagnostics
package import Files
import Text

/// What a command would do to the files of a site: made in full, and tried in memory, before the
/// first file is touched.
package struct RewritePlan: Sendable {
  /// A file or folder that gets another name.
  package struct Move: Hashable, Sendable {
    package let from: String
    package let to: String
  }

  /// A file that is written again.
  package struct Write: Hashable, Sendable {
    /// Where it lies once all has moved.
    package let path: String
    /// Its bytes before; `nil` for a new file.
    package let old: [UInt8]?
    package let new: [UInt8]
  }

  package var moves: [Move] = []
  package var writes: [Write] = []
  package var removals: [String] = []
  /// The folders that are empty once all is removed.
  package var emptiedFolders: [String] = []
}

/// Why a command changes nothing, in words.
package struct RewriteRefusal: Error, Hashable, Sendable {
  package let message: String
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

extension RewritePlan {
  /// The lines that change, as a person reads them before they agree.
  package var description: String {
    var lines = moves.map { "move    \($0.from)\n     to \($0.to)" }
    for write in writes {
      lines.append(write.old == nil ? "write   \(write.path)" : "change  \(write.path)")
      lines += write.changedLines
    }
    lines += removals.map { "delete  \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The site as it would be.
  package func tree(over base: some FileTree) throws(RewriteRefusal) -> ChangedFileTree {
    do {
      let listing = try base.listing(below: RelativePath(fixed: "content"))
      var moved: [RelativePath: RelativePath] = [:]
      for move in moves {
        let from = try RelativePath(move.from)
        for path in listing.items.map(\.path) where path == from || path.isInside(from) {
          let rest = path.description.dropFirst(move.from.count)
          moved[try RelativePath(move.to + rest)] = path
        }
      }
      let written = try writes.map { (try RelativePath($0.path), $0.new) }
      return ChangedFileTree(
        base, written: Dictionary(written) { _, last in last }, moved: moved,
        removed: Set(try removals.map { try RelativePath($0) }))
    } catch {
      throw RewriteRefusal("the site cannot be read: \(error)")
    }
  }
}

extension RewritePlan.Write {
  /// Each line that goes, with its number, and each that comes (Myers, "An O(ND) Difference
  /// Algorithm"); what replaces a line follows it.
  fileprivate var changedLines: [String] {
    let after = lines(new)
    guard let old else { return after.map { "        + \($0)" } }
    let before = lines(old)
    let difference = after.difference(from: before)
    let gone = Set(difference.removals.map(\.offset))
    let come = Set(difference.insertions.map(\.offset))
    var changed: [String] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      let (isGone, isNew) = (gone.contains(left), come.contains(right))
      if isGone { changed.append("\(column(left + 1)) - \(before[left])") }
      if isNew { changed.append("        + \(after[right])") }
      if isGone || !isNew { left += 1 }
      if isNew || !isGone { right += 1 }
    }
    return changed
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self).shownInPlan
    }
  }

  private func column(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, 7 - digits.count)) + digits
  }
}

extension String {
  /// Without what could move the cursor; a line of a file is shown whole.
  fileprivate var shownInPlan: String {
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isUnsafeToPrint || scalar == "\t" {
      shown.append(scalar)
    }
    return String(shown)
  }
}

extension CollectionDifference.Change {
  /// The position in the text before, or of what is inserted in the text after.
  fileprivate var offset: Int {
    switch self {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }
}
