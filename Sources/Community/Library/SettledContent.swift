/// All that was read and settled, before anything is withheld.
///
/// For what stays on the computer of the person who asks, such as the coordinator's report. Nothing
/// that renders is given it.
package struct SettledContent: Sendable {
  package let library: Library
  package let links: LinkGraph
  package let minutes: MinuteBook

  package init(library: Library, links: LinkGraph, minutes: MinuteBook) {
    self.library = library
    self.links = links
    self.minutes = minutes
  }
}
