import Diagnostics
import Markup

/// A field that other tools have and that has no place here.
package struct RefusedField: Sendable {
  let name: String
  let id: DiagnosticID
  let severity: Severity
  /// What is wrong, without a full stop.
  let summary: String
  let reason: String
  let hint: String
  /// Whether it would name people by their ids.
  var namesPeople = false
}

extension FieldReader {
  mutating func refuse(_ field: RefusedField) {
    refuse(
      field.name, id: field.id, field.summary, because: field.reason, severity: field.severity,
      hints: [field.hint])
  }
}
