import Serving
import Text

extension Answer {
  /// A page of the desk: nothing from elsewhere, in no frame of another, kept by no browser.
  static func page(_ html: [UInt8], status: Status = .fine) -> Answer {
    Answer(
      status: status,
      headers: [
        ("Content-Type", "text/html; charset=utf-8"), ("Content-Security-Policy", policy),
        ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
      ], content: .bytes(html))
  }

  static func json(_ json: JSON, status: Status = .fine) -> Answer {
    Answer(
      status: status,
      headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
      content: .bytes(json.bytes))
  }

  /// What could not be done, in words for the person at the desk.
  static func trouble(_ message: String, hint: String? = nil, _ status: Status) -> Answer {
    json(.object(["message": .text(message), "hint": hint.map(JSON.text)]), status: status)
  }
}

private let policy = """
  default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
  connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; \
  base-uri 'none'
  """
