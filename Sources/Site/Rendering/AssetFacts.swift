/// What is known of the community's files beside where they are, by their position in
/// `Handbook.assets`.
package struct AssetFacts: Sendable {
  /// Width and height in pixels, as a picture is shown.
  package struct Size: Hashable, Sendable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  package var pictureSizes: [Int: Size] = [:]
  /// The sizes of the smaller copies that a picture has, the narrowest first.
  package var copySizes: [Int: [Size]] = [:]
  /// In bytes.
  package var fileSizes: [Int: Int] = [:]
  /// The site's logo.
  package var logo: Int?

  package init() {}
}
