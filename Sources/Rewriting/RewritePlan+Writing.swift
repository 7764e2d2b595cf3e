import Files

extension RewritePlan {
  /// Makes the changes in the folder of the site: moves, then files, each whole, then removals.
  ///
  /// Where one fails, what was done before it is undone as far as the disk allows; removals come
  /// last, so nothing is lost that was not written elsewhere.
  package func carryOut(in site: String) throws(RewriteRefusal) {
    var done = Undo(site: site)
    do throws(FileTrouble) {
      for move in moves {
        try moveSource("\(site)/\(move.from)", to: "\(site)/\(move.to)")
        done.moves.append(move)
      }
      for write in writes {
        try atomicWrite("\(site)/\(write.path)", write.new)
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
    try remove(in: site)
  }

  private func remove(in site: String) throws(RewriteRefusal) {
    do throws(FileTrouble) {
      for path in removals { try removeSource("\(site)/\(path)") }
    } catch {
      throw RewriteRefusal(error.message, hint: "all else is done; delete what is left by hand")
    }
    // A folder that holds something else, such as an editor's file, stays.
    for folder in emptiedFolders { try? removeSource("\(site)/\(folder)", isFolder: true) }
  }
}

/// What has been done so far.
private struct Undo {
  let site: String
  var moves: [RewritePlan.Move] = []
  var writes: [RewritePlan.Write] = []

  /// Puts everything back, the last first; whether all of it could be.
  func undo() -> Bool {
    do throws(FileTrouble) {
      for write in writes.reversed() {
        if let old = write.old {
          try atomicWrite("\(site)/\(write.path)", old)
        } else {
          try removeSource("\(site)/\(write.path)")
        }
      }
      for move in moves.reversed() {
        try moveSource("\(site)/\(move.to)", to: "\(site)/\(move.from)")
      }
      return true
    } catch {
      return false
    }
  }
}
