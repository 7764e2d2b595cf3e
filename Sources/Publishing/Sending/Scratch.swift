import Files

/// A folder for work in between, with the indexes that are git's in it.
struct Scratch: Sendable {
  private let folder: ScratchFolder

  init() throws(PublishTrouble) {
    do throws(FileTrouble) {
      folder = try ScratchFolder()
    } catch {
      throw .files(error.message)
    }
  }

  /// The path of an index that is not there yet.
  func index(_ name: String = "index") -> String { "\(folder.path)/\(name)" }

  /// A copy of the user's index; only a path where they have none.
  func indexCopy(of git: Git) async throws(PublishTrouble) -> String {
    let path =
      try await git.run(["rev-parse", "--path-format=absolute", "--git-path", "index"])
      .text.lines.first ?? ""
    do throws(FileTrouble) {
      return try folder.copy(of: path, as: "copy")
    } catch .missing {
      return index()
    } catch {
      throw .files(error.message)
    }
  }
}
