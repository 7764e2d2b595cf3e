import Diagnostics

/// Why a text is not a path that a site may use.
package enum PathProblem: Error, Hashable, Sendable {
  case empty
  case absolute
  case emptyPart
  case dotPart
  case encodedPunctuation
  case backslash
  case invisibleCharacter
  case notUTF8
  case strayMark
  case deviceName(String)
  case refusedCharacter(Unicode.Scalar)
  case trailingDotOrSpace
  case partTooLong
  case tooLong

  /// The rule that is broken, in words a teacher knows, without a full stop.
  package var reason: String {
    switch self {
    case .empty: "a path can't be empty"
    case .absolute: "a path starts with the name of a file or folder, not with '/'"
    case .emptyPart: "a path has a name before and after every '/'"
    case .dotPart: "'.' and '..' can't be parts of a path"
    case .encodedPunctuation: "'%2e', '%2f' and '%5c' can't be in a path"
    case .backslash: "the parts of a path are separated by '/', never by '\\'"
    case .invisibleCharacter: "invisible characters and line breaks can't be in a path"
    case .notUTF8: "a path is written in UTF-8"
    case .strayMark: "an accent alone can't begin a name or follow a dot"
    case .deviceName(let name): "'\(name.quotedInput)' is a name that Windows keeps for a device"
    case .refusedCharacter(let scalar): "'\(scalar)' can't be in a name, since Windows refuses it"
    case .trailingDotOrSpace: "a name can't end with a dot or a space"
    case .partTooLong: "a name can't be longer than 255 bytes"
    case .tooLong: "a path can't be longer than 1,024 bytes"
    }
  }
}
