import Testing

@testable import Site

@Suite("The scale of a chart")
struct ValueScaleTests {
  @Test(
    "has a few round values that hold all that is drawn",
    arguments: [
      ([18, 22, 31, 40], [0, 10, 20, 30, 40]), ([70, 60, 50], [50, 55, 60, 65, 70]),
      ([0, 2, 4], [0, 1, 2, 3, 4]), ([0, 1], [0, 1]), ([61, 61, 85], [60, 70, 80, 90]),
      ([-3, 4], [-4, -2, 0, 2, 4]), ([-40, -18], [-40, -30, -20, -10, 0]),
      ([1, 1.5, 3.5, 3], [0, 1, 2, 3, 4]), ([0.1, 0.35], [0, 0.1, 0.2, 0.3, 0.4]),
      ([0, 123_456], [0, 50_000, 100_000, 150_000]),
    ] as [([Double], [Double])])
  func round(values: [Double], ticks: [Double]) throws {
    let scale = try #require(ValueScale(values))
    #expect(scale.ticks == ticks)
  }

  @Test("values that never move run in the middle", arguments: [61, 0, -5, 0.25, 1e12] as [Double])
  func even(value: Double) throws {
    let scale = try #require(ValueScale([value, value]))
    #expect(scale.ticks.count >= 2)
    #expect((0.3...0.7).contains(scale.share(of: value)))
  }

  @Test("whole numbers are never marked by halves")
  func whole() throws {
    #expect(try #require(ValueScale([0, 1, 2])).ticks == [0, 1, 2])
  }

  @Test(
    "numbers beyond what can be counted have no scale", arguments: [1e16, .infinity] as [Double])
  func beyond(value: Double) {
    #expect(ValueScale([0, value]) == nil)
    #expect(ValueScale([]) == nil)
  }
}
