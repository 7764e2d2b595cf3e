import Programs

/// The program git, run so that nothing but its arguments decides what it does.
///
/// The variables that it would inherit are cleared, hooks and whatever else could start another
/// program are off, it never asks for a password, and it does not touch the user's index.
struct Git: Sendable {
  /// The folder that it is run in.
  private var folder: String
  private var variables: [String: String?]
  /// Settings of the repository that are other than usual for some questions.
  private var ownSettings: [String] = []
  /// How long a question may take.
  private var timeLimit: Duration?
  var redaction = Redaction()

  init(in folder: String) {
    self.folder = folder
    variables = Self.cleared
    for (name, value) in Self.ours { variables[name] = value }
  }

  /// The same with an index of its own.
  func with(index: String) -> Git {
    var git = self
    git.variables["GIT_INDEX_FILE"] = index
    return git
  }

  /// The same, run in another folder.
  func with(folder: String) -> Git {
    var git = self
    git.folder = folder
    return git
  }

  /// The same with variables of its environment set otherwise, or taken away (`nil`).
  func with(variables: [String: String?]) -> Git {
    var git = self
    for (name, value) in variables { git.variables[name] = .some(value) }
    return git
  }

  /// The same, which says of an object that it could fetch that it is missing.
  var withoutFetching: Git {
    var git = self
    git.variables["GIT_NO_LAZY_FETCH"] = "1"
    return git
  }

  /// The same with settings of the repository set otherwise: `pack.window=0`.
  func with(settings: [String]) -> Git {
    var git = self
    git.ownSettings += settings.flatMap { ["-c", $0] }
    return git
  }

  /// The same, which is ended where a question takes longer.
  func with(timeLimit: Duration) -> Git {
    var git = self
    git.timeLimit = timeLimit
    return git
  }

  private var program: Program {
    var program = Program("git", variables: variables)
    program.timeLimit = timeLimit
    return program
  }

  /// Runs it to its end, whatever that is.
  func ask(_ arguments: [String], input: [UInt8] = []) async throws(PublishTrouble) -> ProgramEnding
  {
    do throws(ProgramTrouble) {
      return
        try await program
        .run(["-C", folder] + Self.settings + ownSettings + arguments, input: input)
    } catch {
      switch error {
      case .notInstalled: throw .noGit
      case .failed(_, let words): throw .git(arguments[0], redaction.redacted(words))
      }
    }
  }

  /// Runs it to its end; it reads the file at a path.
  func ask(
    _ arguments: [String], reading path: String
  ) async throws(PublishTrouble)
    -> ProgramEnding
  {
    do throws(ProgramTrouble) {
      return
        try await program
        .run(["-C", folder] + Self.settings + ownSettings + arguments, reading: path)
    } catch {
      switch error {
      case .notInstalled: throw .noGit
      case .failed(_, let words): throw .git(arguments[0], redaction.redacted(words))
      }
    }
  }

  /// The same, whose new objects go to another folder and are not kept.
  func storing(in folder: String, besides store: String) -> Git {
    var git = self
    git.variables["GIT_OBJECT_DIRECTORY"] = folder
    git.variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = store
    return git
  }

  /// Runs it and gives what it says; an end that is no success is a trouble.
  func run(_ arguments: [String], input: [UInt8] = []) async throws(PublishTrouble) -> [UInt8] {
    let ending = try await ask(arguments, input: input)
    guard ending.isSuccess else { throw .git(arguments[0], words(of: ending)) }
    return ending.output
  }

  /// What it said of its failure, without what is secret.
  func words(of ending: ProgramEnding) -> String {
    let words = redaction.redacted(ending.errors).lines.joined(separator: "\n")
    return words.isEmpty ? "it ended with \(ending.status)" : words
  }
}

extension Git {
  private static var cleared: [String: String?] {
    let names = Program.inheritedVariables(beginning: "GIT_")
    return Dictionary(names.map { ($0, nil) }) { first, _ in first }
  }

  /// Who made a commit of the site: nobody's own address goes to a public branch.
  private static let ours = [
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_ALLOW_PROTOCOL": "file:http:https:ssh",
    "GIT_AUTHOR_NAME": "handbook",
    "GIT_AUTHOR_EMAIL": "handbook@publish.invalid",
    "GIT_COMMITTER_NAME": "handbook",
    "GIT_COMMITTER_EMAIL": "handbook@publish.invalid",
    "LC_ALL": "C",
  ]

  private static let settings = [
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.ignoreCase=false",
    "core.splitIndex=false", "core.sparseCheckout=false", "index.sparse=false", "gc.auto=0",
    "maintenance.auto=false", "i18n.commitEncoding=UTF-8", "log.showSignature=false",
    "push.gpgSign=false", "push.followTags=false", "push.recurseSubmodules=no",
    "submodule.recurse=false", "pack.packSizeLimit=0", "fetch.prune=false", "fetch.pruneTags=false",
  ].flatMap { ["-c", $0] }
}

extension ProgramEnding {
  /// The first line of the output.
  var line: String { text.lines.first ?? "" }

  var text: String { String(decoding: output, as: UTF8.self) }
}

extension String {
  /// The lines that say something.
  var lines: [String] {
    split(whereSeparator: \.isNewline).map { line in
      String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
