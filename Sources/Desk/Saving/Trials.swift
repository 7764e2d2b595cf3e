import Build
import Community
import Diagnostics
import Files
import Serving
import Synchronization

/// What the site would be with texts that are not saved: found fault with and shown, and written
/// nowhere.
final class Trials: Sendable {
  private struct Shown {
    var number = 0
    var editions: [Int: SiteEdition] = [:]
  }

  /// How many are kept to be shown: a window or two, each with the one before.
  private static let limit = 6

  private let shown = Mutex(Shown())

  /// The site with other bytes of one file.
  static func inspection(
    of bytes: [UInt8], at path: RelativePath, in site: String, _ settings: BuildSettings,
    memory: SiteMemory?
  ) async throws(DeskTrouble) -> Inspection {
    do throws(FileTrouble) {
      let tree = ChangedFileTree(try LocalFileTree(site), written: [path: bytes])
      var settings = settings
      settings.isPreview = true
      return await Inspection.inspect(
        try SiteFiles(tree), settings, cache: nil, memory: memory)
    } catch {
      throw .file(error)
    }
  }

  /// Keeps a good inspection to be shown, and gives its number; `nil` where there are no pages.
  func keep(_ inspection: Inspection) -> Int? {
    guard let renderer = inspection.renderer else { return nil }
    return shown.withLock { shown in
      shown.number += 1
      let number = shown.number
      shown.editions[number] = SiteEdition(number: number, renderer, inspection.files)
      shown.editions[number - Self.limit] = nil
      return number
    }
  }

  /// Lets go of all of them.
  func forget() { shown.withLock { $0.editions = [:] } }

  func edition(_ number: Int) -> SiteEdition? { shown.withLock { $0.editions[number] } }
}
