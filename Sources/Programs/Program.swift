import Subprocess

#if canImport(Darwin)
  import Darwin
  import System
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
#if !canImport(Darwin)
  import SystemPackage
#endif

/// A program of the system's, such as git: found on the path and run with its arguments as a
/// list, never through a shell.
package struct Program: Sendable {
  package let name: String
  /// What is set in its environment, and what is taken away (`nil`); all else is as it is here.
  package let variables: [String: String?]
  /// How long it may take: then it is ended with all that it started.
  ///
  /// Such a program is in a session of its own, so it has no terminal to ask at.
  package var timeLimit: Duration?

  package init(_ name: String, variables: [String: String?] = [:]) {
    self.name = name
    self.variables = variables
  }

  /// Runs the program to its end and keeps what it says; `input` is all that it can read.
  package func run(
    _ arguments: [String], input: [UInt8] = []
  ) async throws(ProgramTrouble) -> ProgramEnding {
    // One that ends before it has read all must not end us: the write then fails, and is told.
    signal(SIGPIPE, SIG_IGN)
    do {
      if input.isEmpty { return try await run(arguments, reading: .none) }
      guard let spooled = SpooledInput(input) else {
        return try await run(arguments, reading: .array(input))
      }
      defer { withExtendedLifetime(spooled) {} }
      return try await run(
        arguments, reading: .fileDescriptor(spooled.file, closeAfterSpawningProcess: false))
    } catch {
      throw trouble(error)
    }
  }

  /// Runs the program to its end; it reads the file at a path.
  package func run(
    _ arguments: [String], reading path: String
  ) async throws(ProgramTrouble) -> ProgramEnding {
    signal(SIGPIPE, SIG_IGN)
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
      defer { try? file.close() }
      return try await run(
        arguments, reading: .fileDescriptor(file, closeAfterSpawningProcess: false))
    } catch {
      throw trouble(error)
    }
  }

  private func trouble(_ error: any Error) -> ProgramTrouble {
    if let trouble = error as? ProgramTrouble { return trouble }
    if let error = error as? SubprocessError, error.code == .executableNotFound {
      return .notInstalled(name)
    }
    return .failed(name, "\(error)")
  }

  private func run(
    _ arguments: [String], reading input: some InputProtocol
  ) async throws -> ProgramEnding {
    guard let timeLimit else { return try await start(arguments, reading: input) }
    return try await withThrowingTaskGroup(of: ProgramEnding?.self) { group in
      group.addTask { try await start(arguments, reading: input) }
      group.addTask {
        try await Task.sleep(for: timeLimit)
        return nil
      }
      defer { group.cancelAll() }
      guard let ending = try await group.next() ?? nil else {
        throw ProgramTrouble.failed(name, "it timed out after \(timeLimit)")
      }
      return ending
    }
  }

  private func start(
    _ arguments: [String], reading input: some InputProtocol
  ) async throws -> ProgramEnding {
    let ending = try await Subprocess.run(
      .name(name), arguments: Arguments(arguments), environment: environment,
      platformOptions: options,
      input: input, output: .bytes(limit: .max), error: .bytes(limit: .max))
    return ProgramEnding(
      status: ending.terminationStatus.number, output: ending.standardOutput,
      errors: String(decoding: ending.standardError, as: UTF8.self))
  }

  /// What it started may hold its output open: only the whole session's end closes it.
  private var options: PlatformOptions {
    var options = PlatformOptions()
    guard timeLimit != nil else { return options }
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    return options
  }

  private var environment: Environment {
    let changes = variables.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
    return .inherit.updating(Dictionary(changes) { $1 })
  }
}

extension Program {
  /// The names of all variables of our own environment that begin so.
  package static func inheritedVariables(beginning prefix: String) -> [String] {
    var names: [String] = []
    var entry = environ
    while let text = entry.pointee {
      let name = String(cString: text).prefix { $0 != "=" }
      if name.utf8.starts(with: prefix.utf8) { names.append(String(name)) }
      entry += 1
    }
    return names
  }
}

/// How a program ended, and what it said.
package struct ProgramEnding: Hashable, Sendable {
  /// The exit status; negative for the signal that ended it.
  package let status: Int
  package let output: [UInt8]
  package let errors: String

  package init(status: Int, output: [UInt8], errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }

  package var isSuccess: Bool { status == 0 }
}

/// Why a program could not be run at all.
package enum ProgramTrouble: Error, Hashable, Sendable {
  case notInstalled(String)
  case failed(String, String)
}

extension TerminationStatus {
  fileprivate var number: Int {
    switch self {
    case .exited(let code): Int(code)
    case .signaled(let signal): -Int(signal)
    }
  }
}
