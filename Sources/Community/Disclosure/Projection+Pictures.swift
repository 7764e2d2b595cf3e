import Files
import Markup

extension Projection {
  /// The picture of an entry, unless somebody whom it shows has not agreed.
  func image(_ asset: Int?, _ field: PictureField?) -> PublishedImage? {
    guard let asset, let field, !withheldAssets.contains(asset) else { return nil }
    return PublishedImage(asset: asset, alternative: field.alternative, title: nil)
  }

  func photo(_ asset: Int?, of entry: Entry) -> PublishedImage? {
    guard let asset, case .member(let member) = entry.fields, let photo = member.photo else {
      return nil
    }
    return PublishedImage(asset: asset, alternative: photo.alternative, title: nil)
  }

  func files(_ attached: Attachments, of entry: Entry) -> [AttachedFile] {
    guard case .resource(let resource) = entry.fields else { return [] }
    return zip(attached.files, resource.files).compactMap { asset, file in
      guard let asset, !withheldAssets.contains(asset) else { return nil }
      return AttachedFile(asset: asset, label: file.label)
    }
  }

  /// The files that may be published: those that something shown uses, and those that nothing
  /// uses; never one that is used only by what is withheld.
  ///
  /// Photos and films that nothing uses are withheld before (`Library.unusedPictures`).
  func assets(_ slots: [PublishedEntry?]) -> [ContentFolder.Asset?] {
    var used: Set<Int> = []
    for entry in slots.lazy.compactMap(\.self) { used.formUnion(entry.usedAssets) }
    if let join = join() { used.formUnion(join.usedAssets) }
    if let logo = library.logo { used.insert(logo) }
    let named = library.assetsNamed(graph, attachments)
    return library.assets.enumerated().map { position, asset in
      if withheldAssets.contains(position) { return nil }
      if used.contains(position) { return asset }
      return named.contains(position) ? nil : asset
    }
  }
}

extension Entry {
  /// Whether all who are on the entry's picture agree to be shown.
  func showsOnlyWhoAgree(_ library: Library) -> Bool {
    common.imageShows.allSatisfy { reference in
      guard let target = reference.target, case .member(let member) = library[target].fields
      else { return false }
      return member.showsPhoto
    }
  }
}

extension PublishedEntry {
  fileprivate var usedAssets: [Int] {
    assets(of: links, pictures) + [image, photo].compactMap { $0?.asset } + files.map(\.asset)
  }
}

extension PublishedBody {
  fileprivate var usedAssets: [Int] { assets(of: links, images) }
}

/// The files that a text leads to or shows.
private func assets(of links: [PublishedLink], _ images: [PublishedImage?]) -> [Int] {
  let linked = links.compactMap { link in
    if case .asset(let position) = link { position } else { Int?.none }
  }
  return linked + images.compactMap { $0?.asset }
}
