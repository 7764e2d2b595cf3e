import Build
import Community
import Dates
import Diagnostics
import Files
import Programs
import Publishing
import Rewriting

/// A folder that is to be a handbook, as a doctor looks at it: nothing in it is written.
struct ExaminedFolder {
  let path: String
  /// Whether there is such a folder at all.
  let isThere: Bool
  private let files: SiteFiles?
  private let read: Diagnosed<Configuration?>
  private let trouble: FileTrouble?

  init(_ path: String) {
    self.path = path
    var (isThere, files, trouble): (Bool, SiteFiles?, FileTrouble?) = (false, nil, nil)
    do throws(FileTrouble) {
      let tree = try LocalFileTree(path)
      isThere = true
      files = try SiteFiles(tree)
    } catch {
      trouble = error
    }
    (self.isThere, self.files, self.trouble) = (isThere, files, trouble)
    read = files?.checkedSettings ?? Diagnosed(nil)
  }

  var settings: Configuration? { read.value }

  /// Whether the git host builds the pages itself, by a recipe of `handbook new ci`.
  var hasRecipe: Bool { SiteRecipe.isIn(path) }
}

extension ExaminedFolder {
  /// What was found of the folder, its settings and its time zone.
  var findings: [Finding] {
    guard files != nil else { return [noHandbook] }
    if let unfinished = RewriteJournal.unfinished(in: path) {
      return [
        Finding(
          "folder", .bad, "an earlier 'handbook \(unfinished.name)' was cut short",
          ["type the same command again: it finishes what is left"])
      ]
    }
    return [folder] + settingsProblems + timeZone
  }

  private var folder: Finding {
    let count = files?.paths.count ?? 0
    let name = settings.map { "\($0.name.quotedInput), " } ?? ""
    return Finding("folder", .good, "\(name)\(count == 1 ? "1 file" : "\(count) files")")
  }

  private var noHandbook: Finding {
    guard isThere else {
      return Finding(
        "folder", .bad, trouble?.message ?? "it cannot be read",
        ["handbook new site \(path.quotedForShell)"])
    }
    if let trouble, !trouble.isOfMissing {
      return Finding("folder", .bad, trouble.message)
    }
    let above = (try? SiteFiles(LocalFileTree("\(path)/.."))) != nil
    return Finding(
      "folder", .bad, "this is no handbook: it has no folder content/",
      above ? ["cd .."] : ["handbook new site our-handbook", "cd our-handbook"])
  }

  /// What stops a build in the settings, the time zone aside.
  private var settingsProblems: [Finding] {
    read.diagnostics.filter { $0.severity.isBlocking && $0.id != Self.unknownZone }
      .map { Finding("settings", .bad, $0.summary, $0.steps) }
  }

  private var timeZone: [Finding] {
    if let problem = read.diagnostics.first(where: { $0.id == Self.unknownZone }) {
      return [Finding("time zone", .bad, problem.summary, problem.steps)]
    }
    guard let settings, read.diagnostics.allSatisfy({ !$0.severity.isBlocking }) else { return [] }
    return [Finding("time zone", .good, settings.timeZone.quotedInput)]
  }

  private static let unknownZone: DiagnosticID = "unknown-time-zone"

  /// When the site was last built, and whether anything has changed since; nothing of no handbook.
  var lastBuild: [Finding] {
    guard let files else { return [] }
    guard let built = BuildCache.timeOfLastBuild(of: path) else {
      return [Finding("last build", .note, "none yet", ["handbook build"])]
    }
    let day = CalendarDate(daysSince1970: Int(built / nanosecondsOfDay))
    guard let change = files.lastChange, change > built else {
      return [Finding("last build", .good, "\(day)")]
    }
    return [
      Finding("last build", .note, "\(day); something has changed since", ["handbook build"])
    ]
  }
}

private let nanosecondsOfDay: Int64 = 86_400_000_000_000

/// What a program calls its version; `nil` where it is not installed.
func installedVersion(of program: String) async -> String? {
  var program = Program(program)
  program.timeLimit = .seconds(10)
  guard let ending = try? await program.run(["--version"]), ending.isSuccess else { return nil }
  let line = String(decoding: ending.output.prefix { $0 != 0x0A }, as: UTF8.self)
  return line.split(separator: " ").dropFirst().first.map { String($0).quotedInput } ?? "there"
}

extension FileTrouble {
  fileprivate var isOfMissing: Bool { if case .missing = self { true } else { false } }
}

extension Diagnostic {
  /// The place, and each suggestion.
  fileprivate var steps: [String] {
    let place = location.map { $0.line > 0 ? "\($0.path), line \($0.line): " : "\($0.path): " }
    return hints.map { (place ?? "") + $0 }
  }
}
