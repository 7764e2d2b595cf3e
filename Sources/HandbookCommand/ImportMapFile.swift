import Diagnostics
import Files
import Importing

/// Where an import writes what it guessed, for somebody to look over.
struct MapFile {
  /// As a person names it.
  let shown: String
  private let site: String
  /// Whether it lies in the site's own folder of what is not committed.
  private let isKeptApart: Bool

  /// Takes the place that was asked for, else `import-map.yml` in the site's folder.
  ///
  /// Where everybody can read that, it is in `.handbook/`, which git leaves alone: the map names
  /// people.
  init(_ path: String?, site: String, isPublic: Bool) throws {
    self.site = site
    isKeptApart = path == nil && isPublic
    let name = isPublic ? ".handbook/import-map.yml" : "import-map.yml"
    shown = path ?? (site == "." ? name : "\(site)/\(name)")
    let parts = shown.split(separator: "/").map(String.init)
    let own = site.split(separator: "/").map(String.init)
    let isInContent = parts.dropLast().starts(with: (own == ["."] ? [] : own) + ["content"])
    if isInContent {
      throw Failure(
        message: "the map cannot lie in content/, whose files are entries",
        hint: "write --map-to import-map.yml")
    }
  }

  /// Writes a mapping with what it rests on, unless something else has its name.
  func write(_ mapping: Mapping, of survey: SiteSurvey, _ options: ImportOptions) throws {
    let bytes = Array(survey.mapText(of: mapping).utf8)
    if let there = try? fileBytes(at: shown, atMost: ImportLimits.mapping) {
      if there != bytes, !options.quiet {
        Console.print("\(shown) is there already and stays as it is; to go by it: --map \(shown)")
      }
      return
    }
    do throws(FileTrouble) {
      if isKeptApart {
        let folder = try SiteFolder(site)
        if try folder.isFree(".handbook/.gitignore") {
          try folder.create(Array("*\n".utf8), at: ".handbook/.gitignore")
        }
        try folder.create(bytes, at: ".handbook/import-map.yml")
      } else {
        try atomicWrite(shown, bytes)
      }
    } catch {
      throw Failure(message: "\(error.message); the map of the import was not written")
    }
    if !options.quiet {
      Console.print(
        "What was guessed is in \(shown). Change it, and import again with --map \(shown)")
    }
  }
}
