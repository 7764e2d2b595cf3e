extension SvgRefusal {
  /// The rule that the drawing breaks, in one sentence for its author, without a full stop.
  package var reason: String {
    switch cause {
    case .encoding: "a drawing is saved as text in UTF-8"
    case .malformed: "the drawing is not well-formed XML here, so browsers would not show it"
    case .doctype: "a drawing has no <!DOCTYPE …>, which could declare more than is seen"
    case .instruction: "a drawing has no <?…?> but for the <?xml …?> that may begin it"
    case .notADrawing: "a drawing begins with <svg xmlns=\"http://www.w3.org/2000/svg\">"
    case .script: "a drawing has no script"
    case .element(let name): "a drawing has no <\(name)>, which is not for drawing"
    case .handler(let name): "a drawing has no \(name)=\"…\", which would run a script"
    case .outsideReference(let name):
      "a drawing refers only to its own parts, as in \(name)=\"#part\""
    case .scriptAddress(let name): "a drawing has no javascript: address, as in this \(name)"
    case .animatedReference(let name): "a drawing does not change its own \(name) as it plays"
    case .baseAddress: "a drawing has no xml:base, which would change where its parts are sought"
    case .styleImport: "a drawing's style imports no other"
    case .styleReference: "a drawing's style refers only to its own parts, as in url(#part)"
    case .styleEscape: "a drawing's style has no backslash, which could hide an address"
    case .styleScript: "a drawing's style runs no script"
    }
  }

  /// What to do instead.
  package var remedy: String {
    switch cause {
    case .doctype: "delete the <!DOCTYPE …> at the drawing's beginning"
    case .outsideReference, .styleReference:
      "draw what it refers to within the drawing, or export it as a PNG"
    case .styleImport: "turn the text into paths, or export the drawing as a PNG"
    default: "save it as \"Plain SVG\" from the drawing program, or export it as a PNG"
    }
  }
}
