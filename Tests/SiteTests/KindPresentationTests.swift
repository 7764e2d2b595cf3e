import Community
import Testing

@testable import Site

@Suite("Kinds as the site shows them")
struct KindPresentationTests {
  @Test("no two kinds claim one place of a list")
  func places() {
    let all = EntryKind.allCases.map(\.presentation)
    let lists: [[Int]] = [
      all.compactMap(\.places.menu), all.map(\.places.print), all.compactMap(\.places.goal),
      all.compactMap(\.places.resource), all.compactMap { $0.year?.row },
      all.compactMap { $0.year?.list },
    ]
    for places in lists { #expect(places.sorted() == Array(1...places.count)) }
  }

  @Test("the print edition has every kind")
  func print() {
    #expect(EntryKind.inPrint.sorted() == EntryKind.allCases.sorted())
  }
}
