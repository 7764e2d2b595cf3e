import Files

extension RewritePlan {
  /// Makes the changes in the folder of the site: moves, then files, each whole, then removals.
  ///
  /// Where one fails, what was done before it is undone as far as the disk allows; removals come
  /// last, so nothing is lost that was not written elsewhere.
  package func carryOut(in site: String) throws(RewriteRefusal) {
    let folder: SiteFolder
    do {
      folder = try SiteFolder(site)
    } catch {
      throw RewriteRefusal(error.message)
    }
    var done = Undo(site: folder)
    do throws(FileTrouble) {
      for move in moves {
        try folder.move(move.from, to: move.to)
        done.moves.append(move)
      }
      for write in writes {
        try folder.write(write.new, at: write.path)
        done.writes.append(write)
      }
    } catch {
      let isUndone = done.undo()
      throw RewriteRefusal(
        error.message,
        hint: isUndone
          ? "everything is as it was" : "not all could be put back; see 'git status' and 'git diff'"
      )
    }
    try remove(in: folder)
  }

  private func remove(in site: SiteFolder) throws(RewriteRefusal) {
    do throws(FileTrouble) {
      for path in removals { try site.remove(path) }
    } catch {
      throw RewriteRefusal(error.message, hint: "all else is done; delete what is left by hand")
    }
    // A folder that holds something else, such as an editor's file, stays.
    for folder in emptiedFolders { try? site.removeFolder(folder) }
  }
}

/// What has been done so far.
private struct Undo {
  let site: SiteFolder
  var moves: [RewritePlan.Move] = []
  var writes: [RewritePlan.Write] = []

  /// Puts everything back, the last first; whether all of it could be.
  func undo() -> Bool {
    do throws(FileTrouble) {
      for write in writes.reversed() {
        if let old = write.old {
          try site.write(old, at: write.path)
        } else {
          try site.remove(write.path)
        }
      }
      for move in moves.reversed() {
        try site.move(move.to, to: move.from)
      }
      return true
    } catch {
      return false
    }
  }
}
