/// Makes a picture smaller, row by row: each new pixel is the mean of the area that it covers.
///
/// Rows are amounts of light, red, green and blue multiplied by alpha, then alpha. Lengths are counted
/// in units of which each old pixel has as many as there are new ones, so that all of them are whole.
struct AreaAverage {
  let width: Int
  let height: Int
  private let oldWidth: Int
  private let oldHeight: Int
  /// The row that is being made, so far.
  private var sum: [Float]
  /// A row as it came, made narrower.
  private var narrow: [Float]
  /// How much of the row that is being made is still missing, in units.
  private var missing: Int

  /// - Parameters: sizes of the old and the new picture; the new is not larger.
  init(from old: (width: Int, height: Int), to new: (width: Int, height: Int)) {
    (oldWidth, oldHeight) = old
    (width, height) = new
    sum = [Float](repeating: 0, count: 4 * new.width)
    narrow = sum
    missing = old.height
  }

  /// Takes the next row, and gives the new row that it completes, if it does.
  ///
  /// It completes one at most, since the new picture is not larger.
  mutating func add(_ row: [Float]) -> [Float]? {
    makeNarrower(row)
    let share = min(height, missing)
    addNarrow(share)
    missing -= share
    guard missing == 0 else { return nil }
    let whole = sum.map { $0 / Float(oldHeight) }
    for index in sum.indices { sum[index] = 0 }
    missing = oldHeight
    if share < height {
      addNarrow(height - share)
      missing -= height - share
    }
    return whole
  }

  private mutating func addNarrow(_ units: Int) {
    let weight = Float(units)
    for index in sum.indices { sum[index] += narrow[index] * weight }
  }

  private mutating func makeNarrower(_ row: [Float]) {
    var index = 0
    // How much of the old pixel is left, in units.
    var left = width
    let scale = 1 / Float(oldWidth)
    for new in 0..<width {
      var pixel = SIMD4<Float>.zero
      var missing = oldWidth
      while missing > 0 {
        let share = min(left, missing)
        pixel += SIMD4(row[index], row[index + 1], row[index + 2], row[index + 3]) * Float(share)
        missing -= share
        left -= share
        guard left == 0 else { continue }
        left = width
        index += 4
      }
      pixel *= scale
      for part in 0..<4 { narrow[4 * new + part] = pixel[part] }
    }
  }
}
