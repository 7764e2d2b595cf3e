import Files

extension ImportPlan {
  /// The plan beside what stands of earlier imports: what somebody has changed or deleted since is
  /// left so, wherever a better mapping would put it.
  func following(_ standing: ImportStanding) -> ImportPlan {
    guard !standing.edited.isEmpty || !standing.deleted.isEmpty else { return self }
    var plan = self
    let places = Dictionary(
      files.compactMap { file in standing.source.digest(of: file).map { ($0, file.path) } },
      uniquingKeysWith: { first, _ in first })
    var reasons: [RelativePath: String] = [:]
    var words: [String: String] = [:]
    for (left, reason) in [
      (standing.edited, LeavingReason.changed), (standing.deleted, .deleted),
    ] {
      for (path, madeOf) in left {
        reasons[path] = reason.words(path)
        if let place = madeOf.flatMap({ places[$0] }) { reasons[place] = reason.words(path) }
        // What is in the way was left out when the plan was made, as any file of the site's.
        words["the site has \(path) already"] = reason.words(path)
      }
    }
    plan.withdraw(reasons)
    plan.reword(words)
    return plan
  }

  /// The files of earlier imports that stand untouched and go now: their content has another place,
  /// or is left out, or they were made of nothing but a name.
  func outdated(_ standing: ImportStanding) -> [RelativePath] {
    let planned = Set(files.map(\.path))
    let known = Set(lines.map { standing.source.digest(ofSource: $0.source) })
    return standing.untouched.filter { path, madeOf in
      guard !planned.contains(path) else { return false }
      return madeOf.map(known.contains) ?? standing.source.holdsFiles
    }.keys.sorted()
  }

  /// The files of earlier imports that stay though nothing in the source tells of them any more.
  func orphaned(_ standing: ImportStanding) -> [RelativePath] {
    let gone = Set(outdated(standing)).union(files.map(\.path))
    return standing.untouched.keys.filter { !gone.contains($0) }.sorted()
  }
}

/// Why a file of an earlier import is not written again.
private enum LeavingReason {
  case changed, deleted

  func words(_ path: RelativePath) -> String {
    switch self {
    case .changed: "somebody has changed \(path) since it was imported, so it stays as it is"
    case .deleted: "somebody has deleted \(path) since it was imported, so it stays away"
    }
  }
}
