import Community
import Dates
import Files
import Publishing
import Serving
import Text

extension Desk {
  /// The most versions that are listed.
  private static let versionLimit = 50

  /// What an entry was earlier, each to be brought back.
  func versionsPage(_ id: EntryID, _ state: DeskState) async -> Answer {
    guard let path = state.path(of: id), let entry = state.entry(id) else {
      return await missing()
    }
    var rows: [VersionView] = []
    if kept.replaced(at: path) != nil {
      rows.append(
        VersionView(
          commit: KeptForms.replacedName, day: "", words: pages.words("version_replaced"),
          author: "", isNow: false))
    }
    rows += await versions(of: path).map { version in
      VersionView(
        commit: version.version.commit.id,
        day: CalendarDate(daysSince1970: version.version.commit.seconds / 86_400).description,
        words: version.version.subject, author: version.version.author, isNow: !version.differs)
    }
    return .page(
      pages.versions(
        VersionsView(
          frame: state.frame(title: entry.workingTitle), path: path.description,
          entry: DeskLinkView(title: entry.workingTitle, address: id.deskAddress), rows: rows)))
  }

  private func versions(of path: RelativePath) async -> [FileVersion] {
    guard let sender = try? await SourceSender(folder.site) else { return [] }
    let versions = try? await sender.versions(of: path, atMost: Self.versionLimit)
    return (versions ?? []).filter(\.isThere)
  }

  /// Writes an earlier version in place of the file, which is kept to be brought back in turn.
  func restored(_ form: FormPairs) async throws(DeskTrouble) -> Answer {
    let path = try path(form)
    guard let id = EntryID(path: path) else { throw .unknownEntry }
    let file = try folder.bytes(of: path)
    let bytes = try await earlier(form["commit"] ?? "", of: path)
    try kept.keepReplaced(file, for: path)
    try folder.save(bytes, at: path, inPlaceOf: OpenedEntry.mark(of: file))
    notes.wrote(path, bytes)
    kept.discard(path)
    return .json(.object(["address": .text(id.deskAddress)]))
  }

  private func earlier(
    _ commit: String, of path: RelativePath
  ) async throws(DeskTrouble) -> [UInt8] {
    if commit == KeptForms.replacedName, let bytes = kept.replaced(at: path) { return bytes }
    guard let version = await versions(of: path).first(where: { $0.version.commit.id == commit })
    else { throw .unknownEntry }
    let sender = try? await SourceSender(folder.site)
    guard let bytes = try? await sender?.bytes(of: version, atMost: DeskFolder.largestText) else {
      throw .unknownEntry
    }
    return bytes
  }
}
