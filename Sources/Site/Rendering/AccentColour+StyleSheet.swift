import Community
import Diagnostics
import Text

extension AccentColour {
  /// The site's own colour for the theme, made darker by day and lighter by night until text in it
  /// can be read on all grounds of the theme (WCAG 2.2, 1.4.3: 4.5 to 1).
  var styleSheet: String {
    let day = readable(on: dayGrounds, towards: AccentColour(red: 0, green: 0, blue: 0))
    let night = readable(on: nightGrounds, towards: AccentColour(red: 255, green: 255, blue: 255))
    return """
      :root{--accent:\(day.hexadecimal)}
      @media screen{:root[data-colours="dark"]{--accent:\(night.hexadecimal)}}
      @media screen and (prefers-color-scheme:dark){:root:not([data-colours="light"]){--accent:\(night.hexadecimal)}}

      """
  }

  /// The nearest colour on the way to `end` that stands out from every ground, and from its own
  /// tint of it.
  private func readable(on grounds: [AccentColour], towards end: AccentColour) -> AccentColour {
    for step in 0...20 {
      let candidate = mixed(with: end, share: Double(step) / 20)
      let tint = candidate.mixed(with: grounds[0], share: 0.92)
      if (grounds + [tint]).allSatisfy({ candidate.contrast(with: $0) >= 4.5 }) { return candidate }
    }
    return end
  }

  private func mixed(with other: AccentColour, share: Double) -> AccentColour {
    func mix(_ own: UInt8, _ theirs: UInt8) -> UInt8 {
      UInt8((Double(own) * (1 - share) + Double(theirs) * share).rounded())
    }
    return AccentColour(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  private func contrast(with other: AccentColour) -> Double {
    let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// Relative luminance (WCAG 2.2, definitions).
  ///
  /// The power of 2.4 comes from square roots, within 0.0005, so that it needs no mathematics
  /// library.
  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      if value <= 0.04045 { return value / 12.92 }
      let base = (value + 0.055) / 1.055
      let eighthRoot = base.squareRoot().squareRoot().squareRoot()
      let cube = eighthRoot * eighthRoot * eighthRoot
      return base * base * (0.8 * cube + 0.2 * cube * eighthRoot)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private var hexadecimal: String {
    var digits: [UInt8] = []
    for channel in [red, green, blue] { digits.appendHexadecimal(UInt64(channel), digits: 2) }
    return "#" + String(decoding: digits, as: UTF8.self)
  }
}

/// The grounds of the theme's stylesheet that the accent stands on, the page's own first.
private let dayGrounds = [
  AccentColour(red: 0xFB, green: 0xF8, blue: 0xF2),
  AccentColour(red: 0xFF, green: 0xFE, blue: 0xFB),
  AccentColour(red: 0xFD, green: 0xF0, blue: 0xD5),
]
private let nightGrounds = [
  AccentColour(red: 0x16, green: 0x1B, blue: 0x19),
  AccentColour(red: 0x1E, green: 0x25, blue: 0x22),
  AccentColour(red: 0x33, green: 0x29, blue: 0x1A),
]
