/// A template checked and compiled for one type of page and one language.
package struct Template<Page: View>: Sendable {
  let program: Program

  /// Appends a page; it can't fail.
  package func render(_ page: Page, into output: inout [UInt8]) {
    Renderer.render(program, .view(page), into: &output)
  }

  /// A template that renders nothing.
  package static var blank: Template { Template(program: Program()) }
}
