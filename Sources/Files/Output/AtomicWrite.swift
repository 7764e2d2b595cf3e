/// Writes one file whole, at a path whose links are the user's own choice: whoever looks sees the
/// old bytes or the new, never a part.
///
/// For a file outside of any site; a site's own files are written through `SiteFolder`, and its
/// pages through `OutputFolder`. A link in the file's place is a trouble, and a file that already
/// holds these bytes is not touched.
package func atomicWrite(_ path: String, _ bytes: [UInt8]) throws(FileTrouble) {
  let (parent, name) = splitPath(path)
  do throws(SystemError) {
    try Descriptor(folderAt: parent).replaceFile(name, with: bytes)
  } catch {
    throw error == .isLink ? .throughLink(path: path) : .failed(.write, path: path, error)
  }
}
