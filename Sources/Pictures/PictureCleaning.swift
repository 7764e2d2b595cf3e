/// The picture without what it tells of its maker: EXIF, XMP, IPTC, comments, thumbnails and
/// whatever follows its end.
///
/// What decides how it looks stays: the compressed pictures byte for byte, the orientation, the
/// colour profile. A picture that is clean already comes back as the very same bytes, and so does
/// a file of a format that is not cleaned, unless it carries data of a camera or a place.
package func cleaned(_ bytes: [UInt8], _ format: FileFormat) throws(FileRefusal) -> [UInt8] {
  switch format {
  case .jpeg: return try whole(format) { () throws(Damage) in try JpegCleaning.cleaned(bytes) }
  case .png: return try whole(format) { () throws(Damage) in try PngCleaning.cleaned(bytes) }
  case .webp: return try whole(format) { () throws(Damage) in try WebPCleaning.cleaned(bytes) }
  case .gif: return try whole(format) { () throws(Damage) in try GifCleaning.cleaned(bytes) }
  case .svg: return try drawing(bytes)
  default:
    if UncleanableMetadata.isCarried(by: bytes, format: format) { throw .uncleanable(format) }
    return bytes
  }
}

private func whole(
  _ format: FileFormat, _ clean: () throws(Damage) -> [UInt8]
) throws(FileRefusal) -> [UInt8] {
  do throws(Damage) {
    return try clean()
  } catch {
    throw .damaged(format)
  }
}

private func drawing(_ bytes: [UInt8]) throws(FileRefusal) -> [UInt8] {
  do throws(SvgRefusal) {
    return try SvgCheck.cleaned(bytes)
  } catch {
    throw .drawing(error)
  }
}
