import Diagnostics
import Files
import Markup
import Pictures
import Rewriting

/// Why the desk did not do what was asked; whatever is on disk is as it was.
enum DeskTrouble: Error, Sendable {
  case file(FileTrouble)
  case edit(EditRefusal)
  /// The file is not the one that was opened; its bytes now.
  case changed([UInt8])
  case unknownEntry
  case unreadableForm
  /// A file that cannot be published as it is.
  case upload(FileRefusal)
  /// A change of many files that cannot be made, or was undone.
  case rewrite(RewriteRefusal)
  /// What would be done is no longer what was shown.
  case outdated

  var message: String {
    switch self {
    case .file(let trouble): trouble.message
    case .edit(let refusal): refusal.message
    case .changed: "this was changed elsewhere since you opened it; nothing was written"
    case .unknownEntry: "there is no such entry any more"
    case .upload(let refusal): refusal.reason
    case .rewrite(let refusal): refusal.message
    case .outdated: "something has changed since this was shown; nothing was done"
    case .unreadableForm: "the form could not be read; nothing was written"
    }
  }

  var hint: String? {
    switch self {
    case .edit(let refusal): refusal.hints.first
    case .upload(let refusal): refusal.remedy
    case .rewrite(let refusal): refusal.hint
    case .file(.failed): "what you typed is still here: copy it to be safe, then try again"
    default: nil
    }
  }
}
