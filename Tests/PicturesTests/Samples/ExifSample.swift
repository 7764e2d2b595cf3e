/// A TIFF structure as a camera writes it: its maker, the orientation, a directory of the place.
func cameraExif(orientation: Int?, littleEndian: Bool = false) -> [UInt8] {
  let n16 = littleEndian ? little16 : big16
  let n32 = littleEndian ? little32 : big32
  let turned = orientation.map { n16(0x0112) + n16(3) + n32(1) + n16($0) + n16(0) } ?? []
  let count = orientation == nil ? 2 : 3
  let gpsAt = 8 + 2 + count * 12 + 4
  var block = latin(littleEndian ? "II*\0" : "MM\0*") + n32(8) + n16(count)
  block += n16(0x010F) + n16(2) + n32(4) + latin("Cam\0")
  block += turned
  block += n16(0x8825) + n16(4) + n32(1) + n32(gpsAt)
  block += n32(0)
  block += n16(1) + n16(1) + n16(2) + n32(2) + latin("N\0\0\0") + n32(0)
  return block + latin("GPS 51.5 N, Ada's kitchen")
}

/// The smallest block that tells an orientation and nothing else.
func bareExif(orientation: Int) -> [UInt8] {
  latin("MM\0*") + big32(8) + big16(1) + big16(0x0112) + big16(3) + big32(1)
    + big16(orientation) + big16(0) + big32(0)
}
