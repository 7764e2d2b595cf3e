/// AVIF, HEIC, JPEG XL and MP4 files, made box by box.
enum IsoSample {
  static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    big32(content.count + 8) + latin(type) + content
  }

  static func fileType(_ brand: String, _ compatible: String = "mif1") -> [UInt8] {
    box("ftyp", latin(brand) + big32(0) + latin(compatible))
  }

  static func size(_ width: Int, _ height: Int) -> [UInt8] {
    box("ispe", big32(0) + big32(width) + big32(height))
  }

  /// A picture with items of these types; `version` is that of the entries.
  static func picture(
    items: [String], properties: [UInt8], brand: String = "avif", version: UInt8 = 2
  ) -> [UInt8] {
    let number = version == 3 ? big32(1) : big16(1)
    let entries = items.flatMap {
      box("infe", [version, 0, 0, 0] + number + big16(0) + latin($0) + [0])
    }
    let information = box("iinf", big32(0) + big16(items.count) + entries)
    let meta = box("meta", big32(0) + information + box("iprp", box("ipco", properties)))
    return fileType(brand) + meta + box("mdat", latin("data"))
  }

  static func film(_ aboutItself: [UInt8]) -> [UInt8] {
    fileType("isom", "mp42") + box("mdat", latin("data"))
      + box("moov", box("mvhd", big32(0)) + aboutItself)
  }
}
