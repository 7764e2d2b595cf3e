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
    progress(.indexing)
    let renderer = await renderer.withSearch()
    return try await publish(renderer, to: output, standing: nil, progress: progress).report
  }

  /// As `write`, with a renderer that has a search; makes no page that stands, and notes how it left
  /// the files.
  func publish(
    _ renderer: SiteRenderer, to output: OutputFolder, standing: StandingSite?,
    progress: @Sendable (BuildStage) -> Void
  ) async throws(WritingTrouble) -> WrittenSite {
    progress(.rendering)
    let files = files
    let output = output.knowingChangedFiles
    let staged = await parallelChunks(renderer.pages, takesLong: \.showsMuch) { pages in
      var bytes: [UInt8] = []
      return pages.map { page -> Result<StagedPage, WritingTrouble> in
        if let kept = standing?.file(of: page, in: output) { return .success(kept) }
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
    _ staged: [Result<StagedPage, WritingTrouble>], to output: OutputFolder
  ) throws(WritingTrouble) -> WrittenSite {
    var files: [StagedFile] = []
    files.reserveCapacity(staged.count)
    var texts: [RelativePath: [Int]] = [:]
    var standingCount = 0
    for page in staged {
      let page = try page.get()
      files.append(page.file)
      texts[page.file.path] = page.texts
      if page.stands { standingCount += 1 }
    }
    do throws(OutputTrouble) {
      let report = try output.commit(files)
      return WrittenSite(
        report: report, standingCount: standingCount,
        stamps: output.stamps(of: files, after: report), texts: texts)
    } catch {
      throw .output(error)
    }
  }
}

/// What came of writing a site.
package struct WrittenSite: Sendable {
  package let report: OutputReport
  /// How many files were not even made, since an earlier build's stand.
  package let standingCount: Int
  let stamps: OutputStamps
  /// By file: the entries whose texts it shows, by position; nothing of those that are always made.
  let texts: [RelativePath: [Int]]
}

/// A file of the site, compared and staged, and the entries whose texts it shows.
private struct StagedPage: Sendable {
  let file: StagedFile
  /// `nil` of one that is made by every build.
  let texts: [Int]?
  /// Whether it is an earlier build's.
  var stands = false
}

extension StandingSite {
  /// The file of a page that stands, if it is there as it was written.
  fileprivate func file(of page: RoutedPage, in output: OutputFolder) -> StagedPage? {
    guard let path = try? RelativePath(page.path), let texts = texts(of: path),
      let file = output.standing(path)
    else { return nil }
    return StagedPage(file: file, texts: texts, stands: true)
  }
}

private func stage(
  _ page: RoutedPage, _ renderer: SiteRenderer, _ files: SiteFiles, _ output: OutputFolder,
  _ bytes: inout [UInt8]
) -> Result<StagedPage, WritingTrouble> {
  var texts: [Int]? = []
  var picture: PixelSize?
  if case .asset(let position) = page.route, let asset = renderer.plan.handbook.assets[position] {
    let read = publishedFile(asset, files)
    guard let file = read.value else {
      let problem = read.diagnostics.first
      // What the system says of a file names it already.
      let lead = problem?.id == "unreadable-file" ? "" : "\(asset.source): "
      return .failure(.file(lead + (problem?.summary ?? "it cannot be read")))
    }
    bytes = file.bytes
    picture = file.size.map { PixelSize($0) }
  } else {
    let shown = renderer.render(page, into: &bytes).map(\.position)
    // Most files of the search are made from all texts together.
    texts = if case .search(let file) = page.route, !file.showsTexts { nil } else { shown }
  }
  do throws(OutputTrouble) {
    // The plan has held every path against the rules for paths.
    guard let path = try? RelativePath(page.path) else {
      return .failure(.file("'\(page.path.quotedInput)' cannot be a path"))
    }
    let file = try output.write(path, bytes, picture: picture)
    return .success(StagedPage(file: file, texts: texts))
  } catch {
    return .failure(.output(error))
  }
}
