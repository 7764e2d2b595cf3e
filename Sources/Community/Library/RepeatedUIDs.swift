import Diagnostics
import Markup

extension [Entry] {
  /// Two entries with one `uid`, which calendars and feeds would take for one.
  var repeatedUIDs: [Diagnostic] {
    var owners: [String: EntryID] = [:]
    return compactMap { entry in
      guard let uid = entry.common.uid else { return nil }
      guard let owner = owners[uid.value] else {
        owners[uid.value] = entry.id
        return nil
      }
      return .duplicateUID(uid.value, of: owner, at: entry.location(uid.span))
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicateUID(
    _ uid: String, of owner: EntryID, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "duplicate-uid", at: place,
      "the uid '\(uid.quotedInput)' is that of '\(owner)' already",
      because: "Calendars and feeds would take the two for one.",
      hints: ["remove the line, or write another uid"])
  }
}
