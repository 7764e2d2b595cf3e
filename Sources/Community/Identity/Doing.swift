/// What a member may have done, as the fields say that name them, in the order of their page.
///
/// The raw values are the ends of anchors there.
package enum Doing: String, Sendable, CaseIterable {
  case wrote, chaired
  case tookNotes = "took-notes"
  case attended, shared, tried, owns, successes
}
