import Build
import Community
import Dates
import Diagnostics
package import Files
import Markup

extension RewritePlan {
  /// Checks the site as it would be, and refuses a plan that would break what is whole now.
  package func refuseIfItBreaks(_ tree: some FileTree) async throws(RewriteRefusal) {
    let changed = try self.tree(over: tree)
    var known: [String: Int] = [:]
    for problem in try await problems(tree) { known[problem.trouble, default: 0] += 1 }
    for problem in try await problems(changed) {
      known[problem.trouble, default: 0] -= 1
      guard known[problem.trouble, default: 0] < 0 else { continue }
      let place = problem.location.map { ", in \($0.path):\($0.line)" } ?? ""
      throw RewriteRefusal(
        "this would break the site: \(problem.summary)\(place)", hint: problem.hints.first)
    }
  }

  /// What a change of ids can cause, drafts and all, on a day on which all consent has been given.
  private func problems(_ tree: some FileTree) async throws(RewriteRefusal) -> [Diagnostic] {
    var settings = BuildSettings(today: CalendarDate(daysSince1970: 2_932_896))
    settings.audience = .members
    settings.includesDrafts = true
    do throws(FileTrouble) {
      let inspection = try await Inspection.inspect(tree, settings)
      return (inspection.diagnostics + inspection.owed.diagnostics).filter(\.isInTheWay)
    } catch {
      throw RewriteRefusal(error.message)
    }
  }
}

extension Diagnostic {
  fileprivate var isInTheWay: Bool {
    severity.isBlocking || id == "unknown-mention" || id == "ambiguous-mention"
  }

  /// What is wrong, wherever it stands.
  fileprivate var trouble: String { "\(id.rawValue) \(summary)" }
}
