import Community
import Diagnostics
import Files
import Pictures
package import Site

extension SiteRenderer {
  /// The bytes of one file of the site: a page made now, a file of the community's made fit to
  /// publish, or a smaller copy of a picture, from the shelf where it has one.
  package func bytes(
    of page: RoutedPage, _ files: SiteFiles, copies shelf: (any CopyShelf)? = nil
  ) throws(WritingTrouble) -> [UInt8] {
    guard let file = try publishedFile(page, files) else {
      var bytes: [UInt8] = []
      render(page, into: &bytes)
      return bytes
    }
    guard let width = page.widthOfCopy else { return file.bytes }
    let size = file.copySizes.first { $0.width == width }
    return size.flatMap { file.copies([$0], shelf).first } ?? file.bytes
  }

  /// The file of the community's that a page is or is a copy of; `nil` for the site's own pages.
  func publishedFile(
    _ page: RoutedPage, _ files: SiteFiles
  ) throws(WritingTrouble) -> PublishedFile? {
    let position: Int
    switch page.route {
    case .asset(let asset), .pictureCopy(let asset, _): position = asset
    default: return nil
    }
    guard let asset = plan.handbook.assets[position] else { return nil }
    let read = Build.publishedFile(asset, files)
    guard let file = read.value else {
      let problem = read.diagnostics.first
      // What the system says of a file names it already.
      let lead = problem?.id == "unreadable-file" ? "" : "\(asset.source): "
      throw .file(lead + (problem?.summary ?? "it cannot be read"))
    }
    return file
  }
}

extension RoutedPage {
  /// How wide a smaller copy is; `nil` for everything else.
  ///
  /// It is not inlined: in a loop over the copies of a picture the optimizer of Swift 6.3.1 ends with
  /// "Found ownership error" where it is.
  @inline(never)
  var widthOfCopy: Int? {
    switch route {
    case .pictureCopy(_, let width): width
    default: nil
    }
  }
}
