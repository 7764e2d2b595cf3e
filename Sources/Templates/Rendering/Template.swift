/// A template checked and compiled for one type of page and one language.
package struct Template<Page: View>: Sendable {
  let program: Program
  /// Everything that this template was made of: the templates that it includes, the words that it
  /// prints.
  ///
  /// Hashed with a view's contents, it is the fingerprint of a page.
  package let sources: [UInt8]

  /// Appends a page; it can't fail.
  package func render(_ page: Page, into output: inout [UInt8]) {
    Renderer.render(program, .view(page), into: &output)
  }
}

/// A template compiled as the Mustache specification has it, for data of any form.
package struct LenientTemplate: Sendable {
  let program: Program

  /// Appends what the template makes of the data.
  package func render(_ data: OpenValue, into output: inout [UInt8]) {
    Renderer.render(program, .open(data), into: &output)
  }
}
