/// ZIP archives made entry by entry, without checksums, which nobody here reads.
enum ZipSample {
  struct Entry {
    let name: String
    let packed: [UInt8]
    var method = 0
    var flags = 0
  }

  static func archive(_ entries: [Entry], comment: String = "") -> [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    for entry in entries {
      let shared =
        little16(entry.flags) + little16(entry.method) + big32(0) + big32(0)
        + little32(entry.packed.count) + little32(entry.packed.count)
        + little16(entry.name.utf8.count) + little16(0)
      list += latin("PK\u{1}\u{2}") + little16(20) + little16(20) + shared + little16(0)
      list += [UInt8](repeating: 0, count: 8) + little32(file.count) + latin(entry.name)
      file += latin("PK\u{3}\u{4}") + little16(20) + shared + latin(entry.name) + entry.packed
    }
    let end =
      latin("PK\u{5}\u{6}") + big32(0) + little16(entries.count) + little16(entries.count)
      + little32(list.count) + little32(file.count) + little16(comment.utf8.count)
    return file + list + end + latin(comment)
  }

  static func document(properties: String, at name: String = "docProps/core.xml") -> [UInt8] {
    archive([
      Entry(name: "[Content_Types].xml", packed: latin("<Types/>")),
      Entry(name: name, packed: latin(properties)),
    ])
  }
}
