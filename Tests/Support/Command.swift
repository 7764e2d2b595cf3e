#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How a program ended, and what it said.
package struct Ending: Hashable, Sendable {
  /// The exit status; negative for the signal that ended it.
  package let status: Int
  package let output: String
  package let errors: String

  package init(status: Int, output: String, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }
}

extension SiteOnDisk {
  /// Runs the built `handbook` command in the site's folder.
  ///
  /// - Parameters:
  ///   - variables: What is set in its environment, such as `TZ=Asia/Tokyo`; all else is as here.
  ///   - mask: The rights that it takes from new files, as for `umask`.
  package func handbook(
    _ arguments: String..., variables: [String] = [], mask: String = "022"
  ) -> Ending {
    handbook(arguments, variables: variables, mask: mask)
  }

  package func handbook(
    _ arguments: [String], variables: [String] = [], mask: String = "022"
  ) -> Ending {
    let script = "cd \"$1\" && umask \(mask) && shift && exec env \"$@\""
    return run(
      "sh", arguments: ["-c", script, "sh", path] + variables + [handbookExecutable] + arguments)
  }
}

extension SiteOnDisk {
  /// Runs a script in the site's folder, in which `handbook` is the built command.
  package func handbookInShell(_ script: String) -> Ending {
    let folder = handbookExecutable.split(separator: "/").dropLast().joined(separator: "/")
    let lead = "cd \"$1\" && PATH=\"$2:$PATH\" && "
    return run("sh", arguments: ["-c", lead + script, "sh", path, "/\(folder)"])
  }
}

/// Runs a program that is on the path, and waits for it to end.
package func run(_ program: String, _ arguments: String...) -> Ending {
  run(program, arguments: arguments)
}

package func run(_ program: String, arguments: [String]) -> Ending {
  let output = CapturedFile()
  let errors = CapturedFile()
  var actions = emptyFileActions
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, output.descriptor, STDOUT_FILENO)
  posix_spawn_file_actions_adddup2(&actions, errors.descriptor, STDERR_FILENO)
  var process = pid_t()
  let words = ([program] + arguments).map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  guard posix_spawnp(&process, program, &actions, nil, words, environ) == 0 else {
    return Ending(status: 127, output: "", errors: "cannot start \(program)")
  }
  var status: Int32 = 0
  while waitpid(process, &status, 0) == -1, errno == EINTR {}
  let signal = status & 0x7F
  return Ending(
    status: signal == 0 ? Int(status >> 8 & 0xFF) : -Int(signal), output: output.text,
    errors: errors.text)
}

#if canImport(Darwin)
  private var emptyFileActions: posix_spawn_file_actions_t? { nil }
#else
  private var emptyFileActions: posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
#endif

/// A file without a name that a program writes to.
private struct CapturedFile: ~Copyable {
  let descriptor: Int32

  init() {
    var template = Array("/tmp/handbook-output-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    unlink(template)
  }

  deinit { close(descriptor) }

  var text: String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var offset = off_t(0)
    while true {
      let count = pread(descriptor, &buffer, buffer.count, offset)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
      offset += off_t(count)
    }
  }
}

/// The command that was built with the tests: it lies beside their bundle.
private let handbookExecutable: String = {
  for argument in CommandLine.arguments where argument.contains(".xctest") {
    var parts = argument.split(separator: "/")
    while !parts.isEmpty {
      parts.removeLast()
      let candidate = "/" + (parts + ["handbook"]).joined(separator: "/")
      if access(candidate, X_OK) == 0 { return candidate }
    }
  }
  return "\(repository)/.build/debug/handbook"
}()
