/// A file of an earlier build that no longer belongs to the site, and that could not be removed.
///
/// It stays in the manifest, so every build tries again and fails until the file is gone.
package struct Leftover: Hashable, Sendable {
  package let path: RelativePath
  package let reason: Reason

  package enum Reason: Hashable, Sendable {
    /// Its bytes are not those that we wrote, and nothing shows that it is still ours.
    case changed
    /// A symbolic link stands in its place, or in the place of a folder on the way to it.
    case link(RelativePath)
    /// Something stands in its place that is no file, folder or link, such as a pipe.
    case special
    /// The system refused to read or to remove it.
    case failed(OutputAction, SystemError)
  }

  package init(path: RelativePath, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

/// A file of an earlier build that no longer belongs to the site and whose bytes somebody changed.
package struct ChangedFile: Sendable {
  package let path: RelativePath
  /// What the file holds now.
  package let bytes: [UInt8]
  /// The sizes of the pictures that builds wrote there; empty where they wrote none.
  package let pictures: [PixelSize]

  package init(path: RelativePath, bytes: [UInt8], pictures: [PixelSize]) {
    self.path = path
    self.bytes = bytes
    self.pictures = pictures
  }
}

/// The width and height of a picture in pixels, which stay the same when a program encodes the
/// picture again.
package struct PixelSize: Hashable, Sendable {
  package let width: Int
  package let height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
