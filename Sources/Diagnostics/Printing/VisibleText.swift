import Text

extension String {
  /// The text on one line and safe to print: control and direction-changing characters escaped, as
  /// in `quotedInput` but uncut, and what a CI runner would take for a command parted.
  package var visible: String {
    var text = String.UnicodeScalarView()
    for cell in cells(of: unicodeScalars) { text.append(contentsOf: cell.scalars) }
    return String(text)
  }

  /// How many columns of a terminal the text takes when it is printed so.
  package var columns: Int { cells(of: unicodeScalars).reduce(0) { $0 + $1.width } }
}

/// A character of a line as it is printed.
struct Cell {
  let scalars: [Unicode.Scalar]
  /// How many columns of a terminal it takes.
  let width: Int
}

/// The cells of a line, one for each scalar of it; tabs reach to the next multiple of four columns.
func cells(of line: some Sequence<Unicode.Scalar>) -> [Cell] {
  let scalars = Array(line)
  let joints = commandJoints(scalars)
  var column = 0
  return scalars.indices.map { index in
    let scalar = scalars[index]
    var cell = Cell(scalars: [scalar], width: scalar.columns)
    if scalar == "\t" {
      cell = Cell(scalars: Array(repeating: " ", count: 4 - column % 4), width: 4 - column % 4)
    } else if scalar.isUnsafeToPrint {
      let escape = Array("\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      cell = Cell(scalars: escape, width: escape.count)
    } else if joints.contains(index) {
      cell = Cell(scalars: [scalar, wordJoiner], width: cell.width)
    }
    column += cell.width
    return cell
  }
}

/// An invisible character that keeps what stands on its two sides apart for a program.
private let wordJoiner: Unicode.Scalar = "\u{2060}"

/// Where `##` begins a command of a CI runner (`##[error]`, `##vso[`, `##teamcity[`), which some
/// find anywhere in a line: the index of its second `#`.
private func commandJoints(_ scalars: [Unicode.Scalar]) -> Set<Int> {
  var joints: Set<Int> = []
  for index in scalars.indices.dropLast() where scalars[index] == "#" && scalars[index + 1] == "#" {
    let name = scalars[(index + 2)...].prefix { $0.properties.isAlphabetic && $0.isASCII }
    if name.endIndex < scalars.endIndex, scalars[name.endIndex] == "[" { joints.insert(index + 1) }
  }
  return joints
}

extension Unicode.Scalar {
  /// How many columns a terminal gives the scalar: none to marks and joiners, two to East Asian
  /// wide characters and emoji (Unicode Standard Annex 11, in broad ranges).
  fileprivate var columns: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide ? 2 : 1
    }
  }

  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
