/// What a browser takes a file for, by the ending of its name.
package enum ContentType {
  package static func of(_ path: String) -> String {
    let ending = path.split(separator: "/").last?.split(separator: ".").last.map(String.init) ?? ""
    return types[ending.lowercased()] ?? "application/octet-stream"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json", "xml": "application/xml",
    "ics": "text/calendar; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "pdf": "application/pdf", "zip": "application/zip", "mp3": "audio/mpeg", "m4a": "audio/mp4",
    "ogg": "audio/ogg", "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm",
    "vtt": "text/vtt; charset=utf-8", "woff2": "font/woff2", "woff": "font/woff",
  ]
}
