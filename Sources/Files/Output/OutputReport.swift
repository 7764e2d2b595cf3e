/// One file of the site, ready to take its place.
package struct StagedFile: Hashable, Sendable {
  package let path: RelativePath
  package let outcome: StagedOutcome
  package let print: FilePrint
  /// Its size, where it is a picture.
  let picture: PixelSize?
  /// What stands in its place and has to be one of our own files, no longer wanted.
  let blocker: Blocker?
  /// Of the file that holds these bytes: the published one where it is the same, else the staged.
  let stamp: FileStamp?

  init(
    path: RelativePath, outcome: StagedOutcome, print: FilePrint, picture: PixelSize?,
    blocker: Blocker?, stamp: FileStamp?
  ) {
    self.path = path
    self.outcome = outcome
    self.print = print
    self.picture = picture
    self.blocker = blocker
    self.stamp = stamp
  }

  /// A file that goes to no folder.
  package init(path: RelativePath, outcome: StagedOutcome, print: FilePrint) {
    self.init(
      path: path, outcome: outcome, print: print, picture: nil, blocker: nil, stamp: nil)
  }
}

/// How a file compares with what is published.
package enum StagedOutcome: Hashable, Sendable {
  case new
  case changed
  /// The same bytes are there already; nothing is touched.
  case same
}

/// A file where a folder is to be, or the other way round.
enum Blocker: Hashable, Sendable {
  case file(RelativePath)
  case folder(RelativePath)
}

/// What publishing a site did to its output folder.
package struct OutputReport: Hashable, Sendable {
  /// Each sorted by bytes.
  package internal(set) var new: [RelativePath] = []
  package internal(set) var changed: [RelativePath] = []
  package internal(set) var removed: [RelativePath] = []
  /// Files that no longer belong to the site and could not be removed, sorted by path.
  package internal(set) var leftovers: [Leftover] = []
  /// How many files were the same already.
  package internal(set) var same = 0

  /// The fingerprint of the manifest that lists the site now.
  package internal(set) var manifest: Fingerprint?

  package var written: Int { new.count + changed.count }
}

/// A moment before the disk is changed: where a test can cut a build short.
package enum OutputStep: Hashable, Sendable {
  case stage(RelativePath)
  case fill(RelativePath)
  case writeManifest
  case replaceManifest
  case makeFolder(RelativePath?)
  case publish(RelativePath)
  case remove(RelativePath)
  case removeFolder(RelativePath)
  case clearStaging
}

extension OutputReport {
  /// Why a build has failed although it wrote the site: a file stands that no longer belongs to it.
  package func trouble(in folder: String) -> OutputTrouble? {
    if leftovers.isEmpty { return nil }
    return OutputTrouble(cause: .leftovers(leftovers), folder: folder, left: .upToDate)
  }
}
