/// Why a drawing may not be published, and where in it.
package struct SvgRefusal: Error, Sendable, Hashable {
  /// The rule that is broken.
  package enum Cause: Sendable, Hashable {
    case encoding
    case malformed
    case doctype
    case instruction
    case notADrawing
    case script
    case element(String)
    case handler(String)
    case outsideReference(String)
    case scriptAddress(String)
    case animatedReference(String)
    case baseAddress
    case styleImport
    case styleReference
    case styleEscape
    case styleScript
  }

  package let cause: Cause
  /// In bytes from the beginning of the file.
  package let offset: Int
}
