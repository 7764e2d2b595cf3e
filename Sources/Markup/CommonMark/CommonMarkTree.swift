import CCmark

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Parses text with libcmark and lends the tree to `body`; the tree is freed before this returns.
///
/// Nothing of the tree may be kept: nodes, and every buffer read from them, end with the call.
func withCommonMarkTree<Result>(
  of text: UnsafeBufferPointer<UInt8>, _ body: (Node) -> Result
) -> Result? {
  let root = text.withMemoryRebound(to: CChar.self) { characters in
    cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
  }
  guard let root else { return nil }
  defer { cmark_node_free(root) }
  return body(Node(root))
}

/// The version of the system's libcmark, on which what a text becomes can depend.
package var libcmarkVersion: Int { Int(cmark_version()) }

/// A node of libcmark's tree, alive only within `withCommonMarkTree`.
struct Node: Hashable {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  var kind: cmark_node_type { cmark_node_get_type(pointer) }

  /// Whether a walk leaves the node as well as entering it: whether others may stand in it.
  var hasEnd: Bool {
    switch kind {
    case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE,
      CMARK_NODE_HTML_INLINE, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK,
      CMARK_NODE_THEMATIC_BREAK:
      false
    default: true
    }
  }

  /// The line of the parsed text on which the node starts, counted from 1.
  ///
  /// Exact for blocks. For inlines of 0.30.2 it lags where a link definition, or a link broken over
  /// lines, stands before them in the same paragraph.
  var firstLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }

  /// The byte of that line at which a block starts, counted from 1.
  var firstColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
  var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
  var previous: Node? { cmark_node_previous(pointer).map(Node.init) }
  var next: Node? { cmark_node_next(pointer).map(Node.init) }

  /// The content of text, code and raw HTML.
  var literal: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_literal(pointer)) }
  /// What follows the opening fence of a code block.
  var fenceInfo: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_fence_info(pointer)) }
  /// Where a link or an image leads, its entities and escapes decoded.
  var address: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_url(pointer)) }

  /// The title of a link or an image; `nil` where none is written, empty for `""`.
  var title: UnsafeBufferPointer<UInt8>? {
    let title = cmark_node_get_title(pointer)
    return UInt(bitPattern: title) == addressOfNoTitle ? nil : bytes(title)
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isBulletList: Bool { cmark_node_get_list_type(pointer) == CMARK_BULLET_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }

  /// Whether a paragraph stands in a list without blank lines, and so has no tags of its own.
  var isTight: Bool {
    guard let list = parent?.parent, list.kind == CMARK_NODE_LIST else { return false }
    return cmark_node_get_list_tight(list.pointer) != 0
  }

  /// Takes the node out of the tree, which no walk may be about to enter.
  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  /// Lends an iterator over this node and all below it.
  func withEvents<Result>(_ body: (borrowing TreeEvents) -> Result?) -> Result? {
    guard let iterator = cmark_iter_new(pointer) else { return nil }
    defer { cmark_iter_free(iterator) }
    return body(TreeEvents(iterator))
  }
}

/// The steps of a walk over a tree, by libcmark's own iterator: no recursion.
struct TreeEvents: ~Copyable {
  private let iterator: OpaquePointer

  fileprivate init(_ iterator: OpaquePointer) {
    self.iterator = iterator
  }

  /// The next node and whether it is entered or left; leaves are only entered.
  func next() -> (node: Node, isEntering: Bool)? {
    let event = cmark_iter_next(iterator)
    guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
    return (Node(node), event == CMARK_EVENT_ENTER)
  }
}

/// Where libcmark's constant for "no title" lies: it returns an empty string both for `[a](b)` and
/// for `[a](b "")`, but writes `title=""` for the second.
private let addressOfNoTitle: UInt = {
  let link = cmark_node_new(CMARK_NODE_LINK)
  defer { cmark_node_free(link) }
  return UInt(bitPattern: cmark_node_get_title(link))
}()

private func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
  guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
  let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
  return UnsafeBufferPointer(start: start, count: strlen(text))
}
