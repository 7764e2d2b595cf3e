/// Bytes of ASCII text, or of Latin-1 where a scalar is below U+0100.
func latin(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
}

func big16(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)] }
func big32(_ number: Int) -> [UInt8] { big16(number >> 16 & 0xFFFF) + big16(number & 0xFFFF) }
func little16(_ number: Int) -> [UInt8] { big16(number).reversed() }
func little24(_ number: Int) -> [UInt8] { Array(little32(number).prefix(3)) }
func little32(_ number: Int) -> [UInt8] { big32(number).reversed() }

extension [UInt8] {
  /// Whether `text` stands anywhere.
  func mentions(_ text: String) -> Bool {
    let wanted = latin(text)
    guard count >= wanted.count else { return false }
    return (0...count - wanted.count).contains { self[$0...].starts(with: wanted) }
  }
}

/// A small generator with a seed, so that a failing run can be had again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
