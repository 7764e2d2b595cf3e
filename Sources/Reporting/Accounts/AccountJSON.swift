import Diagnostics
import Text

/// Prints an account for programs: one object, with a list for each section under its id.
///
/// Each item stands on a line of its own. What is not known is `null`; every key is always there.
package struct AccountJSON: Sendable {
  package init() {}

  package func text(for account: Account) -> String {
    var lines = account.facts.map { "\(name($0.key)): \(text($0.value))" }
    for section in account.sections {
      let items = section.items.map { "    \(text(object($0.facts)))" }
      let list = items.isEmpty ? "[]" : "[\n\(items.joined(separator: ",\n"))\n  ]"
      lines.append("\(name(section.id)): \(list)")
    }
    return "{\n\(lines.map { "  " + $0 }.joined(separator: ",\n"))\n}\n"
  }

  private func object(_ facts: Facts) -> JSON {
    .object(facts.map { JSON.Member(name: $0.key, value: $0.value) })
  }

  private func name(_ name: String) -> String { text(.text(name)) }

  private func text(_ value: JSON) -> String { String(decoding: value.bytes, as: UTF8.self) }
}
