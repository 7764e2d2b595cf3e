import Community
import Diagnostics
import Files
import Pictures
package import Site

extension SiteRenderer {
  /// The bytes of one file of the site: a page made now, or a file of the community's made fit to
  /// publish.
  package func bytes(
    of page: RoutedPage, _ files: SiteFiles
  ) throws(WritingTrouble) -> [UInt8] {
    var bytes: [UInt8] = []
    try append(page, files, to: &bytes)
    return bytes
  }

  func append(
    _ page: RoutedPage, _ files: SiteFiles, to bytes: inout [UInt8]
  ) throws(WritingTrouble) {
    guard case .asset(let position) = page.route, let asset = plan.handbook.assets[position] else {
      render(page, into: &bytes)
      return
    }
    let read = publishedFile(asset, files)
    guard let file = read.value else {
      let problem = read.diagnostics.first
      // What the system says of a file names it already.
      let lead = problem?.id == "unreadable-file" ? "" : "\(asset.source): "
      throw .file(lead + (problem?.summary ?? "it cannot be read"))
    }
    bytes += file.bytes
  }
}
