extension FileRefusal {
  /// The rule that the file breaks, in one sentence for its author, without a full stop.
  package var reason: String {
    switch self {
    case .active(.inTheBrowser, let name):
      "a .\(name) file can run scripts in a visitor's browser, so it is not published"
    case .active(.onTheServer, let name):
      "a .\(name) file can run as a program where the site is kept, so it is not published"
    case .hiddenMarkup(let format):
      "the file holds \(format.noun), which a browser could open and run, "
        + "but its name does not say so"
    case .mismatch(let name, let format):
      "the file is named .\(name) but holds \(format.noun)"
    case .tooLarge(let bytes):
      "a picture has at most \(megabytes(PictureLimits.bytes)) MB; this one has "
        + "\(megabytes(bytes)) MB"
    case .tooManyPixels(let size):
      "a picture has at most \(PictureLimits.pixels / 1_000_000) million pixels; this one has "
        + "\(size.width) × \(size.height)"
    case .damaged(let format):
      "the file begins as \(format.noun) but is damaged or cut short"
    case .uncleanable(.mp4), .uncleanable(.webm), .uncleanable(.ogg):
      "the film tells where it was taken, and can't be cleaned here"
    case .uncleanable(let format):
      "the file holds \(format.noun) that tells, or may tell, where it was taken, and that "
        + "can't be cleaned here"
    case .drawing(let refusal): refusal.reason
    }
  }

  /// What to do instead.
  package var remedy: String {
    switch self {
    case .active(.inTheBrowser, _):
      "write it as a page, or publish it as a PDF or in a ZIP archive"
    case .active(.onTheServer, _): "publish it as a .txt file or in a ZIP archive"
    case .hiddenMarkup(let format): format.renaming ?? "publish it in a ZIP archive"
    case .mismatch(_, let format): format.renaming ?? Self.exportAgain
    case .tooLarge, .tooManyPixels:
      "make it smaller, for example 2,000 pixels wide, and save it as a JPEG"
    case .damaged: Self.exportAgain
    case .uncleanable(.mp4), .uncleanable(.webm), .uncleanable(.ogg):
      "export the film without its location"
    case .uncleanable: "save it as a JPEG, PNG or WebP picture"
    case .drawing(let refusal): refusal.remedy
    }
  }

  private static let exportAgain = "save it again from the program that made it"

  /// Megabytes, rounded up to a tenth so that a file over a limit never reads as one at it.
  private func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 99_999) / 100_000
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension FileFormat {
  /// The advice to give a file of this format its own extension, where that would do.
  fileprivate var renaming: String? {
    usualExtension.map { "name it .\($0), or put the right file in its place" }
  }
}
