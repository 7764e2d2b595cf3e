import Files

/// The mark that a file has been taken in, kept in `.handbook/`, which git leaves alone.
struct SeenSheet {
  let site: String
  let mark: String
  private var path: String { ".handbook/inbox/\(mark)" }

  init(site: String, _ bytes: [UInt8]) {
    self.site = site
    mark = "\(Fingerprint(bytes))"
  }

  /// That of a file which a page of the desk was about; `nil` for what is no such mark.
  init?(site: String, mark: String) {
    guard let fingerprint = Fingerprint(hexadecimal: mark.utf8) else { return nil }
    self.site = site
    self.mark = "\(fingerprint)"
  }

  func isThere() throws(InboxTrouble) -> Bool {
    do throws(FileTrouble) {
      return try !SiteFolder(site).isFree(path)
    } catch {
      throw .file(error)
    }
  }

  func keep() throws(InboxTrouble) {
    do throws(FileTrouble) {
      let folder = try SiteFolder(site)
      if try folder.isFree(".handbook/.gitignore") {
        try folder.create(Array("*\n".utf8), at: ".handbook/.gitignore")
      }
      if try folder.isFree(path) { try folder.create(Array("added\n".utf8), at: path) }
    } catch {
      throw .file(error)
    }
  }

  /// Keeps it where that is possible: what the sheet said is saved, and a second time it would be
  /// proposed again.
  func note() { try? keep() }
}
