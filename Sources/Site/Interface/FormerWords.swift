/// The words of the interface that earlier versions of the theme had, with those that took their
/// place; `nil` where no page says anything of the kind any more.
///
/// A site's own files go on working: its strings are warned of, and its templates print the words of
/// today.
let formerWords: [String: String?] = [
  "goal_picture_line": "finding_moved",
  "goal_picture_target": "finding_of",
  "meeting_sign_up": "sign_up",
  "privacy": nil,
  "register_of_meeting": "register_title",
]

extension Words {
  /// What templates may use as `{{words.key}}`, by the names of today and by former ones.
  var plainWithFormer: [String: String] {
    var words = plain
    for (former, today) in formerWords where words[former] == nil {
      if let text = today.flatMap({ plain[$0] }) { words[former] = text }
    }
    return words
  }
}
