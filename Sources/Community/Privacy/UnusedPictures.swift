package import Diagnostics
import Files
import Markup

extension Library {
  /// Photos that no entry uses: what is left of somebody who has withdrawn looks like this, so
  /// they are not published.
  package func unusedPictures(_ links: LinkGraph, _ attachments: [Attachments]) -> [Diagnostic] {
    let used = assetsNamed(links, attachments)
    return assets.enumerated().filter { $0.element.mayBePhoto && !used.contains($0.offset) }.map {
      .unusedPicture(at: SourceLocation(path: $0.element.source.description))
    }
  }

  /// The files that an entry, the words on joining or the settings name, shown or not.
  func assetsNamed(_ links: LinkGraph, _ attachments: [Attachments]) -> Set<Int> {
    var named = Set(attachments.flatMap(\.all))
    for body in links.bodies + [links.join].compactMap(\.self) {
      named.formUnion(body.images.compactMap(\.self))
      for case .asset(let position) in body.targets { named.insert(position) }
    }
    if let logo { named.insert(logo) }
    return named
  }

  /// The fingerprints of the pictures that show somebody who has withdrawn.
  package var withheldPictures: Set<String> {
    Set(
      entries.flatMap { entry -> [String] in
        guard case .member(let member) = entry.fields else { return [] }
        return member.withheldPictures.map(\.value)
      })
  }

  /// The site's logo, as a position in `assets`.
  var logo: Int? {
    configuration.logo.flatMap {
      FileFinder(self, unread: []).asset($0, from: "content/handbook.yml").value
    }
  }
}

extension ContentFolder.Asset {
  /// Whether its name says that it may be a photo; a drawing shows nobody.
  var mayBePhoto: Bool {
    let photos: Set = ["jpg", "jpeg", "png", "gif", "webp", "avif", "heic", "heif", "tif", "tiff"]
    return photos.contains(source.fileExtension.lowercased())
  }
}

extension Diagnostic {
  fileprivate static func unusedPicture(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "unused-picture", at: place, "no entry shows this picture, so it is not published",
      because: "It may be what is left of somebody who no longer wants to be seen.",
      hints: ["delete it, or show it in an entry"])
  }
}
