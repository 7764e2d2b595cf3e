/// A photo as a phone writes it, with a place and an author in its EXIF block, made byte by byte.
func photo(place: Bool = true, author: String? = nil) -> [UInt8] {
  [0xFF, 0xD8] + segment(0xE1, Array("Exif\0\0".utf8) + exif(place: place, author: author))
    + segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
    + segment(0xC0, [8, 0, 24, 0, 40, 1, 1, 0x11, 0])
    + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0x34, 0xFF, 0xD9]
}

private func segment(_ marker: UInt8, _ parameters: [UInt8]) -> [UInt8] {
  let length = parameters.count + 2
  return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + parameters
}

/// A TIFF structure with an artist, and a directory of the place: "N", which is half a latitude.
private func exif(place: Bool, author: String?) -> [UInt8] {
  let entryCount = (place ? 1 : 0) + (author == nil ? 0 : 1)
  let after = 8 + 2 + entryCount * 12 + 4
  let name: [UInt8] = author.map { Array($0.utf8) + [0] } ?? []
  var block = Array("MM\0*".utf8) + big32(8) + big16(entryCount)
  if author != nil {
    block += big16(0x013B) + big16(2) + big32(name.count) + big32(after)
  }
  if place { block += big16(0x8825) + big16(4) + big32(1) + big32(after + name.count) }
  block += big32(0) + name
  let directory = big16(1) + big16(1) + big16(2) + big32(2) + Array("N\0\0\0".utf8) + big32(0)
  return place ? block + directory : block
}

/// A ZIP archive whose files are stored as they are, or said to be packed or locked otherwise.
func archive(
  _ files: [(name: String, bytes: [UInt8])], method: Int = 0, isLocked: Bool = false
) -> [UInt8] {
  var archive: [UInt8] = []
  var list: [UInt8] = []
  for (name, bytes) in files {
    let shared =
      little16(isLocked ? 1 : 0) + little16(method) + big32(0) + big32(0)
      + little32(bytes.count) + little32(bytes.count) + little16(name.utf8.count) + little16(0)
    list += Array("PK\u{1}\u{2}".utf8) + little16(20) + little16(20) + shared + little16(0)
    list += [UInt8](repeating: 0, count: 8) + little32(archive.count) + Array(name.utf8)
    archive += Array("PK\u{3}\u{4}".utf8) + little16(20) + shared + Array(name.utf8) + bytes
  }
  return archive + list + Array("PK\u{5}\u{6}".utf8) + big32(0) + little16(files.count)
    + little16(files.count) + little32(list.count) + little32(archive.count) + little16(0)
}

/// A document of Word's with these parts besides those that every one has.
func document(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  archive([("[Content_Types].xml", Array("<Types/>".utf8))] + parts)
}

private func big16(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)] }
private func big32(_ number: Int) -> [UInt8] {
  big16(number >> 16 & 0xFFFF) + big16(number & 0xFFFF)
}
private func little16(_ number: Int) -> [UInt8] { big16(number).reversed() }
private func little32(_ number: Int) -> [UInt8] { big32(number).reversed() }
