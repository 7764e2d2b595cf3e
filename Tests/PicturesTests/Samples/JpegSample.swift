/// JPEG files made segment by segment; the scan's data are invented; everything around is real.
enum JpegSample {
  static let start: [UInt8] = [0xFF, 0xD8]
  static let end: [UInt8] = [0xFF, 0xD9]
  static let jfif = segment(0xE0, latin("JFIF\0") + [1, 2, 1] + big16(72) + big16(72) + [0, 0])
  static let profile = segment(0xE2, latin("ICC_PROFILE\0") + [1, 1] + latin("acsp profile"))
  static let adobe = segment(0xEE, latin("Adobe") + big16(100) + big16(0) + big16(0) + [1])
  static let quantisation = segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
  static let huffman = segment(0xC4, [0] + [UInt8](repeating: 0, count: 16))
  /// Holds a stuffed zero and a restart marker.
  static let scan =
    segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]

  static func segment(_ marker: UInt8, _ parameters: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big16(parameters.count + 2) + parameters
  }

  static func exif(_ block: [UInt8]) -> [UInt8] { segment(0xE1, latin("Exif\0\0") + block) }

  static func frame(_ width: Int, _ height: Int, marker: UInt8 = 0xC0) -> [UInt8] {
    segment(marker, [8] + big16(height) + big16(width) + [1, 1, 0x11, 0])
  }

  static var picture: [UInt8] { quantisation + frame(40, 24) + huffman + scan }

  /// As a phone writes it, with everything that should go.
  static func fromPhone(orientation: Int?) -> [UInt8] {
    start
      + segment(0xE0, latin("JFIF\0") + [1, 2, 1] + big16(72) + big16(72) + [1, 1] + [9, 9, 9])
      + segment(0xE0, latin("JFXX\0") + [0x10] + latin("thumbnail"))
      + exif(cameraExif(orientation: orientation))
      + segment(0xE1, latin("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"))
      + exif(cameraExif(orientation: 3))
      + profile + segment(0xE2, latin("MPF\0second picture"))
      + segment(0xED, latin("Photoshop 3.0\0IPTC Ada")) + adobe
      + segment(0xFE, latin("Ada was here")) + picture + end
      + start + picture + end + latin("MotionPhoto")
  }

  static let plain = start + jfif + picture + end

  /// The markers before the scan, told by a reader of its own, with their parameters.
  static func segments(of file: [UInt8]) -> [(marker: UInt8, parameters: [UInt8])] {
    var segments: [(marker: UInt8, parameters: [UInt8])] = []
    var offset = 2
    while offset + 4 <= file.count, file[offset + 1] != 0xDA {
      let length = Int(file[offset + 2]) << 8 | Int(file[offset + 3])
      segments.append((file[offset + 1], Array(file[offset + 4..<offset + 2 + length])))
      offset += 2 + length
    }
    return segments
  }
}
