import Diagnostics

/// The disk would not do what was asked of it: for reading, or for one file of its own.
package enum FileTrouble: Error, Hashable, Sendable {
  case missing(path: String)
  case link(path: String)
  case notFile(path: String)
  case notFolder(path: String)
  case tooLarge(path: String, limit: Int)
  case keepsChanging(path: String)
  /// A file would be written, moved or removed through this link.
  case throughLink(path: String)
  /// A new file would have the name of something that is there.
  case taken(path: String)
  case refusedName(path: String, PathProblem)
  case failed(FileAction, path: String, SystemError)

  /// The path at fault, as the person who started the command knows it.
  package var path: String {
    switch self {
    case .missing(let path), .link(let path), .notFile(let path), .notFolder(let path),
      .tooLarge(let path, _), .keepsChanging(let path), .throughLink(let path), .taken(let path),
      .refusedName(let path, _), .failed(_, let path, _):
      path
    }
  }

  /// One line without a full stop.
  ///
  /// Reading leaves everything as it was; where writing failed, the line says what is left.
  package var message: String {
    switch self {
    case .missing(let path): "'\(path)' is not there"
    case .link(let path): "'\(path)' is a symbolic link, which is never followed"
    case .notFile(let path): "'\(path)' is not a file"
    case .notFolder(let path): "'\(path)' is not a folder"
    case .tooLarge(let path, let limit):
      "'\(path)' is larger than \(limit.grouped) bytes, the most that is read"
    case .keepsChanging(let path): "'\(path)' changes while it is being read"
    case .throughLink(let path):
      "'\(path)' is a symbolic link, which is never written through"
    case .taken(let path): "'\(path)' is there already and was left as it is"
    case .refusedName(let path, let problem):
      "'\(path.quotedInput)' can't be the name of a file: \(problem.reason)"
    case .failed(.read, let path, let error): "cannot read '\(path)': \(error.words)"
    case .failed(.list, let path, let error): "cannot list the folder '\(path)': \(error.words)"
    case .failed(.write, let path, let error):
      "cannot write '\(path)': \(error.words); the file is as it was"
    }
  }
}

/// What was being done to a file when it failed.
package enum FileAction: Hashable, Sendable {
  case read
  case list
  case write
}

extension Int {
  /// With a comma between every three digits: `262,144`.
  package var grouped: String {
    var text = ""
    for (index, digit) in String(magnitude).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + String(text.reversed())
  }
}
