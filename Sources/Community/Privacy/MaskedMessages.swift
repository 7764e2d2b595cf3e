package import Diagnostics

extension Library {
  /// The problems in words that name nobody who has withdrawn: logs are kept, and copied.
  ///
  /// The place is still told, and in the line that a message shows a dot stands for each letter.
  ///
  /// `line` reads a line of a file again, for a problem that does not bring it.
  package func maskingWithdrawn(
    _ problems: [Diagnostic], line: (_ path: String, _ number: Int) -> String?
  ) -> [Diagnostic] {
    guard !problems.isEmpty else { return [] }
    let withdrawn = indices.compactMap { index -> MemberNames? in
      guard case .member(let member) = self[index].fields, member.status == .withdrawn
      else { return nil }
      return MemberNames(self[index], at: index)
    }
    guard !withdrawn.isEmpty else { return problems }
    return problems.map { problem in
      problem.showingItsLine(line).rewording { text in
        withdrawn.reduce(text) { $1.masked(in: $0) }
      }
    }
  }
}
