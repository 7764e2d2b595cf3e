package import Community
import Diagnostics

/// Nobody, or more than one, is called so.
package struct MemberProblem: Error, Hashable, Sendable {
  package let message: String
  package let hint: String?

  package init(message: String, hint: String?) {
    self.message = message
    self.hint = hint
  }
}

extension Holdings {
  /// The member whom an id, a name or the beginning of an id means, as after an `@` in a text.
  package func member(called written: String) -> Result<EntryIndex, MemberProblem> {
    let name = written.hasPrefix("@") ? String(written.dropFirst()) : written
    switch library.names.mention(name) {
    case .one(let index): return .success(index)
    case .several(let candidates): return .failure(.several(name, library.names.list(candidates)))
    case .unread: return .failure(.unread(name))
    case .none:
      let hint = library.names.hint(forMention: name) ?? library.names.listOfMembers
      return .failure(.nobody(name, hint))
    }
  }
}

extension MemberProblem {
  fileprivate static func nobody(_ name: String, _ hint: String?) -> MemberProblem {
    MemberProblem(message: "no member is called '\(name.quotedInput)'", hint: hint)
  }

  fileprivate static func several(_ name: String, _ ids: String) -> MemberProblem {
    MemberProblem(
      message: "'\(name.quotedInput)' may be any of \(ids)", hint: "write one of these ids")
  }

  fileprivate static func unread(_ name: String) -> MemberProblem {
    MemberProblem(
      message: "the file of '\(name.quotedInput)' cannot be read",
      hint: "'handbook check' says what is wrong with it")
  }
}
