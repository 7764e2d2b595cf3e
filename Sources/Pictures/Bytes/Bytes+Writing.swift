/// Writing the numbers of container formats.
extension [UInt8] {
  mutating func append(bigEndian16 number: Int) {
    append(UInt8(truncatingIfNeeded: number >> 8))
    append(UInt8(truncatingIfNeeded: number))
  }

  mutating func append(bigEndian32 number: Int) {
    append(bigEndian16: number >> 16)
    append(bigEndian16: number)
  }

  mutating func append(littleEndian32 number: Int) {
    for shift in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
