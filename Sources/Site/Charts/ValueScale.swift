/// A scale from low to high with a few round values to mark on it: `0`, `10`, `20`, `30`, `40`.
struct ValueScale: Hashable, Sendable {
  /// The round values, the lowest first; they begin and end the scale.
  let ticks: [Double]

  /// `nil` for numbers that no scale can hold.
  init?(_ values: [Double]) {
    guard var low = values.min(), var high = values.max(), max(abs(low), abs(high)) <= greatest
    else { return nil }
    if high - low < smallest {
      // A line that never moves runs in the middle.
      let room = max(abs(low) / 2, 1)
      (low, high) = (low - room, high + room)
    } else if low > 0, low <= 2 * (high - low) {
      low = 0
    } else if high < 0, -high <= 2 * (high - low) {
      high = 0
    }
    let areWhole = values.allSatisfy { $0 == $0.rounded() }
    let step = RoundStep(atLeast: (high - low) / mostSteps, isWhole: areWhole)
    ticks = step.multiples(from: low, to: high)
  }

  /// Where a value stands: 0 at the lowest tick, 1 at the highest.
  func share(of value: Double) -> Double {
    guard let low = ticks.first, let high = ticks.last, low < high else { return 0.5 }
    return (value - low) / (high - low)
  }
}

/// 1, 2 or 5 times a power of ten, kept in whole numbers so that `0.3` does not become
/// `0.30000000000000004`.
private struct RoundStep {
  private let digit: Int
  private let exponent: Int

  init(atLeast size: Double, isWhole: Bool) {
    var exponent = 0
    while power(exponent + 1) <= size { exponent += 1 }
    while power(exponent) > size, !isWhole || exponent > 0 { exponent -= 1 }
    let digit = [1, 2, 5].first { Double($0) * power(exponent) >= size }
    self.digit = digit ?? 1
    self.exponent = digit == nil ? exponent + 1 : exponent
  }

  /// The multiples that hold two values between them.
  func multiples(from low: Double, to high: Double) -> [Double] {
    let first = Int((low / value(1)).rounded(.down))
    let last = Int((high / value(1)).rounded(.up))
    return (first...max(first, last)).map(value)
  }

  private func value(_ count: Int) -> Double {
    exponent >= 0
      ? Double(count * digit) * power(exponent) : Double(count * digit) / power(-exponent)
  }
}

private func power(_ exponent: Int) -> Double {
  let base = exponent < 0 ? 0.1 : 10
  return (0..<abs(exponent)).reduce(1) { product, _ in product * base }
}

private let mostSteps = 4.0
/// Beyond it a whole number is no longer exact.
private let greatest = 1e15
/// Values closer than this are drawn as one.
private let smallest = 1e-6
