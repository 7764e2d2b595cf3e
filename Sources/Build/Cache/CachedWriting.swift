package import Files
package import Site

extension BuildCache {
  /// Writes every page as `Inspection.write` does, but makes nothing that is known to stand as the
  /// last build made it, and keeps for the next build how all stands then.
  package func write(
    _ inspection: Inspection, _ renderer: SiteRenderer, _ settings: BuildSettings,
    after last: LastBuild?, to output: OutputFolder,
    progress: @Sendable (BuildStage) -> Void = { _ in }
  ) async throws(WritingTrouble) -> WrittenSite {
    progress(.indexing)
    let surface = await surface(of: inspection, settings)
    let standing = standingSite(of: inspection, after: last, surface, in: output.name)
    let keptWords = self.words(of: output.name, standing)
    let (renderer, words) = await renderer.withSearch(keeping: keptWords)
    let copies = keptCopies(for: renderer)
    let written = try await inspection.publish(
      renderer, to: output, standing: standing, copies: copies, progress: progress)
    // What stands is not asked for.
    copies?.save(hasAskedForAll: standing == nil)
    keep(lastBuild(of: inspection, settings, written.stamps), into: output.name)
    keptWords?.eraseAll(but: words)
    if let surface, let manifest = written.stamps.manifest {
      let made = MadeSite(
        surface: surface, manifest: manifest, texts: written.texts, words: words,
        wordsStamp: keptWords?.stamp)
      keep(made, Self.made, of: output.name)
    }
    return written
  }

  /// Opens the smaller copies of pictures; `nil` for a site that has none.
  private func keptCopies(for renderer: SiteRenderer) -> KeptCopies? {
    if renderer.plan.pages.contains(where: \.isPictureCopy) { return KeptCopies(folder) }
    KeptCopies.remove(from: folder)
    return nil
  }
}
