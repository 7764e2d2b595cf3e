/// Whether the properties of a PDF, an Office document or a film name an author.
package enum AuthorFinding: Sendable, Hashable {
  case none
  case carriesAuthor
  /// The properties are packed in a way that is not read here.
  case cannotTell

  package init(_ bytes: [UInt8], format: FileFormat) {
    switch format {
    case .pdf: self = PdfProperties.nameAuthor(bytes) ? .carriesAuthor : .none
    case .office, .zip: self = OfficeProperties.finding(bytes)
    case .mp4: self = IsoFilm.namesAuthor(bytes) ? .carriesAuthor : .none
    case .olderOffice: self = .cannotTell
    default: self = .none
    }
  }
}
