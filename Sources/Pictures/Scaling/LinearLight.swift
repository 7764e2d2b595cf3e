/// Between the numbers of sRGB and amounts of light (IEC 61966-2-1).
///
/// Pixels are averaged as light: the mean of black and white lines is then as bright as the lines
/// are from afar, where the mean of their numbers is too dark.
struct LinearLight {
  /// The light of each number, from 0 to 1.
  let amounts: [Float]
  /// The number of each amount of light, in `steps` steps.
  private let numbers: [UInt8]

  /// Fine enough that the darkest numbers differ.
  private static let steps = 16_384

  static let tables = LinearLight()

  private init() {
    amounts = (0...255).map { Float(Self.light(Double($0) / 255)) }
    let limits = (0...254).map { Self.light((Double($0) + 0.5) / 255) }
    var number = 0
    numbers = (0...Self.steps).map { step in
      while number < 255, Double(step) / Double(Self.steps) >= limits[number] { number += 1 }
      return UInt8(number)
    }
  }

  func number(of light: Float) -> UInt8 {
    numbers[Int(max(0, min(1, light)) * Float(Self.steps) + 0.5)]
  }

  private static func light(_ value: Double) -> Double {
    if value <= 0.04045 { return value / 12.92 }
    let root = fifthRoot((value + 0.055) / 1.055)
    let square = root * root
    let fourth = square * square
    // The power of 2.4 is the twelfth of the fifth root, so it needs no mathematics library.
    return fourth * fourth * fourth
  }

  /// Newton's method; it converges from above for values from 0 to 1.
  private static func fifthRoot(_ value: Double) -> Double {
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - value) / (5 * fourth)
    }
    return root
  }
}
