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
  package func writeSite(
    _ renderer: SiteRenderer, to output: OutputFolder,
    progress: @Sendable (BuildStage) -> Void = { _ in }
  ) async throws(WritingTrouble) -> OutputReport {
    progress(.indexing)
    let renderer = await renderer.withSearch()
    return try await publish(
      renderer, to: output, standing: nil, copies: nil, progress: progress
    ).report
  }

  /// Makes every page for a place that is no folder.
  package func make(
    _ renderer: SiteRenderer, for destination: some FileDestination,
    progress: @Sendable (BuildStage) -> Void = { _ in }
  ) async throws(WritingTrouble) -> [StagedFile] {
    progress(.indexing)
    let renderer = await renderer.withSearch()
    return try await stageAll(
      renderer, to: destination, standing: nil, copies: nil, progress: progress
    ).files
  }

  /// As `writeSite`, with a renderer that has a search; makes no page that stands, and notes how it left
  /// the files.
  func publish(
    _ renderer: SiteRenderer, to output: OutputFolder, standing: StandingSite?,
    copies shelf: (any CopyShelf)?, progress: @Sendable (BuildStage) -> Void
  ) async throws(WritingTrouble) -> WrittenSite {
    let output = output.knowingChangedFiles
    do throws(WritingTrouble) {
      let staged = try await stageAll(
        renderer, to: output, standing: standing, copies: shelf, progress: progress)
      progress(.writing)
      return try commit(staged, to: output)
    } catch {
      output.abandon()
      throw error
    }
  }

  /// Makes every page that does not stand, and compares it with what is published.
  func stageAll(
    _ renderer: SiteRenderer, to output: some FileDestination, standing: StandingSite?,
    copies shelf: (any CopyShelf)?, progress: @Sendable (BuildStage) -> Void
  ) async throws(WritingTrouble) -> StagedSite {
    progress(.rendering)
    let files = files
    let jobs = StagingJob.all(for: renderer.pages)
    let staged = await parallelChunks(jobs, takesLong: \.takesLong) { jobs in
      var bytes: [UInt8] = []
      return jobs.flatMap { job -> [Result<StagedPage, WritingTrouble>] in
        if let kept = standing?.files(of: job.pages, in: output) {
          return kept.map { .success($0) }
        }
        if !job.copies.isEmpty { return stage(job, renderer, files, output, shelf) }
        bytes.removeAll(keepingCapacity: true)
        return [stage(job.page, renderer, files, output, &bytes)]
      }
    }
    return try StagedSite(staged)
  }

  private func commit(
    _ staged: StagedSite, to output: OutputFolder
  ) throws(WritingTrouble) -> WrittenSite {
    do throws(OutputTrouble) {
      let report = try output.commit(staged.files)
      return WrittenSite(
        report: report, standingCount: staged.standingCount,
        stamps: output.stamps(of: staged.files, after: report), texts: staged.texts)
    } catch {
      throw .output(error)
    }
  }
}

/// All files of a site, compared with what is published.
struct StagedSite: Sendable {
  private(set) var files: [StagedFile] = []
  /// By file: the entries whose texts it shows, by position; nothing of those that are always made.
  private(set) var texts: [RelativePath: [Int]] = [:]
  /// How many files were not even made, since an earlier build's stand.
  private(set) var standingCount = 0

  fileprivate init(_ staged: [Result<StagedPage, WritingTrouble>]) throws(WritingTrouble) {
    files.reserveCapacity(staged.count)
    for page in staged {
      let page = try page.get()
      files.append(page.file)
      texts[page.file.path] = page.texts
      if page.stands { standingCount += 1 }
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

/// A page that is made alone, or a picture together with its smaller copies, so that it is read and
/// decoded once.
private struct StagingJob {
  let page: RoutedPage
  var copies: [RoutedPage] = []

  var pages: [RoutedPage] { [page] + copies }

  var takesLong: Bool { page.showsMuch || !copies.isEmpty }

  /// A plan lists the copies of a picture behind it.
  static func all(for pages: [RoutedPage]) -> [StagingJob] {
    var jobs: [StagingJob] = []
    jobs.reserveCapacity(pages.count)
    for page in pages {
      if page.isPictureCopy, !jobs.isEmpty {
        jobs[jobs.count - 1].copies.append(page)
      } else {
        jobs.append(StagingJob(page: page))
      }
    }
    return jobs
  }
}

extension RoutedPage {
  var isPictureCopy: Bool { if case .pictureCopy = route { true } else { false } }
}

extension StandingSite {
  /// The files of pages that all stand.
  fileprivate func files(of pages: [RoutedPage], in output: some FileDestination) -> [StagedPage]? {
    var files: [StagedPage] = []
    for page in pages {
      guard let file = file(of: page, in: output) else { return nil }
      files.append(file)
    }
    return files
  }

  /// The file of a page that stands, if it is there as it was written.
  fileprivate func file(of page: RoutedPage, in output: some FileDestination) -> StagedPage? {
    guard let path = try? RelativePath(page.path), let texts = texts(of: path),
      let file = output.standing(path)
    else { return nil }
    return StagedPage(file: file, texts: texts, stands: true)
  }
}

private func stage(
  _ page: RoutedPage, _ renderer: SiteRenderer, _ files: SiteFiles, _ output: some FileDestination,
  _ bytes: inout [UInt8]
) -> Result<StagedPage, WritingTrouble> {
  do throws(WritingTrouble) {
    if let file = try renderer.publishedFile(page, files) {
      return .success(try stagePage(page, file.bytes, file.size.map { PixelSize($0) }, to: output))
    }
    let shown = renderer.render(page, into: &bytes).map(\.position)
    // Most files of the search are made from all texts together.
    let texts: [Int]? =
      if case .search(let file) = page.route, !file.showsTexts { nil } else { shown }
    return .success(try stagePage(page, bytes, nil, to: output, texts: texts))
  } catch {
    return .failure(error)
  }
}

/// Stages a picture and its smaller copies.
private func stage(
  _ job: StagingJob, _ renderer: SiteRenderer, _ files: SiteFiles, _ output: some FileDestination,
  _ shelf: (any CopyShelf)?
) -> [Result<StagedPage, WritingTrouble>] {
  do throws(WritingTrouble) {
    guard let file = try renderer.publishedFile(job.page, files) else { return [] }
    let sizes = file.copySizes
    // A picture that has just become another may have other copies than the pages name.
    let widths = job.copies.compactMap(\.widthOfCopy)
    let wanted = widths.compactMap { width in sizes.first { $0.width == width } }
    let made = file.copies(wanted, shelf)
    guard made.count == job.copies.count else {
      throw .file("'\(job.page.path.quotedInput)' has changed while the site was made")
    }
    var staged = [
      try stagePage(job.page, file.bytes, file.size.map { PixelSize($0) }, to: output)
    ]
    for (copy, bytes) in zip(job.copies, made) {
      let size = PictureSize(of: bytes, format: file.format)
      staged.append(try stagePage(copy, bytes, size.map { PixelSize($0) }, to: output))
    }
    return staged.map { .success($0) }
  } catch {
    return [.failure(error)]
  }
}

private func stagePage(
  _ page: RoutedPage, _ bytes: [UInt8], _ picture: PixelSize?, to output: some FileDestination,
  texts: [Int]? = []
) throws(WritingTrouble) -> StagedPage {
  // The plan has held every path against the rules for paths.
  guard let path = try? RelativePath(page.path) else {
    throw .file("'\(page.path.quotedInput)' cannot be a path")
  }
  do throws(OutputTrouble) {
    return StagedPage(file: try output.stageFile(path, bytes, picture: picture), texts: texts)
  } catch {
    throw .output(error)
  }
}
