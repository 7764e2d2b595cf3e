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
      let shown = problem.showingItsLine(line)
      let masked = shown.rewording { text in withdrawn.reduce(text) { $1.masked(in: $0) } }
      // A name that stands there in disguise goes with the whole line.
      let isDisguised =
        problem.id.rawValue.hasPrefix("name-in-") && problem.words == nil
        && masked.location?.excerpt == shown.location?.excerpt
      return isDisguised ? masked.maskingItsLine : masked
    }
  }
}

extension Diagnostic {
  fileprivate var maskingItsLine: Diagnostic {
    rewording { text in
      guard text == location?.excerpt else { return text }
      var masked = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        masked.append(scalar.properties.isAlphabetic || scalar.value >= 0x80 ? "•" : scalar)
      }
      return String(masked)
    }
  }
}

extension Library {
  /// A text of ours, such as a list of paths, in which nobody is named who has withdrawn.
  package func masking(_ text: String) -> String {
    indices.reduce(text) { text, index in
      guard case .member(let member) = self[index].fields, member.status == .withdrawn,
        let names = MemberNames(self[index], at: index)
      else { return text }
      return names.masked(in: text)
    }
  }
}
