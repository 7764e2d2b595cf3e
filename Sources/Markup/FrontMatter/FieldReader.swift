package import Diagnostics
import Text

/// Says why an address may not be linked to, as the end of a sentence; `nil` where it may.
package typealias AddressCheck = (String) -> String?

/// A cursor over the fields of one entry or file, which records every problem with its place and
/// goes on.
///
/// Ask for each field by name and type, then `close()`: a field that was never asked for is
/// unknown. Nothing is thrown; what can't be read is `nil`, and `diagnostics` says why.
package struct FieldReader {
  /// Every problem so far, in the order they were met.
  package private(set) var diagnostics: [Diagnostic] = []
  let source: SourceText
  let map: FieldMap
  /// What the fields describe, with its article, for messages: "a post".
  let what: String
  /// The names asked for, in order: what an unknown name may have been meant for.
  private(set) var asked: [String] = []
  /// The message on each field that is missing.
  private var missing: [String: Diagnostic] = [:]
  /// The fields that other names were written for, by a slip or as other tools call them.
  package private(set) var misspelt: Set<String> = []

  /// What other tools call the fields that were asked for, and our names of them.
  private var otherNames: [(names: [String], key: String)] = []
  /// The fields that will be asked for next, in order, where that is known.
  package var coming: ArraySlice<ComingField> = []
  /// Whether a field that is needed said nothing that can be used.
  package var isIncomplete = false

  package init(_ map: FieldMap, in source: SourceText, of what: String) {
    self.map = map
    self.source = source
    self.what = what
  }

  /// Whether a field is there and not empty.
  package func has(_ key: String) -> Bool {
    map[key].map { $0.value.content != .empty } ?? false
  }

  /// The place of a field's value, or of its name where it is empty.
  package func span(of key: String) -> SourceSpan? {
    map[key]?.value.span
  }

  /// The value of a field whatever its shape; for `extra`, which is free.
  package mutating func open(_ key: String) -> FieldValue? {
    ask(key)
    return map[key]?.value
  }

  /// Records a problem.
  package mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Records a problem at a place of this file.
  package mutating func report(
    _ severity: Severity, _ id: DiagnosticID, at span: SourceSpan, _ summary: String,
    because explanation: String? = nil, hints: [String] = [], fix: Fix? = nil,
    words: String? = nil
  ) {
    report(
      Diagnostic(
        severity, id, at: source.location(span), summary, because: explanation, hints: hints,
        fix: fix, words: words))
  }

  /// Notes what other tools call a field.
  package mutating func recognise(_ names: [String], as key: String) {
    otherNames.append((names, key))
  }

  /// Records that a name is known here.
  ///
  /// Tells whether it was not known before.
  @discardableResult
  mutating func ask(_ key: String) -> Bool {
    let isFirst = !asked.contains(key)
    if isFirst { asked.append(key) }
    return isFirst
  }

  /// Records that a name is known here, which was never asked for before.
  mutating func passOver(_ key: String) { asked.append(key) }

  /// The value of a field, unless it is missing or empty.
  ///
  /// Its words warn, once a field, where they hold what changes the direction of text.
  mutating func value(_ key: String) -> FieldValue? {
    let isFirst = ask(key)
    guard let value = map[key]?.value, value.content != .empty else { return nil }
    if isFirst, let turned = value.firstDirectionControl {
      report(.directionControl(at: source.location(turned)))
    }
    return value
  }
}

// MARK: What must and must not be there

extension FieldReader {
  /// Reports a field that is missing or empty.
  ///
  /// `hint` is the line to write, `status: active`, or what to write where an example would be
  /// taken for an answer.
  package mutating func require(_ key: String, hint: String) {
    ask(key)
    guard !has(key) else { return }
    let problem = Diagnostic(
      .error, "missing-field", at: source.location(map[key]?.value.span ?? map.span),
      "\(what) needs the field '\(key)'", hints: ["write \(hint)"])
    missing[key] = problem
    report(problem)
  }

  /// Warns of a field that is missing or empty, and that the entry can do without.
  ///
  /// As with `require`, a field that was meant for it is told alone.
  package mutating func miss(
    _ key: String, _ id: DiagnosticID, _ summary: String, because explanation: String? = nil,
    hints: [String]
  ) {
    ask(key)
    guard !has(key) else { return }
    let problem = Diagnostic(
      .warning, id, at: source.location(map[key]?.value.span ?? map.span), summary,
      because: explanation, hints: hints)
    missing[key] = problem
    report(problem)
  }

  /// Reports a field that has no place here, such as `email`, with the reason.
  package mutating func refuse(
    _ key: String, id: DiagnosticID, _ summary: String, because: String,
    severity: Severity = .error, hints: [String] = []
  ) {
    ask(key)
    guard let field = map[key] else { return }
    var words: String?
    if severity == .privacy, case .text(let text, _) = field.value.content { words = text.trimmed }
    report(severity, id, at: field.keySpan, summary, because: because, hints: hints, words: words)
  }

  /// Reports every field that was not asked for.
  ///
  /// A field that it was meant for is then not told to be missing, too.
  package mutating func close() {
    for field in map.fields where !asked.contains(field.key) {
      report(
        .error, "unknown-field", at: field.keySpan,
        "\(what) has no field '\(field.key.quotedInput)'", hints: [remedy(for: field.key)])
      if let meant = meant(by: field.key) { misspelt.insert(meant) }
    }
    let answered = misspelt.compactMap { missing[$0] }
    if !answered.isEmpty { diagnostics.removeAll(where: answered.contains) }
  }

  /// The field of ours that an unknown name stands for.
  private func meant(by key: String) -> String? {
    let near = NearMiss.nearest(to: key, among: asked)
    return near ?? ourName(of: key)
  }

  /// The field that was asked for, and that other tools call by an unknown name.
  private func ourName(of key: String) -> String? {
    let folded = key.foldedForComparison
    return otherNames.last { $0.names.contains(folded) }
      .flatMap { asked.contains($0.key) ? $0.key : nil }
  }

  private func remedy(for key: String) -> String {
    if let known = NearMiss.nearest(to: key, among: asked) { return "did you mean '\(known)'?" }
    if let ours = ourName(of: key) {
      return "here it is called '\(ours)'"
    }
    if let colon = key.utf8.firstIndex(of: UInt8(ascii: ":")), asked.contains(String(key[..<colon]))
    {
      return "write a space after the colon"
    }
    if asked.contains("extra") {
      return "delete it, or keep it for your own templates, indented below 'extra:'"
    }
    guard !asked.isEmpty, asked.count <= 8 else { return "delete it" }
    return "it can have \(asked.inWords("and"))"
  }
}

extension [String] {
  /// `a, b and c`.
  func inWords(_ conjunction: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
