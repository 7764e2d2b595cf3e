import Files
import Scaffolding

/// Files that are written only where none of them is there yet.
struct NewFiles {
  let folder: String
  let files: [SiteStart.File]

  /// Writes all of them, or none where one is there or a link leads out of the site.
  func write() throws {
    let site = try beforeWriting { () throws(FileTrouble) in
      try SiteFolder(folder, makingMissing: true)
    }
    for file in files {
      guard try beforeWriting({ () throws(FileTrouble) in try site.isFree(file.path) }) else {
        throw Failure(
          message: "'\(place(file.path))' is there already; nothing was written",
          hint: "name a folder that is empty or not there yet")
      }
    }
    do throws(FileTrouble) {
      for file in files { try site.create(Array(file.text.utf8), at: file.path) }
    } catch {
      throw Failure(message: error.message)
    }
  }

  private func place(_ path: String) -> String { folder == "." ? path : "\(folder)/\(path)" }
}

/// Does what comes before the first file is written; a trouble then says that none was.
func beforeWriting<Answer>(_ work: () throws(FileTrouble) -> Answer) throws -> Answer {
  do throws(FileTrouble) {
    return try work()
  } catch {
    throw Failure(message: "\(error.message); nothing was written")
  }
}
