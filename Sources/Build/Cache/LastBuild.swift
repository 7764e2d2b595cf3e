package import Community
package import Diagnostics
package import Files
import Markup
package import Records

/// How things stood at the end of a build: what it was made from and what it wrote.
///
/// Where all of it stands as it stood, a build would give the same bytes, and need not be made.
package struct LastBuild: Hashable, Sendable {
  /// Every setting that the site's bytes depend on.
  let settings: Fingerprint
  /// The files that it was made from, with the stamp of each: all below `content/` and
  /// `templates/`, read or not.
  let inputs: [RelativePath: FileStamp]
  /// The paths of the entries in which withheld names stood.
  let named: Set<String>
  /// What was said of them, in the order in which it was printed.
  package let diagnostics: [Diagnostic]
  /// What was owed of an import.
  package let owed: DebtSum
  package private(set) var outputs: OutputStamps
}

extension LastBuild {
  /// The same with what is noted of the files by now; `nil` where that is what it says already.
  package func noting(_ outputs: OutputStamps) -> LastBuild? {
    guard outputs != self.outputs else { return nil }
    var last = self
    last.outputs = outputs
    return last
  }
}

extension BuildCache {
  /// How things stood after the last build into an output folder.
  package func lastBuild(into output: String) -> LastBuild? {
    kept(Self.last, of: output)
  }

  /// Keeps it for the next build into that folder.
  package func keep(_ last: LastBuild?, into output: String) {
    if let last { keep(last, Self.last, of: output) }
  }

  private static let last = "last"

  /// When a site was last built, as far as is kept of it, in nanoseconds since 1970.
  package static func timeOfLastBuild(of site: String) -> Int64? {
    CacheFolder.latest(beginning: "\(last)-", of: site)
  }
}

extension BuildCache {
  /// Whether a site's files and the settings are those of a build.
  package func isAsBefore(
    _ last: LastBuild, _ files: SiteFiles, _ settings: BuildSettings
  ) -> Bool {
    last.settings == fingerprint(of: settings) && files.stamps == last.inputs
  }

  /// What a build found of withheld names; `nil` of one by another tool or with other settings.
  package func names(after last: LastBuild?, _ settings: BuildSettings) -> NameFreeFiles? {
    guard let last, last.settings == fingerprint(of: settings) else { return nil }
    return NameFreeFiles(stamps: last.inputs, named: last.named)
  }

  /// What is to be kept of a build.
  ///
  /// A file that is too young for its stamp to tell is left out, which is like no site.
  func lastBuild(
    of inspection: Inspection, _ settings: BuildSettings, _ outputs: OutputStamps
  ) -> LastBuild {
    LastBuild(
      settings: fingerprint(of: settings), inputs: inspection.files.settledStamps,
      named: inspection.named, diagnostics: inspection.diagnostics, owed: inspection.owed.sum,
      outputs: outputs)
  }

  func fingerprint(of settings: BuildSettings) -> Fingerprint {
    var record = RecordWriter()
    tool.encode(to: &record)
    settings.appendContents(to: &record)
    return Fingerprint(record.bytes)
  }
}

extension LastBuild: Recorded {
  package func encode(to record: inout RecordWriter) {
    settings.encode(to: &record)
    record.writeStamps(inputs)
    record.write(named.count)
    for path in named { record.write(path) }
    record.write(diagnostics)
    owed.encode(to: &record)
    record.write(outputs.manifest) { $1.encode(to: &$0) }
    record.writeStamps(outputs.files)
    record.write(Int(outputs.notedAt))
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    settings = try Fingerprint(from: &record)
    inputs = try record.stamps()
    var named: Set<String> = []
    for _ in 0..<(try record.count()) { named.insert(try record.text()) }
    self.named = named
    diagnostics = try record.list()
    owed = try DebtSum(from: &record)
    let manifest = try record.flag() ? try Fingerprint(from: &record) : nil
    outputs = OutputStamps(
      manifest: manifest, files: try record.stamps(), notedAt: Int64(try record.number()))
  }
}

extension RecordWriter {
  fileprivate mutating func writeStamps(_ stamps: [RelativePath: FileStamp]) {
    write(stamps.count)
    for (path, stamp) in stamps {
      path.encode(to: &self)
      stamp.encode(to: &self)
    }
  }
}

extension RecordReader {
  fileprivate mutating func stamps() throws(DamagedRecord) -> [RelativePath: FileStamp] {
    let count = try count()
    var stamps = [RelativePath: FileStamp](minimumCapacity: count)
    for _ in 0..<count { stamps[try RelativePath(from: &self)] = try FileStamp(from: &self) }
    return stamps
  }
}
