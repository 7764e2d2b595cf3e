/// The endings of copies that somebody packs beside a site's files, for servers that send those.
package let endingsOfPackedCopies = [".gz", ".br", ".zst"]

extension OutputFolder {
  /// Removes what was packed of files that are gone or changed: of `page.html`, `page.html.gz`, which
  /// a server would go on sending.
  ///
  /// Nobody else's file is of that name beside a page of ours. One that does not go is a leftover of
  /// no build, and stays.
  func removePackedCopies(
    of plan: CommitPlan, into report: inout OutputReport
  ) throws(OutputTrouble) {
    let stale = plan.changed.filter { $0.outcome == .changed }.map(\.path) + plan.gone.keys
    let folders = Dictionary(grouping: stale, by: \.parent)
    for folder in folders.keys.sorted(by: { ($0?.description ?? "") < ($1?.description ?? "") }) {
      let names = Set((folders[folder] ?? []).map(\.name))
      for copy in packedCopies(of: names, in: folder) where plan.wanted[copy] == nil {
        try beforeStep(.remove(copy))
        guard let descriptor = try? root.descriptor.folder(at: folder),
          (try? descriptor.removeFile(copy.name)) != nil
        else { continue }
        report.removed.append(copy)
      }
    }
    report.removed.sort()
  }

  private func packedCopies(of names: Set<String>, in folder: RelativePath?) -> [RelativePath] {
    guard let descriptor = try? root.descriptor.folder(at: folder),
      let present = try? descriptor.names()
    else { return [] }
    return present.compactMap { bytes -> RelativePath? in
      let name = String(decoding: bytes, as: UTF8.self)
      guard let ending = endingsOfPackedCopies.first(where: name.hasSuffix),
        names.contains(String(name.dropLast(ending.count)))
      else { return nil }
      return try? RelativePath(folder.map { "\($0)/\(name)" } ?? name)
    }.sorted()
  }
}
