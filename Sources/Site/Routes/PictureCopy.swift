import Community
import Files

/// A smaller copy of a picture of the community's, and its place in the output.
struct PictureCopy: Hashable, Sendable {
  let path: String
  /// The path as part of a link.
  let address: String
  let size: AssetFacts.Size
}

/// Gives copies their names: `assets/plan-400w.jpg` beside `assets/plan.jpg`.
///
/// Where the community has a file of that name, or of one that some file systems take for it, the copy
/// is `assets/plan-400w-2.jpg`. So a file of the community's is never replaced, nor renamed.
struct CopyNames {
  private let taken: Set<CollisionKey>

  init(besides assets: [ContentFolder.Asset?]) {
    taken = Set(assets.compactMap { $0?.address.collisionKey })
  }

  /// The copies of a picture; without those whose name would be too long for a file.
  func copies(of picture: RelativePath, _ sizes: [AssetFacts.Size]) -> [PictureCopy] {
    sizes.compactMap { size in
      path(of: picture, width: size.width).map { path in
        PictureCopy(path: path.description, address: path.percentEncoded, size: size)
      }
    }
  }

  private func path(of picture: RelativePath, width: Int) -> RelativePath? {
    let text = picture.description
    let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) ?? text.endIndex
    var number = 1
    while true {
      let mark = number == 1 ? "-\(width)w" : "-\(width)w-\(number)"
      guard let path = try? RelativePath("\(text[..<dot])\(mark)\(text[dot...])") else {
        return nil
      }
      if !taken.contains(path.collisionKey) { return path }
      number += 1
    }
  }
}
