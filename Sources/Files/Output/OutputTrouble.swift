package import Diagnostics

/// Why a site could not be written, and what that left behind.
package struct OutputTrouble: Error, Hashable, Sendable {
  package let cause: OutputFailure
  /// The output folder as the person who started the command named it.
  package let folder: String
  package let left: OutputState

  package init(cause: OutputFailure, folder: String, left: OutputState) {
    self.cause = cause
    self.folder = folder
    self.left = left
  }
}

/// What went wrong with an output folder.
package enum OutputFailure: Hashable, Sendable {
  case noName
  case root
  case source
  case aboveSource
  case home
  case aboveHome
  case repository
  case insideRepository
  case insideInput(String)
  case notFolder
  case brokenLink
  case notEmpty(example: String)
  case foreignManifest
  case busy(seconds: Int)
  case link(RelativePath)
  case obstacle(RelativePath)
  case notOurs(RelativePath)
  case reserved(RelativePath)
  case twice(RelativePath)
  case nested(file: RelativePath, inside: RelativePath)
  case failed(OutputAction, RelativePath?, SystemError)
  /// At least one.
  case leftovers([Leftover])
}

/// What was being done to a place in the output folder when it failed.
package enum OutputAction: String, Hashable, Sendable {
  case open
  case read
  case write
  case remove
}

/// What a failure left in the output folder.
package enum OutputState: Hashable, Sendable {
  case nothingWritten
  case untouched
  case partlyNew
  case upToDate
}

extension OutputTrouble {
  /// One line without a full stop: what is wrong, then what state things were left in.
  package var message: String { "\(rule); \(remains)" }

  /// What to do about it, where it is not plain.
  package var hint: String? {
    switch cause {
    case .noName, .root, .source, .aboveSource, .home, .aboveHome, .repository, .insideRepository,
      .insideInput:
      "give a folder for the built site alone, such as 'output'"
    case .notEmpty, .foreignManifest:
      "choose an empty folder or one that does not exist yet, or empty this one yourself"
    case .notOurs(let path), .obstacle(let path):
      "move or delete '\(folder)/\(path)', or keep your own files outside '\(folder)'"
    case .link(let path): "delete the link '\(folder)/\(path)'"
    case .leftovers(let leftovers): hint(for: leftovers)
    case .notFolder, .brokenLink, .busy, .reserved, .twice, .nested, .failed: nil
    }
  }

  /// A line for each file that the trouble is about, where there are several.
  package var words: [String] {
    guard case .leftovers(let leftovers) = cause, leftovers.count > 1 else { return [] }
    return leftovers.map { "\(folder)/\($0.path): \(words(for: $0.reason))" }
  }

  private func hint(for leftovers: [Leftover]) -> String? {
    let reasons = leftovers.map(\.reason)
    if reasons.contains(.changed) || reasons.contains(.special) {
      return leftovers.count == 1
        ? "look at it; if you put it there yourself, move it to another folder, "
          + "else build with --remove-changed, which deletes it"
        : "look at them; move those that you put there yourself to another folder, "
          + "then build with --remove-changed, which deletes the others"
    }
    for case .link(let path) in reasons { return "delete the link '\(folder)/\(path)'" }
    return nil
  }

  private func words(for reason: Leftover.Reason) -> String {
    switch reason {
    case .changed: "somebody or another program changed it"
    case .link(let path): "'\(folder)/\(path)' is a symbolic link"
    case .special: "it is not a file any more"
    case .failed(let action, let error): "cannot \(action.rawValue) it: \(error.words)"
    }
  }

  /// The permanent name of this kind of failure.
  package var id: DiagnosticID {
    switch cause {
    case .notOurs: "output-not-ours"
    case .link, .obstacle, .notFolder, .brokenLink: "output-in-the-way"
    case .busy: "output-busy"
    case .reserved, .twice, .nested: "output-collision"
    case .failed: "output-failed"
    case .leftovers: "output-leftover"
    default: "output-refused"
    }
  }

  private var rule: String {
    switch cause {
    case .noName: "the output folder has no name"
    case .root: "'\(folder)' is the root of the whole disk, not an output folder"
    case .source: "'\(folder)' is the site's own folder, so it can't be its output too"
    case .aboveSource: "'\(folder)' holds the site's own folder, so it can't be its output"
    case .home: "'\(folder)' is your home folder, so it can't be an output folder"
    case .aboveHome: "'\(folder)' holds your home folder, so it can't be an output folder"
    case .repository: "'\(folder)' holds a git repository, so it can't be an output folder"
    case .insideRepository:
      "'\(folder)' lies in a folder of git's own, so it can't be an output folder"
    case .insideInput(let input):
      "'\(folder)' lies in the site's '\(input)' folder, so it can't be its output"
    case .notFolder: "'\(folder)' is not a folder"
    case .brokenLink: "'\(folder)' is a link that leads nowhere"
    case .notEmpty(let example):
      "'\(folder)' holds files that handbook did not write, such as '\(example)'"
    case .foreignManifest:
      "'\(folder)/\(Manifest.path)' is not a manifest that this version of handbook can read"
    case .busy(let seconds):
      "another build is still writing to '\(folder)' after \(seconds) seconds"
    case .link(let path): "'\(folder)/\(path)' is a symbolic link, which is never written through"
    case .obstacle(let path): "'\(folder)/\(path)' is in the way and was not written by handbook"
    case .notOurs(let path):
      "'\(folder)/\(path)' would be overwritten, but was not written by handbook"
    case .reserved(let path): "'\(path)' is a name that handbook keeps for its own use"
    case .twice(let path): "two pages or files would be written to '\(folder)/\(path)'"
    case .nested(let file, let inside):
      "'\(folder)/\(file)' can't be a file and hold '\(folder)/\(inside)' as well"
    case .failed(let action, let path, let error):
      "cannot \(action.rawValue) '\(path.map { "\(folder)/\($0)" } ?? folder)': \(error.words)"
    case .leftovers(let leftovers): rule(for: leftovers)
    }
  }

  private func rule(for leftovers: [Leftover]) -> String {
    guard leftovers.count == 1, let leftover = leftovers.first else {
      return "\(leftovers.count) files in '\(folder)' no longer belong to the site, "
        + "and were not removed"
    }
    return "'\(folder)/\(leftover.path)' no longer belongs to the site, and was not removed: "
      + words(for: leftover.reason)
  }

  private var remains: String {
    switch left {
    case .nothingWritten: "nothing was written"
    case .untouched: "the site in '\(folder)' is as it was"
    case .partlyNew:
      "some files in '\(folder)' are new and some are old, each of them whole: build again"
    case .upToDate: "everything else in '\(folder)' is up to date"
    }
  }
}
