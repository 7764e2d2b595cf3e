import Files
import Synchronization
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a step throws ends the build there and nothing is tidied up: as a kill would leave it.
@Suite("A build that is killed")
struct KilledBuildTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private let old = [
    "index.html": "home", "a.html": "a", "old/x.html": "x", "swap": "file", "turn/b": "b",
  ]
  private let new = [
    "index.html": "HOME", "a.html": "a", "new/y.html": "y", "swap/c": "c", "turn": "file",
  ]

  @Test("at any step, every file is whole and the next build puts all right")
  func everyStep() throws {
    let steps = try stepsOfBuild()
    #expect(steps > 20)
    for step in 0..<steps {
      try reset()
      let isKilled = try kill(new, at: step)
      #expect(isKilled)
      try expectWhole(step)
      try folder.build(new)
      #expect(try folder.site() == new, "killed at step \(step)")
      try expectTidy()
    }
  }

  @Test("at any step, a next build of the old site puts that back")
  func andBack() throws {
    for step in 0..<(try stepsOfBuild()) {
      try reset()
      _ = try kill(new, at: step)
      try folder.build(old)
      #expect(try folder.site() == old, "killed at step \(step)")
      try expectTidy()
    }
  }

  @Test("at any step of the very first build, the next takes the folder over")
  func firstBuild() throws {
    let steps = try stepsOfBuild()
    for step in 0..<steps {
      let folder = try TemporaryFolder()
      _ = try kill(new, at: step, in: folder)
      try folder.build(["index.html": "other"])
      #expect(try folder.site() == ["index.html": "other"], "killed at step \(step)")
    }
  }

  @Test("a failure says what it left: before the first change the old site, then a mixture")
  func states() throws {
    try reset()
    let cause = OutputFailure.failed(.write, try RelativePath("a.html"), SystemError(ENOSPC))
    #expect(
      OutputTrouble(cause: cause, folder: "output", left: .untouched).message
        == "cannot write 'output/a.html': No space left on device; the site in 'output' is as it was"
    )
    #expect(
      OutputTrouble(cause: cause, folder: "output", left: .partlyNew).message
        == "cannot write 'output/a.html': No space left on device; some files in 'output' are new and some are old, each of them whole: build again"
    )
  }

  @Test("after any series of edits and kills, a build equals a clean one", arguments: 0..<20)
  func series(_ seed: UInt64) throws {
    var random = SeededNumbers(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    folder.write("output/.keep", "")
    var site: [String: String] = [:]
    for _ in 0..<12 {
      site = randomSite(&random)
      if Bool.random(using: &random) {
        _ = try kill(site, at: Int.random(in: 0..<40, using: &random))
      } else {
        try folder.build(site)
        #expect(try folder.site() == site.merging([".keep": ""]) { $1 })
      }
    }
    try folder.build(site)
    #expect(try folder.site() == site.merging([".keep": ""]) { $1 })
    #expect(try folder.build(site).written == 0)
    try folder.build([:])
    #expect(try folder.site() == [".keep": ""])
    #expect(try LocalFileTree(folder("output")).listing(below: nil).folders.isEmpty)
  }

  private func reset() throws {
    try folder.build(old)
    #expect(try folder.site() == old)
  }

  /// How many steps the build of the new site over the old one has.
  private func stepsOfBuild() throws -> Int {
    try reset()
    let count = Atomic(0)
    let folder = folder
    try folder.build(new) { _ in count.add(1, ordering: .relaxed) }
    try reset()
    return count.load(ordering: .relaxed)
  }

  /// Builds up to a step; `false` where the build has fewer.
  private func kill(
    _ site: [String: String], at step: Int, in other: TemporaryFolder? = nil
  ) throws -> Bool {
    let countdown = Atomic(step)
    do {
      try (other ?? folder).build(site) { _ throws(OutputTrouble) in
        if countdown.subtract(1, ordering: .relaxed).newValue < 0 {
          throw OutputTrouble(cause: .noName, folder: "killed", left: .untouched)
        }
      }
      return false
    } catch let trouble as OutputTrouble where trouble.folder == "killed" {
      return true
    }
  }

  /// Every published file holds all of what some build gave it.
  private func expectWhole(_ step: Int) throws {
    for (path, text) in try folder.site() {
      #expect(old[path] == text || new[path] == text, "\(path) at step \(step)")
    }
  }

  private func expectTidy() throws {
    let listing = try LocalFileTree(folder("output")).listing(below: nil)
    #expect(!folder.exists("output/.handbook-new"))
    let inUse = Set(listing.items.flatMap(\.path.ancestors))
    #expect(listing.folders.allSatisfy(inUse.contains))
  }

  /// A few files of few names, so that they often meet: as file and folder, and between builds.
  private func randomSite(_ random: inout SeededNumbers) -> [String: String] {
    var site: [String: String] = [:]
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let depth = Int.random(in: 1...3, using: &random)
      let path = (0..<depth).map { _ in ["a", "b", "c"].randomElement(using: &random) ?? "a" }
        .joined(separator: "/")
      let isNested = site.keys.contains { $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/") }
      if !isNested { site[path] = ["", "1", "2", "12"].randomElement(using: &random) ?? "" }
    }
    return site
  }
}

/// Numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
