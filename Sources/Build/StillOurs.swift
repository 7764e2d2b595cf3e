import Files
import Pictures
import Site

extension OutputFolder {
  /// The same folder, which knows files of ours that somebody changed.
  var knowingChangedFiles: OutputFolder {
    var folder = self
    folder.isStillOurs = { $0.isStillOurs }
    return folder
  }
}

extension ChangedFile {
  /// Whether the file shows that it is ours, although somebody changed its bytes.
  ///
  /// A picture does where it is as wide and as high as the one that we wrote: then most likely only
  /// its encoding differs, as an image optimiser leaves it. Its pixels can't be compared, since
  /// nothing here decodes them. Its format does not count, since some hosts change that too. Any
  /// other file shows it by the mark of the generator.
  var isStillOurs: Bool {
    if pictures.isEmpty { return GeneratorMark.isCarried(by: bytes, named: path.name) }
    guard let size = PictureSize(of: bytes, format: FileFormat(of: bytes)) else { return false }
    return pictures.contains(PixelSize(size))
  }
}

extension PixelSize {
  init(_ size: PictureSize) { self.init(width: size.width, height: size.height) }
}
