package import Diagnostics
import Files
import Markup

extension Library {
  /// Of the photos and films, given by their positions, those that no entry uses: what is left of
  /// somebody who has withdrawn looks like this, so they are not published.
  package func unusedPictures(
    among pictures: Set<Int>, _ links: LinkGraph, _ attachments: [Attachments]
  ) -> Diagnosed<Set<Int>> {
    let unused = pictures.subtracting(assetsNamed(links, attachments))
    return Diagnosed(
      unused,
      unused.sorted().map {
        .unusedPicture(at: SourceLocation(path: assets[$0].source.description))
      })
  }

  /// The files that an entry, the words on joining or the settings name, shown or not.
  func assetsNamed(_ links: LinkGraph, _ attachments: [Attachments]) -> Set<Int> {
    var named = Set(attachments.flatMap(\.all)).union(assetsOfSite(links))
    for body in links.bodies { named.formUnion(body.assets) }
    return named
  }

  /// The files that the words on joining and the settings name.
  func assetsOfSite(_ links: LinkGraph) -> Set<Int> {
    Set((links.join?.assets ?? []) + [logo].compactMap(\.self))
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

extension BodyLinks {
  /// The files that a text shows or leads to.
  var assets: [Int] {
    images.compactMap(\.self)
      + targets.compactMap { target in
        if case .asset(let position) = target { position } else { Int?.none }
      }
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
