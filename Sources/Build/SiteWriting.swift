import Community
import Diagnostics
package import Files
import Markup
import Pictures
package import Site

/// Why a site that had passed every check could not be written after all.
package enum WritingTrouble: Error, Sendable {
  case output(OutputTrouble)
  /// A file of the community's changed or vanished between the check and the writing.
  case file(String)

  package var message: String {
    switch self {
    case .output(let trouble): trouble.message
    case .file(let problem): "\(problem); the previous site is untouched"
    }
  }

  package var hint: String? {
    switch self {
    case .output(let trouble): trouble.hint
    case .file: "run the command again"
    }
  }
}

extension Inspection {
  /// Writes every page: all are rendered and staged before the first published file changes.
  package func write(
    _ renderer: SiteRenderer, to output: OutputFolder,
    progress: @Sendable (BuildStage) -> Void = { _ in }
  ) async throws(WritingTrouble) -> OutputReport {
    try await publish(renderer, to: output, progress: progress).report
  }

  /// As `write`, and notes how it left the files.
  package func publish(
    _ renderer: SiteRenderer, to output: OutputFolder,
    progress: @Sendable (BuildStage) -> Void = { _ in }
  ) async throws(WritingTrouble) -> (report: OutputReport, stamps: OutputStamps) {
    progress(.indexing)
    let renderer = await renderer.withSearch()
    progress(.rendering)
    let files = files
    let staged = await parallelChunks(renderer.pages) { pages in
      var bytes: [UInt8] = []
      return pages.map { page in
        bytes.removeAll(keepingCapacity: true)
        return stage(page, renderer, files, output, &bytes)
      }
    }
    progress(.writing)
    do throws(WritingTrouble) {
      return try commit(staged, to: output)
    } catch {
      output.abandon()
      throw error
    }
  }

  private func commit(
    _ staged: [Result<StagedFile, WritingTrouble>], to output: OutputFolder
  )
    throws(WritingTrouble) -> (report: OutputReport, stamps: OutputStamps)
  {
    var files: [StagedFile] = []
    files.reserveCapacity(staged.count)
    for file in staged { files.append(try file.get()) }
    do throws(OutputTrouble) {
      let report = try output.commit(files)
      return (report, output.stamps(of: files, after: report))
    } catch {
      throw .output(error)
    }
  }
}

private func stage(
  _ page: RoutedPage, _ renderer: SiteRenderer, _ files: SiteFiles, _ output: OutputFolder,
  _ bytes: inout [UInt8]
) -> Result<StagedFile, WritingTrouble> {
  if case .asset(let position) = page.route, let asset = renderer.plan.handbook.assets[position] {
    let read = publishedFile(asset, files)
    guard let file = read.value else {
      let problem = read.diagnostics.first
      // What the system says of a file names it already.
      let lead = problem?.id == "unreadable-file" ? "" : "\(asset.source): "
      return .failure(.file(lead + (problem?.summary ?? "it cannot be read")))
    }
    bytes = file.bytes
  } else {
    renderer.render(page, into: &bytes)
  }
  do throws(OutputTrouble) {
    // The plan has held every path against the rules for paths.
    guard let path = try? RelativePath(page.path) else {
      return .failure(.file("'\(page.path.quotedInput)' cannot be a path"))
    }
    return .success(try output.write(path, bytes))
  } catch {
    return .failure(.output(error))
  }
}
