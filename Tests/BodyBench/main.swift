import CCmark
import Diagnostics
import Markup

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// Prints how many times longer a body takes to read than libcmark takes to render the same bytes.
// Both are measured in turn in the one run, so what else the machine does weighs on both; medians.

let words = """
  We met in room 12 and looked at what pupils wrote on their *exit tickets*. Most could say which \
  step they found hard, and [three of them](../meetings/2026-02-12-circle.md) said why.

  """

let links = """
  The [rubric](../resources/rubric.md "For seminars") has **four** rows; @ada-okafor wrote the first. \
  See [[exit-tickets]], [[exit-tickets|the tickets]] and <https://example.org/tickets?a=b>.

  - [ ] @ada-okafor: share the [slides](slides.md) by 2026-03-12
  - [x] Bo: print 30 copies of `tickets.pdf`

  """

let table = """
  | Group | Pupils | What they wrote | Next |
  |:------|-------:|-----------------|:----:|
  | Blue | 12 | the step with *fractions* | [cards](cards.md) |
  | Red | 9 | nothing yet, as they were late | talk |
  | Green | 14 | `3/4` and why it is not `4/3` | |

  """

/// A page of about `size` bytes, its parts in turn.
func page(_ parts: [String], size: Int) -> [UInt8] {
  var bytes = Array("## A heading\n\n".utf8)
  var number = 0
  while bytes.count < size {
    bytes += (parts[number % parts.count] + "\n").utf8
    number += 1
  }
  return bytes
}

/// How long some work takes, whose result is bytes: none would mean that it was not done.
func nanoseconds(_ work: () -> Int) -> Double {
  var (start, end) = (timespec(), timespec())
  clock_gettime(CLOCK_MONOTONIC, &start)
  precondition(work() > 0)
  clock_gettime(CLOCK_MONOTONIC, &end)
  return Double(end.tv_sec - start.tv_sec) * 1e9 + Double(end.tv_nsec - start.tv_nsec)
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func readBody(_ source: SourceText) -> Int {
  Body.parse(source, from: 0, dialect: .handbook, titleFromHeading: false).value.html.count
}

func renderByLibcmark(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBytes { text in
    let text = text.bindMemory(to: CChar.self)
    guard let html = cmark_markdown_to_html(text.baseAddress, text.count, CMARK_OPT_DEFAULT) else {
      return 0
    }
    defer { free(html) }
    return strlen(html)
  }
}

func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

func hundredths(_ value: Double) -> String {
  let value = Int((value * 100).rounded())
  let rest = value % 100
  return "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
}

/// Measures one page and prints a line.
func measure(_ name: String, _ bytes: [UInt8]) {
  let source = SourceText(path: "content/posts/a.md", bytes: bytes)
  let runs = max(11, 6_000_000 / bytes.count)
  var (ours, theirs) = ([Double](), [Double]())
  for _ in 0..<runs {
    ours.append(nanoseconds { readBody(source) })
    theirs.append(nanoseconds { renderByLibcmark(bytes) })
  }
  let size = Double(bytes.count)
  print(
    padded(name, 24), padded("\(bytes.count)", 8),
    padded(hundredths(median(ours) / size), 8), padded(hundredths(median(theirs) / size), 8),
    padded(hundredths(median(ours) / median(theirs)), 7))
}

/// Reads one page over and over, for a profiler.
func repeatReading(_ name: String, _ count: Int) {
  let bytes = page(name == "tables" ? [words, words, links, table] : [words, links], size: 6_000)
  let source = SourceText(path: "content/posts/a.md", bytes: bytes)
  for _ in 0..<count {
    precondition(
      (CommandLine.arguments.contains("libcmark") ? renderByLibcmark(bytes) : readBody(source)) > 0)
  }
}

if CommandLine.arguments.count > 2, let count = Int(CommandLine.arguments[2]) {
  repeatReading(CommandLine.arguments[1], count)
} else {
  print(
    padded("page", 24), padded("bytes", 8), padded("ns/byte", 8), padded("libcmark", 8),
    padded("ratio", 7))
  measure("plain", page([words], size: 6_000))
  measure("links", page([words, links], size: 6_000))
  measure("a quarter tables", page([words, words, links, table], size: 6_000))
  measure("tables only", page([table], size: 6_000))
  for size in [16_000, 64_000, 128_000, 255_000] {
    measure("all of it, growing", page([words, words, links, table], size: size))
  }
}
