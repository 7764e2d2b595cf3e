import Community
import Dates
import Diagnostics
import Markup

extension PublishedEntry {
  var post: Post? { if case .post(let post) = fields { post } else { nil } }
  var member: Member? { if case .member(let member) = fields { member } else { nil } }
  var meeting: Meeting? { if case .meeting(let meeting) = fields { meeting } else { nil } }
  var resource: Resource? { if case .resource(let resource) = fields { resource } else { nil } }
  var goal: Goal? { if case .goal(let goal) = fields { goal } else { nil } }
  /// The later of its day and that of its last change, of those that are not in the future.
  func lastChange(by today: CalendarDate) -> CalendarDate? {
    [common.updated?.value, date].compactMap(\.self).filter { $0 <= today }.max()
  }

  var success: Success? { if case .success(let success) = fields { success } else { nil } }
}
