package import Files
package import Site

extension BuildCache {
  /// Writes every page as `Inspection.writeSite` does, but makes nothing that is known to stand as the
  /// last build made it, and keeps for the next build how all stands then.
  package func writeSite(
    _ inspection: Inspection, _ renderer: SiteRenderer, _ settings: BuildSettings,
    after last: LastBuild?, to output: OutputFolder,
    progress: @Sendable (BuildStage) -> Void = { _ in }
  ) async throws(WritingTrouble) -> WrittenSite {
    let making = await making(inspection, renderer, settings, after: last, output.name, progress)
    let written = try await inspection.publish(
      making.renderer, to: output, standing: making.standing, copies: making.copies,
      progress: progress)
    making.copies?.save(hasAskedForAll: making.standing == nil)
    let place = output.name
    _ = await both({ keep(making, written.texts, written.stamps, in: place) }) {
      keep(lastBuild(of: inspection, settings, written.stamps), into: place)
    }
    return written
  }

  /// Prepares a build: opens what earlier ones have kept, and makes the index of the search.
  func making(
    _ inspection: Inspection, _ renderer: SiteRenderer, _ settings: BuildSettings,
    after last: LastBuild?, _ output: String, _ progress: @Sendable (BuildStage) -> Void
  ) async -> SiteMaking {
    progress(.indexing)
    let surface = await surface(of: inspection, settings)
    let standing = standingSite(of: inspection, after: last, surface, in: output)
    let keptWords = words(of: output, standing)
    let (renderer, words) = await renderer.withSearch(keeping: keptWords)
    return SiteMaking(
      renderer: renderer, surface: surface, standing: standing, keptWords: keptWords, words: words,
      copies: keptCopies(for: renderer))
  }

  /// Keeps for the next build how all stands after one.
  func keep(
    _ making: SiteMaking, _ texts: [RelativePath: [Int]], of inspection: Inspection,
    _ settings: BuildSettings, _ stamps: OutputStamps, in output: String
  ) {
    // What stands is not asked for.
    making.copies?.save(hasAskedForAll: making.standing == nil)
    keep(lastBuild(of: inspection, settings, stamps), into: output)
    keep(making, texts, stamps, in: output)
  }

  /// Keeps what the files were made from.
  private func keep(
    _ making: SiteMaking, _ texts: [RelativePath: [Int]], _ stamps: OutputStamps,
    in output: String
  ) {
    making.keptWords?.eraseAll(but: making.words)
    guard let surface = making.surface, let manifest = stamps.manifest else { return }
    let made = MadeSite(
      surface: surface, manifest: manifest, texts: texts, words: making.words,
      wordsStamp: making.keptWords?.stamp)
    keep(made, Self.made, of: output)
  }

  /// Opens the smaller copies of pictures; `nil` for a site that has none.
  private func keptCopies(for renderer: SiteRenderer) -> KeptCopies? {
    if renderer.plan.pages.contains(where: \.isPictureCopy) { return KeptCopies(folder) }
    KeptCopies.remove(from: folder)
    return nil
  }
}

/// What a build takes from earlier ones, and where it keeps its own.
struct SiteMaking: Sendable {
  /// With the index of the search.
  let renderer: SiteRenderer
  let surface: Fingerprint?
  let standing: StandingSite?
  let keptWords: KeptWords?
  let words: [RecordPlace]
  let copies: KeptCopies?
}
