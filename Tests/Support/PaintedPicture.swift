/// A PNG of real pixels, in stripes that differ by `seed`, stored unpacked, so that any smaller copy
/// is shorter.
package func paintedPicture(width: Int, height: Int, seed: UInt8 = 1) -> [UInt8] {
  let row = (0..<width).flatMap { column -> [UInt8] in
    [UInt8(truncatingIfNeeded: column / 8) &* seed, seed, 200]
  }
  let rows = (0..<height).flatMap { _ -> [UInt8] in [0] + row }
  let data = [0x78, 0x01] + stored(rows) + big32(adler(rows))
  let header = big32(width) + big32(height) + [8, 2, 0, 0, 0]
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
    + chunk("IDAT", data) + chunk("IEND", [])
}

/// Stored blocks of deflate (RFC 1951, section 3.2.4).
private func stored(_ bytes: [UInt8]) -> [UInt8] {
  stride(from: 0, to: bytes.count, by: 65_535).flatMap { start -> [UInt8] in
    let block = bytes[start..<min(start + 65_535, bytes.count)]
    let isLast: UInt8 = block.endIndex == bytes.count ? 1 : 0
    return [isLast] + little16(block.count) + little16(block.count ^ 0xFFFF) + block
  }
}

private func big32(_ number: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}

private func little16(_ number: Int) -> [UInt8] {
  [0, 8].map { UInt8(truncatingIfNeeded: number >> $0) }
}

private func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
  let typed = Array(type.utf8) + data
  return big32(data.count) + typed + big32(checksum(typed))
}

/// PNG specification, annex D.
private func checksum(_ bytes: [UInt8]) -> Int {
  var sum = 0xFFFF_FFFF
  for byte in bytes {
    sum ^= Int(byte)
    for _ in 0..<8 { sum = sum % 2 == 1 ? sum / 2 ^ 0xEDB8_8320 : sum / 2 }
  }
  return sum ^ 0xFFFF_FFFF
}

/// RFC 1950, section 8.2.
private func adler(_ bytes: [UInt8]) -> Int {
  var sums = (1, 0)
  for byte in bytes {
    sums.0 = (sums.0 + Int(byte)) % 65_521
    sums.1 = (sums.1 + sums.0) % 65_521
  }
  return sums.1 << 16 | sums.0
}
