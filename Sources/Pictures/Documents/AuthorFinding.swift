/// Whether a PDF or Office document's properties name an author.
package enum AuthorFinding: Sendable, Hashable {
  case none
  case carriesAuthor
  /// The properties are packed in a way that is not read here.
  case cannotTell

  package init(_ bytes: [UInt8], format: FileFormat) {
    switch format {
    case .pdf: self = PdfProperties.nameAuthor(bytes) ? .carriesAuthor : .none
    case .office, .zip: self = OfficeProperties.finding(bytes)
    case .olderOffice: self = .cannotTell
    default: self = .none
    }
  }
}
