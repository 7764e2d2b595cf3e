/// Tells that something in a site's sources may have changed.
///
/// A notice is a hint and no more: whoever listens looks at the files again. So an overflow of the
/// system's own queue, an editor that saves by renaming, or a folder put in another's place cost
/// nothing but one look too many.
package struct SiteWatch: Sendable {
  /// One element for all changes since the last was taken.
  package let changes: AsyncStream<Void>

  /// Watches the top of a site and all that lies below some of its folders, until nobody listens
  /// any more.
  ///
  /// Where the system gives no notices, the files are looked at twice a second.
  package init(of site: String, below folders: [RelativePath]) {
    #if os(Linux)
      if let notices = try? ChangeNotices(of: site, below: folders) {
        changes = notices.stream()
        return
      }
    #endif
    changes = StampPolling(site: site, folders: folders).stream(every: .milliseconds(500))
  }
}
