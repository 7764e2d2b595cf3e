import Community
import Diagnostics
import Files
import Markup
import Pictures
import Site

/// What became of the files that would be published: facts for pages, and what is wrong with them.
struct CheckedAssets: Sendable {
  var facts = AssetFacts()
  var diagnostics: [Diagnostic] = []
  /// What was found inside of them.
  var found = FoundInFiles()
  /// The positions of pictures that show somebody who has withdrawn.
  var withheld: Set<Int> = []
  /// The fingerprints of photos that nobody may see: of those who have withdrawn, and of those who
  /// have not agreed to be shown.
  var hiddenPictures: Set<String> = []
  /// The positions of photos and films, whatever their names.
  var photos: Set<Int> = []
}

extension CheckedAssets {
  /// Looks into every file of the community's, in parallel: nothing is published whose content is
  /// not what its name says.
  ///
  /// What those say that are `toPublish`, given by position, is looked through as well. A copy of a
  /// portrait that nobody may see is withheld, whatever its name.
  static func check(
    _ library: Library, _ files: SiteFiles, _ search: FileSearch, toPublish: Set<Int>,
    portraits: Portraits
  ) async -> CheckedAssets {
    let withheld = library.withheldPictures
    let looked = await parallelMap(Array(library.assets.indices)) { position in
      look(
        at: library.assets[position], files, withheld,
        toPublish.contains(position) ? search : nil, isCompared: !portraits.hidden.isEmpty)
    }
    var checked = CheckedAssets()
    let hidden = Set(portraits.hidden.compactMap { looked[$0].value?.fingerprint })
    let own = portraits.hidden.union(portraits.shown)
    for (position, look) in looked.enumerated() where !own.contains(position) {
      guard let fingerprint = look.value?.fingerprint, hidden.contains(fingerprint) else {
        continue
      }
      checked.withheld.insert(position)
      checked.diagnostics.append(.hiddenPhoto(library.assets[position].source.description))
    }
    checked.hiddenPictures = hidden.union(withheld)
    for (position, look) in looked.enumerated()
    where look.value?.picturesInside.isDisjoint(with: checked.hiddenPictures) == false {
      checked.withheld.insert(position)
      checked.diagnostics.append(.hiddenPhotoInside(library.assets[position].source.description))
    }
    for (position, look) in looked.enumerated() {
      checked.diagnostics += look.diagnostics
      guard let facts = look.value else { continue }
      checked.facts.pictureSizes[position] = facts.pictureSize
      if !facts.copySizes.isEmpty { checked.facts.copySizes[position] = facts.copySizes }
      checked.facts.fileSizes[position] = facts.byteCount
      checked.found += facts.found
      if facts.isWithheld { checked.withheld.insert(position) }
      if facts.mayShowPeople { checked.photos.insert(position) }
    }
    return checked
  }

  private struct Facts: Sendable {
    let pictureSize: AssetFacts.Size?
    let copySizes: [AssetFacts.Size]
    let byteCount: Int
    let isWithheld: Bool
    /// Of a picture, where pictures are compared.
    let fingerprint: String?
    let mayShowPeople: Bool
    /// The fingerprints of the photos that lie in it, where pictures are compared.
    let picturesInside: Set<String>
    let found: FoundInFiles
  }

  /// The file is read once, and let go of with what was found.
  private static func look(
    at asset: ContentFolder.Asset, _ files: SiteFiles, _ withheld: Set<String>,
    _ search: FileSearch?, isCompared: Bool
  ) -> Diagnosed<Facts?> {
    let read = files.read(asset.source, atMost: largestAsset)
    guard let bytes = read.value else { return Diagnosed(nil, read.diagnostics) }
    let published = fitToPublish(bytes, asset)
    guard let file = published.value else { return Diagnosed(nil, published.diagnostics) }
    let fingerprint =
      withheld.isEmpty && !isCompared ? nil : Fingerprint(file.bytes).description
    let isWithheld = fingerprint.map(withheld.contains) ?? false
    var inside: Set<String> = []
    let note: ([UInt8]) -> Void = { inside.insert(Fingerprint($0).description) }
    var inFile = FoundInFiles()
    if let search {
      inFile = found(
        in: bytes, file.format, asset, search, seeing: fingerprint == nil ? nil : note)
    }
    let facts = Facts(
      pictureSize: file.size.map { AssetFacts.Size($0) },
      copySizes: file.copySizes.map { AssetFacts.Size($0) },
      byteCount: file.bytes.count, isWithheld: isWithheld,
      fingerprint: file.size == nil ? nil : fingerprint, mayShowPeople: file.mayShowPeople,
      picturesInside: inside, found: inFile)
    return Diagnosed(facts, warnings(of: file, asset, isWithheld: isWithheld))
  }

  private static func found(
    in bytes: [UInt8], _ format: FileFormat, _ asset: ContentFolder.Asset, _ search: FileSearch,
    seeing picture: (([UInt8]) -> Void)?
  ) -> FoundInFiles {
    search.found(
      in: FileContents(bytes, format, named: asset.source.name, seeing: picture),
      at: asset.source.description)
  }

  private static func warnings(
    of file: PublishedFile, _ asset: ContentFolder.Asset, isWithheld: Bool
  ) -> [Diagnostic] {
    let path = asset.source.description
    var warnings: [Diagnostic] = []
    if file.author == .carriesAuthor { warnings.append(.carriesAuthor(path)) }
    if file.size != nil, file.copySizes.isEmpty, file.bytes.count > largestPicture {
      warnings.append(.largeImage(path, file.bytes.count))
    }
    if isWithheld { warnings.append(.withheldPicture(path)) }
    return warnings
  }
}

extension AssetFacts.Size {
  init(_ size: PictureSize) { self.init(width: size.width, height: size.height) }
}

/// The members' photos, as positions among the files.
struct Portraits: Sendable {
  /// Of those who have not agreed to be shown.
  var hidden: Set<Int> = []
  var shown: Set<Int> = []
}

extension SourceSite {
  var portraits: Portraits {
    var portraits = Portraits()
    for index in library.indices {
      guard case .member(let member) = library[index].fields,
        let photo = attachments[index.position].photo
      else { continue }
      if member.status != .withdrawn, member.consent.photo {
        portraits.shown.insert(photo)
      } else {
        portraits.hidden.insert(photo)
      }
    }
    return portraits
  }

  /// The fingerprint of a file as it is published; `nil` where it cannot be.
  package func publishedFingerprint(ofAsset position: Int) -> String? {
    publishedFile(library.assets[position], files).value.map { Fingerprint($0.bytes).description }
  }
}

/// Reads a file and makes it fit to publish.
func publishedFile(_ asset: ContentFolder.Asset, _ files: SiteFiles) -> Diagnosed<PublishedFile?> {
  let read = files.read(asset.source, atMost: largestAsset)
  guard let bytes = read.value else { return Diagnosed(nil, read.diagnostics) }
  return fitToPublish(bytes, asset)
}

private func fitToPublish(
  _ bytes: [UInt8], _ asset: ContentFolder.Asset
) -> Diagnosed<PublishedFile?> {
  if LargeFilePointer.isOne(bytes) {
    return Diagnosed(nil, [.largeFilePointer(asset.source.description)])
  }
  do throws(FileRefusal) {
    return Diagnosed(try PublishedFile(bytes, named: asset.source.name))
  } catch {
    return Diagnosed(nil, [.refusedFile(asset.source.description, error)])
  }
}

/// The most that one published file may hold; git hosts refuse larger ones.
let largestAsset = 100_000_000

/// What a picture without smaller copies may hold, in bytes, without a warning: several seconds on a
/// slow connection.
private let largestPicture = 1_000_000

extension Diagnostic {
  static func refusedFile(_ path: String, _ refusal: FileRefusal) -> Diagnostic {
    if case .uncleanable = refusal {
      return Diagnostic(
        .privacy, "file-tells-place", at: SourceLocation(path: path), refusal.reason,
        hints: [refusal.remedy])
    }
    return Diagnostic(
      .error, "refused-file", at: SourceLocation(path: path), refusal.reason,
      hints: [refusal.remedy])
  }

  fileprivate static func hiddenPhotoInside(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "withheld-picture", at: SourceLocation(path: path),
      "this holds the photo of somebody who has not agreed to be shown, so it is not published",
      hints: ["take the photo out of it"])
  }

  static func hiddenPhoto(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "withheld-picture", at: SourceLocation(path: path),
      "this is the photo of a member who has not agreed to be shown, so it is not published",
      hints: ["delete it"])
  }

  fileprivate static func withheldPicture(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "withheld-picture", at: SourceLocation(path: path),
      "this picture shows somebody who has withdrawn, so it is not published",
      hints: ["delete it"])
  }

  fileprivate static func carriesAuthor(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "document-author", at: SourceLocation(path: path),
      "the properties of this document name its author",
      hints: ["remove them in the program that made it, and save it again"])
  }

  fileprivate static func largeImage(_ path: String, _ byteCount: Int) -> Diagnostic {
    // Rounded up, so that no picture over the limit is said to be as large as it.
    let tenths = (byteCount + 99_999) / 100_000
    return Diagnostic(
      .warning, "large-image", at: SourceLocation(path: path),
      "a picture may have at most 1 MB, for slow connections; "
        + "this one has \(tenths / 10).\(tenths % 10) MB",
      hints: ["save it as a JPEG or WebP picture at most 1,600 pixels wide"])
  }
}
