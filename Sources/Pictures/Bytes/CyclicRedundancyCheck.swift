/// The checksum that ends each chunk of a PNG file (PNG specification, annex D).
func cyclicRedundancyCheck(_ bytes: some Sequence<UInt8>) -> Int {
  var remainder: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    remainder ^= UInt32(byte)
    for _ in 0..<8 {
      remainder = remainder & 1 == 1 ? 0xEDB8_8320 ^ (remainder >> 1) : remainder >> 1
    }
  }
  return Int(remainder ^ 0xFFFF_FFFF)
}
