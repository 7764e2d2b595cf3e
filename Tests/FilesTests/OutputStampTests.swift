import Files
import Testing

@testable import Files

@Suite("What is noted of the files of an output folder")
struct OutputStampTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private let site = ["a.html": "a", "b/c.html": "c"]

  @Test("files that are as they were noted are the same without being read")
  func untouched() throws {
    let stamps = try build(nil)
    folder.settle()
    let noted = try build(stamps)
    #expect(noted.files.count == 2)
    let output = try claim(noted)
    #expect(output.untouched()?.stamps == noted)
    #expect(output.untouched()?.report.same == 2)
  }

  @Test("files too young for their stamps to tell are read, until they are older")
  func young() throws {
    let young = try build(nil)
    folder.settle()
    let older = try #require(try whatIsNoted(after: young))
    #expect(older.notedAt > young.notedAt)
    #expect(try whatIsNoted(after: older) == older)
  }

  @Test("a file that came from elsewhere is not ours, even while ours are too young to be told")
  func fromElsewhere() throws {
    let young = try build(nil)
    folder.delete("output/a.html")
    folder.write("output/a.html", "a")
    let output = try claim(young)
    #expect(output.untouched()?.report == nil)
    #expect(output.standing(try RelativePath("a.html")) == nil)
  }

  @Test("a file that was changed by hand is put right, though its length and its time are the same")
  func changedByHand() throws {
    _ = try build(nil)
    folder.settle()
    let noted = try build(nil)
    folder.write("output/a.html", "X")
    #expect(try claim(noted).untouched()?.report == nil)
    let report = try folder.build(site, trusting: noted)
    #expect(report.report.changed.map(\.description) == ["a.html"])
    #expect(try folder.site() == site)
  }

  @Test("a file that is gone is written again")
  func gone() throws {
    _ = try build(nil)
    folder.settle()
    let noted = try build(nil)
    folder.delete("output/b/c.html")
    #expect(try claim(noted).untouched()?.report == nil)
    _ = try folder.build(site, trusting: noted)
    #expect(try folder.site() == site)
  }

  @Test("notes that another build has outdated are not believed")
  func outdated() throws {
    let noted = try build(nil)
    try folder.build(["a.html": "other", "b/c.html": "c"])
    #expect(try claim(noted).untouched()?.report == nil)
    _ = try folder.build(site, trusting: noted)
    #expect(try folder.site() == site)
  }

  @Test("a stamp counts once its moment is past; on disks that count whole seconds, after two")
  func settled() {
    let second: Int64 = 1_000_000_000
    let fine = FileStamp(
      size: 1, modified: 5 * second + 7, changed: 5 * second + 7, device: 1, number: 1)
    #expect(!fine.isSettled(at: 5 * second + 8))
    #expect(!fine.isSettled(at: 4 * second))
    #expect(fine.isSettled(at: 5 * second + second / 10))
    let coarse = FileStamp(size: 1, modified: 5 * second, changed: 5 * second, device: 1, number: 1)
    #expect(!coarse.isSettled(at: 6 * second + 999))
    #expect(coarse.isSettled(at: 7 * second + 1))
  }

  private func build(_ stamps: OutputStamps?) throws -> OutputStamps {
    try folder.build(site, trusting: stamps ?? OutputStamps()).stamps
  }

  private func whatIsNoted(after stamps: OutputStamps) throws -> OutputStamps? {
    try claim(stamps).untouched()?.stamps
  }

  private func claim(_ stamps: OutputStamps) throws -> OutputFolder {
    var output = try folder.claim()
    output.trust(stamps)
    return output
  }
}
