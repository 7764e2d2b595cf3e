package import Files
package import Markup
package import Text

/// Why a sheet's file was not taken in; nothing was written.
package enum InboxTrouble: Error, Sendable {
  case unreadable(JSONRefusal)
  case noSheet
  case otherVersion
  case empty
  /// No one member is called so.
  case noMember
  case noSettings
  case file(FileTrouble)
  case edit(EditRefusal)

  package var message: String {
    switch self {
    case .unreadable(.tooLong): "it is larger than a sheet's file can be, which is 256 KB"
    case .unreadable: "it is no sheet's file, or it is damaged"
    case .noSheet: "it is no sheet's file"
    case .otherVersion: "it was saved by a sheet of another version of handbook"
    case .empty: "nothing is filled in on this sheet"
    case .noMember: "no one member has the name that this sheet gives"
    case .noSettings: "content/handbook.yml cannot be read, and without it nothing can be added"
    case .file(let trouble): trouble.message
    case .edit(let refusal): refusal.message
    }
  }

  package var hint: String? {
    switch self {
    case .unreadable(.tooLong), .empty, .file: nil
    case .unreadable, .noSheet: "ask for the file that the sheet's button saves"
    case .otherVersion: "make a new sheet with 'handbook sheet', or update handbook"
    case .noMember: "name the member with --member and their id"
    case .noSettings: "'handbook check' says what is wrong with it"
    case .edit(let refusal): refusal.hints.first
    }
  }
}
