package import Files
package import Site

extension BuildCache {
  /// Writes every page as `Inspection.write` does, but makes none that is known to stand as the
  /// last build wrote it, and keeps for the next build how all stands then.
  package func write(
    _ inspection: Inspection, _ renderer: SiteRenderer, _ settings: BuildSettings,
    after last: LastBuild?, to output: OutputFolder,
    progress: @Sendable (BuildStage) -> Void = { _ in }
  ) async throws(WritingTrouble) -> WrittenSite {
    let surface = await surface(of: inspection, settings)
    let standing = standingPages(of: inspection, after: last, surface, in: output.name)
    let written = try await inspection.publish(
      renderer, to: output, standing: standing, progress: progress)
    keep(lastBuild(of: inspection, settings, written.stamps), into: output.name)
    if let surface, let manifest = written.stamps.manifest {
      keep(
        PageSources(surface: surface, manifest: manifest, texts: written.texts), Self.pages,
        of: output.name)
    }
    return written
  }
}
