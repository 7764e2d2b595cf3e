package import Build
import Community
import Diagnostics
import Files
import Pictures
package import Serving
import Templates
import Text

/// The workplace at `/desk/`: forms with which people write entries, without Markdown or git.
///
/// ```
/// request ─► DeskAccess ─► DeskPlace ─► a page:   the last inspection ─► view ─► bytes
///                                  └──► an action: a form ─► YAMLEditor ─► trial, or one file written
/// ```
///
/// It holds nothing of the site. What is on disk is read when it is asked for, what is known of the
/// whole is the last build's, and what is typed is kept in `.handbook/`.
package struct Desk: Workplace {
  let folder: DeskFolder
  let kept: KeptForms
  let trials = Trials()
  let notes: DeskNotes
  let publication = Publication()
  let publisher: any SitePublishing
  let settings: BuildSettings
  let siteDesk: SiteDesk
  let access: DeskAccess
  let pages: DeskPages
  let siteName: String
  let port: Int
  /// Called when a browser has been let in, and the next invitation stands.
  let wasOpened: @Sendable () -> Void

  /// - Parameters:
  ///   - site: The folder of the site.
  ///   - settings: Those with which the site is built for `desk`.
  package init(
    site: String, settings: BuildSettings, siteDesk: SiteDesk, access: DeskAccess, port: Int,
    language: String, siteName: String, publisher: any SitePublishing,
    wasOpened: @escaping @Sendable () -> Void = {}
  ) {
    folder = DeskFolder(site: site)
    kept = KeptForms(site: site)
    notes = DeskNotes(site: site)
    self.publisher = publisher
    self.settings = settings
    self.siteDesk = siteDesk
    self.access = access
    self.port = port
    pages = DeskPages(DeskWords(language: language))
    self.siteName = siteName
    self.wasOpened = wasOpened
  }

  package func refusal(of request: Request) -> Answer? {
    if case .frame(let key, _) = DeskPlace(request), access.isFrameKey(key) { return nil }
    guard access.isForDesk(request) else { return closed }
    if case .opening = DeskPlace(request), request.method == .read { return nil }
    guard access.isLetIn(request) else { return closed }
    switch request.method {
    case .read: return nil
    case .post:
      return access.mayChange(request)
        ? nil : .text(.forbidden, "Only the desk's own pages may change anything.")
    case .other: return .text(.notAllowed, "The desk takes GET, HEAD and POST.")
    }
  }

  package func contentLimit(of request: Request) -> Int {
    guard request.method == .post else { return 0 }
    switch DeskPlace(request) {
    case .action(.upload): return PictureLimits.bytes
    // What a clipboard holds says more of looks than of words.
    case .action(.paste), .action(.inbox): return 8 * DeskFolder.largestText
    default: return 2 * DeskFolder.largestText
    }
  }

  package func answer(_ request: Request, content: [UInt8]) async -> Answer {
    guard let place = DeskPlace(request) else { return await missing() }
    if request.method == .post {
      guard case .action(let action) = place else {
        return .text(.notAllowed, "Nothing is sent to this address.")
      }
      return await answer(action, request, content)
    }
    switch place {
    case .action: return .text(.notAllowed, "This address takes POST only.")
    case .opening(let invitation): return open(invitation)
    case .file(let name): return file(name)
    case .frame(_, let path): return await frame(path)
    case .home, .attention, .find, .kind, .entry, .beginning, .nextMeeting, .minutes, .consent,
      .leaving, .takingDown, .versions, .publishing:
      return await page(place, request)
    }
  }

  private func page(_ place: DeskPlace, _ request: Request) async -> Answer {
    let state = await state()
    switch place {
    case .publishing:
      if FormPairs(queryOf: request.target)["for"] == "script" { return .json(progress) }
      return .page(pages.publishing(publishingPage(state)))
    case .home: return .page(pages.home(state.homePage()))
    case .attention: return .page(pages.list(state.attentionPage()))
    case .find:
      let pairs = FormPairs(queryOf: request.target)
      if pairs["for"] == "script" { return .json(state.found(pairs)) }
      return .page(pages.list(state.foundPage(pairs["q"] ?? "")))
    case .kind(let kind): return .page(pages.list(state.listPage(kind)))
    case .beginning(let kind):
      return .page(pages.beginning(state.beginningPage(kind, FormPairs(queryOf: request.target))))
    case .nextMeeting:
      guard let address = state.nextMeetingAddress else {
        return .page(pages.next(state.nextMeetingPage()))
      }
      return .redirect(to: address)
    case .versions(let id): return await versionsPage(id, state)
    case .leaving(let id): return await leavingPage(id, request, state)
    case .takingDown(let id): return await takingDownPage(id, state)
    case .entry(let id): return await formPage(id, request, state) { form, _ in pages.form(form) }
    case .minutes(let id):
      return await formPage(id, request, state) { form, file in
        pages.minutes(state.minutesPage(form, file))
      }
    case .consent(let id) where state.hasWithdrawn(id):
      return .page(pages.note(state.withdrawnPage(id)))
    case .consent(let id):
      return await formPage(id, request, state) { form, file in
        pages.consent(state.consentPage(form, file, FormPairs(queryOf: request.target)))
      }
    default: return await missing()
    }
  }

  /// What is known of the site now.
  func state() async -> DeskState {
    var state = DeskState(desk: self, inspection: await firstInspection)
    state.pending = await PendingChanges.of(folder.site, notes)
    return state
  }
}

extension Desk {
  /// What the last build came to.
  ///
  /// The first one is waited for, ten seconds at most: until then a page would say that there is
  /// nothing.
  private var firstInspection: Inspection? {
    get async {
      for _ in 0..<500 {
        if let inspection = await siteDesk.inspection { return inspection }
        guard (try? await Task.sleep(for: .milliseconds(20))) != nil else { return nil }
      }
      return nil
    }
  }
}

// MARK: - Getting in

extension Desk {
  private func open(_ invitation: String) -> Answer {
    guard let session = access.session(for: invitation) else { return closed }
    wasOpened()
    var answer = Answer.redirect(to: Workplaces.folder)
    answer.headers += [
      ("Set-Cookie", "\(DeskAccess.cookie)=\(session); Path=/desk/; HttpOnly; SameSite=Strict"),
      ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
    ]
    return answer
  }

  /// Says how to get in, without any words of the site, since anybody may be asking.
  private var closed: Answer {
    .page(Array(closedPage(DeskWords(language: "en")).utf8), status: .forbidden)
  }

  private func closedPage(_ words: DeskWords) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(words("closed_title"))</title>
    </head>
    <body>
    <h1>\(words("closed_title"))</h1>
    <p>\(words("closed_text"))</p>
    <p><a href="/desk/">\(words("closed_again"))</a></p>
    </body>
    </html>

    """
  }

  private func file(_ name: String) -> Answer {
    guard let file = BuiltInDesk.file(name), !name.hasSuffix(".html") else {
      return .text(.notFound, "There is no such file.")
    }
    return Answer(headers: [("Content-Type", ContentType.of(name))], content: .bytes(file.bytes))
  }

  func missing() async -> Answer {
    let state = await state()
    let words = pages.words
    let note = NoteView(
      frame: state.frame(title: words("missing_title")), message: words("missing_title"),
      hint: words("missing_hint"))
    return .page(pages.note(note), status: .notFound)
  }
}

// MARK: - Pages of the site in frames

extension Desk {
  /// A page as it would be, for a frame that is allowed nothing: no script of a site's own theme
  /// runs in it, and what it loads comes from its own address.
  private func frame(_ path: String) async -> Answer {
    let parts = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let edition =
      parts.first == "now"
      ? await siteDesk.edition : parts.first.flatMap { Int($0) }.flatMap(trials.edition)
    guard let edition, parts.count == 2,
      let page = edition.page(at: String(parts[1])) ?? edition.page(at: "404.html")
    else { return .text(.notFound, "There is no such page.") }
    return Answer(
      headers: [
        ("Content-Type", ContentType.of(page.path)),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("Content-Security-Policy", "sandbox; frame-ancestors http://localhost:\(port)"),
        ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
      ], content: .bytes(page.bytes))
  }

  /// Where a page of a trial is shown.
  func frameAddress(_ number: Int?, _ path: String) -> String {
    "\(Workplaces.folder)shown/\(access.frameKey)/\(number.map(String.init) ?? "now")/\(path)"
  }
}
