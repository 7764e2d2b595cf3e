/// Files that would act rather than be read: names under which a browser runs scripts, or a web
/// server runs programs.
package enum ActiveContent: Sendable, Hashable {
  case inTheBrowser
  case onTheServer

  /// - Parameter name: an extension in small letters, without its dot.
  package init?(extension name: String) {
    if Self.runByBrowsers.contains(name) {
      self = .inTheBrowser
    } else if Self.runByServers.contains(name) {
      self = .onTheServer
    } else {
      return nil
    }
  }

  private static let runByBrowsers: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "hta", "htc", "xml", "xsl", "xslt",
    "rdf", "js", "mjs", "cjs", "wasm", "swf", "svgz",
  ]

  private static let runByServers: Set<String> = [
    "php", "php3", "php4", "php5", "phtml", "phar", "asp", "aspx", "jsp", "cgi", "htaccess",
  ]
}
