package import Diagnostics
import Markup

extension Library {
  /// Files of members who have withdrawn that were emptied by hand, in a source that nobody else can
  /// read: with the name and the pictures gone, nothing tells what to withhold.
  ///
  /// In a public source such a file is as it should be, since it could tell everybody.
  package func bareWithdrawals() -> [Diagnostic] {
    guard configuration.source == .nobodyElse else { return [] }
    return entries.compactMap { entry in
      guard case .member(let member) = entry.fields, member.status == .withdrawn,
        member.name == nil, member.alsoKnownAs.isEmpty, !member.tellsPictures
      else { return nil }
      return .bareWithdrawal(at: SourceLocation(path: entry.source))
    }
  }
}

extension Diagnostic {
  fileprivate static func bareWithdrawal(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "bare-withdrawal", at: place,
      "this file no longer says whose name and pictures are to be withheld",
      because: "Without them, an old text or portrait would be published again.",
      hints: [
        "put their name back, such as 'name: Ada Okafor', and 'photo' if there was one; "
          + "'handbook forget' keeps what is needed",
        "if they were never named and there is no picture, write 'withheld_pictures: none'",
      ])
  }
}
