/// Why a file, or a part of it, could not be looked into.
package enum Unseen: Hashable, Sendable {
  /// It has more text than `SearchLimits.text`.
  case tooLong
  /// What an archive or document holds would be more than `SearchLimits` has it.
  case tooMuchInside
  case encrypted
  /// The name of an archive that lies in the archive.
  case nestedArchive(String)
  /// An archive, or a file in it, that cannot be unpacked.
  case damaged
  /// A way of packing that is not read here.
  case packedOtherwise
  case olderOffice
  /// A PDF that draws letters without saying which they are, or has parts that are packed otherwise.
  case lettersUnknown
  /// Its format is not known.
  case unknown
}

extension Unseen {
  /// What could not be looked into, in one sentence for the file's author, without a full stop.
  package var reason: String {
    switch self {
    case .tooLong:
      "this has more text than is looked through, \(SearchLimits.text / 1_000_000) MB"
    case .tooMuchInside:
      "this holds more than is unpacked to be looked through, "
        + "\(SearchLimits.unpacked / 1_000_000) MB"
    case .encrypted: "this has a password, so what it holds could not be looked through"
    case .nestedArchive(let name):
      "this holds another archive, '\(name)', which could not be looked through"
    case .damaged: "this archive is damaged, so what it holds could not be looked through"
    case .packedOtherwise:
      "this is packed in a way that is not read here, so what it holds could not be looked through"
    case .olderOffice:
      "this is an older or password-protected Office document, which could not be looked through"
    case .lettersUnknown:
      "some of the text of this PDF could not be read, so it could not be looked through"
    case .unknown: "this is of a kind that is not known, so it could not be looked through"
    }
  }

  /// What to do.
  package var remedy: String {
    switch self {
    case .tooLong: "divide it into several files"
    case .tooMuchInside: "divide it into several archives"
    case .encrypted: "save it without a password, or leave it out"
    case .nestedArchive: "put its files into this archive, or beside it"
    case .damaged: "pack it again"
    case .packedOtherwise: "pack it again as an ordinary ZIP archive"
    case .olderOffice: "save it as .docx, .xlsx or .pptx, without a password"
    case .lettersUnknown: "see that it tells nothing of anybody who has not agreed"
    case .unknown: "see that it tells nothing of anybody who has not agreed"
    }
  }
}
