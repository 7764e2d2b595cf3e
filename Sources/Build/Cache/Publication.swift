package import Files
import Markup
package import Records
package import Site

/// What the last publication from here left on a branch.
///
/// It is kept in two files. The list of files is opened only by a publication that has something to
/// do. The first file knows the second by its stamp, so that nothing is believed that came with a
/// site's files.
package struct Publication: Sendable {
  /// The commit at the end of the branch.
  package let commit: String
  /// Where the site was likely to be seen, for a site that does not say.
  package let likelyBaseURL: String?
  /// What a publication prints that has nothing to do, line by line.
  package let messages: [String]
  fileprivate let list: RecordPlace?
  fileprivate let listStamp: FileStamp?
}

extension Publication: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(commit)
    record.write(likelyBaseURL)
    record.write(messages.count)
    for message in messages { record.write(message) }
    record.write(list) { $1.encode(to: &$0) }
    record.write(listStamp) { $1.encode(to: &$0) }
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    commit = try record.text()
    likelyBaseURL = try record.flag() ? try record.text() : nil
    var messages: [String] = []
    for _ in 0..<(try record.count()) { messages.append(try record.text()) }
    self.messages = messages
    list = try record.flag() ? try RecordPlace(from: &record) : nil
    listStamp = try record.flag() ? try FileStamp(from: &record) : nil
  }
}

extension BuildCache {
  /// What was published to a place that has a name of its own; `nil` where nothing is kept of it, or
  /// by another version of the tool.
  package func publication(to place: String) -> Publication? {
    kept(Self.publication, of: keyed(place))
  }

  /// The files of a publication; `nil` where they are not kept as they were written.
  package func files(
    of publication: Publication, to place: String
  )
    -> [RelativePath: NamedPrint]?
  {
    let name = fileName(Self.publishedFiles, of: keyed(place))
    guard let list = publication.list, let records = folder.records(name, isNew: false),
      publication.listStamp != nil, records.stamp == publication.listStamp,
      let files: PublishedFiles = records.kept(at: list)
    else { return nil }
    return files.files
  }

  /// Keeps what was published, for the next time.
  private func keep(
    _ files: [RelativePath: NamedPrint], _ commit: String, _ likelyBaseURL: String?,
    _ messages: [String], to place: String
  ) {
    let records = folder.records(
      fileName(Self.publishedFiles, of: keyed(place)), isNew: true)
    let list = records?.add(PublishedFiles(files: files))
    keep(
      Publication(
        commit: commit, likelyBaseURL: likelyBaseURL, messages: messages, list: list,
        listStamp: records?.stamp),
      Self.publication, of: keyed(place))
  }

  /// A name that is another for each version of the tool.
  private func keyed(_ place: String) -> String { "\(place) \(tool)" }

  private static let publication = "publication"
  private static let publishedFiles = "published"
}

/// The files of a site that was made to be published, and what is kept of it once it is.
package struct MadeForPublication: Sendable {
  package let files: [StagedFile]
  fileprivate let texts: [RelativePath: [Int]]
  fileprivate let making: SiteMaking
}

extension BuildCache {
  /// Makes the files of a site for a branch, but nothing that stands there as the last publication
  /// made it.
  package func make(
    _ inspection: Inspection, _ renderer: SiteRenderer, _ settings: BuildSettings,
    after last: LastBuild?, for destination: some FileDestination, at place: String,
    progress: @Sendable (BuildStage) -> Void = { _ in }
  ) async throws(WritingTrouble) -> MadeForPublication {
    let making = await making(inspection, renderer, settings, after: last, place, progress)
    let staged = try await inspection.stageAll(
      making.renderer, to: destination, standing: making.standing, copies: making.copies,
      progress: progress)
    return MadeForPublication(files: staged.files, texts: staged.texts, making: making)
  }

  /// Keeps how all stands once it is published.
  package func keep(
    _ made: MadeForPublication, of inspection: Inspection, _ settings: BuildSettings,
    as files: [RelativePath: NamedPrint], in commit: String, saying messages: [String],
    to place: String
  ) {
    let stamps = OutputStamps(manifest: Self.seal(of: commit))
    keep(made.making, made.texts, of: inspection, settings, stamps, in: place)
    keep(files, commit, settings.likelyBaseURL, messages, to: place)
  }

  /// How the site stood that a publication put on a branch; `nil` where another was built since.
  package func lastBuild(of publication: Publication, to place: String) -> LastBuild? {
    guard let last = lastBuild(into: place),
      last.outputs.manifest == Self.seal(of: publication.commit)
    else { return nil }
    return last
  }

  private static func seal(of commit: String) -> Fingerprint { Fingerprint(Array(commit.utf8)) }
}

/// The files of a publication as a record.
private struct PublishedFiles: Recorded {
  let files: [RelativePath: NamedPrint]

  init(files: [RelativePath: NamedPrint]) { self.files = files }

  func encode(to record: inout RecordWriter) {
    record.write(files.count)
    for (path, file) in files {
      path.encode(to: &record)
      file.print.fingerprint.encode(to: &record)
      record.write(file.print.size)
      record.write(file.objectName)
    }
  }

  init(from record: inout RecordReader) throws(DamagedRecord) {
    let count = try record.count()
    var files = [RelativePath: NamedPrint](minimumCapacity: count)
    for _ in 0..<count {
      let path = try RelativePath(from: &record)
      let print = FilePrint(
        fingerprint: try Fingerprint(from: &record), size: try record.number())
      files[path] = NamedPrint(print: print, objectName: try record.text())
    }
    self.files = files
  }
}
