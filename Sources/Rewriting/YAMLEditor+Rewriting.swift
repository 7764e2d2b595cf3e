import Community
import Diagnostics
import Markup

extension YAMLEditor {
  /// The editor of an entry's front matter.
  init(ofEntry source: SourceText) throws(RewriteRefusal) {
    do throws(EditRefusal) {
      self = try YAMLEditor(source, roles: .declared)
    } catch {
      throw RewriteRefusal(error, in: source)
    }
  }

  /// Sets fields, those that are new above all others.
  mutating func setAtTop(_ fields: [YAMLValue.Field]) throws(RewriteRefusal) {
    let there = value.fields.map(\.name)
    let order = FieldOrder(fields.map(\.name).filter { !there.contains($0) } + there)
    do throws(EditRefusal) {
      for field in fields { try set(YAMLPath([.field(field.name)]), to: field.value, order: order) }
    } catch {
      throw RewriteRefusal(error, in: source)
    }
  }

  /// Writes down why the entry is off the site; without a reason it is on the site again.
  mutating func takeDown(
    because reason: String?, hasNotice: Bool = false
  ) throws(RewriteRefusal) {
    do throws(EditRefusal) {
      for name in ["taken_down", "taken_down_notice"]
      where value.fields.contains(where: { $0.name == name }) {
        try remove(YAMLPath(name))
      }
    } catch {
      throw RewriteRefusal(error, in: source)
    }
    guard let reason else { return }
    let notice = hasNotice ? [YAMLValue.Field("taken_down_notice", .word("yes"))] : []
    try setAtTop([YAMLValue.Field("taken_down", .text(reason))] + notice)
  }
}

extension RewriteRefusal {
  init(_ refusal: EditRefusal, in source: SourceText) {
    self.init("\(source.path): \(refusal.message)", hint: refusal.hints.first)
  }
}
