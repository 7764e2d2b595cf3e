import Diagnostics
import Files
import Markup

/// Why the desk did not do what was asked; whatever is on disk is as it was.
enum DeskTrouble: Error, Sendable {
  case file(FileTrouble)
  case edit(EditRefusal)
  /// The file is not the one that was opened; its bytes now.
  case changed([UInt8])
  case unknownEntry
  case unreadableForm

  var message: String {
    switch self {
    case .file(let trouble): trouble.message
    case .edit(let refusal): refusal.message
    case .changed: "this was changed elsewhere since you opened it; nothing was written"
    case .unknownEntry: "there is no such entry any more"
    case .unreadableForm: "the form could not be read; nothing was written"
    }
  }

  var hint: String? {
    switch self {
    case .edit(let refusal): refusal.hints.first
    case .file(.failed): "what you typed is still here: copy it to be safe, then try again"
    default: nil
    }
  }
}
